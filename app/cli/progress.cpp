// SPDX-License-Identifier: MIT
#include "app/cli/progress.h"

#include "core/report/wording.h"

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

QString Progress::stepName(int step) const
{
    const PlannedStep& planned = m_plan.steps.at(step);
    return planned.database.text() + u' ' + planned.step.revision->id.text();
}

void Progress::stepStarted(int step)
{
    const std::lock_guard lock(m_mutex);
    m_output.progress(u"[%1/%2] %3"_s.arg(QString::number(m_finished),
                                          QString::number(m_plan.steps.size()), stepName(step)));
}

void Progress::statementFinished(int step, int statement, const QString& tag, qint64)
{
    const std::lock_guard lock(m_mutex);
    const auto count = report::sectionOf(m_plan.steps.at(step).step).statements.size();
    m_output.progress(u"[%1/%2] %3: statement %4 of %5, %6"_s.arg(
        QString::number(m_finished), QString::number(m_plan.steps.size()), stepName(step),
        QString::number(statement + 1), QString::number(count), tag));
}

void Progress::noticeArrived(int step, const Notice& notice)
{
    if (notice.severity == "WARNING"_L1)
        m_output.message(u"%1: %2: %3"_s.arg(stepName(step), notice.severity, notice.message));
}

void Progress::stepRetried(int step, const Error& reason, int pauseMs)
{
    const QString why =
        reason.detail.isEmpty() ? reason.summary : reason.summary + u" ("_s + reason.detail + u')';
    {
        const std::lock_guard lock(m_mutex);
        m_gaveUp.insert(step);
    }
    m_output.message(
        u"%1: %2 Trying again in %3 ms."_s.arg(stepName(step), why, QString::number(pauseMs)));
}

void Progress::lockSituationChanged(int step, const LockSituation& situation)
{
    {
        const std::lock_guard lock(m_mutex);
        // It is quiet since this side gave up, not since they let go.
        if (m_gaveUp.remove(step) && situation.isQuiet())
            return;
    }
    m_output.message(situation.isQuiet()
                         ? u"%1: nobody is in the way any more."_s.arg(stepName(step))
                         : u"%1: %2."_s.arg(stepName(step), situation.text()));
}

void Progress::commitDelayed(int step, int ms)
{
    m_output.message(u"%1: the server has not confirmed COMMIT for %2 s. It is asked to stop "
                     "waiting, and what became of the step is then looked up."_s.arg(
                         stepName(step), QString::number(double(ms) / 1000)));
}

void Progress::protocolChosen(const CommitProtocol& protocol)
{
    if (protocol.kind == CommitProtocol::Kind::NarrowWindow) {
        m_output.message(
            u"Both or neither holds up to the last moment only: two-phase commit is not possible, "
            "because %1. Both databases are verified first and then committed one right after the "
            "other; a crash exactly between the two would leave a half, and would be told."_s.arg(
                protocol.obstacle));
    }
}

void Progress::stepFinished(int, const StepOutcome&)
{
    const std::lock_guard lock(m_mutex);
    ++m_finished;
}

} // namespace socrates::cli
