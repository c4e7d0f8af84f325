// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statusshape.h"
#include "core/schema/comparison.h"

/// Outcomes and kinds of objects as the window writes and draws them.
namespace socrates::ui {

/// The outcome as the window writes it: "Match", "Missing", ...
QString outcomeLabel(core::ComparisonLine::Outcome outcome);
QIcon outcomeIcon(core::ComparisonLine::Outcome outcome);
StatusRole outcomeRole(core::ComparisonLine::Outcome outcome);
/// The kind in the window's words: "Column", "Foreign key"; and for its group: "Columns",
/// "Constraints".
QString kindLabel(core::SchemaObject::Kind kind);
QString kindGroupLabel(core::SchemaObject::Kind kind);
/// The kind that stands for all that hang below one label.
core::SchemaObject::Kind kindGroup(core::SchemaObject::Kind kind);

} // namespace socrates::ui
