// SPDX-License-Identifier: MIT
#include "core/engine/changedfiles.h"

#include "core/base/filereplacement.h"
#include "core/base/texts.h"
#include "core/engine/stepcontext.h"
#include "core/postgres/networksettings.h"
#include "core/revisions/revisionfile.h"

#include <QFile>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

Error restoreError(const FileChange& change, const QString& summary, const QString& detail = {})
{
    Error error;
    error.code = u"project.restore"_s;
    error.summary = summary;
    error.detail = detail;
    error.revision = change.revision->id.text();
    error.where = {change.revision->filePath, change.revision->up.firstLine, 0};
    return error;
}

QByteArray withSection(const QByteArray& file, int firstLine, qsizetype lines, const QString& sql)
{
    qsizetype begin = 0;
    for (int line = 1; line < firstLine && begin >= 0; ++line)
        begin = file.indexOf('\n', begin) + 1;
    qsizetype end = begin;
    for (qsizetype line = 0; line < lines; ++line) {
        const qsizetype next = file.indexOf('\n', end);
        end = next < 0 ? file.size() : next + 1;
    }
    QByteArray section = sql.toUtf8();
    if (file.contains("\r\n"))
        section.replace('\n', "\r\n");
    return file.left(begin) + section + file.mid(end);
}

} // namespace

QString FileChange::diff() const
{
    const QStringList before = appliedSql.split(u'\n');
    const QStringList after = fileSql.split(u'\n');
    // The longest common subsequence; sections are short, and a long one is shown whole.
    constexpr qsizetype kMostCells = 4'000'000;
    const qsizetype rows = before.size() + 1;
    const qsizetype columns = after.size() + 1;
    QStringList lines;
    if (rows * columns > kMostCells) {
        for (const QString& line : before)
            lines << u'-' + line;
        for (const QString& line : after)
            lines << u'+' + line;
        return lines.join(u'\n');
    }
    QList<int> length(rows * columns, 0);
    for (qsizetype i = rows - 2; i >= 0; --i) {
        for (qsizetype j = columns - 2; j >= 0; --j) {
            length[i * columns + j] =
                before.at(i) == after.at(j)
                    ? length.at((i + 1) * columns + j + 1) + 1
                    : qMax(length.at((i + 1) * columns + j), length.at(i * columns + j + 1));
        }
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before.at(i) == after.at(j)) {
            lines << u' ' + before.at(i++);
            ++j;
        } else if (j >= after.size() || (i < before.size() && length.at((i + 1) * columns + j) >=
                                                                  length.at(i * columns + j + 1))) {
            lines << u'-' + before.at(i++);
        } else {
            lines << u'+' + after.at(j++);
        }
    }
    return lines.join(u'\n');
}

Result<QList<FileChange>> readFileChanges(Connection& connection, const Project& project,
                                          const DatabaseStatus& status)
{
    QList<FileChange> changes;
    for (const ChangedFile& changed : status.changedFiles) {
        // An accepted text replaces the applied one only for the judgement, not as what was run.
        const auto row = connection.query(u"SELECT sql FROM socrates_admin.migration_log WHERE "
                                          u"event = 'upgrade' AND revision = $1 "
                                          "ORDER BY id DESC LIMIT 1"_s,
                                          {changed.revision.text()});
        if (!row)
            return fail(row.error());
        const RevisionPtr revision = project.graph(status.name).revision(changed.revision);
        changes << FileChange{changed, revision, row->isEmpty() ? QString() : row->at(0, 0),
                              revision->up.sql};
    }
    return changes;
}

std::optional<Error> changedFileError(const DatabaseStatus& status, const Project& project)
{
    for (const ChangedFile& changed : status.changedFiles) {
        if (!changed.isMeaningful)
            continue;
        Error error;
        error.code = u"version.changed"_s;
        error.database = status.name.text();
        error.revision = changed.revision.text();
        error.summary = Texts::tr("%1 was changed after it was applied to %2.")
                            .arg(changed.revision.text(), status.server.database);
        error.detail =
            Texts::tr("The file no longer says what was run, so nothing is run on top of it.");
        error.hint =
            Texts::tr("socrates-migrate changed shows the difference; changed %1 --restore writes "
                      "the SQL "
                      "as "
                      "applied back to the file, changed %1 --accept keeps the file and logs that.")
                .arg(changed.revision.text());
        if (const RevisionPtr revision = project.graph(status.name).revision(changed.revision))
            error.where = {revision->filePath, revision->up.firstLine, 0};
        return error;
    }
    return std::nullopt;
}

