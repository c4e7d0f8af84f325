// SPDX-License-Identifier: MIT
// What the project's files alone can answer: history, heads, show, sql.
#include "app/cli/databases.h"
#include "core/engine/runner.h"
#include "core/report/wording.h"

#include <QJsonArray>

#include <algorithm>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QJsonObject revisionJson(const ProjectDatabase& database, const RevisionPtr& revision)
{
    return {
        {u"database"_s, database.name.text()},
        {u"revision"_s, revision->id.text()},
        {u"down_revision"_s, QJsonArray::fromStringList(idTexts(revision->downRevisions))},
        {u"labels"_s, QJsonArray::fromStringList(database.graph.labelsOf(revision->id))},
        {u"is_head"_s, database.graph.heads().contains(revision->id)},
        {u"title"_s, revision->title},
        {u"create_date"_s, revision->createDate},
        {u"phase"_s, revision->phase},
        {u"file"_s, revision->filePath},
    };
}

/// Alembic's way of writing a revision down: "001 -> 002 (auth) (head), Create refresh_tokens
/// table".
QString historyLine(const ProjectDatabase& database, const RevisionPtr& revision)
{
    QString line = (revision->downRevisions.isEmpty() ? u"<base>"_s
                                                      : report::joined(revision->downRevisions)) +
                   u" -> "_s + revision->id.text();
    for (const QString& label : database.graph.labelsOf(revision->id))
        line += u" ("_s + label + u')';
    if (database.graph.heads().contains(revision->id))
        line += u" (head)"_s;
    if (revision->downRevisions.size() > 1)
        line += u" (mergepoint)"_s;
    if (database.graph.children(revision->id).size() > 1)
        line += u" (branchpoint)"_s;
    return revision->title.isEmpty() ? line : line + u", "_s + revision->title;
}

QString sectionText(const QString& marker, const Section& section)
{
    return u"-- migrate:%1%2\n%3"_s.arg(
        marker, section.transactional ? QString() : u" transaction:false"_s, section.sql.trimmed());
}

/// "[FROM:]TO" split, a database's name in front taken off.
struct Range
{
    DatabaseName database;
    QString text;

    static Range parse(const QString& argument, const Project& project)
    {
        const qsizetype at = argument.indexOf(u'@');
        const DatabaseName name(argument.left(at));
        if (at > 0 && project.database(name) != nullptr) {
            QString rest = argument.mid(at + 1);
            // "socrates_auth@001:socrates_auth@002" says the same thing twice.
            rest.replace(u':' + name.text() + u'@', u":"_s);
            return {name, rest};
        }
        return {{}, argument};
    }

    bool isKnownTo(const RevisionGraph& graph) const
    {
        for (const QString& end : text.split(u':')) {
            if (!end.isEmpty() && !graph.knows(end))
                return false;
        }
        return true;
    }
};

/// The databases that a range without a name can mean.
QList<DatabaseName> candidates(const Request& request, const Range& range)
{
    QList<DatabaseName> result;
    const QStringList given = request.line.values(u"url"_s);
    for (const ProjectDatabase& database : request.project.databases()) {
        if (!range.database.isEmpty() && database.name != range.database)
            continue;
        const bool isGiven =
            std::any_of(given.begin(), given.end(), [&database](const QString& url) {
                return url.startsWith(database.name.text() + u'=');
            });
        if ((given.isEmpty() || isGiven) && range.isKnownTo(database.graph))
            result << database.name;
    }
    return result;
}

} // namespace

ExitCode historyCommand(Request& request)
{
    printHeading(request);
    QJsonArray databases;
    for (const ProjectDatabase& database : request.project.databases()) {
        request.output.text(u'\n' + database.name.text());
        QJsonArray revisions;
        const QList<RevisionPtr>& ordered = database.graph.revisions();
        for (auto it = ordered.rbegin(); it != ordered.rend(); ++it) {
            request.output.text(u"  "_s + historyLine(database, *it));
            revisions << revisionJson(database, *it);
        }
        databases << QJsonObject{{u"name"_s, database.name.text()}, {u"revisions"_s, revisions}};
    }
    request.output.document(
        {{u"project"_s, request.project.folder()}, {u"databases"_s, databases}});
    return ExitCode::Done;
}

