// SPDX-License-Identifier: MIT
#include "core/engine/lossforecast.h"

#include "core/base/texts.h"
#include "core/postgres/networksettings.h"

#include <QDir>
#include <QSaveFile>
#include <QUrl>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

Error exportError(const QString& file, const QString& detail)
{
    return Error{.code = u"export.failed"_s,
                 .summary = Texts::tr("The rows could not be written to %1.").arg(file),
                 .detail = detail,
                 .hint = Texts::tr("Choose another, empty folder with enough room.")};
}

/// A name that every file system takes, and that differs where the tables differ.
QString fileNameOf(const LossForecast& forecast, const Loss& loss)
{
    const auto safe = [](const QString& text) {
        QString result = QString::fromLatin1(QUrl::toPercentEncoding(text));
        return result.replace(u'*', u"%2A"_s).replace(u'.', u"%2E"_s);
    };
    return u"%1.%2.%3.csv"_s.arg(safe(forecast.database), safe(loss.schema), safe(loss.table));
}

Result<ExportedRows> exportTable(Connection& connection, const QString& path, const QString& select,
                                 const CancelToken& token)
{
    QSaveFile file(path);
    if (QFile::exists(path))
        return fail(exportError(path, Texts::tr("There is a file of this name already.")));
    if (!file.open(QIODevice::WriteOnly))
        return fail(exportError(path, file.errorString()));
    // Rows of somebody's data: for the one who exports them alone.
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const auto copied = connection.copyOut(
        u"COPY (%1) TO STDOUT WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')"_s.arg(select),
        [&](const char* bytes, qsizetype size) -> Result<void> {
            if (token.isStopRequested())
                return fail(
                    Error{.code = u"stopped.cancelled"_s, .summary = Texts::tr("Stopped.")});
            if (file.write(bytes, size) != size)
                return fail(exportError(path, file.errorString()));
            return {};
        });
    if (!copied)
        return fail(copied.error());
    if (!file.commit())
        return fail(exportError(path, file.errorString()));
    return ExportedRows{path, *copied};
}

} // namespace

Result<QList<ExportedRows>> exportLosses(Connection& connection, const LossForecast& forecast,
                                         const QString& folder, const QString& role,
                                         const CancelToken& token)
{
    if (!QDir().mkpath(folder))
        return fail(exportError(folder, Texts::tr("The folder cannot be made.")));
    // Columns of one table go into one file: rows where any of them holds something.
    QMap<QString, std::pair<QString, QStringList>> tables;
    for (const Loss& loss : forecast.losses) {
        auto& [table, conditions] = tables[fileNameOf(forecast, loss)];
        table = Connection::identifier(loss.schema) + u'.' + Connection::identifier(loss.table);
        conditions << (loss.kind == Loss::Kind::Column
                           ? Connection::identifier(loss.column) + u" IS NOT NULL"_s
                           : u"true"_s);
    }
    // One moment for all of them.
    QList<PipelineItem> items{{u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s, {}},
                              networkSettings(connection),
                              {u"SET LOCAL row_security TO off"_s, {}}};
    if (!role.isEmpty())
        items << PipelineItem{u"SET LOCAL ROLE "_s + Connection::identifier(role), {}};
    const auto begun = connection.pipeline(items);
    QList<ExportedRows> exported;
    std::optional<Error> failure;
    if (!begun)
        failure = begun.error().error;
    for (auto it = tables.cbegin(); it != tables.cend() && !failure; ++it) {
        auto done = exportTable(
            connection, QDir(folder).filePath(it.key()),
            u"SELECT * FROM %1 WHERE %2"_s.arg(it->first, it->second.join(u" OR "_s)), token);
        if (done)
            exported << *done;
        else
            failure = done.error();
    }
    const auto ended = connection.query(u"ROLLBACK"_s);
    if (failure)
        return fail(*failure);
    if (!ended)
        return fail(ended.error());
    return exported;
}

} // namespace socrates::core
