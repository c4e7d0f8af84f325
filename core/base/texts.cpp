// SPDX-License-Identifier: MIT
#include "core/base/texts.h"

namespace socrates::core {

QString enumerated(const QStringList& items)
{
    if (items.size() < 2)
        return items.value(0);
    return Texts::tr("%1 and %2")
        .arg(items.mid(0, items.size() - 1).join(QStringLiteral(", ")), items.last());
}

QString clauses(const QStringList& parts)
{
    return parts.join(Texts::tr("; ", "between two statements"));
}

} // namespace socrates::core
