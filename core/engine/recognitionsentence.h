// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/recognition.h"

namespace socrates::core {

/// What was recognised, in one line: "002 but index users.idx_users_status is missing". All of
/// `recognition` but its offers is known.
QString recognitionSentence(const Recognition& recognition, const Project& project,
                            const SchemaHistory& history);

} // namespace socrates::core
