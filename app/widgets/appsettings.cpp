// SPDX-License-Identifier: MIT
#include "app/widgets/appsettings.h"

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRecentProfiles = 12;

/// Part of every key of restored state: raised when its meaning changes, so that an old state is
/// forgotten and not misread.
const auto kStateGroup = "state2/"_L1;

} // namespace

AppSettings::AppSettings(const QString& file)
    : m_settings(file.isEmpty()
                     ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                   u"socrates-admin"_s, u"socrates-admin"_s)
                     : std::make_unique<QSettings>(file, QSettings::IniFormat))
{}

AppSettings::Theme AppSettings::theme() const
{
    const QString text = m_settings->value(u"theme"_s).toString();
    if (text == "light"_L1)
        return Theme::Light;
    return text == "dark"_L1 ? Theme::Dark : Theme::System;
}

void AppSettings::setTheme(Theme theme)
{
    m_settings->setValue(u"theme"_s, theme == Theme::Light  ? u"light"_s
                                     : theme == Theme::Dark ? u"dark"_s
                                                            : u"system"_s);
}

QString AppSettings::language() const
{
    return m_settings->value(u"language"_s).toString();
}

void AppSettings::setLanguage(const QString& code)
{
    m_settings->setValue(u"language"_s, code);
}

int AppSettings::lockTimeoutMs() const
{
    return qBound(100, m_settings->value(u"run/lockTimeoutMs"_s, 5000).toInt(), 3600000);
}

void AppSettings::setLockTimeoutMs(int ms)
{
    m_settings->setValue(u"run/lockTimeoutMs"_s, ms);
}

int AppSettings::statementTimeoutMs() const
{
    return qMax(0, m_settings->value(u"run/statementTimeoutMs"_s, 0).toInt());
}

void AppSettings::setStatementTimeoutMs(int ms)
{
    m_settings->setValue(u"run/statementTimeoutMs"_s, ms);
}

bool AppSettings::reconnectsAtStart() const
{
    return m_settings->value(u"reconnectAtStart"_s, true).toBool();
}

void AppSettings::setReconnectsAtStart(bool on)
{
    m_settings->setValue(u"reconnectAtStart"_s, on);
}

bool AppSettings::verifiesAfterRun() const
{
    return m_settings->value(u"run/verifyAfter"_s, true).toBool();
}

void AppSettings::setVerifiesAfterRun(bool on)
{
    m_settings->setValue(u"run/verifyAfter"_s, on);
}

bool AppSettings::notifiesInBackground() const
{
    return m_settings->value(u"run/notify"_s, true).toBool();
}

void AppSettings::setNotifiesInBackground(bool on)
{
    m_settings->setValue(u"run/notify"_s, on);
}

bool AppSettings::showsTrayIcon() const
{
    return m_settings->value(u"trayIcon"_s, false).toBool();
}

void AppSettings::setShowsTrayIcon(bool on)
{
    m_settings->setValue(u"trayIcon"_s, on);
}

QString AppSettings::editorCommand() const
{
    return m_settings->value(u"editorCommand"_s).toString();
}

void AppSettings::setEditorCommand(const QString& command)
{
    m_settings->setValue(u"editorCommand"_s, command);
}

QStringList AppSettings::recentProfiles() const
{
    return m_settings->value(u"recentProfiles"_s).toStringList();
}

void AppSettings::addRecentProfile(const QString& name)
{
    QStringList names = recentProfiles();
    names.removeAll(name);
    names.prepend(name);
    m_settings->setValue(u"recentProfiles"_s, QStringList(names.mid(0, kRecentProfiles)));
}

void AppSettings::removeRecentProfile(const QString& name)
{
    QStringList names = recentProfiles();
    names.removeAll(name);
    m_settings->setValue(u"recentProfiles"_s, names);
}

QString AppSettings::lastProjectFolder() const
{
    return m_settings->value(u"lastProjectFolder"_s).toString();
}

void AppSettings::setLastProjectFolder(const QString& folder)
{
    m_settings->setValue(u"lastProjectFolder"_s, folder);
}

QMap<QString, QKeySequence> AppSettings::shortcuts() const
{
    QMap<QString, QKeySequence> result;
    m_settings->beginGroup(u"shortcuts"_s);
    const QStringList ids = m_settings->childKeys();
    for (const QString& id : ids)
        result.insert(id, QKeySequence::fromString(m_settings->value(id).toString()));
    m_settings->endGroup();
    return result;
}

void AppSettings::setShortcuts(const QMap<QString, QKeySequence>& shortcuts)
{
    m_settings->remove(u"shortcuts"_s);
    m_settings->beginGroup(u"shortcuts"_s);
    for (auto it = shortcuts.begin(); it != shortcuts.end(); ++it)
        m_settings->setValue(it.key(), it.value().toString());
    m_settings->endGroup();
}

QVariant AppSettings::state(const QString& key) const
{
    return m_settings->value(kStateGroup + key);
}

void AppSettings::setState(const QString& key, const QVariant& value)
{
    m_settings->setValue(kStateGroup + key, value);
}

} // namespace socrates::ui