Error notChangedError(const RevisionId& revision)
{
    Error error;
    error.code = u"version.not_changed"_s;
    error.summary =
        Texts::tr("%1 is not an applied revision whose file was changed.").arg(revision.text());
    return error;
}

Result<QString> restoreFile(const FileChange& change)
{
    const Revision& revision = *change.revision;
    if (change.appliedSql.isEmpty())
        return fail(
            restoreError(change, Texts::tr("The log does not hold the SQL as it was applied.")));
    QFile file(revision.filePath);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            restoreError(change, Texts::tr("The file cannot be read."), file.errorString()));
    const QByteArray old = file.readAll();
    file.close();
    const qsizetype lines =
        revision.up.sql.count(u'\n') + (revision.up.sql.endsWith(u'\n') ? 0 : 1);
    const QByteArray restored = withSection(old, revision.up.firstLine, lines, change.appliedSql);
    const QString backup = revision.filePath + u".changed"_s;
    QFile kept(backup);
    if (!kept.open(QIODevice::WriteOnly | QIODevice::NewOnly) || kept.write(old) != old.size() ||
        !kept.flush())
        return fail(restoreError(
            change, Texts::tr("The file as it is could not be kept as %1.").arg(backup),
            kept.errorString()));
    if (const auto replaced = replaceFile(revision.filePath, restored); !replaced)
        return fail(
            restoreError(change, Texts::tr("The file cannot be written."), replaced.error()));
    QFile written(revision.filePath);
    const auto again = parseRevisionFile(
        written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray(), revision.filePath);
    written.close(); // Windows replaces no file that is open
    if (!again || again->up.sql != change.appliedSql || again->down.sql != revision.down.sql) {
        if (const auto back = replaceFile(revision.filePath, old); !back)
            return fail(restoreError(
                change,
                Texts::tr("The file changed while it was restored; it is kept as %1.").arg(backup),
                back.error()));
        return fail(restoreError(
            change, Texts::tr("The file changed while it was restored; it is as it was.")));
    }
    return backup;
}

Result<void> acceptChange(Connection& connection, const FileChange& change,
                          const DatabaseStatus& status, const QString& role,
                          const KnownServers& known)
{
    if (const auto changed = changedServer(status, known))
        return fail(*changed);
    if (!status.log.isUsable() || !status.log.exists) {
        Error error;
        error.code = u"run.no_log"_s;
        error.database = status.name.text();
        error.summary =
            Texts::tr("This role may not write the log, and a change is accepted only in it.");
        return fail(error);
    }
    LogEntry entry = newLogEntry(LogEntry::Event::Accept, {});
    entry.revision = change.revision->id;
    entry.rowsBefore = status.versionTable.rows;
    entry.rowsAfter = status.versionTable.rows;
    entry.exactHash = change.revision->up.exactHash();
    entry.meaningHash = change.revision->up.meaningHash();
    entry.sql = change.fileSql;
    QList<PipelineItem> items{{u"BEGIN"_s, {}}, networkSettings(connection)};
    if (!role.isEmpty())
        items << PipelineItem{u"SELECT set_config('role', $1, true)"_s, {role}};
    items << insertLogItem(entry) << commitItem({});
    if (const auto done = connection.pipeline(items); !done) {
        if (connection.isInTransaction())
            static_cast<void>(connection.query(u"ROLLBACK"_s)); // a lost one rolls back by itself
        return fail(done.error().error);
    }
    return {};
}

Result<QString> settleFileChange(Connection& connection, const Project& project,
                                 const DatabaseName& database, const RevisionId& revision,
                                 FileWayOut way, const QString& role, const KnownServers& known)
{
    const auto status = readStatus(connection, project, database, role);
    if (!status)
        return fail(status.error());
    const auto changes = readFileChanges(connection, project, *status);
    if (!changes)
        return fail(changes.error());
    for (const FileChange& change : *changes) {
        if (change.revision->id != revision)
            continue;
        if (way == FileWayOut::Restore)
            return restoreFile(change);
        if (const auto accepted = acceptChange(connection, change, *status, role, known); !accepted)
            return fail(accepted.error());
        return QString();
    }
    return fail(notChangedError(revision));
}

} // namespace socrates::core
