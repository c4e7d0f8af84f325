// SPDX-License-Identifier: MIT
#include "app/cli/terminal.h"
#include "app/cli/verifying.h"
#include "core/report/json.h"
#include "core/report/text.h"
#include "core/report/wording.h"
#include "core/schema/undoproof.h"

#include <QJsonArray>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

using Asked = QMap<DatabaseName, QList<RevisionId>>;

/// "002", "socrates_auth@002" or nothing: which revisions of which connected databases.
Result<Asked> askedFor(const Request& request, const Endpoints& endpoints)
{
    Asked asked;
    for (const QString& text : request.line.arguments()) {
        const qsizetype at = text.indexOf(u'@');
        const DatabaseName qualified(at < 0 ? QString() : text.left(at));
        const bool isQualified = endpoints.contains(qualified);
        const QString target = isQualified ? text.mid(at + 1) : text;
        bool isKnown = false;
        for (const DatabaseName& name : endpoints.keys()) {
            if (isQualified && name != qualified)
                continue;
            const auto ids = request.project.graph(name).resolve(target);
            if (!ids)
                continue;
            isKnown = true;
            asked[name] << *ids;
        }
        if (!isKnown) {
            return fail(Error{.code = u"usage.target"_s,
                              .summary = u"No connected database has a revision %1."_s.arg(text),
                              .hint = u"socrates-migrate history shows the revisions."_s});
        }
    }
    return asked;
}

Result<QList<UndoProof>> proveOn(Request& request, const DatabaseName& name,
                                 const QList<RevisionId>& ids, const Endpoint& endpoint,
                                 const CancelToken& token)
{
    // Every proof happens in databases of its own, so the private server needs none of ours.
    ConnectionParameters parameters = endpoint.parameters;
    if (request.line.has(u"private"_s))
        parameters.setValue(u"dbname"_s, u"postgres"_s);
    const auto connection = Connection::open(parameters);
    if (!connection)
        return fail(connection.error());
    UndoProver::Options options;
    options.useCache = !request.line.has(u"afresh"_s);
    options.replayServer = runningPrivateServer();
    return UndoProver(options).prove(
        request.project, name, ids, **connection, token, [&](const UndoProof& proof) {
            request.output.progress(u"%1 %2"_s.arg(name.text(), proof.revision->id.text()));
        });
}

void print(Request& request, const UndoProof& proof)
{
    const QString start = u"  %1 %2: "_s.arg(proof.revision->id.text(), proof.revision->title);
    const QString earlier = proof.isFromCache ? u" (proved earlier, same SQL)"_s : QString();
    switch (proof.verdict) {
    case UndoProof::Verdict::Proven:
        request.output.text(start + u"proven: up, down, and the schema is what it was"_s + earlier);
        return;
    case UndoProof::Verdict::Irreversible:
        request.output.text(start + u"irreversible: "_s + proof.revision->irreversibleReason);
        return;
    case UndoProof::Verdict::Failed:
        request.output.text(start + u"failed"_s);
        return;
    case UndoProof::Verdict::LeavesSomething:
        request.output.text(start + u"its downgrade does not take everything back"_s + earlier);
        for (const ComparisonLine& line : proof.leftover)
            request.output.text(u"    "_s + leftoverText(line));
    }
}

QJsonObject toJson(const UndoProof& proof)
{
    QJsonArray leftover;
    for (const ComparisonLine& line : proof.leftover) {
        QJsonObject one = report::differenceJson(line);
        one.insert(u"text"_s, leftoverText(line));
        leftover << one;
    }
    return {{u"revision"_s, proof.revision->id.text()},
            {u"title"_s, proof.revision->title},
            {u"verdict"_s, verdictText(proof.verdict)},
            {u"reason"_s, proof.revision->irreversibleReason},
            {u"leftover"_s, leftover},
            {u"cached"_s, proof.isFromCache},
            {u"error"_s, proof.error ? QJsonValue(report::errorJson(*proof.error)) : QJsonValue()}};
}

/// What one database's proofs come to: 0, 3 or 1.
ExitCode exitCodeOf(const QList<UndoProof>& proofs, Errors& errors)
{
    ExitCode code = ExitCode::Done;
    for (const UndoProof& proof : proofs) {
        if (proof.error) {
            errors << *proof.error;
            code = ExitCode::Failed;
        } else if (proof.verdict == UndoProof::Verdict::LeavesSomething && code == ExitCode::Done) {
            code = ExitCode::Differs;
        }
    }
    return code;
}

} // namespace

ExitCode proveCommand(Request& request)
{
    const ResultOrErrors<Endpoints> endpoints =
        resolveEndpoints(request.line, request.project, request.output);
    if (!endpoints)
        return request.output.failed(endpoints.error());
    const Result<Asked> asked = askedFor(request, *endpoints);
    if (!asked)
        return request.output.failed(asked.error());
    CancelToken token;
    const terminal::Interrupts interrupts([token](int) mutable { token.cancel(); });
    printHeading(request, absentDatabases(request.project, *endpoints));
    QJsonArray documents;
    Errors errors;
    ExitCode code = ExitCode::Done;
    for (const ProjectDatabase& database : request.project.databases()) {
        const DatabaseName& name = database.name;
        if (!endpoints->contains(name) || (!asked->isEmpty() && !asked->contains(name)))
            continue;
        const auto proofs =
            proveOn(request, name, asked->value(name), endpoints->value(name), token);
        request.output.progress({});
        if (!proofs) {
            Error error = proofs.error();
            error.database = name.text();
            return request.output.failed(error, {{u"databases"_s, documents}});
        }
        request.output.text(u'\n' + name.text());
        QJsonArray lines;
        for (const UndoProof& proof : *proofs) {
            print(request, proof);
            lines << toJson(proof);
        }
        documents << QJsonObject{{u"name"_s, name.text()}, {u"revisions"_s, lines}};
        const ExitCode mine = exitCodeOf(*proofs, errors);
        if (mine == ExitCode::Failed || code == ExitCode::Done)
            code = mine;
    }
    const QJsonObject document{{u"project"_s, request.project.folder()},
                               {u"databases"_s, documents}};
    if (!errors.isEmpty()) {
        request.output.failed(errors, document);
        return ExitCode::Failed;
    }
    request.output.document(document);
    return code;
}

} // namespace socrates::cli
