// SPDX-License-Identifier: MIT
#include "app/cli/databases.h"
#include "app/cli/drafting.h"
#include "app/cli/linting.h"
#include "app/cli/terminal.h"
#include "app/cli/verifying.h"
#include "core/engine/newrevision.h"
#include "core/report/wording.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QJsonArray>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QString stateText(DraftCheck::State state)
{
    switch (state) {
    case DraftCheck::State::Passed:
        return u"passed"_s;
    case DraftCheck::State::Failed:
        return u"failed"_s;
    case DraftCheck::State::NotDone:
        return u"not_done"_s;
    }
    return {};
}

QString kindText(DraftCheck::Kind kind)
{
    switch (kind) {
    case DraftCheck::Kind::Read:
        return u"read"_s;
    case DraftCheck::Kind::Lint:
        return u"lint"_s;
    case DraftCheck::Kind::Rehearse:
        return u"rehearse"_s;
    case DraftCheck::Kind::Prove:
        return u"prove"_s;
    }
    return {};
}

/// The text of a file, "-" being standard input.
Result<QString> readSql(const QString& path)
{
    QFile file(path);
    const bool isOpen =
        path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        return fail(Error{.code = u"usage.value"_s,
                          .summary = u"%1 cannot be read."_s.arg(path),
                          .detail = file.errorString()});
    }
    return QString::fromUtf8(file.readAll());
}

/// The database that is meant: the one named, or the only one there is.
Result<DatabaseName> databaseOf(const Request& request)
{
    if (request.line.has(u"database"_s))
        return DatabaseName(request.line.value(u"database"_s));
    const QList<ProjectDatabase>& databases = request.project.databases();
    if (databases.size() == 1)
        return databases.first().name;
    return fail(Error{.code = u"usage.option"_s,
                      .summary = u"Which database is the revision for?"_s,
                      .hint = u"Say it: --database %1"_s.arg(
                          databases.isEmpty() ? u"NAME"_s : databases.first().name.text())});
}

Error needsConnection(const QString& what)
{
    return Error{.code = u"usage.connection"_s,
                 .summary = u"%1 needs the database to be connected."_s.arg(what),
                 .hint = u"Give its connection (--url NAME=URI, --from-env, --private, ...)."_s};
}

/// Runs a job on the session of the draft's database.
template <class Job>
auto onDatabase(const Sessions& sessions, const DatabaseName& name, const QString& what, Job job)
    -> std::invoke_result_t<Job, Connection&>
{
    const SessionPtr session = sessions.value(name);
    if (!session)
        return fail(needsConnection(what));
    return session->submit(job).result();
}

/// Fills both sections from where the options say.
Result<void> fillSections(const Request& request, const Sessions& sessions, RevisionDraft& draft,
                          QStringList& notes)
{
    const CommandLine& line = request.line;
    const QString from = line.value(u"from"_s);
    if (from == "drift"_L1) {
        const auto sql =
            onDatabase(sessions, draft.database, u"--from drift"_s, [&](Connection& c) {
                return sqlFromDrift(request.project, draft.database, expectedSource(), c);
            });
        if (!sql)
            return fail(sql.error());
        draft.up = sql->up;
        draft.down = sql->down;
        notes = sql->notes;
        return {};
    }
    if (!line.has(u"up"_s)) {
        draft.up = draft.down = blankSection();
        return {};
    }
    const Result<QString> up = readSql(line.value(u"up"_s));
    if (!up)
        return fail(up.error());
    draft.up = *up;
    if (line.has(u"down"_s)) {
        const Result<QString> down = readSql(line.value(u"down"_s));
        if (!down)
            return fail(down.error());
        draft.down = *down;
    } else if (draft.irreversibleReason.isEmpty()) {
        const auto down =
            onDatabase(sessions, draft.database, u"To derive the downgrade"_s, [&](Connection& c) {
                return derivedDowngrade(request.project, draft, expectedSource(), c);
            });
        if (!down)
            return fail(down.error());
        draft.down = *down;
        notes << u"The downgrade was derived from the schemas before and after."_s;
    }
    return {};
}

std::optional<Error> wrongOptions(const CommandLine& line)
{
    const QString from = line.value(u"from"_s);
    const auto error = [](const QString& summary) {
        return Error{.code = u"usage.option"_s,
                     .summary = summary,
                     .hint = u"See: socrates-migrate new --help"_s};
    };
    if (line.has(u"from"_s) && from != "blank"_L1 && from != "drift"_L1)
        return error(u"--from is blank or drift, not \"%1\"."_s.arg(from));
    if (line.has(u"from"_s) && line.has(u"up"_s))
        return error(u"--from and --up both say where the SQL comes from."_s);
    if (line.has(u"down"_s) && !line.has(u"up"_s))
        return error(u"--down goes with --up."_s);
    if (line.has(u"down"_s) && line.has(u"irreversible"_s))
        return error(u"A revision has a downgrade or a reason why it has none, not both."_s);
    return std::nullopt;
}

QJsonObject checkJson(const DraftCheck& check)
{
    return {{u"check"_s, kindText(check.kind)},
            {u"state"_s, stateText(check.state)},
            {u"text"_s, check.text},
            {u"details"_s, QJsonArray::fromStringList(check.details)}};
}

} // namespace

