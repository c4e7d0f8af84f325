// SPDX-License-Identifier: MIT
#include "core/revisions/revisionlint.h"

#include "core/sql/lexer.h"
#include "core/sql/lintundo.h"

#include <algorithm>
#include <limits>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

int lastLineOf(const Statement& statement)
{
    return statement.line + int(statement.text.count(u'\n'));
}

QString filled(QString text, const LintRemark& remark)
{
    return text.replace("%1"_L1, remark.object)
        .replace("%2"_L1, remark.table)
        .replace("%3"_L1, remark.other);
}

} // namespace

QList<LintFinding> LintReport::of(const DatabaseName& database, const RevisionId& revision) const
{
    QList<LintFinding> result;
    for (const LintFinding& finding : findings) {
        if (finding.database == database && finding.revision == revision)
            result << finding;
    }
    return result;
}

QList<RevisionLinter::Ignore> RevisionLinter::ignoresOf(const Revision& revision)
{
    QList<Ignore> result;
    for (const Revision::LintIgnore& ignore : revision.lintIgnores)
        result << Ignore{ignore.rule, ignore.reason, ignore.line, 0,
                         std::numeric_limits<int>::max()};
    for (const Section* section : {&revision.up, &revision.down}) {
        const QStringView sql = section->sql;
        for (const Token& token : tokenize(sql)) {
            if (token.kind != Token::Kind::Comment)
                continue;
            const auto text = lintIgnoreOf(sql.mid(token.offset, token.length).toString());
            if (!text)
                continue;
            Ignore ignore{text->rule, text->reason,
                          section->firstLine + int(sql.first(token.offset).count(u'\n'))};
            // The statement on whose lines it stands, else the one below.
            for (const Statement& statement : section->statements) {
                if (lastLineOf(statement) >= ignore.line) {
                    ignore.firstLine = statement.line;
                    ignore.lastLine = lastLineOf(statement);
                    break;
                }
            }
            result << ignore;
        }
    }
    return result;
}

void RevisionLinter::finding(const Revision& revision, const LintRemark& remark,
                             const SourceLocation& where, bool isOfDowngrade)
{
    const LintRule rule = lintRule(remark.rule);
    m_report.findings << LintFinding{remark.rule,
                                     revision.database,
                                     revision.id,
                                     where,
                                     isOfDowngrade,
                                     filled(rule.why, remark),
                                     filled(rule.cure, remark)};
}

void RevisionLinter::take(const Revision& revision, const QList<Found>& found)
{
    QList<Ignore> ignores = ignoresOf(revision);
    for (const Found& each : found) {
        const Section& section = each.isOfDowngrade ? revision.down : revision.up;
        const Statement& statement = section.statements.at(each.statement);
        bool isIgnored = false;
        for (Ignore& ignore : ignores) {
            if (ignore.rule == each.remark.rule && !ignore.reason.isEmpty() &&
                statement.line >= ignore.firstLine && statement.line <= ignore.lastLine)
                isIgnored = ignore.isUsed = true;
        }
        if (isIgnored) {
            ++m_report.ignored;
            continue;
        }
        const Statement::Place place = each.remark.position > 0
                                           ? statement.placeOf(each.remark.position)
                                           : Statement::Place{statement.line, statement.column};
        finding(revision, each.remark, {revision.filePath, place.line, place.column},
                each.isOfDowngrade);
    }
    for (const Ignore& ignore : std::as_const(ignores)) {
        const SourceLocation where{revision.filePath, ignore.line, 0};
        const LintRemark remark{{}, ignore.rule, {}, {}, 0};
        const auto tell = [&](const QString& rule) {
            LintRemark told = remark;
            told.rule = rule;
            finding(revision, told, where, false);
        };
        if (!lintRuleIds().contains(ignore.rule) || ignore.rule.startsWith("ignore-"_L1))
            tell(u"ignore-unknown"_s);
        else if (ignore.reason.isEmpty())
            tell(u"ignore-without-reason"_s);
        else if (!ignore.isUsed && !parserVersion().isEmpty())
            tell(u"ignore-unused"_s);
    }
}

void RevisionLinter::read(const Revision& revision)
{
    QList<Found> found;
    const QList<LintStatement> up = parsedStatements(revision.up.statements);
    const QList<LintStatement> down = parsedStatements(revision.down.statements);
    StatementLinter linter(m_sketch, revision.up.transactional);
    for (const QList<LintStatement>* section : {&up, &down}) {
        const bool isDown = section == &down;
        for (int i = 0; i < section->size(); ++i) {
            const LintStatement& statement = section->at(i);
            if (!isDown) {
                for (const LintRemark& remark : linter.look(statement))
                    found << Found{remark, false, i};
            }
            const bool isTransactional =
                isDown ? revision.down.transactional : revision.up.transactional;
            for (const LintRemark& remark : lintAnywhere(statement, isTransactional))
                found << Found{remark, isDown, i};
            if (!statement.isData && !statement.parsed && !parserVersion().isEmpty())
                m_report.unread << LintUnread{
                    revision.database,
                    revision.id,
                    {revision.filePath, statement.statement.line, statement.statement.column}};
        }
    }
    if (revision.isReversible() && !parserVersion().isEmpty()) {
        for (const UndoRemark& undo : lintUndo(up, down))
            found << Found{undo.remark, undo.isOfDowngrade, undo.statement};
    }
    const qsizetype before = m_report.findings.size();
    take(revision, found);
    std::stable_sort(m_report.findings.begin() + before, m_report.findings.end(),
                     [](const LintFinding& a, const LintFinding& b) {
                         return std::pair(a.where.line, a.where.column) <
                                std::pair(b.where.line, b.where.column);
                     });
    for (const LintStatement& statement : up) {
        if (statement.parsed)
            m_sketch.apply(*statement.parsed);
    }
}

LintReport lintProject(const Project& project)
{
    LintReport result;
    for (const ProjectDatabase& database : project.databases()) {
        RevisionLinter linter;
        for (const RevisionPtr& revision : database.graph.revisions())
            linter.read(*revision);
        result.findings += linter.report().findings;
        result.unread += linter.report().unread;
        result.ignored += linter.report().ignored;
    }
    return result;
}

} // namespace socrates::core
