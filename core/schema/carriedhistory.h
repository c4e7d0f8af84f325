// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/project.h"
#include "core/schema/expectedfile.h"
#include "core/schema/schemahistory.h"

namespace socrates::core {

/// The history that the entries tell, when they tell all of it.
std::optional<SchemaHistory> historyFrom(const RevisionGraph& graph,
                                         const QList<ExpectedFile::Entry>& entries);

/// The history that the project carries, of the newest server version for which it is whole: for
/// looking at a project where no server is at hand. Errors: schema.no_history, which says what is
/// missing, and project.expected.
Result<SchemaHistory> carriedHistory(const Project& project, const DatabaseName& database);

} // namespace socrates::core
