// SPDX-License-Identifier: MIT
#include "tests/support/relay.h"

#include <QtEndian>

#ifndef Q_OS_WIN
#include <poll.h>
#endif

#include <array>
#include <vector>

namespace socrates::test {

using core::sockets::Handle;
using core::sockets::invalidHandle;

namespace {

#ifdef Q_OS_WIN
constexpr int kSendFlags = 0; // a broken connection is an error there, and no signal

int poll(pollfd* waits, size_t count, int timeoutMs)
{
    return ::WSAPoll(waits, ULONG(count), timeoutMs);
}

void close(Handle handle)
{
    ::closesocket(handle);
}
#else
constexpr int kSendFlags = MSG_NOSIGNAL;
#endif

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<quint16>(port));
    return address;
}

/// Both ends of one connection through the relay.
struct Pair
{
    std::array<Handle, 2> ends{invalidHandle, invalidHandle};
    bool isClosed() const { return ends[0] == invalidHandle; }
};

} // namespace

Relay::Relay(int serverPort, QList<Change> changes, int refusals)
    : m_changes(std::move(changes)), m_serverPort(serverPort), m_refusals(refusals)
{
    for (Change& change : m_changes)
        change.to = change.to.leftJustified(change.from.size(), ' ');
    core::sockets::start();
    m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::listen(m_listener, 16) != 0 ||
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        qFatal("the relay cannot listen");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

Relay::~Relay()
{
    m_isEnding = true;
    m_thread.join();
    close(m_listener);
}

QByteArray Relay::changed(QByteArray bytes) const
{
    for (const Change& change : m_changes)
        bytes.replace(change.from, change.to);
    return bytes;
}

/// Whatever is asked about encryption is denied; what then comes is the start of a session.
void Relay::refuse(core::sockets::Handle client)
{
    std::array<char, 1024> buffer{};
    constexpr qsizetype kEncryptionRequest = 8;
    while (::recv(client, buffer.data(), int(buffer.size()), 0) == kEncryptionRequest)
        ::send(client, "N", 1, kSendFlags);
    QByteArray fields("SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0", 57);
    fields.append('\0');
    QByteArray message("E");
    const quint32 length = qToBigEndian(quint32(fields.size() + 4));
    message.append(reinterpret_cast<const char*>(&length), 4);
    message.append(fields);
    ::send(client, message.constData(), int(message.size()), kSendFlags);
    close(client);
}

void Relay::serve()
{
    std::vector<Pair> pairs;
    const auto drop = [](Pair& pair) {
        for (Handle& end : pair.ends)
            close(std::exchange(end, invalidHandle));
    };
    while (!m_isEnding) {
        std::vector<pollfd> waits{{m_listener, POLLIN, 0}};
        for (const Pair& pair : pairs) {
            for (const Handle end : pair.ends)
                waits.push_back({end, POLLIN, 0});
        }
        if (poll(waits.data(), waits.size(), 50) <= 0)
            continue;
        for (size_t i = 1; i < waits.size(); ++i) {
            Pair& pair = pairs[(i - 1) / 2];
            if (waits[i].revents == 0 || pair.isClosed())
                continue;
            std::array<char, 65536> buffer{};
            const auto count = ::recv(waits[i].fd, buffer.data(), int(buffer.size()), 0);
            const QByteArray bytes = changed(QByteArray(buffer.data(), qMax<qsizetype>(0, count)));
            if (count <= 0 || ::send(pair.ends[i % 2], bytes.constData(), int(bytes.size()),
                                     kSendFlags) != bytes.size())
                drop(pair);
        }
        std::erase_if(pairs, [](const Pair& pair) { return pair.isClosed(); });
        if (waits[0].revents != 0) {
            Pair pair;
            pair.ends[0] = ::accept(m_listener, nullptr, nullptr);
            if (m_refusals > 0) {
                --m_refusals;
                refuse(pair.ends[0]);
                continue;
            }
            pair.ends[1] = ::socket(AF_INET, SOCK_STREAM, 0);
            const sockaddr_in address = loopback(m_serverPort);
            if (::connect(pair.ends[1], reinterpret_cast<const sockaddr*>(&address),
                          sizeof address) == 0)
                pairs.push_back(pair);
            else
                drop(pair);
        }
    }
    for (Pair& pair : pairs)
        drop(pair);
}

} // namespace socrates::test
