// SPDX-License-Identifier: MIT
#include "core/engine/recognition.h"

#include "core/engine/recognitionsentence.h"
#include "core/engine/sequencevalues.h"
#include "core/schema/aspects.h"
#include "core/schema/catalogreader.h"

#include <algorithm>
#include <limits>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Kind = SchemaObject::Kind;
using Outcome = ComparisonLine::Outcome;
using Verdict = Recognition::Verdict;

/// How far the found schema is away. A table weighs as much as all that belongs to it.
qsizetype distance(const Comparison& comparison, const Schema& expected, const Schema& found)
{
    qsizetype result = 0;
    for (const ComparisonLine& line : comparison.lines) {
        const bool isRename = !line.otherName.isEmpty();
        if (line.outcome == Outcome::Match || line.outcome == Outcome::Misplaced ||
            (isRename && line.outcome == Outcome::Extra))
            continue;
        const Schema& side = line.outcome == Outcome::Missing ? expected : found;
        result += isTableLike(line.kind) && line.outcome != Outcome::Different && !isRename
                      ? 1 + side.objectsOf(line.schema, line.name).size()
                      : 1;
    }
    return result;
}

/// What the schema of a revision differs least in.
struct Nearest
{
    qsizetype away = std::numeric_limits<qsizetype>::max();
    QList<RevisionId> revision;
    Comparison comparison;
    Schema expected;

    bool hasTable() const
    {
        return std::any_of(comparison.lines.cbegin(), comparison.lines.cend(),
                           [](const ComparisonLine& line) {
                               return line.kind == Kind::Table && line.outcome == Outcome::Match;
                           });
    }
};

class Recogniser
{
public:
    Recogniser(Connection& connection, const Project& project, const ExpectedSchemaSource& source)
        : m_connection(connection), m_project(project), m_source(source)
    {}

    Result<void> run(Recognition& result, const QString& role);

private:
    Result<void> readFound(const QString& mainSchema);
    /// Of what was read last.
    Nearest nearest(const Recognition& result, const SchemaHistory& history,
                    const QString& mainSchema) const;
    /// Whether the tables are where the connection does not look: the whole plan in another schema.
    Result<void> lookElsewhere(Recognition& result, const SchemaHistory& history,
                               const QString& mainSchema, Nearest& best);
    void judge(Recognition& result) const;

    Connection& m_connection;
    const Project& m_project;
    const ExpectedSchemaSource& m_source;
    Schema m_found;
};

Result<void> Recogniser::readFound(const QString& mainSchema)
{
    auto found = readCatalog(m_connection, {{}, {}, mainSchema});
    if (!found)
        return fail(found.error());
    m_found = std::move(*found);
    return {};
}

Nearest Recogniser::nearest(const Recognition& result, const SchemaHistory& history,
                            const QString& mainSchema) const
{
    QList<std::pair<QList<RevisionId>, const Schema*>> candidates{{{}, history.at({})}};
    for (const QList<SchemaAtRevision>* list : {&history.steps, &history.alone}) {
        for (const SchemaAtRevision& step : *list)
            candidates << std::pair(step.rows, &step.schema);
    }
    const ComparisonRules rules = comparisonRules(m_project, result.name);
    Nearest best;
    for (const auto& [rows, schema] : std::as_const(candidates)) {
        const Schema expected = mainSchema == "public"_L1 ? *schema : inSchema(*schema, mainSchema);
        Comparison comparison = compareSchemas(expected, m_found, rules);
        const qsizetype away = distance(comparison, expected, m_found);
        // Revisions that change rows only look like the one before: the version row decides.
        if (away < best.away || (away == best.away && rows == result.status.current))
            best = {away, rows, std::move(comparison), expected};
    }
    return best;
}

Result<void> Recogniser::lookElsewhere(Recognition& result, const SchemaHistory& history,
                                       const QString& mainSchema, Nearest& best)
{
    if (best.hasTable())
        return {};
    QSet<QString> schemas;
    for (const SchemaObject& table : m_found.ofKind(Kind::Table)) {
        if (table.schema != mainSchema && m_project.tableOwners().value(table.name) == result.name)
            schemas << table.schema;
    }
    const Schema found = m_found;
    for (const QString& schema : std::as_const(schemas)) {
        if (const auto read = readFound(schema); !read)
            return read;
        Nearest there = nearest(result, history, schema);
        if (!there.hasTable() || there.away >= best.away) {
            m_found = found;
            continue;
        }
        best = std::move(there);
        result.elsewhere = schema;
    }
    return {};
}

