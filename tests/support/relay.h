// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/sockets.h"

#include <QByteArray>
#include <QList>

#include <atomic>
#include <thread>

namespace socrates::test {

/// Stands between a program and a server on loopback, on a thread of its own. Passes everything on,
/// some bytes changed on the way for others of the same number: a server of another kind.
class Relay
{
public:
    struct Change
    {
        QByteArray from;
        QByteArray to; ///< as long as `from`; filled up with blanks otherwise
    };

    /// The first `refusals` connections hear that the server is starting up (57P03).
    Relay(int serverPort, QList<Change> changes, int refusals = 0);
    ~Relay();
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;

    int port() const { return m_port; }

private:
    void serve();
    QByteArray changed(QByteArray bytes) const;
    static void refuse(core::sockets::Handle client);

    QList<Change> m_changes;
    int m_serverPort;
    int m_refusals;
    core::sockets::Handle m_listener = core::sockets::invalidHandle;
    int m_port = 0;
    std::atomic<bool> m_isEnding{false};
    std::thread m_thread;
};

} // namespace socrates::test
