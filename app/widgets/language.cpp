// SPDX-License-Identifier: MIT
#include "app/widgets/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

const auto kFallback = "en"_L1;

QString systemLanguage()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString& name : wanted) {
        if (const QString code = name.section(u'-', 0, 0); isLanguage(code))
            return code;
    }
    return kFallback;
}

} // namespace

QList<Language> languages()
{
    return {{u"en"_s, u"English"_s}, {u"el"_s, u"Ελληνικά"_s}};
}

bool isLanguage(const QString& code)
{
    const QList<Language> all = languages();
    return std::any_of(all.begin(), all.end(),
                       [&code](const Language& language) { return language.code == code; });
}

Translation::Translation(const QString& code) : m_code(isLanguage(code) ? code : systemLanguage())
{
    // A person who reads the system's language keeps its country's way of writing dates.
    const QLocale system = QLocale::system();
    const QLocale own(m_code);
    QLocale::setDefault(system.language() == own.language() ? system : own);
    // The last one installed is asked first: Qt's own catalogue where it has one, then ours.
    load(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_"_s + m_code + u".qm"_s);
    load(u":/translations/qtbase_"_s + m_code + u".qm"_s);
    load(u":/translations/socrates_"_s + m_code + u".qm"_s);
}

Translation::~Translation()
{
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    QLocale::setDefault(QLocale::system());
}

QString Translation::spoken()
{
    //: The code of this language, which names the folder of its help. Not a word.
    const QString code = QCoreApplication::translate("Language", "en");
    return isLanguage(code) ? code : QString(kFallback);
}

void Translation::load(const QString& file)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file))
        return; // English needs no catalogue of Qt's, and Qt has none of Greek
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace socrates::ui
