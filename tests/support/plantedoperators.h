// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace socrates::test {

/// Makes, in a schema of the search path, every operator that pg_catalog lacks for two types: a
/// better match there than what pg_catalog has for other types. Each raises "planted" when it is
/// called, and may be executed by its owner only, so that others learn before the first row.
QString plantedOperatorsSql(const QString& schema);

} // namespace socrates::test
