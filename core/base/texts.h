// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace socrates::core {

/// The texts of the core that a person reads: `Texts::tr("The server refused %1.").arg(name)`, and
/// with a count `Texts::tr("%n step(s)", nullptr, count)`. Whole sentences, since another language
/// has another order of words. Of a text in a table, QT_TRANSLATE_NOOP("Core", "...") lets lupdate
/// see it and Texts::tr(variable) says it.
///
/// Never of what a program reads (codes, JSON's keys and kinds, SQL) nor of what is stored (the log
/// in the database, profiles, files): those are the same in every language.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Core)
};

/// "a", "a and b", "a, b and c", in a sentence.
QString enumerated(const QStringList& items);
/// "a; b; c": statements that stand beside each other, as the language separates them.
QString clauses(const QStringList& parts);

} // namespace socrates::core
