// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace socrates::core {

/// Of the libpq that is loaded, which need not be the one that this was built with: "15.18".
QString libpqVersion();

/// What that libpq encrypts connections with: "OpenSSL". Empty: nothing, or it is older than 15 and
/// does not tell.
QString libpqTlsLibrary();

} // namespace socrates::core
