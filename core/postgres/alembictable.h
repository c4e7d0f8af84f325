// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace socrates::core {

/// The statement that creates alembic_version in a schema exactly as Alembic does.
QString createVersionTableSql(const QString& schema);

} // namespace socrates::core
