// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"
#include "core/schema/comparison.h"

namespace socrates::core {

/// Reads where the sequences stand that the comparison found to be other than expected, for those
/// who mend them. Does nothing where there is none, or where `found` is not of a server.
Result<void> readSequenceValues(Connection& connection, const Comparison& comparison,
                                Schema& found);

} // namespace socrates::core
