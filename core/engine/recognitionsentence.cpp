// SPDX-License-Identifier: MIT
#include "core/engine/recognitionsentence.h"

#include "core/base/texts.h"
#include "core/schema/definitionparts.h"

#include <algorithm>
#include <array>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Kind = SchemaObject::Kind;
using Outcome = ComparisonLine::Outcome;
using Verdict = Recognition::Verdict;

/// A table in which another tool notes its revisions.
struct ForeignTable
{
    const char* table;
    const char* tool;
};
constexpr std::array kForeignTables{
    ForeignTable{"ar_internal_metadata", "Ruby on Rails"},
    ForeignTable{"django_migrations", "Django"},
    ForeignTable{"flyway_schema_history", "Flyway"},
    ForeignTable{"databasechangelog", "Liquibase"},
    ForeignTable{"_prisma_migrations", "Prisma"},
    ForeignTable{"__EFMigrationsHistory", "Entity Framework"},
    ForeignTable{"knex_migrations", "Knex"},
    ForeignTable{"SequelizeMeta", "Sequelize"},
    ForeignTable{"goose_db_version", "goose"},
    ForeignTable{"doctrine_migration_versions", "Doctrine"},
    ForeignTable{"phinxlog", "Phinx"},
    ForeignTable{"pgmigrations", "node-pg-migrate"},
    ForeignTable{"_sqlx_migrations", "SQLx"},
    ForeignTable{"__diesel_schema_migrations", "Diesel"},
    ForeignTable{"__drizzle_migrations", "Drizzle"},
    ForeignTable{"atlas_schema_revisions", "Atlas"},
};

/// The texts without the words that they begin and end with alike.
std::pair<QString, QString> differingWords(const QString& one, const QString& other)
{
    QStringList left = one.simplified().split(u' ');
    QStringList right = other.simplified().split(u' ');
    while (!left.isEmpty() && !right.isEmpty() && left.first() == right.first()) {
        left.removeFirst();
        right.removeFirst();
    }
    while (!left.isEmpty() && !right.isEmpty() && left.last() == right.last()) {
        left.removeLast();
        right.removeLast();
    }
    return {left.join(u' '), right.join(u' ')};
}

/// "column users.status is different: text instead of character varying(20)".
QString differentText(const ComparisonLine& line)
{
    constexpr qsizetype kReadable = 80;
    auto [wanted, there] = differingWords(line.expected, line.found);
    if (line.kind == Kind::Column) {
        const QString type = ColumnParts::parse(line.expected).type;
        const QString foundType = ColumnParts::parse(line.found).type;
        if (type != foundType)
            std::tie(wanted, there) = std::pair(type, foundType);
    }
    const QString object = objectText(line);
    const bool isReadable = wanted.size() <= kReadable && there.size() <= kReadable;
    if (!isReadable || (wanted.isEmpty() && there.isEmpty()))
        return Texts::tr("%1 is different").arg(object);
    if (there.isEmpty())
        return Texts::tr("%1 is different: without %2").arg(object, wanted);
    if (wanted.isEmpty())
        return Texts::tr("%1 is different: with %2").arg(object, there);
    return Texts::tr("%1 is different: %2 instead of %3").arg(object, there, wanted);
}

class SentenceWriter
{
public:
    SentenceWriter(const Recognition& seen, const Project& project, const SchemaHistory& history)
        : m_seen(seen), m_project(project), m_history(history)
    {}

    QString write() const;

private:
    QStringList differences() const;
    QString differenceText(const ComparisonLine& line) const;
    QString namesakeText(const ComparisonLine& line) const;
    QString revisionText() const;
    QString verdictPart() const;
    QStringList versionParts() const;
    QStringList strangerParts() const;
    QString originalOf(const ComparisonLine& line) const;
    bool isOfConstraint(const ComparisonLine& line) const;

    const Recognition& m_seen;
    const Project& m_project;
    const SchemaHistory& m_history;
};

/// An index that is the doing of a constraint of the same fate.
bool SentenceWriter::isOfConstraint(const ComparisonLine& line) const
{
    const QList<ComparisonLine>& lines = m_seen.comparison.lines;
    return line.kind == Kind::Index &&
           std::any_of(lines.cbegin(), lines.cend(), [&line](const ComparisonLine& other) {
               return isConstraint(other.kind) && other.outcome == line.outcome &&
                      other.schema == line.schema && other.table == line.table &&
                      other.name == line.name;
           });
}

