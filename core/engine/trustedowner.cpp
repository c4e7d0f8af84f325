// SPDX-License-Identifier: MIT
#include "core/engine/trustedowner.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

QString trustedOwnerSql(const QString& owner, const QString& role)
{
    // pg_database_owner is the role that only the owner of the database is in.
    return uR"((%1 IN (
    WITH RECURSIVE ours(role) AS (
      SELECT oid FROM pg_roles WHERE rolname = session_user
      UNION SELECT m.roleid FROM pg_auth_members m JOIN ours ON m.member = ours.role)
    SELECT role FROM ours)
  OR %1 = (SELECT datdba FROM pg_database WHERE datname = current_database())
  OR pg_get_userbyid(%1) IN ('pg_database_owner', %2)
  OR (SELECT rolsuper FROM pg_roles WHERE oid = %1)))"_s.arg(owner, role);
}

} // namespace socrates::core
