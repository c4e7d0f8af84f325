// SPDX-License-Identifier: MIT
#include "core/postgres/alembictable.h"

#include "core/postgres/connection.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

QString createVersionTableSql(const QString& schema)
{
    return u"CREATE TABLE "_s + Connection::identifier(schema) +
           u".alembic_version (version_num VARCHAR(32) NOT NULL, "
           "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"_s;
}

} // namespace socrates::core
