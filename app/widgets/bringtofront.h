// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace socrates::ui {

/// Shows a window above the others and gives it the keyboard, also when it was minimised.
void bringToFront(QWidget& window);

} // namespace socrates::ui
