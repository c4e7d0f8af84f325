// SPDX-License-Identifier: MIT
#include "core/engine/recognition.h"

#include "core/base/texts.h"
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
        if (line.outcome == Outcome::Match || line.outcome == Outcome::Misplaced)
            continue;
        const Schema& side = line.outcome == Outcome::Missing ? expected : found;
        result += isTableLike(line.kind) && line.outcome != Outcome::Different
                      ? 1 + side.objectsOf(line.schema, line.name).size()
                      : 1;
    }
    return result;
}

/// "index users.idx_users_status is missing".
QString differenceText(const ComparisonLine& line)
{
    const QString object = objectText(line);
    switch (line.outcome) {
    case Outcome::Missing:
        return Texts::tr("%1 is missing").arg(object);
    case Outcome::Extra:
        return Texts::tr("%1 is extra").arg(object);
    default:
        return Texts::tr("%1 is different").arg(object);
    }
}

class Recogniser
{
public:
    Recogniser(Connection& connection, const Project& project, const ExpectedSchemaSource& source)
        : m_connection(connection), m_project(project), m_source(source)
    {}

    Result<void> run(Recognition& result, const QString& role);

private:
    Result<void> readFound(const QString& mainSchema);
    void chooseNearest(Recognition& result, const SchemaHistory& history,
                       const QString& mainSchema);
    void judge(Recognition& result) const;
    QString sentenceOf(const Recognition& result) const;

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

void Recogniser::chooseNearest(Recognition& result, const SchemaHistory& history,
                               const QString& mainSchema)
{
    QList<std::pair<QList<RevisionId>, const Schema*>> candidates{{{}, history.at({})}};
    for (const QList<SchemaAtRevision>* list : {&history.steps, &history.alone}) {
        for (const SchemaAtRevision& step : *list)
            candidates << std::pair(step.rows, &step.schema);
    }
    const ComparisonRules rules = comparisonRules(m_project, result.name);
    qsizetype best = std::numeric_limits<qsizetype>::max();
    for (const auto& [rows, schema] : std::as_const(candidates)) {
        const Schema expected = mainSchema == "public"_L1 ? *schema : inSchema(*schema, mainSchema);
        Comparison comparison = compareSchemas(expected, m_found, rules);
        const qsizetype away = distance(comparison, expected, m_found);
        // Revisions that change rows only look like the one before: the version row decides.
        const bool isBetter = away < best || (away == best && rows == result.status.current);
        if (!isBetter)
            continue;
        best = away;
        result.revision = rows;
        result.comparison = std::move(comparison);
        result.expected = expected;
    }
}

void Recogniser::judge(Recognition& result) const
{
    qsizetype matches = 0;
    qsizetype differences = 0;
    const QMap<QString, DatabaseName> owners = m_project.tableOwners();
    for (const ComparisonLine& line : result.comparison.lines) {
        if (line.outcome == Outcome::Misplaced)
            result.misplaced[owners.value(line.name)] << line.name;
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

QString Recogniser::sentenceOf(const Recognition& result) const
{
    constexpr qsizetype kNamed = 3;
    QStringList differences;
    for (const ComparisonLine& line : result.comparison.lines) {
        if (line.outcome != Outcome::Match && line.outcome != Outcome::Misplaced)
            differences << differenceText(line);
    }
    const qsizetype more = differences.size() - kNamed;
    if (more > 0) {
        differences = differences.mid(0, kNamed);
        differences << Texts::tr("%n more difference(s)", nullptr, int(more));
    }
    const QString revision = positionText(result.revision);
    QStringList parts;
    const QStringList& rows = result.status.versionTable.rows;
    switch (result.verdict) {
    case Verdict::Empty:
        return Texts::tr("empty");
    case Verdict::Exact:
        parts << Texts::tr("exactly %1").arg(revision);
        break;
    case Verdict::Stamped:
        parts << (!rows.isEmpty() && result.status.unknownRows.isEmpty()
                      ? Texts::tr("%1 by its version row, %2 by its tables")
                            .arg(rows.join(u", "_s), revision)
                      : Texts::tr("exactly %1").arg(revision));
        break;
    case Verdict::Near:
        parts << Texts::tr("%1 but %2").arg(revision, enumerated(differences));
        break;
    case Verdict::Foreign:
        parts << (differences.isEmpty()
                      ? Texts::tr("nothing of this lineage is in it: it looks like %1")
                            .arg(result.misplaced.firstKey().text())
                      : Texts::tr("nothing of this lineage is in it: %1")
                            .arg(enumerated(differences)));
        break;
    }
    if (result.verdict == Verdict::Near || result.verdict == Verdict::Foreign) {
        if (rows.isEmpty())
            parts << Texts::tr("no version row says so");
        else if (result.status.unknownRows.isEmpty() && rows != idTexts(result.revision))
            parts << Texts::tr("its version row says %1").arg(rows.join(u", "_s));
    }
    for (const QString& row : result.status.unknownRows) {
        parts << (result.status.foreignRows.contains(row)
                      ? Texts::tr("its version row %1 belongs to %2")
                            .arg(row, result.status.foreignRows.value(row).text())
                      : Texts::tr("its version row %1 is in no file").arg(row));
    }
    for (auto it = result.misplaced.begin(); it != result.misplaced.end(); ++it) {
        parts << Texts::tr("both plans mixed: %1 belong(s) to %2", nullptr, int(it->size()))
                     .arg(enumerated(*it), it.key().text());
    }
    return clauses(parts);
}

Result<void> Recogniser::run(Recognition& result, const QString& role)
{
    auto status = readStatus(m_connection, m_project, result.name, role);
    if (!status)
        return fail(status.error());
    result.status = std::move(*status);
    const QString mainSchema =
        result.status.versionTable.exists ? result.status.versionTable.schema : u"public"_s;
    const auto history = m_source.history(m_project, result.name, m_connection);
    if (!history)
        return fail(history.error());
    if (const auto read = readFound(mainSchema); !read)
        return read;
    chooseNearest(result, *history, mainSchema);
    judge(result);
    result.sentence = sentenceOf(result);
    result.found = std::move(m_found);
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
    return !error && misplaced.isEmpty() &&
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
