// SPDX-License-Identifier: MIT
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace socrates::ui {

/// One window a user: the first start listens on a local socket that only its user can reach, and
/// later starts hand over what they were asked for.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    /// The lock and the socket are in `folder`, which must be its user's alone.
    explicit SingleInstance(const QString& folder, QObject* parent = nullptr);

    /// The user's own folder for this; empty when there is none.
    static QString usualFolder();

    /// What the first start listens on: a socket's path, on Windows a pipe's name.
    QString serverName() const { return m_name; }

    /// Makes this the first start; what one that crashed has left behind is taken over. False when
    /// another holds the place, or there can be none.
    bool claim();
    /// Whether the first start has taken the message. Blocks, but not for long: to be called
    /// before there is a window.
    bool handOver(const QByteArray& message) const;

signals:
    void received(const QByteArray& message);

private:
    void accept();

    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace socrates::ui
