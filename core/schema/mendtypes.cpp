// SPDX-License-Identifier: MIT
// Enums, domains and composite types are changed in place, as far as PostgreSQL lets them be.
#include "core/base/texts.h"
#include "core/schema/definitionparts.h"
#include "core/schema/mender.h"

#include <QRegularExpression>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;

void Mender::alterEnum(const SchemaObject& from, const SchemaObject& to)
{
    const auto labelsOf = [](const SchemaObject& object) {
        return splitAtCommas(object.definition.mid(1).chopped(1));
    };
    const QStringList wanted = labelsOf(to);
    QStringList labels = labelsOf(from);
    const QString start = u"ALTER TYPE %1 "_s.arg(qualifiedName(to.schema, to.name));
    // The same number of labels, and some of them other ones: whether one was renamed or another
    // one took its place cannot be told, and the rows that hold it would change their meaning.
    if (labels.size() == wanted.size()) {
        QStringList renames;
        for (qsizetype at = 0; at < wanted.size(); ++at) {
            if (labels.at(at) == wanted.at(at))
                continue;
            if (labels.contains(wanted.at(at)) || wanted.contains(labels.at(at)))
                return refuseOther(from, to);
            renames << start + u"RENAME VALUE %1 TO %2"_s.arg(labels.at(at), wanted.at(at));
        }
        return refuse(to, Texts::tr("its labels: expected %1, found %2. If it is the same label "
                                    "under another name: %3")
                              .arg(to.definition, from.definition, renames.join(u"; "_s)));
    }
    QList<std::pair<QString, QString>> added;
    for (qsizetype at = 0; at < wanted.size(); ++at) {
        if (at < labels.size() && labels.at(at) == wanted.at(at))
            continue;
        if (labels.contains(wanted.at(at)))
            return refuseOther(from, to);
        added << std::pair(wanted.at(at), at == 0 ? u" BEFORE "_s + labels.value(0)
                                                  : u" AFTER "_s + wanted.at(at - 1));
        labels.insert(at, wanted.at(at));
    }
    if (labels != wanted)
        return refuseOther(from, to); // a label too many, which rows may hold
    for (const auto& [label, place] : std::as_const(added)) {
        add(AddLabels, to, start + u"ADD VALUE "_s + label + place);
        m_newLabels.emplace_back(label, m_after.find(keyOf(to)));
    }
}

namespace {

/// Whether a definition, written as the server does, names this type.
bool namesType(const QString& definition, const RelationName& type)
{
    static const QRegularExpression names(
        uR"((?:(?:"(?:[^"]|"")+"|[^\W\d]\w*)\.)?(?:"(?:[^"]|"")+"|[^\W\d]\w*))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    for (auto it = names.globalMatch(definition); it.hasNext();) {
        if (nameParts(it.next().captured()) == type)
            return true;
    }
    return false;
}

} // namespace

/// A column that holds a type within an array, a row or a range, or null.
const SchemaObject* Mender::columnAround(const SchemaObject& type) const
{
    QList<std::pair<RelationName, bool>> types{
        {{type.schema, type.name}, false}}; ///< is it within?
    const auto take = [&types](const RelationName& found, bool isWithin) {
        const auto isSame = [&found](const auto& each) { return each.first == found; };
        if (std::none_of(types.cbegin(), types.cend(), isSame))
            types.emplace_back(found, isWithin);
    };
    const auto hasRows = [this](const SchemaObject& column) {
        return m_found.find({Kind::Table, column.schema, {}, column.table}) != nullptr ||
               m_found.find({Kind::MaterializedView, column.schema, {}, column.table}) != nullptr;
    };
    for (qsizetype at = 0; at < types.size(); ++at) {
        const auto [name, isWithin] = types.at(at);
        for (const Kind kind : {Kind::CompositeType, Kind::RangeType, Kind::Domain}) {
            for (const SchemaObject& type : m_found.ofKind(kind)) {
                if (namesType(type.definition, name))
                    take({type.schema, type.name}, isWithin || kind != Kind::Domain);
            }
        }
        for (const SchemaObject& other : m_found.ofKind(Kind::Column)) {
            const QString own = ColumnParts::parse(other.definition).type;
            if (!namesType(own, name))
                continue;
            if ((isWithin || own.contains("[]"_L1)) && hasRows(other))
                return &other;
            take({other.schema, other.table}, true); // its table's row is a type, too
        }
    }
    return nullptr;
}