/// Of a table or view that bears the name of a table that a revision makes; else empty.
QString SentenceWriter::namesakeText(const ComparisonLine& line) const
{
    const QString& main =
        m_seen.elsewhere.isEmpty() ? m_seen.status.versionTable.schema : m_seen.elsewhere;
    const bool isOurName = isTableLike(line.kind) && line.outcome == Outcome::Extra &&
                           line.otherName.isEmpty() &&
                           m_project.tableOwners().value(line.name) == m_seen.name &&
                           m_seen.expected.find({Kind::Table, main, {}, line.name}) == nullptr;
    for (const SchemaAtRevision& step : m_history.steps) {
        if (!isOurName || step.schema.find({Kind::Table, u"public"_s, {}, line.name}) == nullptr)
            continue;
        return (isView(line.kind)     ? Texts::tr("%1 has the name of a table that %2 makes")
                : line.schema == main ? Texts::tr("%1 is not the one that %2 makes")
                                      : Texts::tr("%1 is in another schema than %2 makes it in"))
            .arg(objectText(line), step.revision->id.text());
    }
    return {};
}

/// The expected table that was given the name of an extra one, before another took its place: the
/// columns say so, and a key or index that kept its name.
QString SentenceWriter::originalOf(const ComparisonLine& line) const
{
    if (line.kind != Kind::Table || line.outcome != Outcome::Extra || !line.otherName.isEmpty())
        return {};
    const auto partOf = [&line](const Schema& schema, const SchemaObject& part,
                                const QString& table) {
        return schema.find({part.kind, line.schema, table, part.name});
    };
    for (const SchemaObject& table : m_seen.expected.ofKind(Kind::Table)) {
        const QList<SchemaObject> parts = m_seen.expected.objectsOf(table.schema, table.name);
        bool hasColumns = table.schema == line.schema;
        bool hasPart = false;
        for (const SchemaObject& part : parts) {
            const SchemaObject* there = partOf(m_seen.found, part, line.name);
            if (part.kind == Kind::Column)
                hasColumns = hasColumns && there != nullptr && there->definition == part.definition;
            else if (isConstraint(part.kind) || part.kind == Kind::Index)
                hasPart = hasPart ||
                          (there != nullptr && partOf(m_seen.found, part, table.name) == nullptr);
        }
        if (hasColumns && hasPart)
            return table.name;
    }
    return {};
}

QString SentenceWriter::differenceText(const ComparisonLine& line) const
{
    switch (line.outcome) {
    case Outcome::Missing:
        return line.otherName.isEmpty()
                   ? Texts::tr("%1 is missing").arg(objectText(line))
                   : Texts::tr("%1 is named %2").arg(objectText(line), line.otherName);
    case Outcome::Extra:
        return Texts::tr("%1 is extra").arg(objectText(line));
    default:
        return differentText(line);
    }
}

/// What ought to be there comes before what is there besides.
QStringList SentenceWriter::differences() const
{
    constexpr qsizetype kNamed = 3;
    QStringList wanted;
    QStringList besides;
    for (const ComparisonLine& line : m_seen.comparison.lines) {
        if (line.outcome == Outcome::Match || line.outcome == Outcome::Misplaced ||
            isOfConstraint(line) || (line.outcome == Outcome::Extra && !line.otherName.isEmpty()))
            continue;
        if (const QString namesake = namesakeText(line); !namesake.isEmpty())
            wanted << namesake;
        else
            (line.outcome == Outcome::Extra ? besides : wanted) << differenceText(line);
    }
    QStringList result = wanted + besides;
    const qsizetype more = result.size() - kNamed;
    if (more > 0) {
        result = result.mid(0, kNamed);
        result << Texts::tr("%n more difference(s)", nullptr, int(more));
    }
    return result;
}

QString SentenceWriter::revisionText() const
{
    const QString position = positionText(m_seen.revision);
    return m_seen.elsewhere.isEmpty()
               ? position
               : Texts::tr("%1 in the schema %2").arg(position, m_seen.elsewhere);
}

