// SPDX-License-Identifier: MIT
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
        offers << QJsonObject{{u"title"_s, offer.title},
                              {u"sql"_s, QJsonArray::fromStringList(offer.sql)},
                              {u"advice"_s, offer.advice},
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

void print(Request& request, const Recognition& recognition)
{
    if (recognition.error) {
        request.output.text(
            u"\n%1: %2"_s.arg(recognition.name.text(), report::errorText(*recognition.error)));
        return;
    }
    request.output.text(u"\n%1 (%2): %3"_s.arg(
        recognition.name.text(), report::placeText(recognition.status), recognition.sentence));
    for (const Recognition::Offer& offer : recognition.offers) {
        request.output.text(u"  offer: "_s + offer.title +
                            (offer.destroysData ? u" (destroys data)"_s : QString()));
        for (const QString& sql : offer.sql)
            request.output.sql(sql + u';');
        if (!offer.advice.isEmpty())
            request.output.text(u"  "_s + offer.advice);
    }
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
    ExitCode code = ExitCode::Done;
    for (const Recognition& recognition : recognitions) {
        print(request, recognition);
        documents << recognitionJson(recognition);
        if (recognition.error) {
            const ExitCode failed = core::exitCodeOf(*recognition.error);
            if (code != ExitCode::CannotConnect)
                code = failed == ExitCode::CannotConnect ? failed : ExitCode::Failed;
        } else if (!recognition.isTrue() && code == ExitCode::Done) {
            code = ExitCode::Differs;
        }
    }
    request.output.document({{u"project"_s, request.project.folder()},
                             {u"absent"_s, QJsonArray::fromStringList(databases->absent)},
                             {u"databases"_s, documents}});
    return code;
}

} // namespace socrates::cli