void Mender::alterDomain(const SchemaObject& from, const SchemaObject& to)
{
    const DomainParts old = DomainParts::parse(from.definition);
    const DomainParts wanted = DomainParts::parse(to.definition);
    if (old.type != wanted.type)
        return refuseOther(from, to);
    bool isNarrower = wanted.isNotNull && !old.isNotNull;
    for (auto it = wanted.constraints.cbegin(); it != wanted.constraints.cend(); ++it)
        isNarrower = isNarrower || old.constraints.value(it.key()) != it.value();
    // PostgreSQL looks at the rows of columns of the domain, and refuses what it cannot look into.
    if (const SchemaObject* column = isNarrower ? columnAround(from) : nullptr)
        return refuse(to, Texts::tr("PostgreSQL does not narrow it while column %1.%2 holds it as "
                                    "a part: expected %3")
                              .arg(column->table, column->name, to.definition));
    const QString start = u"ALTER DOMAIN %1 "_s.arg(qualifiedName(to.schema, to.name));
    if (old.fallback != wanted.fallback)
        add(AlterTables, to,
            start + (wanted.fallback.isEmpty() ? u"DROP DEFAULT"_s
                                               : u"SET DEFAULT "_s + wanted.fallback));
    if (old.isNotNull != wanted.isNotNull)
        add(AlterTables, to, start + (wanted.isNotNull ? u"SET NOT NULL"_s : u"DROP NOT NULL"_s));
    for (auto it = old.constraints.cbegin(); it != old.constraints.cend(); ++it) {
        if (wanted.constraints.value(it.key()) != it.value())
            add(AlterTables, to, start + u"DROP CONSTRAINT "_s + it.key());
    }
    for (auto it = wanted.constraints.cbegin(); it != wanted.constraints.cend(); ++it) {
        if (old.constraints.value(it.key()) != it.value())
            add(AlterTables, to, start + u"ADD CONSTRAINT "_s + it.key() + u' ' + it.value());
    }
}

void Mender::alterComposite(const SchemaObject& from, const SchemaObject& to)
{
    const auto attributesOf = [](const SchemaObject& object) {
        return splitAtCommas(object.definition.mid(1).chopped(1));
    };
    const auto nameOf = [](const QString& attribute) {
        static const QRegularExpression name(uR"(^("(?:[^"]|"")+"|\S+) )"_s);
        return name.match(attribute).captured(1);
    };
    const QStringList wanted = attributesOf(to);
    QMap<QString, QString> wantedByName;
    for (const QString& attribute : wanted)
        wantedByName.insert(nameOf(attribute), attribute);
    const QString start = u"ALTER TYPE %1 "_s.arg(qualifiedName(to.schema, to.name));
    QStringList kept;
    QStringList statements;
    bool isUsed = false;
    for (const SchemaObject& column : m_found.ofKind(Kind::Column))
        isUsed = isUsed || mentions(column.definition, to.name);
    for (const QString& attribute : attributesOf(from)) {
        const QString name = nameOf(attribute);
        if (!wantedByName.contains(name)) {
            statements << u"DROP ATTRIBUTE "_s + name;
            continue;
        }
        kept << wantedByName.value(name);
        if (kept.last() != attribute && isUsed)
            return refuseOther(from, to); // PostgreSQL does not change what columns are made of
        if (kept.last() != attribute)
            statements << u"ALTER ATTRIBUTE %1 TYPE %2"_s.arg(name,
                                                              kept.last().mid(name.size() + 1));
    }
    if (wanted.mid(0, kept.size()) != kept)
        return refuseOther(from, to); // attributes are added at the end only
    for (const QString& attribute : wanted.mid(kept.size()))
        statements << u"ADD ATTRIBUTE "_s + attribute;
    for (const QString& statement : std::as_const(statements))
        add(AlterTables, to, start + statement, statement.startsWith("DROP"_L1));
}

} // namespace socrates::core
