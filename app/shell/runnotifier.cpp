// SPDX-License-Identifier: MIT
#include "app/shell/runnotifier.h"

#include "app/theme/icons.h"
#include "app/widgets/appsettings.h"
#include "app/widgets/bringtofront.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QWidget>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

/// Of a shorter run the person knows the end without being called.
constexpr qint64 kLongRunSeconds = 10;
/// As long as a notification that nobody looks at stays, before its icon goes as well.
constexpr int kNotificationMs = 10000;

} // namespace

RunNotifier::RunNotifier(const AppSettings& settings, QWidget* window)
    : QObject(window), m_settings(settings), m_window(window)
{
    applySettings();
}

void RunNotifier::applySettings()
{
    const bool isWanted = m_settings.showsTrayIcon() && QSystemTrayIcon::isSystemTrayAvailable();
    if (isWanted && m_icon == nullptr) {
        m_icon = new QSystemTrayIcon(programIcon(), this);
        m_icon->setToolTip(tr("Socrates Admin"));
        connect(m_icon, &QSystemTrayIcon::activated, this, &RunNotifier::raiseWindow);
        connect(m_icon, &QSystemTrayIcon::messageClicked, this, &RunNotifier::raiseWindow);
        m_icon->show();
    } else if (!isWanted && m_icon != nullptr) {
        m_icon->deleteLater();
        m_icon = nullptr;
    }
}

void RunNotifier::showProgress(int done, int total)
{
    if (m_icon != nullptr)
        m_icon->setToolTip(tr("Socrates Admin: %1 of %2 statements run").arg(done).arg(total));
}

void RunNotifier::showResult(const QString& text, bool isGood, qint64 seconds)
{
    if (m_icon != nullptr)
        m_icon->setToolTip(tr("Socrates Admin: %1").arg(text));
    if (seconds <= kLongRunSeconds || m_window->isActiveWindow() ||
        !m_settings.notifiesInBackground())
        return;
    QApplication::alert(m_window);
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    QSystemTrayIcon* icon = m_icon;
    if (icon == nullptr) {
        // A notification needs an icon to come from: one for as long as it is there.
        icon = new QSystemTrayIcon(programIcon(), this);
        connect(icon, &QSystemTrayIcon::messageClicked, this, &RunNotifier::raiseWindow);
        QTimer::singleShot(kNotificationMs, icon, &QObject::deleteLater);
        icon->show();
    }
    icon->showMessage(tr("Socrates Admin"), text,
                      isGood ? QSystemTrayIcon::Information : QSystemTrayIcon::Warning,
                      kNotificationMs);
}

bool RunNotifier::isIconVisible() const
{
    return m_icon != nullptr && m_icon->isVisible();
}

void RunNotifier::raiseWindow()
{
    bringToFront(*m_window);
}

} // namespace socrates::ui
