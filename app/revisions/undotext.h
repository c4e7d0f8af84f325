// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statuscolors.h"
#include "core/schema/undoproof.h"

#include <QFontMetrics>

namespace socrates::ui {

/// The badge: "proved", "leaves 2", "irreversible", "fails"; null: "not yet".
QString undoText(const core::UndoProof* proof);
StatusRole undoRole(const core::UndoProof* proof);
/// As wide as the widest badge without numbers.
int undoWidth(const QFontMetrics& metrics);
/// A sentence, then what is left over, one a line.
QStringList undoExplanation(const core::UndoProof* proof);

} // namespace socrates::ui
