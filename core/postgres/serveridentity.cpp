// SPDX-License-Identifier: MIT
#include "core/postgres/serveridentity.h"

#include <QStringList>

namespace socrates::core {

using namespace Qt::StringLiterals;

QString ServerIdentity::text() const
{
    QStringList parts;
    if (!systemIdentifier.isEmpty())
        parts << u"server number "_s + systemIdentifier;
    if (!address.isEmpty())
        parts << u"at "_s + address;
    return parts.isEmpty() ? database : u"%1 (%2)"_s.arg(database, parts.join(u", "_s));
}

} // namespace socrates::core
