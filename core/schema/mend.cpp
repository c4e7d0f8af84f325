// SPDX-License-Identifier: MIT
#include "core/schema/mend.h"

#include "core/base/texts.h"
#include "core/postgres/connection.h"

#include <QRegularExpression>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Kind = SchemaObject::Kind;
using Outcome = ComparisonLine::Outcome;

QString qualified(const QString& schema, const QString& name)
{
    const QString quoted = Connection::identifier(name);
    return schema.isEmpty() || schema == "public"_L1
               ? quoted
               : Connection::identifier(schema) + u'.' + quoted;
}

/// Functions are named with their argument types, which need no quotes.
QString functionName(const QString& schema, const QString& signature)
{
    const qsizetype open = signature.indexOf(u'(');
    return qualified(schema, signature.left(open)) + signature.mid(open);
}

bool isConstraint(Kind kind)
{
    return kind == Kind::PrimaryKey || kind == Kind::Unique || kind == Kind::ForeignKey ||
           kind == Kind::Check || kind == Kind::Exclusion;
}

/// A column's definition, taken apart as the catalog reader put it together.
struct ColumnParts
{
    QString type; ///< with its collation
    bool isNotNull = false;
    QString generated; ///< "generated always as identity", "generated always as (...) stored"
    QString fallback;  ///< of DEFAULT
    QString settings;  ///< storage, options, statistics, compression

    QString clause() const
    {
        return type + (isNotNull ? u" NOT NULL"_s : QString()) +
               (generated.isEmpty() ? QString() : u' ' + generated) +
               (fallback.isEmpty() ? QString() : u" DEFAULT "_s + fallback);
    }
};

ColumnParts columnParts(QString text)
{
    static const QRegularExpression settings(
        uR"(( storage (plain|external|main|extended))?( with \([^()]*\))?( statistics \d+)?( compression (pglz|lz4))?$)"_s);
    ColumnParts parts;
    const auto tail = settings.match(text);
    parts.settings = tail.captured().trimmed();
    text.chop(tail.capturedLength());
    qsizetype end = text.size();
    for (const auto word : {" not null"_L1, " generated "_L1, " default "_L1}) {
        const qsizetype at = text.indexOf(word);
        if (at >= 0)
            end = qMin(end, at);
    }
    parts.type = text.left(end);
    QString rest = text.mid(end);
    if (rest.startsWith(" not null"_L1)) {
        parts.isNotNull = true;
        rest = rest.mid(9);
    }
    if (rest.startsWith(" generated "_L1)) {
        static const QRegularExpression kind(
            uR"(^ (generated (?:always|by default) as identity|generated always as \(.*\) (?:stored|virtual)))"_s,
            QRegularExpression::DotMatchesEverythingOption);
        const auto match = kind.match(rest);
        parts.generated = match.captured(1);
        rest = rest.mid(match.capturedLength());
    }
    if (rest.startsWith(" default "_L1))
        parts.fallback = rest.mid(9);
    return parts;
}

class Mender
{
public:
    Mender(const Schema& expected, const Schema& found) : m_expected(expected), m_found(found) {}

    void mend(const ComparisonLine& line);
    QList<MendStatement> takeStatements();

private:
    const SchemaObject* find(const Schema& schema, const ComparisonLine& line) const;
    bool belongsToConstraint(const Schema& schema, const SchemaObject& object) const;
    void add(int phase, const SchemaObject& object, const QString& sql, bool destroys = false);
    void refuse(const SchemaObject& object, const QString& reason);
    void create(const SchemaObject& object);
    void createTable(const SchemaObject& object);
    void createStandingAlone(const SchemaObject& object);
    void drop(const SchemaObject& object);
    void alter(const SchemaObject& from, const SchemaObject& to);
    void alterColumn(const SchemaObject& from, const SchemaObject& to);

    const Schema& m_expected;
    const Schema& m_found;
    QList<MendStatement> m_statements;
};

const SchemaObject* Mender::find(const Schema& schema, const ComparisonLine& line) const
{
    if (const auto* found = schema.find({line.kind, line.schema, line.table, line.name}))
        return found;
    for (const SchemaObject& object : schema.objects()) { // a sequence of another column
        if (object.kind == line.kind && object.schema == line.schema && object.name == line.name &&
            object.kind == Kind::Sequence)
            return &object;
    }
    return nullptr;
}

