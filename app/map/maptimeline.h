// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/verification.h"
#include "core/revisions/projectorder.h"
#include "core/schema/schemahistory.h"
#include "core/schema/schemamap.h"

namespace socrates::ui {

/// What a project's databases look like over time: at each step of the project's order, and now.
/// A value; everything here may be used on any thread.
struct MapTimeline
{
    QList<core::ProjectStep> steps;
    QMap<core::DatabaseName, core::SchemaHistory> histories;
    QList<core::DatabaseVerification> live; ///< empty: not connected, or not looked at yet

    /// Positions: 0 before everything, then one after each step, and the last one is now.
    int lastStep() const { return int(steps.size()); }
    int now() const { return lastStep() + 1; }
    bool hasHistory() const { return !histories.isEmpty() && !steps.isEmpty(); }
    /// The step that leads to a position; null for the first and for now.
    const core::ProjectStep* stepAt(int position) const;
    /// Whether the step has been applied; nothing where the database is not connected.
    std::optional<bool> isApplied(const core::ProjectStep& step) const;
    /// What a map of this position is made of.
    QList<core::MapSource> sourcesAt(int position) const;
};

/// "004 of socrates_specs: Create sessions table – pending", "Now".
QString positionText(const MapTimeline& timeline, int position);

} // namespace socrates::ui
