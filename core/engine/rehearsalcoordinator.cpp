// SPDX-License-Identifier: MIT
#include "core/engine/rehearsalcoordinator.h"

#include "core/base/texts.h"

#include <chrono>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

qint64 steadyMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

RehearsalCoordinator::RehearsalCoordinator(CancelToken token, RunObserver* observer, int capMs,
                                           int lockTimeoutMs)
    : m_token(std::move(token))
    , m_observer(observer)
    , m_capMs(capMs)
    , m_watch(
          [this](const LockSituation& situation) {
              if (m_observer != nullptr && m_step >= 0)
                  m_observer->lockSituationChanged(m_step, situation);
          },
          lockTimeoutMs)
{}

void RehearsalCoordinator::started(int step)
{
    m_step = step;
    if (m_observer != nullptr)
        m_observer->stepStarted(step);
}

void RehearsalCoordinator::statementDone(int step, int statement, const QString& tag, qint64 ms)
{
    if (m_observer != nullptr)
        m_observer->statementFinished(step, statement, tag, ms);
}

void RehearsalCoordinator::notices(int step, const QList<Notice>& notices)
{
    for (const Notice& notice : notices) {
        if (m_observer != nullptr)
            m_observer->noticeArrived(step, notice);
    }
}

void RehearsalCoordinator::retrying(int step, const Error& reason, int pauseMs)
{
    if (m_observer != nullptr)
        m_observer->stepRetried(step, reason, pauseMs);
}

void RehearsalCoordinator::finished(int step, const StepOutcome& outcome)
{
    m_lastOutcome = outcome;
    if (m_observer != nullptr)
        m_observer->stepFinished(step, outcome);
}

void RehearsalCoordinator::commitDelayed(int step, int ms)
{
    if (m_observer != nullptr)
        m_observer->commitDelayed(step, ms);
}

QList<OtherSession> RehearsalCoordinator::takeBlockers(const DatabaseName& database)
{
    return m_watch.takeBlockers(database.text());
}

void RehearsalCoordinator::startCap()
{
    if (m_capMs > 0)
        m_deadline = steadyMs() + m_capMs;
}

bool RehearsalCoordinator::isCapped() const
{
    return m_deadline > 0 && steadyMs() >= m_deadline;
}

Error RehearsalCoordinator::stopError() const
{
    Error error;
    if (m_token.isStopRequested()) {
        error.code = u"stopped.cancelled"_s;
        error.summary = Texts::tr(
            "The rehearsal was stopped. Everything was rolled back; nothing was changed.");
        return error;
    }
    error.code = u"stopped.cap"_s;
    error.summary =
        Texts::tr("The rehearsal was stopped at its cap of %1 s. Everything was rolled back; "
                  "nothing was changed.")
            .arg(double(m_capMs) / 1000);
    error.hint =
        Texts::tr("Its locks last until its end, so it is not given longer by itself: allow more "
                  "time, or rehearse on a copy.");
    return error;
}

void RehearsalCoordinator::watch(const DatabaseStatus& status, const Connection& connection)
{
    // Behind a pooler the process number that the connection was told is not the server's.
    if (!status.isPooled)
        m_watch.watch(status.name.text(), connection.parameters(), connection.server().backendPid);
}

void RehearsalCoordinator::addCanceller(StatementCanceller canceller)
{
    const std::lock_guard lock(m_mutex);
    m_cancellers << std::move(canceller);
}

void RehearsalCoordinator::forgetCancellers()
{
    const std::lock_guard lock(m_mutex);
    m_cancellers.clear();
}

void RehearsalCoordinator::cancelStatements()
{
    QList<StatementCanceller> cancellers;
    {
        const std::lock_guard lock(m_mutex);
        cancellers = m_cancellers;
    }
    for (const StatementCanceller& canceller : std::as_const(cancellers))
        static_cast<void>(canceller.cancel()); // nothing to cancel is fine
}

} // namespace socrates::core