Result<RevisionDraft> draftFor(const Request& request, const DatabaseName& database,
                               const QString& title)
{
    const CommandLine& line = request.line;
    Result<RevisionDraft> draft =
        draftOn(request.project, database, line.values(u"down-revision"_s));
    if (!draft)
        return draft;
    if (line.has(u"id"_s))
        draft->id = RevisionId(line.value(u"id"_s));
    draft->title = title;
    draft->createDate = QDate::currentDate().toString(Qt::ISODate);
    draft->requirements = line.values(u"requires"_s);
    draft->irreversibleReason = line.value(u"irreversible"_s);
    draft->transactional = !line.has(u"no-transaction"_s);
    return draft;
}

ExitCode finishDraft(Request& request, const RevisionDraft& draft, const Sessions& sessions,
                     bool rehearses, QJsonObject more)
{
    DraftOptions options;
    options.sessions = sessions;
    options.rehearses = rehearses;
    options.rehearsal.expected = expectedSource();
    options.prover.replayServer = runningPrivateServer();
    const terminal::Interrupts interrupts([token = options.token](int) mutable { token.cancel(); });
    QJsonArray checks;
    const bool isUnchecked = request.line.has(u"no-check"_s);
    const auto tell = [&](const DraftCheck& check) {
        checks << checkJson(check);
        request.output.text(u"  %1 %2: %3"_s.arg(
            check.state == DraftCheck::State::NotDone ? u"skipped"_s : stateText(check.state),
            checkText(check.kind).toLower(), check.text));
        for (const QString& detail : check.details)
            request.output.text(u"    "_s + QString(detail).replace(u"\n"_s, u"\n    "_s));
    };
    DraftReport report;
    if (!isUnchecked) {
        options.progress = tell;
        report = checkDraft(request.project, draft, options);
    }
    more.insert(u"checks"_s, checks);
    more.insert(u"text"_s, draft.text());
    if (!report.errors.isEmpty())
        return request.output.failed(report.errors, more);
    const bool isSaved = report.isGood() && !options.token.isCancelled();
    QString path;
    if (isSaved) {
        const Result<QString> saved = saveDraft(request.project, draft);
        if (!saved)
            return request.output.failed(saved.error(), more);
        path = *saved;
        request.output.text(u"\nWritten: %1"_s.arg(path));
    } else {
        request.output.sql(u'\n' + draft.text());
        request.output.text(u"Not written. --no-check writes it as it is."_s);
    }
    QJsonArray findings;
    for (const LintFinding& finding : report.findings)
        findings << findingJson(finding);
    more.insert(u"project"_s, request.project.folder());
    more.insert(u"database"_s, draft.database.text());
    more.insert(u"revision"_s, draft.id.text());
    more.insert(u"down_revision"_s, QJsonArray::fromStringList(idTexts(draft.downRevisions)));
    more.insert(u"saved"_s, isSaved);
    more.insert(u"file"_s, path);
    more.insert(u"findings"_s, findings);
    request.output.document(more);
    if (options.token.isCancelled())
        return ExitCode::Stopped;
    return isSaved ? ExitCode::Done : ExitCode::Differs;
}

ExitCode newCommand(Request& request)
{
    if (const auto error = wrongOptions(request.line))
        return request.output.failed(*error);
    if (request.line.arguments().first().trimmed().isEmpty()) {
        return request.output.failed(
            Error{.code = u"usage.arguments"_s,
                  .summary = u"The revision needs a title."_s,
                  .hint = u"Say in a few words what it does: new \"Remember the last login\""_s});
    }
    const Result<DatabaseName> database = databaseOf(request);
    if (!database)
        return request.output.failed(database.error());
    Result<RevisionDraft> draft = draftFor(request, *database, request.line.arguments().first());
    if (!draft)
        return request.output.failed(draft.error());
    Databases databases;
    if (isConnectionGiven(request.line)) {
        ResultOrErrors<Databases> opened = openDatabases(request);
        if (!opened)
            return request.output.failed(opened.error());
        databases = std::move(*opened);
    }
    QStringList notes;
    if (const auto filled = fillSections(request, databases.sessions, *draft, notes); !filled)
        return request.output.failed(filled.error());
    const bool isDrift = request.line.value(u"from"_s) == "drift"_L1;
    printHeading(request, databases.absent);
    request.output.text(u"\n%1, revision %2 on %3: %4"_s.arg(
        draft->database.text(), draft->id.text(),
        draft->downRevisions.isEmpty() ? u"base"_s : report::joined(draft->downRevisions),
        draft->title));
    for (const QString& note : notes)
        request.output.text(u"  note: "_s + note);
    const ExitCode code = finishDraft(request, *draft, databases.sessions, !isDrift,
                                      {{u"notes"_s, QJsonArray::fromStringList(notes)}});
    if (code == ExitCode::Done && isDrift)
        request.output.text(
            u"The database it was taken from has all this: there, socrates-migrate stamp %1@%2"_s
                .arg(draft->database.text(), draft->id.text()));
    else if (code == ExitCode::Done && draft->up == blankSection())
        request.output.text(
            u"It does nothing yet: write its statements, then socrates-migrate lint."_s);
    return code;
}

} // namespace socrates::cli
