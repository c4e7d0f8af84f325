// SPDX-License-Identifier: MIT
#include "core/engine/newrevision.h"

#include "core/base/texts.h"
#include "core/engine/verification.h"
#include "core/schema/catalogreader.h"
#include "core/schema/mend.h"

#include <QDir>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Kind = DraftCheck::Kind;
using State = DraftCheck::State;

QString script(const QList<MendStatement>& mends, QStringList& notes)
{
    QStringList statements;
    for (const MendStatement& mend : mends) {
        if (mend.sql.isEmpty())
            notes << mend.object + u": "_s + mend.note;
        else
            statements << mend.sql + u';';
    }
    return statements.join(u'\n');
}

/// The comparison with both sides changed. What is misplaced is missing then, and the reverse is
/// not said.
Comparison turned(Comparison comparison)
{
    using Outcome = ComparisonLine::Outcome;
    for (ComparisonLine& line : comparison.lines) {
        std::swap(line.expected, line.found);
        if (line.outcome == Outcome::Missing)
            line.outcome = Outcome::Extra;
        else if (line.outcome == Outcome::Extra || line.outcome == Outcome::Misplaced)
            line.outcome = Outcome::Missing;
    }
    return comparison;
}

/// The project's own path instead of the copy's.
QString realPath(const QString& path, const Project& copy, const Project& project)
{
    return path.startsWith(copy.folder()) ? project.folder() + path.mid(copy.folder().size())
                                          : path;
}

DraftCheck lint(const Project& project, const RevisionDraft& draft, const DraftProject& copy,
                QList<LintFinding>& findings)
{
    DraftCheck check{Kind::Lint, State::Passed, Texts::tr("Nothing found."), {}};
    findings = lintProject(copy.project()).of(draft.database, draft.id);
    for (LintFinding& finding : findings) {
        finding.where.file = realPath(finding.where.file, copy.project(), project);
        check.details << Texts::tr("line %1, %2: %3 %4")
                             .arg(QString::number(finding.where.line), finding.rule, finding.why,
                                  finding.cure);
    }
    if (!findings.isEmpty()) {
        check.state = State::Failed;
        check.text = Texts::tr("%1 to cure, or to answer with -- lint:ignore RULE reason.")
                         .arg(findings.size());
    }
    return check;
}

DraftCheck rehearse(const RevisionDraft& draft, const DraftProject& copy,
                    const DraftOptions& options)
{
    DraftCheck check{Kind::Rehearse, State::NotDone, {}, {}};
    if (!options.rehearses || !options.sessions.contains(draft.database)) {
        check.text = options.rehearses ? Texts::tr("Its database is not connected.")
                                       : Texts::tr("Not wanted.");
        return check;
    }
    const QList<DatabaseStatus> statuses = readStatuses(copy.project(), options.sessions);
    const Result<Plan> plan =
        makePlan(copy.project(), statuses, Direction::Upgrade, {{draft.database, draft.id.text()}});
    if (!plan) {
        check.text = plan.error().summary;
        check.details << plan.error().hint;
        return check;
    }
    const Rehearsal rehearsal =
        rehearsePlan(copy.project(), *plan, options.sessions, options.rehearsal, options.token);
    check.state = State::Failed;
    switch (rehearsal.result) {
    case RehearsalResult::WouldSucceed:
        check.state = rehearsal.isComplete() ? State::Passed : State::NotDone;
        check.text = rehearsal.isComplete()
                         ? Texts::tr("Would succeed in %1 ms; rolled back.").arg(rehearsal.ms)
                         : Texts::tr("A step cannot be rehearsed inside a transaction.");
        break;
    case RehearsalResult::WouldFail:
        check.text = Texts::tr("Would fail.");
        break;
    case RehearsalResult::WouldDiffer:
        check.text = Texts::tr("Runs, but the schema is then not what the revisions say.");
        for (const RehearsedDatabase& database : rehearsal.databases) {
            if (!database.verification)
                continue;
            for (const ComparisonLine& line : database.verification->comparison.differences())
                check.details
                    << Texts::tr("%1 is %2").arg(objectText(line), outcomeText(line.outcome));
        }
        break;
    case RehearsalResult::Busy:
    case RehearsalResult::Stopped:
    case RehearsalResult::Nothing:
        check.state = State::NotDone;
        check.text = Texts::tr("Could not be rehearsed now.");
        break;
    }
    if (rehearsal.firstError)
        check.details << rehearsal.firstError->text();
    return check;
}

DraftCheck prove(const RevisionDraft& draft, const DraftProject& copy, const DraftOptions& options)
{
    DraftCheck check{Kind::Prove, State::NotDone, Texts::tr("Its database is not connected."), {}};
    const SessionPtr session = options.sessions.value(draft.database);
    if (!session)
        return check;
    const Result<QList<UndoProof>> proofs =
        session
            ->submit([&](Connection& connection) {
                return UndoProver(options.prover)
                    .prove(copy.project(), draft.database, {draft.id}, connection, options.token);
            })
            .result();
    if (!proofs) {
        check.text = proofs.error().summary;
        check.details << proofs.error().detail;
        return check;
    }
    if (proofs->isEmpty())
        return check;
    const UndoProof& proof = proofs->last();
    check.state = State::Failed;
    switch (proof.verdict) {
    case UndoProof::Verdict::Proven:
        check.state = State::Passed;
        check.text = Texts::tr("Up, down, and the schema is what it was.");
        break;
    case UndoProof::Verdict::Irreversible:
        check.text = Texts::tr("It says of itself that it cannot be undone.");
        check.state = State::NotDone;
        break;
    case UndoProof::Verdict::LeavesSomething:
        check.text = Texts::tr("The downgrade does not bring back what was there.");
        for (const ComparisonLine& line : proof.leftover)
            check.details << leftoverText(line);
        break;
    case UndoProof::Verdict::Failed:
        check.text = Texts::tr("It fails.");
        if (proof.error)
            check.details << proof.error->text();
        break;
    }
    return check;
}

} // namespace

