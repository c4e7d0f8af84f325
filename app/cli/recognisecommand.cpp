// SPDX-License-Identifier: MIT
#include "app/cli/losses.h"
#include "app/cli/migration.h"
#include "app/cli/serverchecks.h"
#include "app/cli/verifying.h"
#include "core/engine/everydatabase.h"
#include "core/engine/recognition.h"
#include "core/report/json.h"
#include "core/report/text.h"
#include "core/report/wording.h"

#include <QJsonArray>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QJsonObject recognitionJson(const Recognition& recognition)
{
    if (recognition.error) {
        return {{u"name"_s, recognition.name.text()},
                {u"error"_s, report::errorJson(*recognition.error)}};
    }
    QJsonObject misplaced;
    for (auto it = recognition.misplaced.begin(); it != recognition.misplaced.end(); ++it)
        misplaced.insert(it.key().text(), QJsonArray::fromStringList(*it));
    QJsonArray offers;
    for (const Recognition::Offer& offer : recognition.offers) {
        offers << QJsonObject{{u"id"_s, offer.id},
                              {u"title"_s, offer.title},
                              {u"sql"_s, QJsonArray::fromStringList(offer.sql)},
                              {u"advice"_s, offer.advice},
                              {u"obstacle"_s, offer.obstacle},
                              {u"losses"_s, QJsonArray::fromStringList(offer.losses)},
                              {u"destroys_data"_s, offer.destroysData}};
    }
    return {{u"name"_s, recognition.name.text()},
            {u"verdict"_s, verdictText(recognition.verdict)},
            {u"ok"_s, recognition.isTrue()},
            {u"text"_s, recognition.sentence},
            {u"revision"_s, report::joined(recognition.revision)},
            {u"version_rows"_s, QJsonArray::fromStringList(recognition.status.versionTable.rows)},
            {u"misplaced"_s, misplaced},
            {u"differences"_s, report::differencesJson(recognition.comparison)},
            {u"offers"_s, offers},
            {u"error"_s, QJsonValue()}};
}

void printOffer(Request& request, const Recognition& recognition, const Recognition::Offer& offer)
{
    request.output.text(u"  offer %1: %2%3"_s.arg(
        offer.id, offer.title, offer.destroysData ? u" (destroys data)"_s : QString()));
    for (const QString& sql : offer.sql)
        request.output.sql(sql + u';');
    if (!offer.losses.isEmpty() && offer.isApplicable())
        request.output.text(u"    Goes: "_s + offer.losses.join(u"; "_s));
    for (const QString& text : {offer.advice, offer.obstacle}) {
        if (!text.isEmpty())
            request.output.text(u"    "_s + text);
    }
    if (offer.isApplicable()) {
        request.output.text(u"    Run it: recognise --apply %1@%2%3"_s.arg(
            recognition.name.text(), offer.id,
            offer.destroysData ? u" --yes-destroy-data "_s + recognition.status.server.database
                               : QString()));
    }
}

void print(Request& request, const Recognition& recognition)
{
    if (recognition.error) {
        request.output.text(u'\n' + report::errorText(*recognition.error));
        return;
    }
    request.output.text(u"\n%1 (%2): %3"_s.arg(
        recognition.name.text(), report::placeText(recognition.status), recognition.sentence));
    for (const Recognition::Offer& offer : recognition.offers)
        printOffer(request, recognition, offer);
}

/// The databases and the offers that --apply names: OFFER for each that has it, or NAME@OFFER.
Result<QList<std::pair<const Recognition*, const Recognition::Offer*>>>
chosenOffers(const Request& request, const QList<Recognition>& recognitions)
{
    const QString wanted = request.line.value(u"apply"_s);
    const DatabaseName database(wanted.contains(u'@') ? wanted.section(u'@', 0, -2) : QString());
    const QString id = wanted.section(u'@', -1);
    QList<std::pair<const Recognition*, const Recognition::Offer*>> chosen;
    QStringList known;
    for (const Recognition& recognition : recognitions) {
        if (recognition.error)
            return fail(*recognition.error);
        for (const Recognition::Offer& offer : recognition.offers) {
            known << recognition.name.text() + u'@' + offer.id;
            if (offer.id == id && (database.isEmpty() || database == recognition.name))
                chosen << std::pair(&recognition, &offer);
        }
    }
    if (chosen.isEmpty()) {
        return fail(Error{.code = u"usage.offer"_s,
                          .summary = u"There is no offer '%1'."_s.arg(wanted),
                          .hint = known.isEmpty()
                                      ? u"Nothing can be offered for what was recognised: check "
                                        u"the connection and the project."_s
                                      : u"There are: "_s + known.join(u", "_s)});
    }
    for (const auto& [recognition, offer] : std::as_const(chosen)) {
        if (!offer->isApplicable()) {
            return fail(Error{.code = u"version.offer"_s,
                              .summary = u"'%1' cannot be carried out for %2."_s.arg(
                                  offer->id, recognition->name.text()),
                              .hint = offer->obstacle,
                              .database = recognition->name.text()});
        }
        const QString& name = recognition->status.server.database;
        if (offer->destroysData && !request.line.values(u"yes-destroy-data"_s).contains(name)) {
            return fail(Error{
                .code = u"usage.confirm"_s,
                .summary = u"This deletes: %1. Nothing was run."_s.arg(offer->losses.join(u"; "_s)),
                .hint = u"Confirm with --yes-destroy-data "_s + name,
                .database = recognition->name.text()});
        }
    }
    return chosen;
}

