// SPDX-License-Identifier: MIT
#include "app/cli/linting.h"

#include "app/cli/databases.h"
#include "core/engine/plan.h"
#include "core/report/wording.h"

#include <QDir>
#include <QJsonArray>
#include <QSet>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

using Wanted = QSet<std::pair<DatabaseName, RevisionId>>;

/// The revisions that the arguments name; empty: all of them.
Result<Wanted> wantedRevisions(const Request& request)
{
    Wanted wanted;
    for (const QString& argument : request.line.arguments()) {
        const TargetSpec spec = TargetSpec::parse(argument, request.project);
        std::optional<Error> error;
        bool isKnown = false;
        for (const ProjectDatabase& database : request.project.databases()) {
            if (!spec.database.isEmpty() && spec.database != database.name)
                continue;
            const Result<QList<RevisionId>> ids = database.graph.resolve(spec.target);
            if (!ids) {
                error = ids.error();
                continue;
            }
            isKnown = true;
            for (const RevisionId& id : *ids)
                wanted.insert({database.name, id});
        }
        if (!isKnown)
            return fail(
                error.value_or(Error{.code = u"usage.target"_s,
                                     .summary = u"There is no such revision: %1"_s.arg(argument)}));
    }
    return wanted;
}

QJsonObject placeJson(const DatabaseName& database, const RevisionId& revision,
                      const SourceLocation& where)
{
    return {{u"database"_s, database.text()},
            {u"revision"_s, revision.text()},
            {u"file"_s, where.file},
            {u"line"_s, where.line},
            {u"column"_s, where.column}};
}

} // namespace

QString lintRulesHelp()
{
    QStringList lines;
    for (const QString& id : lintRuleIds())
        lines << u"  %1 %2"_s.arg(id, -25).arg(lintRule(id)
                                                   .why.replace("%1"_L1, "X"_L1)
                                                   .replace("%2"_L1, "T"_L1)
                                                   .replace("%3"_L1, "Y"_L1));
    return lines.join(u'\n');
}

QJsonObject findingJson(const LintFinding& finding)
{
    QJsonObject json = placeJson(finding.database, finding.revision, finding.where);
    json.insert(u"rule"_s, finding.rule);
    json.insert(u"direction"_s, finding.isOfDowngrade ? u"downgrade"_s : u"upgrade"_s);
    json.insert(u"why"_s, finding.why);
    json.insert(u"cure"_s, finding.cure);
    return json;
}

QString findingText(const LintFinding& finding, const QString& folder)
{
    SourceLocation where = finding.where;
    where.file = QDir(folder).relativeFilePath(where.file);
    return u"warning %1: %2\n  %3\n  What to do: %4"_s.arg(where.text(), finding.rule, finding.why,
                                                           finding.cure);
}

ExitCode lintCommand(Request& request)
{
    const Result<Wanted> wanted = wantedRevisions(request);
    if (!wanted)
        return request.output.failed(wanted.error());
    printHeading(request);
    const auto isWanted = [&wanted](const auto& item) {
        return wanted->isEmpty() || wanted->contains({item.database, item.revision});
    };
    const LintReport report = lintProject(request.project);
    QJsonArray findings;
    for (const LintFinding& finding : report.findings) {
        if (!isWanted(finding))
            continue;
        findings << findingJson(finding);
        request.output.text(u'\n' + findingText(finding, request.project.folder()));
    }
    QJsonArray unread;
    const QString parser = parserVersion();
    for (const LintUnread& statement : report.unread) {
        if (!isWanted(statement))
            continue;
        unread << placeJson(statement.database, statement.revision, statement.where);
        SourceLocation where = statement.where;
        where.file = QDir(request.project.folder()).relativeFilePath(where.file);
        request.output.text(
            u"\nnot read %1: the grammar of PostgreSQL %2 does not know this statement; the server "
            u"will say when it runs."_s.arg(where.text(), parser));
    }
    if (parser.isEmpty())
        request.output.text(u"\nThis program was built without PostgreSQL's parser (libpg_query): "
                            u"only names and remarks were looked at."_s);
    request.output.text(findings.isEmpty()
                            ? u"\nNothing found."_s
                            : u"\n%1."_s.arg(report::counted(findings.size(), u"finding"_s)));
    request.output.document({{u"project"_s, request.project.folder()},
                             {u"ok"_s, findings.isEmpty()},
                             {u"parser"_s, parser},
                             {u"findings"_s, findings},
                             {u"unread"_s, unread},
                             {u"ignored"_s, report.ignored}});
    return findings.isEmpty() ? ExitCode::Done : ExitCode::Differs;
}

} // namespace socrates::cli
