// SPDX-License-Identifier: MIT
#pragma once

namespace socrates::core::loopback {

/// True when a server could listen on 127.0.0.1 at this port now.
bool isPortFree(int port);
/// A port of 127.0.0.1 that nobody uses now; 0 when there is none.
int freePort();

} // namespace socrates::core::loopback
