// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace socrates::core {

/// Whether something of ours may belong to this role: to us, a role we belong to, the database's
/// owner, a superuser, or the role that we were told to run as. A condition in SQL; `owner` is an
/// oid, `role` a text that may be empty. A superuser counts as a member of every role, so that
/// has_role() would trust anybody's: what counts is who was really granted.
QString trustedOwnerSql(const QString& owner, const QString& role);

} // namespace socrates::core
