// SPDX-License-Identifier: MIT
#include "app/widgets/bringtofront.h"

#include <QWidget>

namespace socrates::ui {

void bringToFront(QWidget& window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace socrates::ui
