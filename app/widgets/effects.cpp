// SPDX-License-Identifier: MIT
#include "app/widgets/effects.h"

#include "core/schema/objectwords.h"

#include <QRegularExpression>
#include <QSet>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Section;
using core::StatementTraits;

namespace {

/// A name as it is written, schema included, with what is not quoted in small letters.
QString foldedName(const QString& written)
{
    QStringList parts;
    static const QRegularExpression part(uR"("(?:[^"]|"")+"|[^".]+)"_s);
    for (auto match = part.globalMatch(written); match.hasNext();) {
        const QString text = match.next().captured();
        parts << (text.startsWith(u'"') ? text : u'"' + text.toLower() + u'"');
    }
    return parts.join(u'.');
}

/// What matches `before` and then a name, which is captured. Compiling one costs a hundred times
/// what a match does, so each is made once.
QRegularExpression beforeName(const QString& before)
{
    return QRegularExpression(before + uR"(((?:"[^"]+"|[\w$]+)(?:\.(?:"[^"]+"|[\w$]+))?))"_s,
                              QRegularExpression::CaseInsensitiveOption);
}

QString capturedName(const QString& statement, const QRegularExpression& pattern)
{
    return foldedName(pattern.match(statement.trimmed()).captured(1));
}

/// The table that a plain CREATE TABLE makes. IF NOT EXISTS does not count: it may be there.
QString createdTable(const QString& statement)
{
    static const QRegularExpression create =
        beforeName(uR"(^CREATE\s+(?:UNLOGGED\s+)?TABLE\s+(?!IF\s+NOT\b))"_s);
    return capturedName(statement, create);
}

/// The table that CREATE INDEX, CREATE TRIGGER or ALTER TABLE works on; empty: not told.
QString lockedTable(const QString& statement)
{
    static const QRegularExpression index =
        beforeName(uR"(^CREATE\s+(?:UNIQUE\s+)?INDEX\s+(?:(?:"[^"]+"|[\w$]+)\s+)?ON\s+)"_s);
    static const QRegularExpression alter = beforeName(uR"(^ALTER\s+TABLE\s+(?:ONLY\s+)?)"_s);
    const QString indexed = capturedName(statement, index);
    return indexed.isEmpty() ? capturedName(statement, alter) : indexed;
}

} // namespace

QList<Effect> effectsOf(const Section& section)
{
    QList<Effect> effects;
    for (const core::Statement& statement : section.statements) {
        const StatementTraits traits = core::traitsOf(statement.text);
        effects << Effect{traits.verb, traits.object, statement.line};
    }
    return effects;
}

QStringList objectsOf(const Section& section, QLatin1StringView verb)
{
    QStringList objects;
    const QList<Effect> effects = effectsOf(section);
    for (const Effect& effect : effects) {
        if (!effect.verb.startsWith(verb) || effect.object.isEmpty())
            continue;
        // "CREATE UNIQUE INDEX" is an index: the kind is the last word.
        objects << core::kindWord(effect.verb.section(u' ', -1).toLower()) + u' ' + effect.object;
    }
    return objects;
}

QStringList droppedTables(const Section& section)
{
    QStringList tables;
    const QList<Effect> effects = effectsOf(section);
    for (const Effect& effect : effects) {
        if (effect.verb == "DROP TABLE"_L1 && !effect.object.isEmpty())
            tables << effect.object;
    }
    return tables;
}

QList<StatementTraits::Risk> risksOf(const Section& section)
{
    QList<StatementTraits::Risk> risks;
    QSet<QString> created;
    for (const core::Statement& statement : section.statements) {
        const StatementTraits traits = core::traitsOf(statement.text);
        // Nobody else sees a table before the transaction that creates it is committed.
        const bool isOwn = section.transactional && !created.isEmpty() &&
                           created.contains(lockedTable(statement.text));
        for (const StatementTraits::Risk risk : traits.risks) {
            const bool isHarmless = isOwn && risk == StatementTraits::Risk::LocksTable;
            if (!isHarmless && !risks.contains(risk))
                risks << risk;
        }
        if (const QString table = createdTable(statement.text); !table.isEmpty())
            created.insert(table);
    }
    if (!section.transactional && !risks.contains(StatementTraits::Risk::NotTransactional))
        risks << StatementTraits::Risk::NotTransactional;
    return risks;
}

} // namespace socrates::ui
