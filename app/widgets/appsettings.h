// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QKeySequence>
#include <QMap>
#include <QMutex>
#include <QStringList>
#include <QThreadPool>
#include <QVariant>

namespace socrates::ui {

/// The person's settings and the window's restored state. Never a password, never a database URL.
/// They are read once; what is set is written to the file on another thread, since a disk may take
/// its time, and is in it at the latest when this is destroyed.
class AppSettings
{
public:
    enum class Theme { System, Light, Dark };

    /// `file` empty: the user's own; tests give one.
    explicit AppSettings(const QString& file = {});
    ~AppSettings();
    Q_DISABLE_COPY_MOVE(AppSettings)

    Theme theme() const;
    void setTheme(Theme theme);

    /// Code of the window's language ("el"); empty: the system's.
    QString language() const;
    void setLanguage(const QString& code);

    /// Milliseconds a step waits for a lock before it gives up.
    int lockTimeoutMs() const;
    void setLockTimeoutMs(int ms);
    /// Milliseconds a statement may take; 0: as long as it wants.
    int statementTimeoutMs() const;
    void setStatementTimeoutMs(int ms);

    /// Reconnect to the last pair at start; never to production (the shell sees to that).
    bool reconnectsAtStart() const;
    void setReconnectsAtStart(bool on);
    bool verifiesAfterRun() const;
    void setVerifiesAfterRun(bool on);
    bool notifiesInBackground() const;
    void setNotifiesInBackground(bool on);
    /// An icon in the desktop's notification area; off unless wanted.
    bool showsTrayIcon() const;
    void setShowsTrayIcon(bool on);
    /// The command that opens a file at a line, with {file}, {line} and {column} in it; empty: the
    /// program the desktop opens such files with, which knows of no line.
    QString editorCommand() const;
    void setEditorCommand(const QString& command);

    /// Names of saved profiles, last used first.
    QStringList recentProfiles() const;
    void addRecentProfile(const QString& name);
    void removeRecentProfile(const QString& name);
    QString lastProjectFolder() const;
    void setLastProjectFolder(const QString& folder);

    /// Shortcuts that differ from the defaults, by action id. An empty sequence means none.
    QMap<QString, QKeySequence> shortcuts() const;
    void setShortcuts(const QMap<QString, QKeySequence>& shortcuts);

    /// Window geometry, splitters, columns: dotted keys.
    QVariant state(const QString& key) const;
    void setState(const QString& key, const QVariant& value);

private:
    QVariant value(const QString& key, const QVariant& fallback = {}) const;
    /// An invalid value takes the key away.
    void setValue(const QString& key, const QVariant& value);
    /// On the writer's thread.
    void write();

    QString m_file;
    QMap<QString, QVariant> m_values;
    QMutex m_mutex;
    QMap<QString, QVariant> m_unwritten; ///< under the mutex
    QThreadPool m_writer;
};

} // namespace socrates::ui
