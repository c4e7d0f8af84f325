// SPDX-License-Identifier: MIT
#include "app/widgets/effects.h"

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Section;
using core::StatementTraits;

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
        objects << effect.verb.section(u' ', -1).toLower() + u' ' + effect.object;
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
    for (const core::Statement& statement : section.statements) {
        const StatementTraits traits = core::traitsOf(statement.text);
        for (const StatementTraits::Risk risk : traits.risks) {
            if (!risks.contains(risk))
                risks << risk;
        }
    }
    if (!section.transactional && !risks.contains(StatementTraits::Risk::NotTransactional))
        risks << StatementTraits::Risk::NotTransactional;
    return risks;
}

} // namespace socrates::ui
