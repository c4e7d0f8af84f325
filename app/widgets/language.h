// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace socrates::ui {

struct Language
{
    QString code; ///< "el"
    QString name; ///< as its speakers call it
};

/// The languages the window speaks, English first.
QList<Language> languages();
bool isLanguage(const QString& code);

/// The window's language, from construction to destruction: the program's texts, Qt's own, and how
/// numbers and dates are written. The command line builds none, since scripts read it.
class Translation
{
public:
    /// `code` empty: the first of the system's languages that the window speaks, else English.
    explicit Translation(const QString& code);
    ~Translation();
    Translation(const Translation&) = delete;
    Translation& operator=(const Translation&) = delete;

    const QString& code() const { return m_code; }
    /// The code of the language spoken now, for texts that are files: "en" without a Translation.
    static QString spoken();

private:
    void load(const QString& file);

    QString m_code;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace socrates::ui
