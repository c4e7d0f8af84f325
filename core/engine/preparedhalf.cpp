// SPDX-License-Identifier: MIT
#include "core/engine/preparedhalf.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

const QString kPrefix = u"socrates-admin"_s;

} // namespace

QString PreparedHalf::makeGid(const QString& runId, const QString& deciderIdentity,
                              const DatabaseName& decider, const QString& rowsAfter)
{
    return QStringList{kPrefix, runId, deciderIdentity, decider.text(), rowsAfter}.join(u'/');
}

PipelineItem preparedHalvesQuery()
{
    return {u"SELECT gid, owner, extract(epoch FROM prepared) FROM pg_prepared_xacts "
            "WHERE database = current_database() AND starts_with(gid, $1) ORDER BY prepared"_s,
            {kPrefix + u'/'}};
}

QList<PreparedHalf> preparedHalvesFrom(const Rows& rows)
{
    QList<PreparedHalf> halves;
    for (const QStringList& row : rows.rows) {
        const QStringList parts = row.at(0).split(u'/');
        if (parts.size() < 5)
            continue;
        PreparedHalf half;
        half.gid = row.at(0);
        half.runId = parts.at(1);
        half.deciderIdentity = parts.at(2);
        half.decider = DatabaseName(parts.at(3));
        half.rowsAfter = parts.mid(4).join(u'/');
        half.owner = row.at(1);
        half.preparedAt =
            QDateTime::fromMSecsSinceEpoch(qint64(row.at(2).toDouble() * 1000), Qt::UTC);
        halves << half;
    }
    return halves;
}

} // namespace socrates::core
