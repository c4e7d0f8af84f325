// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

class QWidget;

namespace socrates::ui {

/// The areas of a window between which F6 goes, as it does elsewhere on the platform: what the
/// splitters inside `roots` part, in their order. What is not in sight is left out.
QList<QWidget*> focusAreas(const QList<QWidget*>& roots);

/// Gives the focus to the area after the one that has it (`step` 1) or before it (-1), going
/// round; to what is looked at there, rather than to a button above it.
void focusNextArea(const QList<QWidget*>& areas, int step);

} // namespace socrates::ui
