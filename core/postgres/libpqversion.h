// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace socrates::core {

/// Of the libpq that is loaded, which need not be the one that this was built with: "15.18".
QString libpqVersion();

} // namespace socrates::core
