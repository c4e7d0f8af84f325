// SPDX-License-Identifier: MIT
#include "core/postgres/libpqversion.h"

#include <libpq-fe.h>

namespace socrates::core {

QString libpqVersion()
{
    const int version = PQlibVersion();
    return QStringLiteral("%1.%2").arg(version / 10000).arg(version % 10000);
}

QString libpqTlsLibrary()
{
    return QString::fromLatin1(PQsslAttribute(nullptr, "library"));
}

} // namespace socrates::core
