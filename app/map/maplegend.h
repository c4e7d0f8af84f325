// SPDX-License-Identifier: MIT
#pragma once

class QPoint;
class QWidget;

namespace socrates::ui {

/// Opens the key to the map's signs, lines and colours beside the widget; it closes by itself.
void showMapLegend(QWidget* parent, const QPoint& globalPosition);

} // namespace socrates::ui
