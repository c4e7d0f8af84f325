// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/revision.h"
#include "core/schema/schema.h"

namespace socrates::core {

/// The catalogs do not tell "ALTER DEFAULT PRIVILEGES FOR ROLE x", replayed by x, from the same
/// without a name, which is of whoever runs the revisions: the revisions' text does. Gives the
/// default privileges in `replayed` that are read as the maker's the name of `maker`, if the up
/// sections say it each time, and tells the two apart where they say both. Where they hide it, as
/// in a DO that bears the role's name, the definition is unknownGrants(), which is not compared.
void nameMakerAsRevisionsDo(Schema& replayed, const QList<RevisionPtr>& revisions,
                            const QString& maker);

/// Who runs the revisions on a server is told by who owns its tables, and a revision may give
/// tables away: what a replay knows of that puts `live` right.
void tellMaker(Schema& live, const Schema& replay);

/// A replay is not run by the role that the revisions are run by: what they say of that role by
/// name is on the other side said of whoever runs them.
void nameNoMaker(const Schema& live, Schema& replay);

} // namespace socrates::core
