// SPDX-License-Identifier: MIT
#include "app/runs/plantext.h"

#include "app/theme/texts.h"
#include "app/widgets/counted.h"

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Direction;
using core::Plan;
using core::PlannedStep;
using core::TransactionMode;

namespace {

/// Steps in ascending order as people count them: "1, 3–7".
QString numbersText(const QList<int>& steps)
{
    QStringList parts;
    for (qsizetype first = 0; first < steps.size();) {
        qsizetype last = first;
        while (last + 1 < steps.size() && steps.at(last + 1) == steps.at(last) + 1)
            ++last;
        const QString from = QString::number(steps.at(first) + 1);
        // Two in a row read better as two numbers.
        if (last - first >= 2)
            parts << from + u'–' + QString::number(steps.at(last) + 1);
        else if (last > first)
            parts << from << QString::number(steps.at(last) + 1);
        else
            parts << from;
        first = last + 1;
    }
    return parts.join(u", "_s);
}

} // namespace

const core::Section& sectionOf(const PlannedStep& step)
{
    return step.step.direction == Direction::Upgrade ? step.step.revision->up
                                                     : step.step.revision->down;
}

QString rowsText(const QList<core::RevisionId>& rows)
{
    return rows.isEmpty() ? tr("base (nothing applied)") : core::idTexts(rows).join(u", "_s);
}

QString stepTitle(const PlannedStep& step)
{
    return step.database.text() + u' ' + step.step.revision->id.text() + u" · "_s +
           step.step.revision->title;
}

QSet<int> stoppedBy(const Plan& plan, int step)
{
    QSet<int> stopped{step};
    QSet<core::DatabaseName> databases{plan.steps.at(step).database};
    for (int later = step + 1; later < plan.steps.size(); ++later) {
        const PlannedStep& candidate = plan.steps.at(later);
        bool waits = databases.contains(candidate.database);
        for (const int needed : candidate.waitsFor)
            waits = waits || stopped.contains(needed);
        if (!waits)
            continue;
        stopped.insert(later);
        databases.insert(candidate.database);
    }
    stopped.remove(step);
    return stopped;
}

QString modeObstacle(const Plan& plan, TransactionMode mode)
{
    if (mode == TransactionMode::BothOrNeither && plan.touchedDatabases().size() < 2)
        return tr("only one database is touched");
    const auto obstacle = core::transactionModeObstacle(plan, mode);
    return obstacle ? obstacle->summary : QString();
}

QString modeText(const Plan& plan, TransactionMode mode, TransactionMode wished)
{
    if (plan.isEmpty())
        return {};
    QString text;
    switch (mode) {
    case TransactionMode::EachStep:
        text = tr("Each step is committed when it is done: after a failure the steps before it "
                  "stand.");
        break;
    case TransactionMode::AllInOne:
        text = tr("All steps of a database are one transaction, verified before it is committed.");
        break;
    case TransactionMode::BothOrNeither: {
        const QString narrow = core::twoPhaseObstacle(plan);
        text = tr("Both databases are verified, then both are committed or neither.");
        if (!narrow.isEmpty())
            text += u' ' + tr("Up to the last moment only, since %1: they are committed one right "
                              "after the other, and a crash exactly between would leave a half, "
                              "and be told.")
                               .arg(narrow);
        break;
    }
    }
    const QString why = mode == wished ? QString() : modeObstacle(plan, wished);
    if (!why.isEmpty()) {
        const QString name = wished == TransactionMode::AllInOne ? tr("One for each database")
                                                                 : tr("Both databases or neither");
        text.prepend(tr("\"%1\" is not possible here: %2").arg(name, why) + u' ');
    }
    return text;
}

QString failureText(const Plan& plan, int step, TransactionMode mode)
{
    const PlannedStep& failing = plan.steps.at(step);
    if (mode == TransactionMode::BothOrNeither)
        return tr("If step %1 fails, both databases are rolled back: nothing is changed.")
            .arg(step + 1);
    if (mode == TransactionMode::AllInOne)
        return tr("If step %1 fails, all of %2 is rolled back: nothing in it is changed.")
            .arg(step + 1)
            .arg(failing.database.text());
    QStringList sentences;
    if (sectionOf(failing).transactional)
        sentences << tr("If step %1 fails, its transaction is rolled back and %2 stays at %3.")
                         .arg(step + 1)
                         .arg(failing.database.text(), rowsText(failing.step.rowsBefore));
    else
        sentences << tr("Step %1 runs outside a transaction: if a statement fails, the statements "
                        "before it stay, and %2 stays at %3.")
                         .arg(step + 1)
                         .arg(failing.database.text(), rowsText(failing.step.rowsBefore));
    QList<int> before;
    for (int earlier = 0; earlier < step; ++earlier)
        before << earlier;
    if (before.size() == 1)
        sentences << tr("Step 1 stands.");
    else if (before.size() > 1)
        sentences << tr("Steps %1 stand.").arg(numbersText(before));
    QList<int> stopped = stoppedBy(plan, step).values();
    std::sort(stopped.begin(), stopped.end());
    if (stopped.size() == 1)
        sentences << tr("Step %1 does not run.").arg(stopped.first() + 1);
    else if (stopped.size() > 1)
        sentences << tr("Steps %1 do not run.").arg(numbersText(stopped));
    return sentences.join(u' ');
}

QString planSummary(const Plan& plan)
{
    qsizetype statements = 0;
    for (const PlannedStep& step : plan.steps)
        statements += sectionOf(step).statements.size();
    return tr("%1 in %2, %3.")
        .arg(counted(plan.steps.size(), tr("1 step"), tr("%1 steps")),
             counted(plan.touchedDatabases().size(), tr("1 database"), tr("%1 databases")),
             counted(statements, tr("1 statement"), tr("%1 statements")));
}

QString planActionText(const Plan& plan)
{
    if (plan.direction == Direction::Upgrade)
        return counted(plan.steps.size(), tr("Apply 1 Migration"), tr("Apply %1 Migrations"));
    return counted(plan.steps.size(), tr("Downgrade 1 Migration…"), tr("Downgrade %1 Migrations…"));
}

QString standText(const core::DatabaseStatus& status)
{
    if (status.error)
        return tr("%1 could not be asked: %2").arg(status.name.text(), status.error->summary);
    QString text = tr("%1 is at %2").arg(status.name.text(), rowsText(status.current));
    if (status.pending.isEmpty())
        return text + tr(", with nothing pending");
    return text + tr(", with %1 pending").arg(status.pending.size());
}

} // namespace socrates::ui