Result<void> exportMisplaced(Request& request, const Databases& databases,
                             const QList<Recognition>& recognitions, QJsonObject& document)
{
    QList<LossForecast> forecasts;
    for (const Recognition& recognition : recognitions) {
        if (!recognition.error && !recognition.misplacedRows().isEmpty())
            forecasts << recognition.misplacedRows();
    }
    return exportWanted(request, databases, forecasts, document);
}

ExitCode exitCodeOf(const QList<Recognition>& recognitions)
{
    ExitCode code = ExitCode::Done;
    for (const Recognition& recognition : recognitions) {
        if (recognition.error) {
            const ExitCode failed = core::exitCodeOf(*recognition.error);
            if (code != ExitCode::CannotConnect)
                code = failed == ExitCode::CannotConnect ? failed : ExitCode::Failed;
        } else if (!recognition.isTrue() && code == ExitCode::Done) {
            code = ExitCode::Differs;
        }
    }
    return code;
}

/// Carries out what was chosen, one database after the other; the first failure ends it.
ExitCode apply(Request& request, const Databases& databases, QList<Recognition> recognitions,
               QJsonObject& document, const ExpectedSchemaSource& source)
{
    Result<RunOptions> options = runOptions(request.line);
    if (!options)
        return request.output.failed(options.error(), document);
    options->knownServers = knownServers(request, databases.endpoints);
    options->acceptsServer = request.line.has(u"accept-server"_s);
    if (exitCodeOf(recognitions) == ExitCode::Done) {
        request.output.text(u"\nNothing is to be put right."_s);
        document.insert(u"applied"_s, QJsonArray());
        request.output.document(document);
        return ExitCode::Done;
    }
    const auto chosen = chosenOffers(request, recognitions);
    if (!chosen)
        return request.output.failed(chosen.error(), document);
    QJsonArray applied;
    QList<Recognition> after;
    for (const auto& [recognition, offer] : *chosen) {
        const auto settled =
            applyOffer(request.project, *databases.sessions.value(recognition->name), *recognition,
                       offer->id, source, *options);
        document.insert(u"applied"_s, applied);
        if (!settled)
            return request.output.failed(settled.error(), document);
        applied << u"%1@%2"_s.arg(recognition->name.text(), offer->id);
        request.output.text(u"\ndone: "_s + offer->title);
        print(request, *settled);
        after << *settled;
    }
    QJsonArray documents;
    QList<DatabaseStatus> statuses;
    for (const Recognition& recognition : std::as_const(after)) {
        documents << recognitionJson(recognition);
        statuses << recognition.status;
    }
    document.insert(u"applied"_s, applied);
    document.insert(u"databases"_s, documents);
    request.output.document(document);
    rememberServers(request, databases, statuses);
    return exitCodeOf(after);
}

} // namespace

ExitCode recogniseCommand(Request& request)
{
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    const ExpectedSchemaSource source = expectedSource();
    const QList<Recognition> recognitions = askEveryDatabase<Recognition>(
        request.project, databases->sessions,
        [&](Connection& connection, const DatabaseName& name,
            const QString& role) -> Result<Recognition> {
            return recognise(connection, request.project, name, source, role);
        });
    printHeading(request, databases->absent);
    QJsonArray documents;
    for (const Recognition& recognition : recognitions) {
        print(request, recognition);
        documents << recognitionJson(recognition);
    }
    QJsonObject document{{u"project"_s, request.project.folder()},
                         {u"absent"_s, QJsonArray::fromStringList(databases->absent)},
                         {u"databases"_s, documents}};
    if (const auto exported = exportMisplaced(request, *databases, recognitions, document);
        !exported)
        return request.output.failed(exported.error(), document);
    if (request.line.has(u"apply"_s))
        return apply(request, *databases, recognitions, document, source);
    request.output.document(document);
    return exitCodeOf(recognitions);
}

} // namespace socrates::cli
