// SPDX-License-Identifier: MIT
#pragma once

namespace socrates::core {

/// Keeps the passwords that this process holds out of core files, and other processes of the same
/// user from reading its memory. First thing in main(). Does nothing where the system has no such
/// switch.
void forbidCoreDumps();

} // namespace socrates::core
