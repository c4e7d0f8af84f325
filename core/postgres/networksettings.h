// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"

namespace socrates::core {

/// Calls of set_config() by which the server lets go of what this connection holds soon after the
/// network has died, as this side gives up then too, and not after the two hours that its system
/// waits. `isLocal`: for the transaction, which a pooler's other clients do not notice.
QStringList networkSettingCalls(const ServerInfo& server, bool isLocal);

/// The same for the transaction that an earlier item has begun.
PipelineItem networkSettings(const Connection& connection);

} // namespace socrates::core
