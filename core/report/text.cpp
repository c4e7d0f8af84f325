// SPDX-License-Identifier: MIT
#include "core/report/text.h"

#include "core/postgres/diagnostics.h"
#include "core/report/wording.h"

#include <QFile>

namespace socrates::core::report {

using namespace Qt::StringLiterals;

namespace {

/// The line of the file an error points at, with a caret under the column. Empty when the file
/// cannot be read: then the statement itself has to do.
QStringList excerpt(const SourceLocation& where)
{
    QFile file(where.file);
    if (where.line <= 0 || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray bytes;
    for (int line = 0; line < where.line && !file.atEnd(); ++line)
        bytes = file.readLine();
    QString text = QString::fromUtf8(bytes);
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    const QString number = u"%1 | "_s.arg(where.line, 6);
    QStringList result{number + text};
    if (where.column > 0) {
        // Columns count code points; a tab stays a tab so that the caret stands where it should.
        const QList<uint> points = text.toUcs4();
        QString margin(number.size() - 2, u' ');
        margin += "| "_L1;
        for (qsizetype i = 0; i < where.column - 1; ++i)
            margin += i < points.size() && points.at(i) == u'\t' ? u'\t' : u' ';
        result << margin + u'^';
    }
    return result;
}

QString differenceLine(const ComparisonLine& line)
{
    QString result = objectText(line);
    const bool isTable = line.kind == SchemaObject::Kind::Table;
    if (line.outcome == ComparisonLine::Outcome::Different)
        result += u": expected %1; found %2"_s.arg(line.expected, line.found);
    else if (line.outcome == ComparisonLine::Outcome::Missing && !isTable &&
             !line.expected.isEmpty())
        result += u": expected %1"_s.arg(line.expected);
    else if (line.outcome == ComparisonLine::Outcome::Extra && !isTable && !line.found.isEmpty())
        result += u": found %1"_s.arg(line.found);
    if (!line.hint.isEmpty())
        result += u" (%1)"_s.arg(line.hint);
    // One line, whatever the definition: a view's text has many.
    return u"%1 "_s.arg(outcomeText(line.outcome), -10) + result.simplified();
}

QString verdict(const DatabaseVerification& verification)
{
    const QString place = verification.status.error || verification.status.server.database.isEmpty()
                              ? QString()
                              : u" (%1)"_s.arg(placeText(verification.status));
    const QString head = verification.name.text() + place + u" at "_s +
                         positionText(verification.revision) + u": "_s;
    const auto differences = verification.comparison.differences().size();
    if (verification.isOk()) {
        return head + u"everything is as expected (%1)"_s.arg(
                          counted(verification.comparison.lines.size(), u"check"_s));
    }
    if (differences > 0)
        return head + counted(differences, u"difference"_s);
    return head + counted(uncheckedCount(verification), u"checklist item is not there"_s,
                          u"checklist items are not there"_s);
}

QString unknownRowText(const DatabaseStatus& status, const QString& row)
{
    if (status.foreignRows.contains(row))
        return u"%1 (belongs to %2)"_s.arg(row, status.foreignRows.value(row).text());
    return u"%1 (no file of this project has it)"_s.arg(row);
}

QString endState(const DatabaseStatus& status)
{
    if (status.error)
        return u"%1: its state could not be read: %2"_s.arg(status.name.text(),
                                                            status.error->summary);
    QString result = u"%1 (%2) is at %3"_s.arg(
        status.name.text(), placeText(status),
        status.versionTable.rows.isEmpty() ? u"base"_s : status.versionTable.rows.join(u", "_s));
    if (status.isAtHead())
        result += u", the head"_s;
    else if (!status.pending.isEmpty())
        result += u"; "_s + counted(status.pending.size(), u"revision"_s) + u" pending"_s;
    return result;
}

QString runHeadline(const Plan& plan, const RunReport& report)
{
    qsizetype applied = 0;
    for (const StepOutcome& outcome : report.steps)
        applied += outcome.state == StepState::Applied ? 1 : 0;
    const QString steps = counted(applied, u"step"_s);
    switch (report.result) {
    case RunResult::Applied:
        return u"Applied: %1 of this %2, seen by a fresh look at the databases."_s.arg(
            steps, directionText(plan.direction));
    case RunResult::Nothing:
        return u"Nothing to do."_s;
    case RunResult::RolledBack:
        if (const auto inside = brokenInsideText(plan, report))
            return *inside;
        return applied == 0 ? u"Rolled back: nothing was changed."_s
               : applied == 1
                   ? u"Rolled back: the step that failed changed nothing; the step before it stands."_s
                   : u"Rolled back: the step that failed changed nothing; the %1 before it stand."_s
                         .arg(steps);
    case RunResult::Stopped:
        return stoppedText(plan, report);
    case RunResult::Unknown:
        return u"Not known: the connection was lost while a step was being committed, and the "
               u"server "
               "cannot be asked. Run status when it can be reached again."_s;
    }
    return {};
}

} // namespace

QString printable(const QString& text)
{
    const auto isHarmful = [&text](qsizetype at) {
        const QChar c = text.at(at);
        const bool isLineEnd = c == u'\n' || (c == u'\r' && text.mid(at + 1, 1) == "\n"_L1);
        switch (c.direction()) {
        case QChar::DirLRE:
        case QChar::DirLRO:
        case QChar::DirRLE:
        case QChar::DirRLO:
        case QChar::DirPDF:
        case QChar::DirLRI:
        case QChar::DirRLI:
        case QChar::DirFSI:
        case QChar::DirPDI:
            return true;
        default:
            break;
        }
        const bool isMark = c == QChar(0x061c) || c == QChar(0x200e) || c == QChar(0x200f) ||
                            c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
        return isMark || (c.category() == QChar::Other_Control && c != u'\t' && !isLineEnd);
    };
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (!isHarmful(at))
            result += c;
        else if (c.unicode() < 0x100)
            result += u"\\x%1"_s.arg(int(c.unicode()), 2, 16, QLatin1Char('0'));
        else
            result += u"\\u%1"_s.arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
    }
    return result;
}

QString statusText(const DatabaseStatus& status)
{
    if (status.error)
        return status.name.text() + u"\n"_s + indented(errorText(*status.error), u"  "_s);
    QStringList lines;
    lines << u"%1  at %2 (PostgreSQL %3)"_s.arg(status.name.text(), placeText(status),
                                                status.server.versionText);
    const auto field = [&lines](const QString& label, const QString& value) {
        lines << u"  %1 %2"_s.arg(label, -9).arg(value);
    };
    field(u"current"_s, !status.current.isEmpty()       ? joined(status.current)
                        : !status.unknownRows.isEmpty() ? u"unknown"_s
                                                        : u"base (nothing applied)"_s);
    field(u"head"_s, status.heads.isEmpty() ? u"none"_s : joined(status.heads));
    for (const QString& row : status.unknownRows)
        field(u"unknown"_s, unknownRowText(status, row));
    for (const ChangedFile& changed : status.changedFiles) {
        field(
            u"changed"_s,
            changed.isMeaningful
                ? u"%1: its file was changed since it was applied (see: socrates-migrate changed)"_s
                      .arg(changed.revision.text())
                : u"%1: only comments or blanks of its file"_s.arg(changed.revision.text()));
    }
    if (status.pending.isEmpty())
        field(u"pending"_s, status.unknownRows.isEmpty() ? u"none, at head"_s : u"none"_s);
    else
        field(u"pending"_s,
              u"%1: %2"_s.arg(QString::number(status.pending.size()), joined(status.pending)));
    if (!status.versionTable.suspicion.isEmpty())
        field(u"warning"_s, status.versionTable.suspicion);
    if (status.isPooled)
        field(u"pooler"_s, u"the connection goes through one; transactional revisions only"_s);
    for (const PreparedHalf& half : status.preparedHalves)
        field(u"half"_s,
              u"prepared %1 by a run on both databases, neither committed nor rolled "
              u"back: socrates-migrate recover"_s.arg(half.preparedAt.toString(Qt::ISODate)));
    if (status.isStandby)
        field(u"standby"_s, u"this server is read-only; upgrades go to its primary"_s);
    for (const QString& warning : status.warnings)
        field(u"warning"_s, warning);
    return lines.join(u'\n');
}

QString planText(const Plan& plan, bool withSql)
{
    QStringList lines;
    if (plan.isEmpty())
        lines << u"Nothing to do."_s;
    else
        lines << u"%1 to run:"_s.arg(counted(plan.steps.size(), u"step"_s));
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        const PlannedStep& step = plan.steps.at(i);
        lines << u"%1. %2"_s.arg(i + 1, 3).arg(stepLine(step));
        for (const int other : step.waitsFor) {
            const PlannedStep& before = plan.steps.at(other);
            lines << u"       after %1 %2"_s.arg(before.database.text(),
                                                 before.step.revision->id.text());
        }
        const QStringList created = createdBy(step.step);
        if (!created.isEmpty())
            lines << u"       creates "_s + created.join(u", "_s);
        const QStringList dropped = droppedBy(step.step);
        if (!dropped.isEmpty())
            lines << u"       drops "_s + dropped.join(u", "_s);
        if (!sectionOf(step.step).transactional)
            lines << u"       outside a transaction, statement by statement"_s;
        if (withSql)
            lines << QString() << indented(sectionOf(step.step).sql, u"       "_s) << QString();
    }
    lines << plan.remarks;
    return lines.join(u'\n');
}

