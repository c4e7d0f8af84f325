// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/comparison.h"

namespace socrates::core {

/// What `found` is once the differences of the comparison are mended: `found` without what is
/// extra, with what is missing, and with what differs as expected. All that the comparison does not
/// speak of stays as it was found, whatever is expected; also who may do what, where the
/// comparison's line does not name him. The owners are those of `found`; the server's version is,
/// too, unless it is not known.
Schema schemaAfter(const Schema& expected, const Schema& found, const Comparison& comparison);

/// The object of a line; a sequence whatever column owns it.
const SchemaObject* objectOf(const Schema& schema, const ComparisonLine& line);
/// The sequence of the same identity column under another name (the table was renamed), or null.
const SchemaObject* identityLike(const Schema& schema, const SchemaObject& sequence);

/// Who may do what: privileges by grantee, a star behind what may be passed on.
using Privileges = QMap<QString, QStringList>;
/// Of a Grant object, or what PostgreSQL of this version grants by itself where there is none.
Privileges privilegesOf(const SchemaObject* grants, const Schema::Key& subject, int serverMajor);
Privileges privilegesOf(const QString& definition, const Schema::Key& subject, int serverMajor);
/// What those of `had` have once they have what is `wanted` instead of what was `seen`.
Privileges mendedPrivileges(const Privileges& had, const Privileges& seen,
                            const Privileges& wanted);

} // namespace socrates::core
