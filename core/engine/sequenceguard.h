// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"

#include <QMap>

namespace socrates::core {

/// Keeps sequences as they are over a transaction that will be rolled back: no roll-back takes a
/// number back, unless the transaction has given the sequence storage of its own first, which goes
/// with it. That makes others wait for numbers of that sequence until the transaction ends, so it
/// is done only for those that the SQL may draw from.
class SequenceGuard
{
public:
    /// Outside the transaction, before it.
    Result<void> start(Connection& connection);
    /// Inside it, before `sql` runs. One that may not be changed by this role is left to the look
    /// at the end. True when there was one. Errors: a lock that was not granted in time.
    Result<bool> protect(Connection& connection, const QString& sql);
    /// The program's own log draws numbers too.
    Result<void> protectLog(Connection& connection);
    /// After the transaction: one sentence for each sequence that has moved all the same.
    QStringList moved(Connection& connection) const;

private:
    struct Sequence
    {
        QString name;       ///< without its schema
        QStringList tables; ///< whose columns draw from it
        QString increment;
        bool isOfLog = false;
        bool isProtected = false;
    };
    Result<void> protect(Connection& connection, const QString& quotedName, Sequence& sequence);

    QMap<QString, Sequence> m_sequences; ///< by qualified and quoted name
    QMap<QString, QString> m_values;
};

} // namespace socrates::core
