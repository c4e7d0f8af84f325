// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"
#include "core/schema/comparison.h"

namespace socrates::core {

/// Reads where the sequences stand that the comparison found to be other than expected, for those
/// who mend them, in a transaction of its own: none may be open. Does nothing where there is none,
/// or where `found` is not of a server. Errors: sql.failed, also with 55P03 where somebody holds
/// one of them for more than a moment.
Result<void> readSequenceValues(Connection& connection, const Comparison& comparison,
                                Schema& found);

} // namespace socrates::core
