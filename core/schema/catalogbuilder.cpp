// SPDX-License-Identifier: MIT
#include "core/schema/catalogbuilder.h"

#include "core/schema/aspects.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// The place after a possibly quoted and qualified name that starts at `from`.
qsizetype endOfName(const QString& text, qsizetype from)
{
    bool isQuoted = false;
    for (qsizetype at = from; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (c == u'"')
            isQuoted = !isQuoted; // a doubled quote turns it off and on again
        else if (!isQuoted && (c == u' ' || c == u'('))
            return at;
    }
    return text.size();
}

} // namespace

CatalogBuilder::CatalogBuilder(const CatalogScope& scope, int serverMajor)
    : m_reportedAs(scope.schemas.size() == 1 ? scope.reportedAs : QString()), m_maker(scope.maker)
{
    m_schema.serverMajor = serverMajor;
    if (scope.isOfServer())
        m_schema.server.emplace();
}

const QString& CatalogBuilder::shared(const QString& text)
{
    return *m_texts.insert(text);
}

void CatalogBuilder::add(const Place& place, Kind kind, const QString& schema, const QString& table,
                         const QString& name, const QString& definition, const QString& owner,
                         int position)
{
    const SchemaObject object{kind,
                              schema,
                              table,
                              shared(name),
                              shared(definition),
                              owner.isEmpty() ? QString() : shared(owner),
                              position};
    addAspects(place, object);
    m_schema.add(object);
}

void CatalogBuilder::addAspects(const Place& place, const SchemaObject& object)
{
    if (!m_comments.isEmpty() || !m_grants.isEmpty()) {
        const QString text = place.text();
        if (const auto comment = m_comments.constFind(text); comment != m_comments.cend())
            m_schema.add(aspectOf(Kind::Comment, object, *comment));
        if (const auto grants = m_grants.constFind(text); grants != m_grants.cend())
            m_schema.add(
                aspectOf(Kind::Grant, object, grants->isEmpty() ? nothingGranted() : *grants));
    }
    // An identity's sequence and an extension's objects follow what they belong to.
    const bool follows = object.kind == Kind::Extension ||
                         (object.kind == Kind::Sequence && !object.table.isEmpty());
    if (!m_maker.isEmpty() && !object.owner.isEmpty() && object.owner != m_maker && !follows)
        m_schema.add(aspectOf(Kind::Owner, object, object.owner));
}

void CatalogBuilder::take(CatalogQuery query, const Rows& rows)
{
    for (const QStringList& row : rows.rows)
        takeRow(query, row);
    if (query == CatalogQuery::NotCompared && !m_extensionVersions.isEmpty())
        m_schema.notCompared << u"versions of extensions (%1)"_s.arg(
            m_extensionVersions.join(u", "_s));
}

void CatalogBuilder::takeRow(CatalogQuery query, const QStringList& row)
{
    switch (query) {
    case CatalogQuery::Comments:
        m_comments.insert(row.at(0) + u'/' + row.at(1) + u'/' + row.at(2), row.at(3));
        break;
    case CatalogQuery::Grants:
        m_grants.insert(row.at(0) + u'/' + row.at(1) + u'/' + row.at(2), row.at(3));
        break;
    case CatalogQuery::Roles:
        m_schema.server->roles.insert(row.at(0));
        if (row.at(1) == "t"_L1)
            m_schema.server->maker = row.at(0);
        if (row.at(2) == "t"_L1)
            m_schema.server->versionTableOwner = row.at(0);
        break;
    case CatalogQuery::Namespaces:
        addNamespace(row);
        break;
    case CatalogQuery::DefaultGrants:
        addDefaultGrant(row);
        break;
    case CatalogQuery::EventTriggers:
        add({"pg_event_trigger"_L1, row.at(0)}, Kind::EventTrigger, {}, {}, row.at(1), row.at(3),
            row.at(2));
        break;
    case CatalogQuery::Extensions:
        addExtension(row);
        break;
    case CatalogQuery::NotCompared:
        addNotCompared(row);
        break;
    default:
        takeObject(query, row);
    }
}

