// SPDX-License-Identifier: MIT
#include "core/report/wording.h"

#include "core/base/texts.h"
#include "core/sql/statementkind.h"

#include <algorithm>

namespace socrates::core::report {

using namespace Qt::StringLiterals;

namespace {

/// The objects named by statements whose verb starts with `word`, as "table users".
QStringList objectsOf(const Section& section, const QString& word)
{
    QStringList result;
    for (const Statement& statement : section.statements) {
        const StatementTraits traits = traitsOf(statement.text);
        if (!traits.verb.startsWith(word) || traits.object.isEmpty())
            continue;
        QString kind = traits.verb.mid(word.size()).trimmed().toLower();
        kind.remove("or replace "_L1);
        result << (kind.isEmpty() ? traits.object : kind + u' ' + traits.object);
    }
    return result;
}

int appliedSteps(const RunReport& report)
{
    return int(
        std::count_if(report.steps.cbegin(), report.steps.cend(),
                      [](const StepOutcome& step) { return step.state == StepState::Applied; }));
}

std::optional<qsizetype> failedStep(const RunReport& report)
{
    const auto failed =
        std::find_if(report.steps.cbegin(), report.steps.cend(),
                     [](const StepOutcome& step) { return step.state == StepState::Failed; });
    if (failed == report.steps.cend())
        return std::nullopt;
    return failed - report.steps.cbegin();
}

/// Where several steps were one transaction the database stands before the first of them.
QString positionAfter(const RunReport& report, const PlannedStep& step)
{
    for (const DatabaseStatus& status : report.after) {
        if (status.name == step.database && !status.error)
            return positionText(status.current);
    }
    return positionText(step.step.rowsBefore);
}

QString withStepsBefore(const QString& sentence, const RunReport& report)
{
    const int applied = appliedSteps(report);
    if (applied == 0)
        return sentence;
    return sentence + u' ' +
           (applied == 1 ? Texts::tr("The step before it stands.")
                         : Texts::tr("The %n step(s) before it stand.", nullptr, applied));
}

} // namespace

QString stoppedText(const Plan& plan, const RunReport& report)
{
    const auto failed = failedStep(report);
    if (!failed)
        return Texts::tr("Stopped as asked, after %n step(s).", nullptr, appliedSteps(report));
    const PlannedStep& step = plan.steps.at(*failed);
    const QString where = positionAfter(report, step);
    const QString itself =
        step.step.section().transactional
            ? Texts::tr("Stopped and rolled back: %1 is still at %2.")
                  .arg(step.database.text(), where)
            : Texts::tr("Stopped inside %1, which is no transaction: what it did before "
                        "stays, and %2 is still at %3.")
                  .arg(step.step.revision->id.text(), step.database.text(), where);
    return withStepsBefore(itself, report);
}

std::optional<QString> brokenInsideText(const Plan& plan, const RunReport& report)
{
    const auto failed = failedStep(report);
    if (!failed || plan.steps.at(*failed).step.section().transactional)
        return std::nullopt;
    const PlannedStep& step = plan.steps.at(*failed);
    return withStepsBefore(
        Texts::tr("Failed inside %1, which is no transaction: what it did before stays, and %2 is "
                  "still at %3.")
            .arg(step.step.revision->id.text(), step.database.text(), positionAfter(report, step)),
        report);
}

QString directionText(Direction direction)
{
    return direction == Direction::Upgrade ? u"upgrade"_s : u"downgrade"_s;
}

QString stepStateText(StepState state)
{
    switch (state) {
    case StepState::NotRun:
        return u"not_run"_s;
    case StepState::Applied:
        return u"applied"_s;
    case StepState::Skipped:
        return u"skipped"_s;
    case StepState::Failed:
        return u"failed"_s;
    }
    return {};
}

QString runResultText(RunResult result)
{
    switch (result) {
    case RunResult::Applied:
        return u"applied"_s;
    case RunResult::Nothing:
        return u"nothing"_s;
    case RunResult::RolledBack:
        return u"rolled_back"_s;
    case RunResult::Stopped:
        return u"stopped"_s;
    case RunResult::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString joined(const QList<RevisionId>& ids)
{
    return idTexts(ids).join(u", "_s);
}

QString placeText(const DatabaseStatus& status)
{
    return status.server.serverText() + u'/' + status.server.database;
}

QString unconfirmedText()
{
    return Texts::tr("applied here, not yet safe on a standby: the server stopped waiting for its "
                     "synchronous standby. A failover now would lose it.");
}

const Section& sectionOf(const LineageStep& step)
{
    return step.direction == Direction::Upgrade ? step.revision->up : step.revision->down;
}

QStringList createdBy(const LineageStep& step)
{
    return objectsOf(sectionOf(step), u"CREATE "_s);
}

QStringList droppedBy(const LineageStep& step)
{
    return objectsOf(sectionOf(step), u"DROP "_s);
}

int uncheckedCount(const DatabaseVerification& verification)
{
    return int(std::count_if(verification.checklist.begin(), verification.checklist.end(),
                             [](const TickedItem& item) { return !item.ok; }));
}

QString counted(qsizetype count, const QString& singular, const QString& plural)
{
    const QString word = count == 1 ? singular : plural.isEmpty() ? singular + u's' : plural;
    return QString::number(count) + u' ' + word;
}

QString indented(const QString& text, const QString& margin)
{
    QStringList lines = text.split(u'\n');
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    while (!lines.isEmpty() && lines.first().trimmed().isEmpty())
        lines.removeFirst();
    for (QString& line : lines) {
        if (!line.isEmpty())
            line.prepend(margin);
    }
    return lines.join(u'\n');
}

QString stepLine(const PlannedStep& step)
{
    QString result = u"%1 %2 %3"_s.arg(directionText(step.step.direction), step.database.text(),
                                       step.step.revision->id.text());
    if (!step.step.revision->title.isEmpty())
        result += u"  "_s + step.step.revision->title;
    return result;
}

} // namespace socrates::core::report
