// SPDX-License-Identifier: MIT
#pragma once

class QPoint;
class QWidget;

namespace socrates::ui {

/// Opens the key to shapes and lines beside the widget; it closes by itself.
void showLegend(QWidget* parent, const QPoint& globalPosition);

} // namespace socrates::ui
