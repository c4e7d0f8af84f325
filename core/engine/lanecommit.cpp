// SPDX-License-Identifier: MIT
// The part of Lane that ends a step: its COMMIT, what became of it, and what the log says.
#include "core/base/safeguard.h"
#include "core/base/texts.h"
#include "core/engine/commitresolver.h"
#include "core/engine/lane.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

bool Lane::commitPending()
{
    if (!m_pending)
        return true;
    QString tag;
    const auto committed =
        m_connection.pipeline({commitItem()}, [&tag](qsizetype, const Rows& rows) {
            tag = rows.commandTag;
            return Result<void>();
        });
    if (!committed) {
        m_coordinator.notices(m_pending->step, m_connection.takeNotices());
        if (committed.error().error.code == "conn.lost"_L1) {
            m_isLost = true;
            resolveLostCommit(committed.error().error);
        } else {
            failPending(committed.error().error);
        }
        return false;
    }
    if (const auto done = m_context.requireTag(u"COMMIT"_s, tag); !done) {
        failPending(done.error());
        return false;
    }
    confirmPending();
    return true;
}

PipelineItem Lane::commitItem() const
{
    return socrates::core::commitItem(m_context.options, [this, step = m_pending->step] {
        m_coordinator.commitDelayed(step, m_context.options.commitTimeoutMs);
    });
}

void Lane::confirmPending()
{
    const LineageStep& lineage = planned(m_pending->step).step;
    m_table.exists = true;
    m_table.rows = idTexts(lineage.rowsAfter);
    if (m_log.isUsable())
        m_log = {true, true, true, false};
    const Pending done = *std::exchange(m_pending, std::nullopt);
    const QList<Notice> notices = m_connection.takeNotices();
    m_coordinator.notices(done.step, notices);
    StepOutcome outcome{StepState::Applied, done.ms, std::nullopt};
    outcome.isUnconfirmedByStandby = isUnconfirmedByStandby(notices);
    m_coordinator.finished(done.step, outcome);
}

void Lane::failPending(const Error& reason)
{
    const Pending failed = *std::exchange(m_pending, std::nullopt);
    const Error error = locate(failed.step, -1, reason);
    logFailure(failed.step, error);
    m_coordinator.finished(failed.step, {StepState::Failed, failed.ms, error});
}

void Lane::resolveLostCommit(const Error& reason)
{
    const Pending lost = *std::exchange(m_pending, std::nullopt);
    const CommitOutcome outcome =
        isSafeguardOn("token-lookup")
            ? findCommitOutcome(m_connection.parameters(), m_context.role, lost.token,
                                idTexts(planned(lost.step).step.rowsAfter),
                                [this] { return m_coordinator.isCancelled(); })
            : CommitOutcome::RolledBack;
    if (outcome == CommitOutcome::Committed) {
        m_lostAfterCommit = reason;
        m_coordinator.finished(lost.step, {StepState::Applied, lost.ms, std::nullopt});
        return;
    }
    Error error = locate(lost.step, -1, reason);
    error.code =
        outcome == CommitOutcome::RolledBack ? u"run.connection_lost"_s : u"run.outcome_unknown"_s;
    if (outcome == CommitOutcome::Unknown) {
        error.summary = Texts::tr("The connection was lost while this step was being committed, "
                                  "and the server cannot be asked yet.");
        error.hint = Texts::tr(
            "Look at the status when the server is back: it shows whether the step was applied.");
    }
    m_coordinator.finished(lost.step, {StepState::Failed, lost.ms, error});
}

void Lane::logFailure(int step, const Error& error)
{
    if (!m_log.isUsable() || m_isLost)
        return;
    // The failure itself is reported in any case; a log that cannot be written does not hide it.
    if (m_connection.pipeline(m_context.failureItems(step, error, m_table.schema, m_log)))
        m_log = {true, true, true, false};
    else
        rollBack();
}

} // namespace socrates::core
