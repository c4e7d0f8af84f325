// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/revisiongraph.h"

namespace socrates::ui {

/// What the graph column draws in one row. Lanes count from 0 at the left; rows run from bases to
/// heads, so parents are above.
struct LaneRow
{
    int lane = 0;       ///< of the revision itself
    QList<int> above;   ///< lanes at the row's upper edge that lead to parents
    QList<int> below;   ///< lanes at the row's lower edge that lead to children
    QList<int> through; ///< lanes that pass by
    bool isHead = false;
    bool isMerge = false;

    bool operator==(const LaneRow&) const = default;
};

/// One row per revision of the graph, in its order.
QList<LaneRow> layoutLanes(const core::RevisionGraph& graph);
/// The number of lanes side by side.
int laneCount(const QList<LaneRow>& rows);

} // namespace socrates::ui
