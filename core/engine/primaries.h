// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/names.h"
#include "core/base/result.h"
#include "core/postgres/connectionparameters.h"

namespace socrates::core {

/// Looks at each host of a connection that names several: server.two_primaries when more than one
/// of them can be written to, which is what a failover leaves behind that did not stop the old
/// primary. What one of them commits is lost then. Nothing where only one host is named. Hosts that
/// do not answer within three seconds say nothing. Blocks.
Result<void> checkPrimaries(const DatabaseName& database, const ConnectionParameters& parameters,
                            const CancelToken& token = {});

} // namespace socrates::core
