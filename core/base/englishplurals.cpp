// SPDX-License-Identifier: MIT
#include "core/base/englishplurals.h"

#include <QCoreApplication>

namespace socrates::core {

EnglishPlurals::EnglishPlurals()
{
    // The catalogue is built in, so that it cannot be missing.
    if (m_catalogue.load(QStringLiteral(":/translations/socrates_en.qm")))
        QCoreApplication::installTranslator(&m_catalogue);
}

EnglishPlurals::~EnglishPlurals()
{
    QCoreApplication::removeTranslator(&m_catalogue);
}

} // namespace socrates::core