QString blankSection()
{
    return u"-- To be replaced: this does nothing.\nSELECT 1;"_s;
}

DerivedSql sqlBetween(const Schema& from, const Schema& to, const Comparison& toFrom)
{
    DerivedSql sql;
    QStringList back;
    const MendOptions options{.keepsOwners = false};
    sql.up = script(mendStatements(to, from, toFrom, options), sql.notes);
    sql.down = script(mendStatements(from, to, turned(toFrom), options), back);
    sql.notes += back;
    sql.notes.removeDuplicates();
    return sql;
}

Result<DerivedSql> sqlFromDrift(const Project& project, const DatabaseName& database,
                                const ExpectedSchemaSource& source, Connection& connection)
{
    const Result<DatabaseStatus> status = readStatus(connection, project, database);
    if (!status)
        return fail(status.error());
    if (!status->isAtHead()) {
        return fail(
            Error{.code = u"usage.target"_s,
                  .summary = Texts::tr("%1 is not at its head, so that what it has beyond the head "
                                       "cannot be told.")
                                 .arg(database.text()),
                  .hint = Texts::tr("Upgrade it first."),
                  .database = database.text()});
    }
    const auto expected = source.expectedAt(project, database, status->current, connection);
    if (!expected)
        return fail(expected.error());
    const Result<Schema> live = readCatalog(connection);
    if (!live)
        return fail(live.error());
    // As it is verified: what a hosting grants is no drift, and no matter of a revision.
    const Comparison drift =
        compareSchemas(expected->schema, *live, comparisonRules(project, database));
    DerivedSql sql = sqlBetween(expected->schema, *live, turned(drift));
    if (sql.up.isEmpty()) {
        return fail(
            Error{.code = u"usage.no_drift"_s,
                  .summary = Texts::tr("%1 is what its revisions say: there is nothing to take "
                                       "over.")
                                 .arg(database.text()),
                  .detail = sql.notes.join(u'\n'),
                  .database = database.text()});
    }
    return sql;
}

Result<QString> derivedDowngrade(const Project& project, const RevisionDraft& draft,
                                 const ExpectedSchemaSource& source, Connection& connection)
{
    RevisionDraft upOnly = draft;
    upOnly.irreversibleReason = u"its downgrade is being derived"_s;
    const auto copy = DraftProject::make(project, upOnly);
    if (!copy)
        return fail(copy.error().first());
    const auto before = source.expectedAt(project, draft.database, draft.downRevisions, connection);
    if (!before)
        return fail(before.error());
    const auto after = source.expectedAt(copy->project(), draft.database, {draft.id}, connection);
    if (!after)
        return fail(after.error());
    const DerivedSql sql =
        sqlBetween(before->schema, after->schema, compareSchemas(after->schema, before->schema));
    if (sql.down.isEmpty() || !sql.notes.isEmpty()) {
        return fail(Error{
            .code = u"project.draft.down"_s,
            .summary =
                sql.notes.isEmpty()
                    ? Texts::tr("The schema is the same before and after, so no downgrade can be "
                                "derived.")
                    : Texts::tr("A part of it cannot be undone by derived SQL."),
            .detail = sql.notes.join(u'\n'),
            .hint = Texts::tr("Write the downgrade (--down FILE), or say why there is none "
                              "(--irreversible REASON).")});
    }
    return sql.down;
}

QString checkText(DraftCheck::Kind kind)
{
    switch (kind) {
    case Kind::Read:
        return Texts::tr("Can be read");
    case Kind::Lint:
        return Texts::tr("Lint");
    case Kind::Rehearse:
        return Texts::tr("Rehearsed");
    case Kind::Prove:
        return Texts::tr("Can be undone");
    }
    return {};
}

bool DraftReport::isGood() const
{
    return std::none_of(checks.begin(), checks.end(),
                        [](const DraftCheck& check) { return check.state == State::Failed; });
}

DraftReport checkDraft(const Project& project, const RevisionDraft& draft,
                       const DraftOptions& options)
{
    DraftReport report;
    const auto done = [&](const DraftCheck& check) {
        report.checks << check;
        if (options.progress)
            options.progress(check);
        return check.state != State::Failed;
    };
    const auto copy = DraftProject::make(project, draft);
    if (!copy) {
        report.errors = copy.error();
        QStringList texts;
        for (const Error& error : copy.error())
            texts << error.text();
        done({Kind::Read, State::Failed, Texts::tr("It cannot be read as a revision."), texts});
        return report;
    }
    done({Kind::Read, State::Passed, Texts::tr("The header and both sections are right."), {}});
    done(lint(project, draft, *copy, report.findings));
    if (options.sessions.isEmpty())
        return report;
    if (done(rehearse(draft, *copy, options)) && !options.token.isCancelled())
        done(prove(draft, *copy, options));
    return report;
}

DraftReport lookAtDraft(const Project& project, const RevisionDraft& draft)
{
    return checkDraft(project, draft, {});
}

} // namespace socrates::core
