// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/project.h"

namespace socrates::core {

/// Tables that each database of the project will ever create, from its head's expected schema or
/// its SQL: how a misplaced table is recognised. Key: table name.
QMap<QString, DatabaseName> tableOwners(const QList<ProjectDatabase>& databases);

/// What the upgrade of a revision makes, or names anew, as far as its SQL tells.
QSet<QString> tablesMadeBy(const Revision& revision);

} // namespace socrates::core