bool Mender::belongsToConstraint(const Schema& schema, const SchemaObject& object) const
{
    if (object.kind == Kind::Sequence)
        return object.definition.contains(" identity of "_L1);
    if (object.kind != Kind::Index)
        return false;
    for (const Kind kind : {Kind::PrimaryKey, Kind::Unique, Kind::Exclusion}) {
        if (schema.find({kind, object.schema, object.table, object.name}) != nullptr)
            return true;
    }
    return false;
}

void Mender::add(int phase, const SchemaObject& object, const QString& sql, bool destroys)
{
    const QString name = object.table.isEmpty() ? object.name : object.table + u'.' + object.name;
    m_statements << MendStatement{kindText(object.kind) + u' ' + name, sql, {}, destroys, phase};
}

void Mender::refuse(const SchemaObject& object, const QString& reason)
{
    add(0, object, {});
    m_statements.last().note = reason;
}

void Mender::createTable(const SchemaObject& object)
{
    const bool isUnlogged = object.definition == "unlogged table"_L1;
    static const QRegularExpression partitioned(u"^table( partition by .*)$"_s);
    const auto match = partitioned.match(object.definition);
    if (object.definition != "table"_L1 && !isUnlogged && !match.hasMatch())
        return refuse(
            object,
            Texts::tr("its form (%1) is not written by this program").arg(object.definition));
    const QList<SchemaObject> parts = m_expected.objectsOf(object.schema, object.name);
    QStringList columns;
    for (const SchemaObject& part : parts) {
        if (part.kind == Kind::Column)
            columns << u"\n    "_s + Connection::identifier(part.name) + u' ' +
                           columnParts(part.definition).clause();
    }
    add(130, object,
        u"CREATE %1TABLE %2 (%3\n)%4"_s.arg(isUnlogged ? u"UNLOGGED "_s : QString(),
                                            qualified(object.schema, object.name),
                                            columns.join(u','), match.captured(1)));
    for (const SchemaObject& part : parts) {
        if (part.kind != Kind::Column)
            create(part);
        else if (!columnParts(part.definition).settings.isEmpty())
            refuse(part, Texts::tr("set by hand: %1").arg(columnParts(part.definition).settings));
    }
}

void Mender::createStandingAlone(const SchemaObject& object)
{
    const QString name = qualified(object.schema, object.name);
    const QString& definition = object.definition;
    switch (object.kind) {
    case Kind::Schema:
        return add(100, object, u"CREATE SCHEMA "_s + Connection::identifier(object.name));
    case Kind::Extension:
        return add(105, object,
                   u"CREATE EXTENSION %1 SCHEMA %2"_s.arg(
                       Connection::identifier(object.name),
                       Connection::identifier(definition.mid(10)))); // "in schema "
    case Kind::Enum:
        return add(110, object, u"CREATE TYPE %1 AS ENUM %2"_s.arg(name, definition));
    case Kind::CompositeType:
        return add(111, object, u"CREATE TYPE %1 AS %2"_s.arg(name, definition));
    case Kind::Domain:
        return add(111, object, u"CREATE DOMAIN %1 AS %2"_s.arg(name, definition));
    case Kind::Function: {
        const qsizetype open = definition.indexOf(u'(');
        return add(125, object,
                   u"CREATE OR REPLACE %1 %2%3"_s.arg(
                       definition.left(open).toUpper(),
                       qualified(object.schema, object.name.section(u'(', 0, 0)),
                       definition.mid(open)));
    }
    case Kind::View:
    case Kind::MaterializedView: {
        const qsizetype end = definition.lastIndexOf(u';');
        const QString options = definition.mid(end + 1);
        const QString word = object.kind == Kind::View ? u"VIEW"_s : u"MATERIALIZED VIEW"_s;
        add(180, object, u"CREATE %1 %2%3 AS\n%4"_s.arg(word, name, options, definition.left(end)));
        for (const SchemaObject& part : m_expected.objectsOf(object.schema, object.name)) {
            if (part.kind == Kind::Index || part.kind == Kind::Trigger)
                create(part);
        }
        return;
    }
    default:
        return refuse(object, Texts::tr("this kind is not written by this program"));
    }
}

