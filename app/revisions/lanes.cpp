// SPDX-License-Identifier: MIT
#include "app/revisions/lanes.h"

#include <algorithm>

namespace socrates::ui {

using core::RevisionId;

namespace {

/// The first lane without an owner; a new one when all are taken.
int freeLane(QList<RevisionId>& expected)
{
    const auto place = expected.indexOf(RevisionId());
    if (place >= 0)
        return int(place);
    expected.append(RevisionId());
    return int(expected.size()) - 1;
}

} // namespace

/// Goes from the heads down to the bases, as a log of commits does: each lane keeps the revision
/// it will meet next.
QList<LaneRow> layoutLanes(const core::RevisionGraph& graph)
{
    const QList<core::RevisionPtr>& revisions = graph.revisions();
    QList<LaneRow> rows(revisions.size());
    QList<RevisionId> expected;
    for (qsizetype index = revisions.size() - 1; index >= 0; --index) {
        const core::Revision& revision = *revisions.at(index);
        LaneRow& row = rows[index];
        for (int lane = 0; lane < expected.size(); ++lane) {
            if (expected.at(lane) == revision.id)
                row.below << lane;
        }
        row.isHead = row.below.isEmpty();
        row.isMerge = revision.downRevisions.size() > 1;
        row.lane = row.isHead ? freeLane(expected) : row.below.first();
        for (const int lane : std::as_const(row.below))
            expected[lane] = RevisionId();
        expected[row.lane] = RevisionId();
        for (int lane = 0; lane < expected.size(); ++lane) {
            if (!expected.at(lane).isEmpty())
                row.through << lane;
        }
        for (qsizetype parent = 0; parent < revision.downRevisions.size(); ++parent) {
            const RevisionId& id = revision.downRevisions.at(parent);
            const auto known = expected.indexOf(id);
            const int lane = known >= 0 ? int(known) : parent == 0 ? row.lane : freeLane(expected);
            expected[lane] = id;
            row.above << lane;
        }
        std::sort(row.above.begin(), row.above.end());
    }
    return rows;
}

int laneCount(const QList<LaneRow>& rows)
{
    int count = 1;
    for (const LaneRow& row : rows) {
        count = std::max(count, row.lane + 1);
        for (const QList<int>* lanes : {&row.above, &row.below, &row.through}) {
            for (const int lane : *lanes)
                count = std::max(count, lane + 1);
        }
    }
    return count;
}

} // namespace socrates::ui
