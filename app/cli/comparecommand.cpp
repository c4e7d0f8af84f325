// SPDX-License-Identifier: MIT
#include "app/cli/drafting.h"
#include "app/cli/verifying.h"
#include "core/engine/newrevision.h"
#include "core/engine/sequencevalues.h"
#include "core/report/json.h"
#include "core/report/wording.h"
#include "core/schema/attribution.h"
#include "core/schema/catalogreader.h"
#include "core/schema/mend.h"

#include <QJsonArray>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// One side of a comparison.
struct Side
{
    QString text; ///< "socrates_auth@002", "socrates_auth as it is"
    DatabaseName database;
    Schema schema;
    Attribution attribution;
    bool isLive = false;
    QList<RevisionId> rows; ///< of a revision
};

/// "DATABASE" is the database as it is, "DATABASE@TARGET" what the revision says.
Result<Side> sideOf(Request& request, const Databases& databases, const QString& text)
{
    const qsizetype at = text.indexOf(u'@');
    const DatabaseName name(text.left(at < 0 ? text.size() : at));
    const SessionPtr session = databases.sessions.value(name);
    if (!session) {
        return fail(Error{.code = u"usage.target"_s,
                          .summary = u"%1 is not a connected database."_s.arg(name.text()),
                          .hint = u"Write a connected database's name, or NAME@REVISION."_s});
    }
    QList<RevisionId> rows;
    if (at >= 0) {
        const auto resolved = request.project.graph(name).resolve(text.mid(at + 1));
        if (!resolved)
            return fail(resolved.error());
        rows = *resolved;
    }
    const ExpectedSchemaSource source = expectedSource();
    return session
        ->submit([&, isLive = at < 0](Connection& connection) -> Result<Side> {
            const auto history = source.history(request.project, name, connection);
            if (!history)
                return fail(history.error());
            Side side{isLive ? name.text() + u" as it is"_s : text,
                      name,
                      {},
                      Attribution(*history),
                      isLive,
                      rows};
            if (isLive) {
                auto found = readCatalog(connection);
                if (!found)
                    return fail(found.error());
                side.schema = std::move(*found);
                return side;
            }
            const auto answer = source.expectedAt(request.project, name, rows, connection);
            if (!answer)
                return fail(answer.error());
            side.schema = answer->schema;
            return side;
        })
        .result();
}

QString lineText(const ComparisonLine& line, const Attribution& attribution)
{
    QString result = outcomeText(line.outcome) + u' ' + objectText(line);
    if (line.outcome == ComparisonLine::Outcome::Different)
        result += u": expected %1; found %2"_s.arg(line.expected, line.found);
    return (result + u" ("_s + attribution.text(line) + u')').simplified();
}

/// Makes what mends `found` a revision: it must be the head, since that is what a revision stands
/// on.
ExitCode writeRevision(Request& request, const Databases& databases, const Side& expected,
                       const Side& found, const QJsonObject& document)
{
    const QList<RevisionId> heads = request.project.graph(found.database).heads();
    if (found.isLive || found.rows != heads) {
        return request.output.failed(
            Error{.code = u"usage.target"_s,
                  .summary = u"A new revision stands on the head, so FOUND must be %1@head."_s.arg(
                      found.database.text()),
                  .hint = u"Write: compare %1 %2@head --new-revision TITLE"_s.arg(
                      expected.text.section(u' ', 0, 0), found.database.text())},
            document);
    }
    Result<RevisionDraft> draft =
        draftFor(request, found.database, request.line.value(u"new-revision"_s));
    if (!draft)
        return request.output.failed(draft.error(), document);
    const DerivedSql sql =
        sqlBetween(found.schema, expected.schema,
                   compareSchemas(expected.schema, found.schema,
                                  comparisonRules(request.project, expected.database)));
    draft->up = sql.up;
    draft->down = sql.down;
    for (const QString& note : sql.notes)
        request.output.text(u"note: "_s + note);
    // Where the difference was seen, it is there already: a rehearsal could only fail.
    return finishDraft(request, *draft, databases.sessions, !expected.isLive, document);
}

} // namespace

ExitCode compareCommand(Request& request)
{
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    const Result<Side> expected = sideOf(request, *databases, request.line.arguments().at(0));
    if (!expected)
        return request.output.failed(expected.error());
    Result<Side> found = sideOf(request, *databases, request.line.arguments().at(1));
    if (!found)
        return request.output.failed(found.error());
    ComparisonRules rules = comparisonRules(request.project, expected->database);
    if (expected->isLive) // whatever is there is meant
        rules.onlyWhereExpected.clear();
    Comparison comparison = compareSchemas(expected->schema, found->schema, rules);
    if (expected->isLive && found->isLive)
        comparison.notCompared << u"owners"_s;
    // Only for the SQL: a comparison is no worse without it.
    (void)databases->sessions.value(found->database)
        ->submit([&](Connection& connection) {
            return readSequenceValues(connection, comparison, found->schema);
        })
        .result();
    printHeading(request, databases->absent);
    request.output.text(u"\nExpected: %1\nFound: %2"_s.arg(expected->text, found->text));
    QJsonArray differences;
    for (const ComparisonLine& line : comparison.differences()) {
        request.output.text(lineText(line, expected->attribution));
        QJsonObject difference = report::differenceJson(line);
        difference.insert(u"origin"_s, expected->attribution.text(line));
        differences << difference;
    }
    if (comparison.isEqual())
        request.output.text(u"No difference."_s);
    if (!comparison.notCompared.isEmpty())
        request.output.text(u"not compared: "_s + comparison.notCompared.join(u", "_s));
    const QStringList hints = redundantIndexes(found->schema);
    for (const QString& hint : hints)
        request.output.text(u"hint: "_s + hint);
    QJsonArray mends;
    for (const MendStatement& mend : mendStatements(expected->schema, found->schema, comparison)) {
        mends << QJsonObject{{u"object"_s, mend.object},
                             {u"sql"_s, mend.sql},
                             {u"note"_s, mend.note},
                             {u"destroys_data"_s, mend.destroysData}};
        if (request.line.has(u"sql"_s)) {
            request.output.sql(mend.sql.isEmpty() ? u"-- %1: %2"_s.arg(mend.object, mend.note)
                                                  : mend.sql + u';');
        }
    }
    const QJsonObject document{
        {u"project"_s, request.project.folder()},
        {u"expected"_s, expected->text},
        {u"found"_s, found->text},
        {u"ok"_s, comparison.isEqual()},
        {u"differences"_s, differences},
        {u"not_compared"_s, QJsonArray::fromStringList(comparison.notCompared)},
        {u"hints"_s, QJsonArray::fromStringList(hints)},
        {u"mend"_s, mends}};
    if (request.line.has(u"new-revision"_s) && !comparison.isEqual())
        return writeRevision(request, *databases, *expected, *found, document);
    request.output.document(document);
    return comparison.isEqual() ? ExitCode::Done : ExitCode::Differs;
}

} // namespace socrates::cli
