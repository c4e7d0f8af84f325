// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPalette>

namespace socrates::ui {

/// What a colour means. Never the only sign of it: a word and a shape go with every use.
enum class StatusRole { Applied, Pending, Warning, Failed, Neutral, Production };

/// Whether the palette is a dark one, by the lightness of its window colour.
bool isDark(const QPalette& palette);
/// Text and shapes: at least 4.5:1 on the palette's base colour.
QColor statusColor(StatusRole role, const QPalette& palette);
/// A weak background of the same hue, for strips and chips.
QColor statusTint(StatusRole role, const QPalette& palette);

} // namespace socrates::ui
