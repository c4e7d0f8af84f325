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

/// Windows wants its sockets started once per process; elsewhere nothing.
inline void start()
{
#ifdef Q_OS_WIN
    static const bool isStarted = [] {
        WSADATA data;
        return WSAStartup(MAKEWORD(2, 2), &data) == 0;
    }();
    Q_UNUSED(isStarted)
#endif
}

/// A socket that is closed with its owner.
class Socket
{
public:
    Socket(int family, int type)
    {
        start();
        m_handle = ::socket(family, type, 0);
#ifndef Q_OS_WIN
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
    bool setNonBlocking() const
    {
#ifdef Q_OS_WIN
        u_long on = 1;
        return ::ioctlsocket(m_handle, FIONBIO, &on) == 0;
#else
        return ::fcntl(m_handle, F_SETFL, ::fcntl(m_handle, F_GETFL) | O_NONBLOCK) == 0;
#endif
    }

private:
    Handle m_handle = invalidHandle;
};

} // namespace socrates::core::sockets
