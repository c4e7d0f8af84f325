// SPDX-License-Identifier: MIT
#pragma once

#include <QPalette>

class QApplication;

namespace socrates::ui {

enum class ColorScheme { System, Light, Dark };

/// Qt 6.4 cannot set a colour scheme, so Light and Dark are the Fusion style with a palette of
/// ours; System gives back what the platform had at start.
class Theme
{
public:
    explicit Theme(QApplication& application);
    void apply(ColorScheme scheme);

    static QPalette lightPalette();
    static QPalette darkPalette();

private:
    QApplication& m_application;
    QPalette m_systemPalette;
    QString m_systemStyle;
};

} // namespace socrates::ui
