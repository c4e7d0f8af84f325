// SPDX-License-Identifier: MIT
#include "app/cli/losses.h"

#include "app/cli/terminal.h"
#include "app/cli/verifying.h"
#include "core/report/json.h"
#include "core/report/text.h"

#include <QDir>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QString kindText(Loss::Kind kind)
{
    switch (kind) {
    case Loss::Kind::Table:
        return u"table"_s;
    case Loss::Kind::Column:
        return u"column"_s;
    case Loss::Kind::Rows:
        break;
    }
    return u"rows"_s;
}

QJsonObject toJson(const Loss& loss)
{
    return {{u"kind"_s, kindText(loss.kind)},
            {u"schema"_s, loss.schema},
            {u"table"_s, loss.table},
            {u"column"_s, loss.column},
            {u"count"_s, loss.count < 0 ? QJsonValue() : QJsonValue(loss.count)},
            {u"estimate"_s, loss.isEstimate},
            {u"reason"_s, loss.reason}};
}

} // namespace

QList<LossForecast> forecastOf(const Request& request, const Databases& databases, const Plan& plan)
{
    return forecastLosses(request.project, plan, databases.sessions, expectedSource());
}

QString lossesText(const QList<LossForecast>& forecasts)
{
    QStringList lines;
    for (const LossForecast& forecast : forecasts) {
        if (forecast.error) {
            lines << u"%1: what would be deleted could not be found out: %2"_s.arg(
                forecast.name.text(), forecast.error->summary);
            continue;
        }
        lines << u"%1 (%2): %3"_s.arg(forecast.name.text(), forecast.database,
                                      forecastText(forecast));
        for (const Loss& loss : forecast.losses) {
            if (!loss.reason.isEmpty())
                lines << u"  %1 (%2)"_s.arg(lossText(loss), loss.reason);
        }
        for (const QString& dependent : forecast.dependents + forecast.uncounted)
            lines << u"  "_s + dependent;
        if (!forecast.uncounted.isEmpty())
            lines << u"  What is not counted, rehearse --downgrade measures."_s;
    }
    return lines.join(u'\n');
}

QJsonArray lossesJson(const QList<LossForecast>& forecasts)
{
    QJsonArray result;
    for (const LossForecast& forecast : forecasts) {
        QJsonArray losses;
        for (const Loss& loss : forecast.losses)
            losses << toJson(loss);
        result << QJsonObject{{u"name"_s, forecast.name.text()},
                              {u"database"_s, forecast.database},
                              {u"text"_s, forecast.error ? QString() : forecastText(forecast)},
                              {u"losses"_s, losses},
                              {u"uncounted"_s, QJsonArray::fromStringList(forecast.uncounted)},
                              {u"dependents"_s, QJsonArray::fromStringList(forecast.dependents)},
                              {u"error"_s, forecast.error
                                               ? QJsonValue(report::errorJson(*forecast.error))
                                               : QJsonValue()}};
    }
    return result;
}

Result<void> exportWanted(Request& request, const Databases& databases,
                          const QList<LossForecast>& forecasts, QJsonObject& document)
{
    const QString folder = request.line.value(u"csv-dir"_s);
    if (folder.isEmpty())
        return {};
    CancelToken token;
    const terminal::Interrupts interrupts([token](int) mutable { token.cancel(); });
    QJsonArray files;
    for (const LossForecast& forecast : forecasts) {
        if (forecast.error)
            return fail(*forecast.error);
        const SessionPtr session = databases.sessions.value(forecast.name);
        const auto exported =
            session
                ->submit([&](Connection& connection) {
                    return exportLosses(connection, forecast, folder, session->role(), token);
                })
                .result();
        if (!exported)
            return fail(exported.error());
        for (const ExportedRows& one : *exported) {
            request.output.text(
                u"written: %1 (%2 rows)"_s.arg(QDir::toNativeSeparators(one.file)).arg(one.rows));
            files << QJsonObject{{u"file"_s, one.file}, {u"rows"_s, one.rows}};
        }
    }
    document.insert(u"exported"_s, files);
    return {};
}

ExitCode lossCommand(Request& request)
{
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    const auto plan = planFor(request, *databases, Direction::Downgrade, targetsOf(request));
    if (!plan)
        return plan.error();
    const QList<LossForecast> forecasts = forecastOf(request, *databases, *plan);
    printHeading(request, databases->absent);
    request.output.text(plan->isEmpty() ? u"\nNothing to downgrade."_s
                                        : u'\n' + lossesText(forecasts));
    QJsonObject document{{u"losses"_s, lossesJson(forecasts)}};
    addContext(document, request, *databases);
    if (const auto exported = exportWanted(request, *databases, forecasts, document); !exported)
        return request.output.failed(exported.error(), document);
    ExitCode code = ExitCode::Done;
    for (const LossForecast& forecast : forecasts) {
        if (forecast.error)
            code = forecast.error->isKind("conn"_L1) ? ExitCode::CannotConnect : ExitCode::Failed;
    }
    request.output.document(document);
    return code;
}

} // namespace socrates::cli
