// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/schema.h"

#include <set>

namespace socrates::core {

/// How many objects of each kind.
using KindCounts = QMap<SchemaObject::Kind, int>;

struct GrantsLeftOut
{
    KindCounts counts;           ///< objects that had grants which were left out
    std::set<Schema::Key> meant; ///< grants of objects for which none are expected, and which count
};

/// What is granted to the one who owns the object on the other side is had there without a grant.
void forgetGrantsToOwners(const Schema& other, Schema& schema);

/// Takes the grants out of `found` that are none of the project's: a hosting grants to its own
/// roles. A role to which the revisions grant anything is the project's, and what it has beyond
/// that counts, on whatever object; but not what the default privileges of that database give, for
/// a hosting sets those for roles that revisions name as well, nor anything on the schema public.
GrantsLeftOut leaveOutOtherGrantees(const Schema& expected, Schema& found);

} // namespace socrates::core
