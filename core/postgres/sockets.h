// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace socrates::core::sockets {

#ifdef Q_OS_WIN
using Handle = SOCKET;
constexpr Handle invalidHandle = INVALID_SOCKET;
#else
using Handle = int;
constexpr Handle invalidHandle = -1;
#endif

/// A socket that is closed with its owner. Core links no QtNetwork: two probes do not justify it.
class Socket
{
public:
    Socket(int family, int type)
    {
#ifdef Q_OS_WIN
        static const bool isStarted = [] {
            WSADATA data;
            return WSAStartup(MAKEWORD(2, 2), &data) == 0;
        }();
        Q_UNUSED(isStarted)
        m_handle = ::socket(family, type, 0);
#else
        m_handle = ::socket(family, type, 0);
        if (isValid())
            ::fcntl(m_handle, F_SETFD, FD_CLOEXEC);
#endif
    }
    ~Socket()
    {
        if (!isValid())
            return;
#ifdef Q_OS_WIN
        ::closesocket(m_handle);
#else
        ::close(m_handle);
#endif
    }
    Q_DISABLE_COPY_MOVE(Socket)

    bool isValid() const
    {
        return m_handle != invalidHandle;
    }
    Handle handle() const
    {
        return m_handle;
    }

private:
    Handle m_handle = invalidHandle;
};

} // namespace socrates::core::sockets