void Mender::create(const SchemaObject& object)
{
    if (belongsToConstraint(m_expected, object))
        return;
    const QString table = qualified(object.schema, object.table);
    const QString name = Connection::identifier(object.name);
    if (isConstraint(object.kind)) {
        return add(object.kind == Kind::ForeignKey ? 170 : 150, object,
                   u"ALTER TABLE %1 ADD CONSTRAINT %2 %3"_s.arg(table, name, object.definition));
    }
    switch (object.kind) {
    case Kind::Table:
        return createTable(object);
    case Kind::Column: {
        const ColumnParts parts = columnParts(object.definition);
        add(140, object, u"ALTER TABLE %1 ADD COLUMN %2 %3"_s.arg(table, name, parts.clause()));
        if (!parts.settings.isEmpty())
            refuse(object, Texts::tr("set by hand: %1").arg(parts.settings));
        return;
    }
    case Kind::Index: {
        QString rest = object.definition;
        const bool isUnique = rest.startsWith("unique "_L1);
        const bool isClustered = rest.endsWith(" clustered"_L1);
        rest = rest.mid(isUnique ? 7 : 0).chopped(isClustered ? 10 : 0);
        add(160, object,
            u"CREATE %1INDEX %2 ON %3 USING %4"_s.arg(isUnique ? u"UNIQUE "_s : QString(), name,
                                                      table, rest));
        if (isClustered)
            add(161, object, u"ALTER TABLE %1 CLUSTER ON %2"_s.arg(table, name));
        return;
    }
    case Kind::Sequence: {
        QString text = object.definition;
        const qsizetype owner = text.indexOf(" owned by "_L1);
        if (owner >= 0)
            text.truncate(owner);
        text.replace(u" min "_s, u" MINVALUE "_s).replace(u" max "_s, u" MAXVALUE "_s);
        const QString own = qualified(object.schema, object.name);
        add(120, object, u"CREATE SEQUENCE %1 AS %2"_s.arg(own, text));
        if (owner >= 0) {
            // "table.column": the table's name is known, what follows it is the column.
            const QString column = object.definition.mid(owner + 10 + object.table.size() + 1);
            add(145, object,
                u"ALTER SEQUENCE %1 OWNED BY %2.%3"_s.arg(own, table,
                                                          Connection::identifier(column)));
        }
        return;
    }
    case Kind::Trigger:
        return add(190, object, object.definition);
    case Kind::Policy:
        return add(190, object,
                   u"CREATE POLICY %1 ON %2 AS %3"_s.arg(name, table, object.definition));
    default:
        return createStandingAlone(object);
    }
}

void Mender::drop(const SchemaObject& object)
{
    if (belongsToConstraint(m_found, object))
        return;
    const QString table = qualified(object.schema, object.table);
    const QString name = Connection::identifier(object.name);
    const QString own = qualified(object.schema, object.name);
    if (isConstraint(object.kind)) {
        return add(object.kind == Kind::ForeignKey ? 20 : 30, object,
                   u"ALTER TABLE %1 DROP CONSTRAINT %2"_s.arg(table, name));
    }
    switch (object.kind) {
    case Kind::View:
        return add(10, object, u"DROP VIEW "_s + own);
    case Kind::MaterializedView:
        return add(10, object, u"DROP MATERIALIZED VIEW "_s + own);
    case Kind::Trigger:
        return add(5, object, u"DROP TRIGGER %1 ON %2"_s.arg(name, table));
    case Kind::Policy:
        return add(5, object, u"DROP POLICY %1 ON %2"_s.arg(name, table));
    case Kind::Index:
        return add(40, object, u"DROP INDEX "_s + own);
    case Kind::Column:
        return add(195, object, u"ALTER TABLE %1 DROP COLUMN %2"_s.arg(table, name), true);
    case Kind::Table:
        return add(60, object, u"DROP TABLE "_s + own, true);
    case Kind::Sequence:
        return add(200, object, u"DROP SEQUENCE "_s + own, true);
    case Kind::Function:
        return add(205, object, u"DROP ROUTINE "_s + functionName(object.schema, object.name));
    case Kind::Domain:
        return add(210, object, u"DROP DOMAIN "_s + own);
    case Kind::Enum:
    case Kind::CompositeType:
        return add(211, object, u"DROP TYPE "_s + own);
    case Kind::Extension:
        return add(215, object, u"DROP EXTENSION "_s + name);
    case Kind::Schema:
        return add(220, object, u"DROP SCHEMA "_s + name);
    default:
        return;
    }
}