QString runText(const Plan& plan, const RunReport& report)
{
    QStringList lines;
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        const StepOutcome outcome = report.steps.value(i);
        QString state = stepStateText(outcome.state);
        state.replace(u'_', u' ');
        QString line = u"  %1 %2"_s.arg(state, -8).arg(stepLine(plan.steps.at(i)));
        if (outcome.state == StepState::Applied || outcome.state == StepState::Failed)
            line += u"  (%1 ms)"_s.arg(outcome.ms);
        lines << line;
    }
    // One cause is told once, even when it stopped steps of several databases.
    QStringList told;
    const auto tell = [&lines, &told](const Error& error) {
        const QString text = errorText(error);
        if (!told.contains(text))
            lines << QString() << indented(text, u"  "_s);
        told << text;
    };
    for (const StepOutcome& outcome : report.steps) {
        if (outcome.error)
            tell(*outcome.error);
    }
    if (report.firstError)
        tell(*report.firstError);
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        if (report.steps.value(i).isUnconfirmedByStandby)
            lines << u"warning %1 %2: %3"_s.arg(plan.steps.at(i).database.text(),
                                                plan.steps.at(i).step.revision->id.text(),
                                                unconfirmedText());
    }
    if (!told.isEmpty())
        lines << QString();
    lines << runHeadline(plan, report);
    for (const DatabaseStatus& status : report.after)
        lines << u"  "_s + endState(status);
    lines << plan.remarks;
    return lines.join(u'\n');
}

