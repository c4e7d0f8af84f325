// SPDX-License-Identifier: MIT
#include "app/widgets/appsettings.h"

#include "core/base/filereplacement.h"

#include <QMutexLocker>
#include <QSettings>

#include <memory>
#include <utility>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRecentProfiles = 12;

/// Part of every key of restored state: raised when its meaning changes, so that an old state is
/// forgotten and not misread.
const auto kStateGroup = "state2/"_L1;

const auto kShortcutGroup = "shortcuts/"_L1;

std::unique_ptr<QSettings> openFile(const QString& file)
{
    return file.isEmpty() ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                        u"socrates-admin"_s, u"socrates-admin"_s)
                          : std::make_unique<QSettings>(file, QSettings::IniFormat);
}

} // namespace

AppSettings::AppSettings(const QString& file) : m_file(file)
{
    const auto stored = openFile(file);
    const QStringList keys = stored->allKeys();
    for (const QString& key : keys)
        m_values.insert(key, stored->value(key));
    m_writer.setMaxThreadCount(1);
}

AppSettings::~AppSettings()
{
    m_writer.waitForDone();
}

QVariant AppSettings::value(const QString& key, const QVariant& fallback) const
{
    return m_values.value(key, fallback);
}

void AppSettings::setValue(const QString& key, const QVariant& value)
{
    if (value.isValid())
        m_values.insert(key, value);
    else
        m_values.remove(key);
    const QMutexLocker lock(&m_mutex);
    if (m_unwritten.isEmpty()) // else somebody is on the way to take them
        m_writer.start([this] { write(); });
    m_unwritten.insert(key, value);
}

void AppSettings::write()
{
    QMutexLocker lock(&m_mutex);
    const QMap<QString, QVariant> changes = std::exchange(m_unwritten, {});
    lock.unlock();
    core::replaceWhenUnread([&] {
        const auto stored = openFile(m_file);
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            if (it->isValid())
                stored->setValue(it.key(), *it);
            else
                stored->remove(it.key());
        }
        stored->sync();
        return stored->status() == QSettings::NoError;
    });
}

AppSettings::Theme AppSettings::theme() const
{
    const QString text = value(u"theme"_s).toString();
    if (text == "light"_L1)
        return Theme::Light;
    return text == "dark"_L1 ? Theme::Dark : Theme::System;
}

void AppSettings::setTheme(Theme theme)
{
    setValue(u"theme"_s, theme == Theme::Light  ? u"light"_s
                         : theme == Theme::Dark ? u"dark"_s
                                                : u"system"_s);
}

QString AppSettings::language() const
{
    return value(u"language"_s).toString();
}

void AppSettings::setLanguage(const QString& code)
{
    setValue(u"language"_s, code);
}

int AppSettings::lockTimeoutMs() const
{
    return qBound(100, value(u"run/lockTimeoutMs"_s, 5000).toInt(), 3600000);
}

void AppSettings::setLockTimeoutMs(int ms)
{
    setValue(u"run/lockTimeoutMs"_s, ms);
}

int AppSettings::statementTimeoutMs() const
{
    return qMax(0, value(u"run/statementTimeoutMs"_s, 0).toInt());
}

void AppSettings::setStatementTimeoutMs(int ms)
{
    setValue(u"run/statementTimeoutMs"_s, ms);
}

bool AppSettings::reconnectsAtStart() const
{
    return value(u"reconnectAtStart"_s, true).toBool();
}

void AppSettings::setReconnectsAtStart(bool on)
{
    setValue(u"reconnectAtStart"_s, on);
}

bool AppSettings::verifiesAfterRun() const
{
    return value(u"run/verifyAfter"_s, true).toBool();
}

void AppSettings::setVerifiesAfterRun(bool on)
{
    setValue(u"run/verifyAfter"_s, on);
}

bool AppSettings::notifiesInBackground() const
{
    return value(u"run/notify"_s, true).toBool();
}

void AppSettings::setNotifiesInBackground(bool on)
{
    setValue(u"run/notify"_s, on);
}

bool AppSettings::showsTrayIcon() const
{
    return value(u"trayIcon"_s, false).toBool();
}

void AppSettings::setShowsTrayIcon(bool on)
{
    setValue(u"trayIcon"_s, on);
}

QString AppSettings::editorCommand() const
{
    return value(u"editorCommand"_s).toString();
}

void AppSettings::setEditorCommand(const QString& command)
{
    setValue(u"editorCommand"_s, command);
}

QStringList AppSettings::recentProfiles() const
{
    return value(u"recentProfiles"_s).toStringList();
}

void AppSettings::addRecentProfile(const QString& name)
{
    QStringList names = recentProfiles();
    names.removeAll(name);
    names.prepend(name);
    setValue(u"recentProfiles"_s, QStringList(names.mid(0, kRecentProfiles)));
}

void AppSettings::removeRecentProfile(const QString& name)
{
    QStringList names = recentProfiles();
    names.removeAll(name);
    setValue(u"recentProfiles"_s, names);
}

QString AppSettings::lastProjectFolder() const
{
    return value(u"lastProjectFolder"_s).toString();
}

void AppSettings::setLastProjectFolder(const QString& folder)
{
    setValue(u"lastProjectFolder"_s, folder);
}

QMap<QString, QKeySequence> AppSettings::shortcuts() const
{
    QMap<QString, QKeySequence> result;
    for (auto it = m_values.lowerBound(kShortcutGroup);
         it != m_values.end() && it.key().startsWith(kShortcutGroup); ++it)
        result.insert(it.key().mid(kShortcutGroup.size()),
                      QKeySequence::fromString(it->toString()));
    return result;
}

void AppSettings::setShortcuts(const QMap<QString, QKeySequence>& shortcuts)
{
    const QStringList before = this->shortcuts().keys();
    for (const QString& id : before) {
        if (!shortcuts.contains(id))
            setValue(kShortcutGroup + id, {});
    }
    for (auto it = shortcuts.begin(); it != shortcuts.end(); ++it)
        setValue(kShortcutGroup + it.key(), it.value().toString());
}

QVariant AppSettings::state(const QString& key) const
{
    return value(kStateGroup + key);
}

void AppSettings::setState(const QString& key, const QVariant& value)
{
    setValue(kStateGroup + key, value);
}

} // namespace socrates::ui
