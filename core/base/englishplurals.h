// SPDX-License-Identifier: MIT
#pragma once

#include <QTranslator>

namespace socrates::core {

/// English where counts occur ("1 step", "2 steps"), from construction to destruction. main() of
/// every program has one after its QCoreApplication; a language installed later is asked first.
class EnglishPlurals
{
public:
    EnglishPlurals();
    ~EnglishPlurals();
    EnglishPlurals(const EnglishPlurals&) = delete;
    EnglishPlurals& operator=(const EnglishPlurals&) = delete;

private:
    QTranslator m_catalogue;
};

} // namespace socrates::core