QString verificationText(const DatabaseVerification& verification)
{
    if (verification.error) {
        return u"%1 could not be verified\n"_s.arg(verification.name.text()) +
               indented(errorText(*verification.error), u"  "_s);
    }
    QStringList lines{verdict(verification)};
    for (const ComparisonLine& line : verification.comparison.differences())
        lines << u"  "_s + differenceLine(line);
    for (const TickedItem& item : verification.checklist) {
        lines << (item.ok ? u"  [x] %1"_s.arg(item.item.text)
                          : u"  [ ] %1  %2"_s.arg(item.item.text, item.evidence));
    }
    for (const QString& row : verification.status.unknownRows)
        lines << u"  unknown version row "_s + unknownRowText(verification.status, row);
    for (const QString& problem : verification.rightsProblems)
        lines << u"  rights: "_s + problem;
    for (const QString& finding : verification.ownership)
        lines << u"  owner: "_s + finding;
    if (!verification.comparison.notCompared.isEmpty())
        lines << u"  not compared: "_s + verification.comparison.notCompared.join(u", "_s);
    if (!verification.status.unknownRows.isEmpty()) {
        lines
            << u"  compared at head, because an unknown version row does not say what is pending"_s;
    } else if (!verification.status.pending.isEmpty()) {
        lines << u"  pending, no difference: %1"_s.arg(joined(verification.status.pending));
    }
    if (!verification.expectedOrigin.isEmpty())
        lines << u"  expected schema: "_s + verification.expectedOrigin;
    return lines.join(u'\n');
}

QString errorText(const Error& error)
{
    QStringList lines;
    QString head = error.where.isValid() ? error.where.text() + u": "_s : QString();
    QStringList concerns;
    if (!error.database.isEmpty())
        concerns << error.database;
    if (!error.revision.isEmpty())
        concerns << u"revision "_s + error.revision;
    if (!concerns.isEmpty() && !error.summary.startsWith(error.database + u':'))
        head += concerns.join(u", "_s) + u": "_s;
    lines << head + error.summary;
    const QStringList source = excerpt(error.where);
    if (!source.isEmpty())
        lines << source;
    else if (!error.statement.isEmpty())
        lines << indented(error.statement, u"       | "_s);
    if (!error.sqlState.isEmpty()) {
        const QString condition = conditionName(error.sqlState);
        lines << u"SQLSTATE "_s + error.sqlState +
                     (condition.isEmpty() ? QString() : u" (%1)"_s.arg(condition));
    }
    if (!error.detail.isEmpty())
        lines << error.detail;
    if (!error.technical.isEmpty())
        lines << error.technical;
    if (!error.hint.isEmpty())
        lines << u"What to do: "_s + error.hint;
    return lines.join(u'\n');
}

} // namespace socrates::core::report