void Recogniser::judge(Recognition& result) const
{
    qsizetype matches = 0;
    qsizetype differences = 0;
    for (const ComparisonLine& line : result.comparison.lines) {
        if (line.outcome == Outcome::Misplaced)
            result.misplaced[DatabaseName(line.rightful)] << line.name;
        else if (line.outcome == Outcome::Match)
            ++matches;
        else
            ++differences;
    }
    const bool hasRows = !result.status.versionTable.rows.isEmpty();
    // What a hosting sets in an empty database is not compared.
    const bool isEmpty =
        result.revision.isEmpty() && result.comparison.lines.isEmpty() &&
        std::all_of(m_found.objects().cbegin(), m_found.objects().cend(),
                    [](const SchemaObject& object) {
                        return isAspect(object.kind) || kindsOfHostings().contains(object.kind);
                    });
    if (isEmpty)
        result.verdict = hasRows ? Verdict::Stamped : Verdict::Empty;
    else if (matches == 0 && (differences > 0 || !result.misplaced.isEmpty()))
        result.verdict = Verdict::Foreign;
    else if (differences > 0)
        result.verdict = Verdict::Near;
    else
        result.verdict = result.status.versionTable.rows == idTexts(result.revision)
                             ? Verdict::Exact
                             : Verdict::Stamped;
}

Result<void> Recogniser::run(Recognition& result, const QString& role)
{
    auto status =
        readStatus(m_connection, m_project, result.name, role, StatusDetail::WithoutUntrusted);
    if (!status)
        return fail(status.error());
    result.status = std::move(*status);
    if (result.status.isSchemaClosed && !result.status.versionTable.exists)
        return fail(schemaClosed(result.status));
    const QString mainSchema =
        result.status.versionTable.exists ? result.status.versionTable.schema : u"public"_s;
    const auto history = m_source.history(m_project, result.name, m_connection);
    if (!history)
        return fail(history.error());
    if (const auto read = readFound(mainSchema); !read)
        return read;
    Nearest best = nearest(result, *history, mainSchema);
    if (const auto looked = lookElsewhere(result, *history, mainSchema, best); !looked)
        return looked;
    result.revision = std::move(best.revision);
    result.comparison = std::move(best.comparison);
    result.expected = std::move(best.expected);
    judge(result);
    result.found = std::move(m_found);
    result.sentence = recognitionSentence(result, m_project, *history);
    // Only for the offers.
    (void)readSequenceValues(m_connection, result.comparison, result.found);
    auto offers = offersFor(m_connection, result);
    if (!offers)
        return fail(offers.error());
    result.offers = std::move(*offers);
    return {};
}

} // namespace

bool Recognition::isTrue() const
{
    return !error && misplaced.isEmpty() && elsewhere.isEmpty() &&
           status.versionTable.suspicion.isEmpty() &&
           (verdict == Verdict::Empty || verdict == Verdict::Exact);
}

const Recognition::Offer* Recognition::offer(const QString& id) const
{
    const auto found = std::find_if(offers.cbegin(), offers.cend(),
                                    [&id](const Offer& offer) { return offer.id == id; });
    return found == offers.cend() ? nullptr : &*found;
}

LossForecast Recognition::misplacedRows() const
{
    LossForecast forecast;
    forecast.name = name;
    forecast.database = status.server.database;
    for (const ComparisonLine& line : comparison.lines) {
        if (line.outcome == Outcome::Misplaced && line.kind == Kind::Table)
            forecast.losses << Loss{Loss::Kind::Table, line.schema, line.name, {}, -1, false, {}};
    }
    return forecast;
}

QString verdictText(Recognition::Verdict verdict)
{
    switch (verdict) {
    case Verdict::Empty:
        return u"empty"_s;
    case Verdict::Exact:
        return u"exact"_s;
    case Verdict::Stamped:
        return u"stamped_otherwise"_s;
    case Verdict::Near:
        return u"near"_s;
    case Verdict::Foreign:
        return u"foreign"_s;
    }
    return {};
}

Recognition recognise(Connection& connection, const Project& project, const DatabaseName& database,
                      const ExpectedSchemaSource& source, const QString& role)
{
    Recognition result;
    result.name = database;
    result.status.name = database;
    if (auto done = Recogniser(connection, project, source).run(result, role); !done) {
        result.error = done.error();
        result.error->database = database.text();
    }
    return result;
}

} // namespace socrates::core
