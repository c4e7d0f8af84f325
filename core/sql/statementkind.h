// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace socrates::core {

/// What can be said of a statement from its text alone. Everything else is for the server to say.
struct StatementTraits
{
    QString verb;   ///< upper-case leading key words: "CREATE TABLE", "CREATE UNIQUE INDEX", ...
    QString object; ///< the object named, unquoted, without schema; empty when not found

    bool isTransactionControl =
        false;                       ///< BEGIN, COMMIT, ROLLBACK, SAVEPOINT, PREPARE TRANSACTION...
    bool isCopyFromStdin = false;    ///< COPY ... FROM STDIN or TO STDOUT: no data channel here
    bool isPsqlCommand = false;      ///< \set, \i ...
    bool needsNoTransaction = false; ///< CREATE INDEX CONCURRENTLY, VACUUM, CREATE DATABASE, ...
    bool touchesVersionTable = false; ///< writes alembic_version, which is the program's business

    enum class Risk { LocksTable, RewritesTable, DropsData, NotTransactional };
    QList<Risk> risks;
};

StatementTraits traitsOf(QStringView statement);

/// "locks table", "rewrites table", "drops data", "not transactional".
QString riskText(StatementTraits::Risk risk);

} // namespace socrates::core
