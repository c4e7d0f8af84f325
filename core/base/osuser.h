// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace socrates::core {

/// The name the operating system knows the person by; empty when it does not say.
QString currentOsUser();

} // namespace socrates::core
