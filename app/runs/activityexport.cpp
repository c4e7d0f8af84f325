// SPDX-License-Identifier: MIT
#include "app/runs/activityexport.h"

#include "core/base/filereplacement.h"
#include "core/base/redaction.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

struct Field
{
    QString name;
    QString value;
};

QList<Field> fieldsOf(const ActivityModel::Row& row)
{
    const LogEntry& entry = row.entry;
    return {{u"database"_s, row.database.text()},
            {u"event"_s, eventText(entry.event)},
            {u"direction"_s, entry.direction},
            {u"revision"_s, entry.revision.text()},
            {u"started_at"_s, entry.startedAt.toUTC().toString(Qt::ISODateWithMs)},
            {u"duration_ms"_s, QString::number(entry.durationMs)},
            {u"rows_before"_s, entry.rowsBefore.join(u' ')},
            {u"rows_after"_s, entry.rowsAfter.join(u' ')},
            {u"database_user"_s, entry.databaseUser},
            {u"os_user"_s, entry.osUser},
            {u"client_host"_s, entry.clientHost},
            {u"program_version"_s, entry.programVersion},
            {u"run"_s, entry.runId},
            {u"exact_hash"_s, entry.exactHash},
            {u"meaning_hash"_s, entry.meaningHash},
            {u"sqlstate"_s, entry.sqlState},
            {u"message"_s, redacted(entry.message)},
            {u"sql"_s, redacted(entry.sql)}};
}

QString quoted(QString value)
{
    return u'"' + value.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QByteArray activityCsv(const QList<ActivityModel::Row>& rows)
{
    QString text(QChar::ByteOrderMark);
    const auto append = [&text](const QStringList& values) {
        text += values.join(u',') + u"\r\n"_s;
    };
    QStringList names;
    for (const Field& field : fieldsOf({}))
        names << field.name;
    append(names);
    for (const ActivityModel::Row& row : rows) {
        QStringList values;
        for (const Field& field : fieldsOf(row))
            values << quoted(field.value);
        append(values);
    }
    return text.toUtf8();
}

QByteArray activityJson(const QList<ActivityModel::Row>& rows)
{
    QJsonArray entries;
    for (const ActivityModel::Row& row : rows) {
        QJsonObject object;
        for (const Field& field : fieldsOf(row))
            object.insert(field.name, field.value);
        object.insert(u"duration_ms"_s, row.entry.durationMs);
        object.insert(u"rows_before"_s, QJsonArray::fromStringList(row.entry.rowsBefore));
        object.insert(u"rows_after"_s, QJsonArray::fromStringList(row.entry.rowsAfter));
        entries.append(object);
    }
    return QJsonDocument(QJsonObject{{u"activity"_s, entries}}).toJson();
}

Result<void> exportActivity(const QString& filePath, const QList<ActivityModel::Row>& rows)
{
    const bool json = filePath.endsWith(u".json"_s, Qt::CaseInsensitive);
    const auto replaced = replaceFile(filePath, json ? activityJson(rows) : activityCsv(rows));
    if (replaced)
        return {};
    Error error;
    error.code = u"usage.file"_s;
    error.summary =
        QCoreApplication::translate("socrates::ui::ActivityPage", "The file could not be written");
    error.detail = replaced.error();
    error.where.file = filePath;
    return fail(error);
}

} // namespace socrates::ui
