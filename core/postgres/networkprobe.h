// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"

#include <QStringList>

/// Just enough network to tell a wrong name from a closed port from a silent firewall. Core links
/// no QtNetwork for two calls.
namespace socrates::core::networkprobe {

enum class Answer {
    Accepted,   ///< something listens there
    Refused,    ///< the machine answers, nothing listens
    Silent,     ///< no answer in time
    Unreachable ///< no way there, or no such socket folder
};

/// True for a unix socket's folder, as libpq tells it from a host name: it begins with / or @.
bool isSocketFolder(const QString& host);
/// Where libpq goes when no host is given: a socket folder, on Windows "localhost".
QString defaultHost();
/// The addresses of a host name; empty when there is none. May block as long as the resolver does.
QStringList addressesOf(const QString& host);
/// Connects to the port (or the socket in the folder) and hangs up. All addresses are tried.
Answer reach(const QString& host, const QString& port, int timeoutMs, const CancelToken& token);

} // namespace socrates::core::networkprobe
