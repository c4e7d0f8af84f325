// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"

namespace socrates::core {

/// The names, one in a row, of the indexes that an interrupted CREATE INDEX CONCURRENTLY left
/// INVALID: not one that somebody builds right now, nor a partitioned one, which may stay so.
PipelineItem invalidIndexesQuery();

} // namespace socrates::core
