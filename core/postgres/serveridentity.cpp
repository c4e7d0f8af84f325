// SPDX-License-Identifier: MIT
#include "core/postgres/serveridentity.h"

#include "core/base/texts.h"

#include <QStringList>

namespace socrates::core {

using namespace Qt::StringLiterals;

QString ServerIdentity::text() const
{
    QStringList parts;
    if (!systemIdentifier.isEmpty())
        parts << Texts::tr("server number %1").arg(systemIdentifier);
    if (!address.isEmpty())
        parts << Texts::tr("at %1").arg(address);
    return parts.isEmpty() ? database : u"%1 (%2)"_s.arg(database, parts.join(u", "_s));
}

} // namespace socrates::core
