// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/names.h"
#include "core/postgres/connection.h"

#include <QDateTime>

namespace socrates::core {

/// One database's part of a run in the mode "both", between PREPARE TRANSACTION and its end.
///
/// The name of the prepared transaction says everything that is needed to decide about it: the
/// run, and in which database the decision lies. There the log rows of the run are the decision
/// record: they are committed in one transaction with that database's own part. Are they there,
/// every half must be committed; are they not and is nobody working there, rolled back.
struct PreparedHalf
{
    QString gid;
    QString runId;
    QString deciderIdentity; ///< "system identifier.database oid" of the deciding database
    DatabaseName decider;    ///< the project's name for it
    QString rowsAfter;       ///< what the version table will hold, "003,004"
    QString owner;           ///< the role that prepared it, which alone may end it
    QDateTime preparedAt;    ///< UTC, the server's clock

    static QString makeGid(const QString& runId, const QString& deciderIdentity,
                           const DatabaseName& decider, const QString& rowsAfter);
};

/// PostgreSQL takes 200 bytes with the closing NUL.
inline constexpr int kLongestGid = 199;

PipelineItem preparedHalvesQuery();
QList<PreparedHalf> preparedHalvesFrom(const Rows& rows);

} // namespace socrates::core