void Mender::alterColumn(const SchemaObject& from, const SchemaObject& to)
{
    const ColumnParts old = columnParts(from.definition);
    const ColumnParts wanted = columnParts(to.definition);
    if (old.generated != wanted.generated || old.settings != wanted.settings)
        return refuse(to, Texts::tr("%1 cannot be made of %2 by one statement")
                              .arg(to.definition, from.definition));
    const QString column = Connection::identifier(to.name);
    const QString start =
        u"ALTER TABLE %1 ALTER COLUMN %2 "_s.arg(qualified(to.schema, to.table), column);
    const bool isTypeOther = old.type != wanted.type;
    if (!old.fallback.isEmpty() && (isTypeOther || wanted.fallback.isEmpty()))
        add(140, to, start + u"DROP DEFAULT"_s);
    if (isTypeOther) {
        add(140, to,
            start + u"TYPE %1 USING %2::%3"_s.arg(wanted.type, column,
                                                  wanted.type.section(u" collate "_s, 0, 0)));
    }
    if (!wanted.fallback.isEmpty() && (isTypeOther || old.fallback != wanted.fallback))
        add(140, to, start + u"SET DEFAULT "_s + wanted.fallback);
    if (old.isNotNull != wanted.isNotNull)
        add(140, to, start + (wanted.isNotNull ? u"SET NOT NULL"_s : u"DROP NOT NULL"_s));
}

void Mender::alter(const SchemaObject& from, const SchemaObject& to)
{
    switch (to.kind) {
    case Kind::Column:
        return alterColumn(from, to);
    case Kind::Function:
        return createStandingAlone(to);
    case Kind::Table:
    case Kind::Enum:
    case Kind::Domain:
    case Kind::CompositeType:
    case Kind::Sequence:
    case Kind::Extension:
        return refuse(to, Texts::tr("data may stand on it: expected %1, found %2")
                              .arg(to.definition, from.definition));
    default:
        drop(from);
        create(to);
    }
}

void Mender::mend(const ComparisonLine& line)
{
    const SchemaObject* wanted = find(m_expected, line);
    const SchemaObject* there = find(m_found, line);
    if (line.outcome == Outcome::Missing && wanted != nullptr)
        create(*wanted);
    else if (line.outcome == Outcome::Extra && there != nullptr)
        drop(*there);
    else if (line.outcome == Outcome::Different && wanted != nullptr && there != nullptr)
        alter(*there, *wanted);
}

QList<MendStatement> Mender::takeStatements()
{
    std::stable_sort(
        m_statements.begin(), m_statements.end(),
        [](const MendStatement& a, const MendStatement& b) { return a.phase < b.phase; });
    return std::move(m_statements);
}

} // namespace

QList<MendStatement> mendStatements(const Schema& expected, const Schema& found,
                                    const Comparison& comparison)
{
    Mender mender(expected, found);
    for (const ComparisonLine& line : comparison.lines)
        mender.mend(line);
    return mender.takeStatements();
}

QStringList redundantIndexes(const Schema& schema)
{
    QStringList result;
    QMap<std::pair<QString, QString>, QString> unique; // table, what is indexed -> name
    const auto tableOf = [](const SchemaObject& index) {
        return index.schema + u'.' + index.table;
    };
    for (const SchemaObject& object : schema.objects()) {
        if (object.kind == Kind::Index && object.definition.startsWith("unique "_L1))
            unique.insert({tableOf(object), object.definition.mid(7)}, object.name);
    }
    for (const SchemaObject& object : schema.objects()) {
        const QString other = unique.value({tableOf(object), object.definition});
        if (object.kind == Kind::Index && !other.isEmpty())
            result << Texts::tr("index %1.%2 repeats %3, which PostgreSQL uses as well")
                          .arg(object.table, object.name, other);
    }
    return result;
}

} // namespace socrates::core