void CatalogBuilder::takeObject(CatalogQuery query, const QStringList& row)
{
    switch (query) {
    case CatalogQuery::Relations:
        addRelation(row);
        break;
    case CatalogQuery::Sequences:
        addSequence(row);
        break;
    case CatalogQuery::Columns:
        addColumn(row);
        break;
    case CatalogQuery::Constraints:
        addConstraint(row);
        break;
    case CatalogQuery::Indexes:
        addIndex(row);
        break;
    case CatalogQuery::Types:
        addType(row);
        break;
    case CatalogQuery::Functions:
        addFunction(row);
        break;
    case CatalogQuery::Triggers:
        addTablePart(Kind::Trigger, "pg_trigger"_L1, row);
        break;
    case CatalogQuery::Policies:
        addTablePart(Kind::Policy, "pg_policy"_L1, row);
        break;
    case CatalogQuery::Rules:
        addTablePart(Kind::Rule, "pg_rewrite"_L1, row);
        break;
    case CatalogQuery::Statistics:
        addStatistics(row);
        break;
    case CatalogQuery::Collations:
        addStandingAlone(Kind::Collation, "pg_collation"_L1, row);
        break;
    case CatalogQuery::RangeTypes:
        addStandingAlone(Kind::RangeType, "pg_type"_L1, row);
        break;
    case CatalogQuery::Aggregates:
        add({"pg_proc"_L1, row.at(0)}, Kind::Aggregate, schemaOf(row.at(1)), {},
            row.at(2) + u'(' + row.at(3) + u')', row.at(5), row.at(4));
        break;
    default:
        break;
    }
}

void CatalogBuilder::addNamespace(const QStringList& row)
{
    const QString& name = row.at(1);
    m_namespaces.insert(row.at(0), m_reportedAs.isEmpty() ? name : m_reportedAs);
    if (!m_reportedAs.isEmpty())
        return;
    const Place place{"pg_namespace"_L1, row.at(0)};
    if (name == "public"_L1) // always there, and whose it is depends on the server's version
        addAspects(place, {Kind::Schema, name, {}, name, u"schema"_s, {}, 0});
    else
        add(place, Kind::Schema, name, {}, name, u"schema"_s, row.at(2));
}

void CatalogBuilder::addDefaultGrant(const QStringList& row)
{
    const QString maker = m_schema.server ? m_schema.server->maker : m_maker;
    const DefaultGrantName name{row.at(1), row.at(2) == maker ? QString() : row.at(2)};
    m_schema.add({Kind::DefaultGrant,
                  schemaOf(row.at(0)),
                  {},
                  name.text(),
                  row.at(3).isEmpty() ? nothingGranted() : row.at(3),
                  {},
                  0});
}

void CatalogBuilder::addRelation(const QStringList& row)
{
    const QString schema = schemaOf(row.at(1));
    const QString name = shared(row.at(2));
    m_relations.insert(row.at(0), {schema, name});
    const QChar relkind = row.at(3).at(0);
    const Kind kind = relkind == u'v'   ? Kind::View
                      : relkind == u'm' ? Kind::MaterializedView
                                        : Kind::Table;
    add({"pg_class"_L1, row.at(0)}, kind, schema, {}, name, row.at(5).trimmed(), row.at(4));
}

void CatalogBuilder::addSequence(const QStringList& row)
{
    const QString& ownerTable = row.at(4);
    QString definition = row.at(3);
    QString table;
    if (!ownerTable.isEmpty()) {
        const auto relation = m_relations.constFind(ownerTable);
        if (relation == m_relations.cend())
            return;
        table = relation->name;
        const QString column = table + u'.' + row.at(5);
        definition += (row.at(6) == "i"_L1 ? u" identity of "_s : u" owned by "_s) + column;
    }
    add({"pg_class"_L1, row.at(7)}, Kind::Sequence, schemaOf(row.at(0)), table, row.at(1),
        definition, row.at(2));
}

void CatalogBuilder::addColumn(const QStringList& row)
{
    const QString& oid = row.at(0);
    const auto relation = m_relations.constFind(oid);
    if (relation == m_relations.cend())
        return;
    if (oid != m_columnsOf) {
        m_columnsOf = oid;
        m_position = 0;
    }
    add({"pg_class"_L1, oid, row.at(3)}, Kind::Column, relation->schema, relation->name, row.at(1),
        row.at(2), {}, ++m_position);
}

