// SPDX-License-Identifier: MIT
#include "core/report/json.h"

#include "core/report/wording.h"

#include <QJsonArray>

namespace socrates::core::report {

using namespace Qt::StringLiterals;

namespace {

QJsonArray idArray(const QList<RevisionId>& ids)
{
    return QJsonArray::fromStringList(idTexts(ids));
}

/// One revision as a string, none as null; several (Alembic's heads) joined, the lists beside it
/// have them one by one.
QJsonValue idValue(const QList<RevisionId>& ids)
{
    return ids.isEmpty() ? QJsonValue() : QJsonValue(joined(ids));
}

QJsonValue textValue(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue errorValue(const std::optional<Error>& error)
{
    return error ? QJsonValue(errorJson(*error)) : QJsonValue();
}

QJsonArray statusArray(const QList<DatabaseStatus>& statuses)
{
    QJsonArray result;
    for (const DatabaseStatus& status : statuses)
        result << statusJson(status);
    return result;
}

QString protocolText(const CommitProtocol& protocol)
{
    switch (protocol.kind) {
    case CommitProtocol::Kind::OneDatabase:
        return u"one_database"_s;
    case CommitProtocol::Kind::TwoPhase:
        return u"two_phase"_s;
    case CommitProtocol::Kind::NarrowWindow:
        return u"narrow_window"_s;
    }
    return {};
}

QJsonArray preparedArray(const DatabaseStatus& status)
{
    QJsonArray result;
    for (const PreparedHalf& half : status.preparedHalves)
        result << QJsonObject{{u"gid"_s, half.gid},
                              {u"run_id"_s, half.runId},
                              {u"decided_in"_s, half.decider.text()},
                              {u"rows_after"_s, half.rowsAfter},
                              {u"prepared_at"_s, half.preparedAt.toString(Qt::ISODateWithMs)}};
    return result;
}

QJsonObject verificationJson(const DatabaseVerification& verification)
{
    QJsonArray checklist;
    for (const TickedItem& item : verification.checklist) {
        checklist << QJsonObject{
            {u"text"_s, item.item.text}, {u"ok"_s, item.ok}, {u"evidence"_s, item.evidence}};
    }
    return {
        {u"name"_s, verification.name.text()},
        {u"revision"_s, idValue(verification.revision)},
        {u"ok"_s, verification.isOk()},
        {u"checks"_s, int(verification.comparison.lines.size())},
        {u"differences"_s, differencesJson(verification.comparison)},
        {u"not_compared"_s, QJsonArray::fromStringList(verification.comparison.notCompared)},
        {u"checklist"_s, checklist},
        {u"error"_s, errorValue(verification.error)},
        {u"expected_from"_s, verification.expectedOrigin},
        {u"ownership"_s, QJsonArray::fromStringList(verification.ownership)},
        {u"rights_problems"_s, QJsonArray::fromStringList(verification.rightsProblems)},
        {u"verified_at"_s, textValue(verification.verifiedAt.toString(Qt::ISODateWithMs))},
    };
}

} // namespace

QJsonObject stepJson(const PlannedStep& step, const StepOutcome& outcome)
{
    QJsonArray waits;
    for (const int index : step.waitsFor)
        waits << index;
    return {
        {u"database"_s, step.database.text()},
        {u"revision"_s, step.step.revision->id.text()},
        {u"direction"_s, directionText(step.step.direction)},
        {u"state"_s, stepStateText(outcome.state)},
        {u"ms"_s, double(outcome.ms)},
        {u"error"_s, errorValue(outcome.error)},
        {u"unconfirmed_by_standby"_s, outcome.isUnconfirmedByStandby},
        {u"title"_s, step.step.revision->title},
        {u"file"_s, step.step.revision->filePath},
        {u"waits_for"_s, waits},
    };
}

QJsonObject errorJson(const Error& error)
{
    const auto number = [](int value) { return value > 0 ? QJsonValue(value) : QJsonValue(); };
    return {
        {u"code"_s, error.code},
        {u"summary"_s, error.summary},
        {u"detail"_s, textValue(error.detail)},
        {u"hint"_s, textValue(error.hint)},
        {u"sqlstate"_s, textValue(error.sqlState)},
        {u"file"_s, textValue(error.where.file)},
        {u"line"_s, number(error.where.line)},
        {u"column"_s, number(error.where.column)},
        {u"database"_s, textValue(error.database)},
        {u"revision"_s, textValue(error.revision)},
        {u"statement"_s, textValue(error.statement)},
        {u"technical"_s, textValue(error.technical)},
    };
}

QJsonObject differenceJson(const ComparisonLine& line)
{
    return {
        {u"kind"_s, outcomeText(line.outcome)},
        {u"object"_s, kindText(line.kind)},
        {u"schema"_s, line.schema},
        {u"table"_s, textValue(line.table)},
        {u"name"_s, line.name},
        {u"expected"_s, textValue(line.expected)},
        {u"found"_s, textValue(line.found)},
        {u"hint"_s, textValue(line.hint)},
        {u"other_name"_s, textValue(line.otherName)},
    };
}

QJsonArray differencesJson(const Comparison& comparison)
{
    QJsonArray differences;
    for (const ComparisonLine& line : comparison.differences())
        differences << differenceJson(line);
    return differences;
}

QJsonObject statusJson(const DatabaseStatus& status)
{
    if (status.error) {
        return {{u"name"_s, status.name.text()},   {u"server"_s, QJsonValue()},
                {u"database"_s, QJsonValue()},     {u"server_version"_s, QJsonValue()},
                {u"version_rows"_s, QJsonArray()}, {u"current"_s, QJsonValue()},
                {u"head"_s, QJsonValue()},         {u"pending"_s, QJsonArray()},
                {u"unknown"_s, QJsonArray()},      {u"error"_s, errorJson(*status.error)}};
    }
    QJsonObject foreign;
    for (auto it = status.foreignRows.begin(); it != status.foreignRows.end(); ++it)
        foreign.insert(it.key(), it.value().text());
    QJsonArray changed;
    for (const ChangedFile& file : status.changedFiles)
        changed << QJsonObject{{u"revision"_s, file.revision.text()},
                               {u"meaningful"_s, file.isMeaningful}};
    return {
        {u"name"_s, status.name.text()},
        {u"server"_s, status.server.serverText()},
        {u"database"_s, status.server.database},
        {u"server_version"_s, status.server.versionText},
        {u"version_rows"_s, QJsonArray::fromStringList(status.versionTable.rows)},
        {u"current"_s, idValue(status.current)},
        {u"head"_s, idValue(status.heads)},
        {u"heads"_s, idArray(status.heads)},
        {u"pending"_s, idArray(status.pending)},
        {u"unknown"_s, QJsonArray::fromStringList(status.unknownRows)},
        {u"foreign"_s, foreign},
        {u"user"_s, status.currentUser},
        {u"standby"_s, status.isStandby},
        {u"pooled"_s, status.isPooled},
        {u"changed"_s, changed},
        {u"prepared"_s, preparedArray(status)},
        {u"warnings"_s, QJsonArray::fromStringList(status.warnings)},
        {u"error"_s, QJsonValue()},
    };
}

QJsonObject statusDocument(const QList<DatabaseStatus>& statuses)
{
    return {{u"databases"_s, statusArray(statuses)}};
}

QJsonObject planDocument(const Plan& plan)
{
    QJsonArray steps;
    for (const PlannedStep& step : plan.steps) {
        QJsonObject json = stepJson(step, {});
        json.insert(u"creates"_s, QJsonArray::fromStringList(createdBy(step.step)));
        json.insert(u"drops"_s, QJsonArray::fromStringList(droppedBy(step.step)));
        json.insert(u"sql"_s, sectionOf(step.step).sql);
        steps << json;
    }
    return {
        {u"result"_s, plan.isEmpty() ? u"nothing"_s : u"planned"_s},
        {u"steps"_s, steps},
        {u"databases"_s, statusArray(plan.databases)},
        {u"remarks"_s, QJsonArray::fromStringList(plan.remarks)},
    };
}

QJsonObject runDocument(const Plan& plan, const RunReport& report)
{
    QJsonArray steps;
    for (qsizetype i = 0; i < plan.steps.size(); ++i)
        steps << stepJson(plan.steps.at(i), report.steps.value(i));
    return {
        {u"result"_s, runResultText(report.result)},
        {u"steps"_s, steps},
        {u"databases"_s, statusArray(report.after.isEmpty() ? plan.databases : report.after)},
        {u"error"_s, errorValue(report.firstError)},
        {u"run_id"_s, textValue(report.runId)},
        {u"commit_protocol"_s, protocolText(report.protocol)},
        {u"commit_obstacle"_s, textValue(report.protocol.obstacle)},
        {u"remarks"_s, QJsonArray::fromStringList(plan.remarks)},
    };
}

QJsonObject verificationDocument(const QList<DatabaseVerification>& verifications)
{
    QJsonArray databases;
    for (const DatabaseVerification& verification : verifications)
        databases << verificationJson(verification);
    return {{u"databases"_s, databases}};
}

} // namespace socrates::core::report
