// SPDX-License-Identifier: MIT
// What was found out about references that cross databases, as words and as JSON.
#include "core/base/texts.h"
#include "core/report/json.h"
#include "core/report/text.h"
#include "core/report/wording.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace socrates::core::report {

using namespace Qt::StringLiterals;

namespace {

using Outcome = ReferenceCheck::Outcome;
using Presence = ReferenceSide::Presence;

QString number(qint64 value)
{
    return QLocale(QLocale::English).toString(value);
}

/// For the plural; beyond what an int holds it is the same one.
int counted(qint64 value)
{
    return int(std::min<qint64>(value, std::numeric_limits<int>::max()));
}

QString rowsText(qint64 rows)
{
    return Texts::tr("%1 row(s)", nullptr, counted(rows)).arg(number(rows));
}

QString placeOf(const ReferenceSide& side)
{
    return Texts::tr("%1 of %2").arg(side.table + u'.' + side.column, side.database.text());
}

/// The side that is as told, `to` only when `from` is not.
const ReferenceSide& sideThatIs(Presence presence, const ReferenceCheck& check)
{
    return check.from.presence == presence ? check.from : check.to;
}

QString orphansText(const ReferenceCheck& check)
{
    const Orphans& orphans = *check.orphans;
    QString text =
        Texts::tr("%1 row(s) of %2 without partner in %3", nullptr, counted(orphans.rows))
            .arg(number(orphans.rows), check.from.table, check.to.table);
    if (orphans.keys != orphans.rows)
        text += u' ' + Texts::tr("(%1 different key(s))", nullptr, counted(orphans.keys))
                           .arg(number(orphans.keys));
    text += u": "_s + orphans.sample.join(u", "_s);
    const qint64 more = orphans.keys - orphans.sample.size();
    if (more > 0)
        text += u", "_s + Texts::tr("... and %1 more", nullptr, counted(more)).arg(number(more));
    return text;
}

QString typesDifferText(const ReferenceCheck& check)
{
    const QString text =
        Texts::tr("types differ: %1 here, %2 there").arg(check.from.text(), check.to.text());
    if (check.orphans)
        return clauses({text, check.orphans->rows > 0 ? orphansText(check)
                                                      : Texts::tr("every row has its partner")});
    return check.canCompareRows() ? text
                                  : clauses({text, Texts::tr("their rows cannot be compared")});
}

QJsonObject sideJson(const ReferenceSide& side, qint64 rows)
{
    const auto text = [](const QString& value) {
        return value.isEmpty() ? QJsonValue() : QJsonValue(value);
    };
    return {{u"database"_s, side.database.text()},
            {u"table"_s, side.table},
            {u"column"_s, side.column},
            {u"type"_s, text(side.type)},
            {u"declared_type"_s, text(side.declaredType)},
            {u"rows_read"_s, double(rows)}};
}

} // namespace

QString referenceResultText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Complete:
        return u"complete"_s;
    case Outcome::TypesEqual:
        return u"types_equal"_s;
    case Outcome::HasOrphans:
        return u"orphans"_s;
    case Outcome::TypesDiffer:
        return u"types_differ"_s;
    case Outcome::NotYet:
        return u"not_yet"_s;
    case Outcome::NotThere:
        return u"not_there"_s;
    case Outcome::NotConnected:
        return u"not_connected"_s;
    case Outcome::Failed:
        return u"failed"_s;
    }
    return {};
}

QString referenceSentence(const ReferenceCheck& check)
{
    switch (check.outcome()) {
    case Outcome::Complete:
        return Texts::tr("complete: types equal (%1), and each of %2 has its partner")
            .arg(check.from.type, rowsText(check.rowsFrom));
    case Outcome::TypesEqual:
        return Texts::tr("types equal (%1); the rows were not checked").arg(check.from.type);
    case Outcome::HasOrphans:
        return orphansText(check);
    case Outcome::TypesDiffer:
        return typesDifferText(check);
    case Outcome::NotYet:
        return Texts::tr("not there yet: a pending revision makes %1")
            .arg(placeOf(sideThatIs(Presence::NotYet, check)));
    case Outcome::NotThere:
        return Texts::tr("not there: %1; verify says whether it should be")
            .arg(placeOf(sideThatIs(Presence::NotThere, check)));
    case Outcome::NotConnected:
        return Texts::tr("not checked: %1 is not connected")
            .arg(sideThatIs(Presence::NotConnected, check).database.text());
    case Outcome::Failed:
        return check.error->isKind("stopped"_L1)
                   ? Texts::tr("stopped; nothing can be said about the rows")
                   : Texts::tr("could not be checked: %1").arg(check.error->summary);
    }
    return {};
}

QString referencesText(const QList<ReferenceCheck>& checks)
{
    if (checks.isEmpty())
        return {};
    QStringList lines{Texts::tr("References to other databases")};
    for (const ReferenceCheck& check : checks)
        lines << u"  %1\n    %2"_s.arg(check.declared.text(), referenceSentence(check));
    return lines.join(u'\n');
}

QJsonArray referencesJson(const QList<ReferenceCheck>& checks)
{
    QJsonArray result;
    for (const ReferenceCheck& check : checks) {
        const Orphans orphans = check.orphans.value_or(Orphans());
        const auto count = [&check](qint64 value) {
            return check.orphans ? QJsonValue(double(value)) : QJsonValue();
        };
        result << QJsonObject{
            {u"reference"_s, check.declared.text()},
            {u"revision"_s, check.declared.revision.text()},
            {u"file"_s, check.declared.where.file},
            {u"line"_s, check.declared.where.line},
            {u"result"_s, referenceResultText(check.outcome())},
            {u"types_equal"_s, check.from.type.isEmpty() || check.to.type.isEmpty()
                                   ? QJsonValue()
                                   : QJsonValue(check.areTypesEqual())},
            {u"rows_checked"_s, check.orphans.has_value()},
            {u"orphan_rows"_s, count(orphans.rows)},
            {u"orphan_keys"_s, count(orphans.keys)},
            {u"sample"_s, QJsonArray::fromStringList(orphans.sample)},
            {u"from"_s, sideJson(check.from, check.rowsFrom)},
            {u"to"_s, sideJson(check.to, check.rowsTo)},
            {u"error"_s, check.error ? QJsonValue(errorJson(*check.error)) : QJsonValue()},
        };
    }
    return result;
}

} // namespace socrates::core::report