void CatalogBuilder::addConstraint(const QStringList& row)
{
    static const QHash<QString, Kind> kinds{{u"p"_s, Kind::PrimaryKey},
                                            {u"u"_s, Kind::Unique},
                                            {u"f"_s, Kind::ForeignKey},
                                            {u"c"_s, Kind::Check},
                                            {u"x"_s, Kind::Exclusion}};
    const auto kind = kinds.constFind(row.at(2));
    if (kind != kinds.cend())
        addTablePart(*kind, "pg_constraint"_L1, {row.at(4), row.at(0), row.at(1), row.at(3)});
}

void CatalogBuilder::addIndex(const QStringList& row)
{
    // "CREATE UNIQUE INDEX name ON [ONLY] schema.table USING btree (...)"
    const QString& full = row.at(3);
    static const QString using_ = u" USING "_s;
    qsizetype at = full.indexOf(u" INDEX "_s) + 7;
    at = endOfName(full, at) + 4; // " ON "
    if (QStringView(full).sliced(at).startsWith("ONLY "_L1))
        at += 5;
    at = endOfName(full, at);
    if (QStringView(full).sliced(at).startsWith(using_))
        at += using_.size();
    const bool isUnique = full.startsWith("CREATE UNIQUE"_L1);
    addTablePart(Kind::Index, "pg_class"_L1,
                 {row.at(4), row.at(0), row.at(1),
                  (isUnique ? u"unique "_s : QString()) + full.sliced(at) + row.at(2)});
}

/// oid, table oid, name, definition
void CatalogBuilder::addTablePart(Kind kind, QLatin1StringView catalog, const QStringList& row)
{
    const auto relation = m_relations.constFind(row.at(1));
    if (relation != m_relations.cend())
        add({catalog, row.at(0)}, kind, relation->schema, relation->name, row.at(2), row.at(3));
}

void CatalogBuilder::addStatistics(const QStringList& row)
{
    const auto relation = m_relations.constFind(row.at(1));
    if (relation == m_relations.cend())
        return;
    // In another schema than its table it stands alone, since a table's parts share its schema.
    const QString schema = schemaOf(row.at(4));
    // "CREATE STATISTICS schema.name (ndistinct) ON a, b FROM table"
    const QString start = u"CREATE STATISTICS "_s;
    add({"pg_statistic_ext"_L1, row.at(0)}, Kind::Statistics, schema,
        schema == relation->schema ? relation->name : QString(), row.at(2),
        row.at(3).mid(endOfName(row.at(3), start.size())).trimmed());
}

/// oid, namespace oid, name, owner, definition
void CatalogBuilder::addStandingAlone(Kind kind, QLatin1StringView catalog, const QStringList& row)
{
    add({catalog, row.at(0)}, kind, schemaOf(row.at(1)), {}, row.at(2), row.at(4), row.at(3));
}

void CatalogBuilder::addType(const QStringList& row)
{
    const QChar type = row.at(2).at(0);
    const Kind kind = type == u'e' ? Kind::Enum : type == u'd' ? Kind::Domain : Kind::CompositeType;
    add({"pg_type"_L1, row.at(5)}, kind, schemaOf(row.at(0)), {}, row.at(1), row.at(4), row.at(3));
}

void CatalogBuilder::addFunction(const QStringList& row)
{
    // The server's text names the schema always, the search path notwithstanding.
    const QString& full = row.at(4);
    const QString prefix = u"CREATE OR REPLACE "_s;
    const qsizetype word = full.indexOf(u' ', prefix.size());
    const qsizetype end = endOfName(full, word + 1);
    const QString definition =
        full.sliced(prefix.size(), word - prefix.size()).toLower() + full.sliced(end).trimmed();
    add({"pg_proc"_L1, row.at(5)}, Kind::Function, schemaOf(row.at(0)), {},
        row.at(1) + u'(' + row.at(2) + u')', definition, row.at(3));
}

void CatalogBuilder::addExtension(const QStringList& row)
{
    add({"pg_extension"_L1, {}}, Kind::Extension, {}, {}, row.at(0), u"in schema "_s + row.at(2),
        row.at(3));
    m_extensionVersions << row.at(0) + u' ' + row.at(1);
}

void CatalogBuilder::addNotCompared(const QStringList& row)
{
    const QString& count = row.at(1);
    if (count != "0"_L1)
        m_schema.notCompared << count + u' ' + (count == "1"_L1 ? row.at(0) : row.at(2));
}

} // namespace socrates::core
