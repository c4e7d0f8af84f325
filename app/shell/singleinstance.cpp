// SPDX-License-Identifier: MIT
#include "app/shell/singleinstance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kConnectMs = 1000;
/// The first start may be busy building its window.
constexpr int kAnswerMs = 5000;
/// Longer than any request; who sends more is not one of ours.
constexpr qint64 kLongestMessage = 1 << 20;
constexpr char kTaken = '+';

/// A path is in nobody else's reach on Unix; on Windows the name of a pipe is for all users, and
/// the access option keeps them out.
QString socketName(const QString& folder)
{
#ifdef Q_OS_WIN
    const QByteArray hash =
        QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"socrates-admin-"_s + QString::fromLatin1(hash.left(16));
#else
    return folder + u"/socrates-admin.socket"_s;
#endif
}

} // namespace

SingleInstance::SingleInstance(const QString& folder, QObject* parent)
    : QObject(parent), m_name(socketName(folder)), m_lock(folder + u"/socrates-admin.lock"_s)
{
    // Only a holder that is dead loses its place, however long it has been there.
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
}

QString SingleInstance::usualFolder()
{
#ifdef Q_OS_WIN
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    QDir().mkpath(folder);
    return folder;
#else
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
#endif
}

bool SingleInstance::claim()
{
    if (!m_lock.tryLock(0))
        return false;
    // Whoever holds the lock is the only one: a socket that is there is of one that crashed.
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

bool SingleInstance::handOver(const QByteArray& message) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kConnectMs))
        return false;
    QDataStream stream(&socket);
    stream << message;
    char answer = 0;
    while (socket.bytesAvailable() == 0) {
        if (!socket.waitForReadyRead(kAnswerMs))
            return false;
    }
    return socket.getChar(&answer) && answer == kTaken;
}

void SingleInstance::accept()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            QDataStream stream(socket);
            stream.startTransaction();
            QByteArray message;
            stream >> message;
            if (!stream.commitTransaction()) {
                if (stream.status() == QDataStream::ReadCorruptData ||
                    socket->bytesAvailable() > kLongestMessage)
                    socket->abort();
                return;
            }
            socket->putChar(kTaken);
            socket->disconnectFromServer();
            emit received(message);
        });
    }
}

} // namespace socrates::ui
