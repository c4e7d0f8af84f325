// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace socrates::ui {

class AppSettings;

/// Tells the desktop of runs while the window is out of sight: the icon in the notification area
/// (off unless wanted) with the progress and the last result, and a notification when a long run
/// ends. Where the desktop has no such area, the taskbar entry calls for attention instead.
class RunNotifier final : public QObject
{
    Q_OBJECT
public:
    RunNotifier(const AppSettings& settings, QWidget* window);

    /// To be called when the settings have changed.
    void applySettings();
    void showProgress(int done, int total);
    /// `seconds`: how long the run took.
    void showResult(const QString& text, bool isGood, qint64 seconds);
    bool isIconVisible() const;

private:
    void raiseWindow();

    const AppSettings& m_settings;
    QWidget* m_window;
    QSystemTrayIcon* m_icon = nullptr;
};

} // namespace socrates::ui
