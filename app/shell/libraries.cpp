// SPDX-License-Identifier: MIT
#include "app/shell/libraries.h"

#include "core/postgres/libpqversion.h"
#include "core/sql/parsetree.h"

#include <tl/expected.hpp>

namespace socrates::ui {

using namespace Qt::StringLiterals;

QList<Library> libraries()
{
    return {
        {u"Qt"_s, QString::fromLatin1(qVersion()), u"LGPL-3.0-only"_s},
        {u"libpq"_s, core::libpqVersion(), u"PostgreSQL"_s},
        {u"QtKeychain"_s, QStringLiteral(SOCRATES_KEYCHAIN_VERSION), u"BSD-3-Clause"_s},
        {u"tl::expected"_s,
         u"%1.%2.%3"_s.arg(TL_EXPECTED_VERSION_MAJOR)
             .arg(TL_EXPECTED_VERSION_MINOR)
             .arg(TL_EXPECTED_VERSION_PATCH),
         u"CC0-1.0"_s},
        {u"libpg_query"_s, core::parserVersion().isEmpty() ? u"-"_s : core::parserVersion(),
         u"BSD-3-Clause"_s},
    };
}

} // namespace socrates::ui
