// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/schema.h"

namespace socrates::test {

/// Changes of each object of a schema, one after the other, every one of a kind that people make by
/// hand: some of them are refused by PostgreSQL where another object is in the way.
QStringList mutationsOf(const core::Schema& schema);

} // namespace socrates::test
