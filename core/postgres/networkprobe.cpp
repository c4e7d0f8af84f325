// SPDX-License-Identifier: MIT
#include "core/postgres/networkprobe.h"

#include "core/postgres/sockets.h"

#include <QDeadlineTimer>
#include <QFile>

#include <memory>

#ifndef Q_OS_WIN
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/un.h>
#endif

namespace socrates::core::networkprobe {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookAtTokenMs = 100;

using Addresses = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

Addresses resolved(const QString& host, const QString& port)
{
    sockets::start();
    addrinfo hints = {};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const QByteArray service = port.toLatin1();
    const int result =
        ::getaddrinfo(host.toUtf8().constData(), service.isEmpty() ? nullptr : service.constData(),
                      &hints, &found);
    return {result == 0 ? found : nullptr, &::freeaddrinfo};
}

bool isInProgress()
{
#ifdef Q_OS_WIN
    return WSAGetLastError() == WSAEWOULDBLOCK;
#else
    return errno == EINPROGRESS || errno == EAGAIN;
#endif
}

bool isRefusal(int error)
{
#ifdef Q_OS_WIN
    return error == WSAECONNREFUSED;
#else
    return error == ECONNREFUSED;
#endif
}

int lastError()
{
#ifdef Q_OS_WIN
    return WSAGetLastError();
#else
    return errno;
#endif
}

/// Waits until the connect under way has ended; false when time or patience has.
bool waitForConnect(sockets::Handle handle, const QDeadlineTimer& deadline,
                    const CancelToken& token)
{
    while (!deadline.hasExpired() && !token.isStopRequested()) {
        const int wait =
            int(qMin<qint64>(lookAtTokenMs, qMax<qint64>(1, deadline.remainingTime())));
#ifdef Q_OS_WIN
        WSAPOLLFD waited{handle, POLLOUT, 0};
        const int ready = ::WSAPoll(&waited, 1, wait);
#else
        pollfd waited{handle, POLLOUT, 0};
        const int ready = ::poll(&waited, 1, wait);
#endif
        if (ready > 0)
            return true;
    }
    return false;
}

Answer connectTo(int family, const sockaddr* address, socklen_t size,
                 const QDeadlineTimer& deadline, const CancelToken& token)
{
    const sockets::Socket socket(family, SOCK_STREAM);
    if (!socket.isValid() || !socket.setNonBlocking())
        return Answer::Unreachable;
    if (::connect(socket.handle(), address, size) == 0)
        return Answer::Accepted;
    if (!isInProgress())
        return isRefusal(lastError()) ? Answer::Refused : Answer::Unreachable;
    if (!waitForConnect(socket.handle(), deadline, token))
        return Answer::Silent;
    int error = 0;
    socklen_t length = sizeof error;
    ::getsockopt(socket.handle(), SOL_SOCKET, SO_ERROR, reinterpret_cast<char*>(&error), &length);
    return error == 0 ? Answer::Accepted : isRefusal(error) ? Answer::Refused : Answer::Unreachable;
}

#ifndef Q_OS_WIN
Answer reachSocket(const QString& folder, const QString& port, const QDeadlineTimer& deadline,
                   const CancelToken& token)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    QByteArray path = QFile::encodeName(folder + u"/.s.PGSQL."_s + port);
    if (path.size() >= qsizetype(sizeof address.sun_path))
        return Answer::Unreachable;
    const bool isAbstract = path.startsWith('@'); // Linux's names without a file
    if (isAbstract)
        path[0] = '\0';
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    const auto size =
        socklen_t(offsetof(sockaddr_un, sun_path) + size_t(path.size()) + (isAbstract ? 0 : 1));
    if (!isAbstract && !QFile::exists(QFile::decodeName(path)))
        return Answer::Refused; // no socket file means the same as a closed port
    return connectTo(AF_UNIX, reinterpret_cast<const sockaddr*>(&address), size, deadline, token);
}
#endif

} // namespace

bool isSocketFolder(const QString& host)
{
    return host.startsWith(u'/') || host.startsWith(u'@');
}

QString defaultHost()
{
#ifdef Q_OS_WIN
    return u"localhost"_s;
#elif defined(Q_OS_LINUX)
    // Debian's libpq looks here, other builds in /tmp.
    return QFile::exists(u"/var/run/postgresql"_s) ? u"/var/run/postgresql"_s : u"/tmp"_s;
#else
    return u"/tmp"_s;
#endif
}

QStringList addressesOf(const QString& host)
{
    const Addresses all = resolved(host, {});
    QStringList result;
    for (const addrinfo* one = all.get(); one != nullptr; one = one->ai_next) {
        char text[NI_MAXHOST];
        if (::getnameinfo(one->ai_addr, socklen_t(one->ai_addrlen), text, sizeof text, nullptr, 0,
                          NI_NUMERICHOST) != 0)
            continue;
        if (const QString address = QString::fromLatin1(text); !result.contains(address))
            result << address;
    }
    return result;
}

Answer reach(const QString& host, const QString& port, int timeoutMs, const CancelToken& token)
{
    const QDeadlineTimer deadline(timeoutMs);
    if (isSocketFolder(host)) {
#ifdef Q_OS_WIN
        return Answer::Unreachable;
#else
        return reachSocket(host, port, deadline, token);
#endif
    }
    const Addresses all = resolved(host, port);
    Answer best = Answer::Unreachable;
    for (const addrinfo* one = all.get(); one != nullptr; one = one->ai_next) {
        const Answer answer =
            connectTo(one->ai_family, one->ai_addr, socklen_t(one->ai_addrlen), deadline, token);
        if (answer == Answer::Accepted)
            return answer;
        if (answer == Answer::Refused || best == Answer::Unreachable)
            best = answer;
    }
    return best;
}

} // namespace socrates::core::networkprobe
