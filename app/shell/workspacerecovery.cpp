// SPDX-License-Identifier: MIT
#include "app/shell/workspace.h"

#include "app/widgets/onfinished.h"

#include <algorithm>

namespace socrates::ui {

using core::OrphanedHalf;

void Workspace::findHalves()
{
    const QList<core::DatabaseStatus> known = statuses();
    const bool isAny =
        std::any_of(known.cbegin(), known.cend(), [](const core::DatabaseStatus& status) {
            return !status.preparedHalves.isEmpty();
        });
    if (!isAny) {
        emit halvesFound({});
        return;
    }
    const quint64 generation = m_generation;
    const auto future = runOn(m_pool, [sessions = m_sessions, known] {
        return core::findOrphanedHalves(sessions, known);
    });
    onFinished(future, this, [this, generation](const QList<OrphanedHalf>& halves) {
        // A run that began meanwhile has halves of its own.
        if (generation == m_generation && !m_isRunning)
            emit halvesFound(halves);
    });
}

void Workspace::endHalf(const OrphanedHalf& orphan, core::HalfEnd end)
{
    const core::SessionPtr session = m_sessions.value(orphan.database);
    if (!session || !isWritable() || m_isRunning)
        return;
    const quint64 generation = m_generation;
    const auto future = runOn(m_pool, [session, orphan, end, known = knownServers()] {
        return core::endHalf(*session, orphan.half, end, known);
    });
    onFinished(future, this, [this, generation](const core::Result<void>& ended) {
        if (generation != m_generation)
            return;
        if (!ended)
            emit halfNotEnded(ended.error());
        refresh();
    });
}

} // namespace socrates::ui
