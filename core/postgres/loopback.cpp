// SPDX-License-Identifier: MIT
#include "core/postgres/loopback.h"

#include "core/postgres/sockets.h"

namespace socrates::core::loopback {

namespace {

/// Binds 127.0.0.1:port and lets go again. The port that was bound, 0 when it could not be.
int tryBind(int port)
{
    const sockets::Socket socket(AF_INET, SOCK_STREAM);
    if (!socket.isValid())
        return 0;
#ifndef Q_OS_WIN
    // As PostgreSQL does: connections that are winding down do not hold the port. On Windows the
    // option means something else, namely sharing a port that is in use.
    const int on = 1;
    ::setsockopt(socket.handle(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
#endif
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(quint16(port));
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(socket.handle(), generic, size) != 0 ||
        ::getsockname(socket.handle(), generic, &size) != 0)
        return 0;
    return ntohs(address.sin_port);
}

} // namespace

bool isPortFree(int port)
{
    return port > 0 && port < 65536 && tryBind(port) == port;
}

int freePort()
{
    return tryBind(0);
}

} // namespace socrates::core::loopback