ExitCode headsCommand(Request& request)
{
    printHeading(request);
    QJsonArray databases;
    for (const ProjectDatabase& database : request.project.databases()) {
        QStringList lines;
        for (const RevisionId& head : database.graph.heads()) {
            const RevisionPtr revision = database.graph.revision(head);
            lines << u"%1 (head)%2"_s.arg(
                head.text(), revision->title.isEmpty() ? QString() : u", "_s + revision->title);
        }
        request.output.text(u"%1: %2"_s.arg(
            database.name.text(), lines.isEmpty() ? u"no revisions"_s : lines.join(u"; "_s)));
        databases << QJsonObject{
            {u"name"_s, database.name.text()},
            {u"heads"_s, QJsonArray::fromStringList(idTexts(database.graph.heads()))}};
    }
    request.output.document(
        {{u"project"_s, request.project.folder()}, {u"databases"_s, databases}});
    return ExitCode::Done;
}

ExitCode showCommand(Request& request)
{
    const TargetSpec spec = TargetSpec::parse(request.line.arguments().first(), request.project);
    QJsonArray found;
    QStringList texts;
    std::optional<Error> error;
    for (const ProjectDatabase& database : request.project.databases()) {
        if (!spec.database.isEmpty() && spec.database != database.name)
            continue;
        const Result<QList<RevisionId>> ids = database.graph.resolve(spec.target);
        if (!ids) {
            error = error ? error : ids.error();
            continue;
        }
        for (const RevisionId& id : *ids) {
            const RevisionPtr revision = database.graph.revision(id);
            QJsonObject json = revisionJson(database, revision);
            json.insert(u"up"_s, QJsonObject{{u"sql"_s, revision->up.sql},
                                             {u"transaction"_s, revision->up.transactional}});
            json.insert(u"down"_s, QJsonObject{{u"sql"_s, revision->down.sql},
                                               {u"transaction"_s, revision->down.transactional}});
            json.insert(u"irreversible"_s, revision->irreversibleReason);
            found << json;
            texts << u"\n%1: %2\n%3\n\n%4\n\n%5"_s.arg(
                database.name.text(), historyLine(database, revision), revision->filePath,
                sectionText(u"up"_s, revision->up),
                revision->isReversible() ? sectionText(u"down"_s, revision->down)
                                         : u"-- irreversible: "_s + revision->irreversibleReason);
        }
    }
    if (found.isEmpty()) {
        return request.output.failed(
            error.value_or(Error{.code = u"usage.target"_s,
                                 .summary = u"There is no such revision: %1"_s.arg(spec.target)}));
    }
    printHeading(request);
    for (const QString& text : texts)
        request.output.sql(text);
    request.output.document({{u"project"_s, request.project.folder()}, {u"revisions"_s, found}});
    return ExitCode::Done;
}

ExitCode sqlCommand(Request& request)
{
    const QString argument = request.line.arguments().first();
    const Range range = Range::parse(argument, request.project);
    const QList<DatabaseName> databases = candidates(request, range);
    if (databases.isEmpty()) {
        return request.output.failed(
            Error{.code = u"usage.target"_s,
                  .summary = u"Can't locate revision identified by '%1'"_s.arg(range.text),
                  .hint = u"See the revisions with: socrates-migrate history"_s});
    }
    if (databases.size() > 1) {
        // One script for two databases could only run half in each.
        return request.output.failed(Error{
            .code = u"usage.target"_s,
            .summary =
                u"\"%1\" can mean several databases, and a script is for one."_s.arg(argument),
            .hint = u"Say which: socrates-migrate sql %1@%2"_s.arg(databases.first().text(),
                                                                   argument)});
    }
    const Result<QString> script = offlineScript(request.project, databases.first(), range.text);
    if (!script)
        return request.output.failed(script.error());
    request.output.sql(u"-- Project: %1\n"_s.arg(request.project.folder()) + *script);
    request.output.document({{u"project"_s, request.project.folder()},
                             {u"database"_s, databases.first().text()},
                             {u"sql"_s, *script}});
    return ExitCode::Done;
}

} // namespace socrates::cli
