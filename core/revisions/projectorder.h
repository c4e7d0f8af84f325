// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/project.h"

namespace socrates::core {

/// A revision as a step of the whole project.
struct ProjectStep
{
    DatabaseName database;
    RevisionPtr revision;
};

/// Every revision of every database in the order in which they would be applied to empty ones:
/// database by database, each in its lineage's order, after what it requires of others. Revisions
/// that require each other in a circle come last, in project order.
QList<ProjectStep> projectOrder(const Project& project);

} // namespace socrates::core