QString SentenceWriter::verdictPart() const
{
    const QStringList& rows = m_seen.status.versionTable.rows;
    const QStringList differences = this->differences();
    switch (m_seen.verdict) {
    case Verdict::Empty:
        return Texts::tr("empty");
    case Verdict::Exact:
        break;
    case Verdict::Stamped:
        if (!rows.isEmpty() && m_seen.status.unknownRows.isEmpty())
            return Texts::tr("%1 by its version row, %2 by its tables")
                .arg(enumerated(rows), revisionText());
        break;
    case Verdict::Near:
        return Texts::tr("%1 but %2").arg(revisionText(), enumerated(differences));
    case Verdict::Foreign:
        return differences.isEmpty()
                   ? Texts::tr("nothing of this lineage is in it: it looks like %1")
                         .arg(m_seen.misplaced.firstKey().text())
                   : Texts::tr("nothing of this lineage is in it: %1").arg(enumerated(differences));
    }
    return Texts::tr("exactly %1").arg(revisionText());
}

/// A row with blanks, or an empty one, is seen only in quotes.
QString rowText(const QString& row)
{
    return row.isEmpty() || row.simplified() != row ? u'"' + row + u'"' : row;
}

QStringList SentenceWriter::versionParts() const
{
    QStringList parts;
    const DatabaseStatus& status = m_seen.status;
    const QStringList& rows = status.versionTable.rows;
    if (!status.versionTable.suspicion.isEmpty()) {
        parts << Texts::tr("its version table is not one to trust and was not read: %1")
                     .arg(status.versionTable.suspicion);
    } else if (rows.isEmpty() && m_seen.verdict != Verdict::Empty && !m_seen.revision.isEmpty()) {
        parts << Texts::tr("no version row says so");
    } else if ((m_seen.verdict == Verdict::Near || m_seen.verdict == Verdict::Foreign) &&
               !rows.isEmpty() && status.unknownRows.isEmpty() &&
               rows != idTexts(m_seen.revision)) {
        parts << (rows.size() == 1 ? Texts::tr("its version row says %1")
                                   : Texts::tr("its version rows say %1"))
                     .arg(enumerated(rows));
    }
    for (const QString& row : status.unknownRows) {
        parts << (status.foreignRows.contains(row)
                      ? Texts::tr("its version row %1 belongs to %2")
                            .arg(rowText(row), status.foreignRows.value(row).text())
                      : Texts::tr("its version row %1 is in no file").arg(rowText(row)));
    }
    return parts;
}

/// Other tools and other plans, and tables that are looked for in the wrong place.
QStringList SentenceWriter::strangerParts() const
{
    QStringList parts;
    if (!m_seen.elsewhere.isEmpty()) {
        parts << Texts::tr("this connection does not look there: with options=-csearch_path=%1 it "
                           "would")
                     .arg(m_seen.elsewhere);
    }
    for (const ComparisonLine& line : m_seen.comparison.lines) {
        if (const QString original = originalOf(line); !original.isEmpty())
            parts << Texts::tr("%1 holds what %2 should, and %2 is another one")
                         .arg(objectText(line), original);
    }
    for (const ForeignTable& foreign : kForeignTables) {
        const QString table = QString::fromLatin1(foreign.table);
        const auto tables = m_seen.found.ofKind(Kind::Table);
        const bool isThere =
            m_project.tableOwners().value(table).isEmpty() &&
            std::any_of(tables.begin(), tables.end(),
                        [&table](const SchemaObject& object) { return object.name == table; });
        if (isThere)
            parts << Texts::tr("the table %1 tells that %2 migrates this database")
                         .arg(table, QString::fromLatin1(foreign.tool));
    }
    for (auto it = m_seen.misplaced.begin(); it != m_seen.misplaced.end(); ++it) {
        parts << Texts::tr("both plans mixed: %1 belong(s) to %2", nullptr, int(it->size()))
                     .arg(enumerated(*it), it.key().text());
    }
    return parts;
}

QString SentenceWriter::write() const
{
    return clauses(QStringList{verdictPart()} + versionParts() + strangerParts());
}

} // namespace

QString recognitionSentence(const Recognition& recognition, const Project& project,
                            const SchemaHistory& history)
{
    return SentenceWriter(recognition, project, history).write();
}

} // namespace socrates::core
