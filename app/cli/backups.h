// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/databases.h"

#include <QJsonArray>

namespace socrates::cli {

/// Backs up these databases, one after the other, into --dir or the usual folder, and tells the
/// files; they are also put into `document`. The first failure ends it.
core::Result<void> backUp(Request& request, const Databases& databases,
                          const QList<core::DatabaseStatus>& statuses, QJsonArray& document);

} // namespace socrates::cli
