// SPDX-License-Identifier: MIT
#include "app/shell/workspace.h"
#include "app/widgets/onfinished.h"
#include "core/schema/carriedhistory.h"

namespace socrates::ui {

using namespace Qt::StringLiterals;

using core::Result;
using core::SchemaHistory;

namespace {

/// Waits for the session, so not on the window's thread.
Result<SchemaHistory> historyOf(const core::Project& project, const core::DatabaseName& database,
                                const core::SessionPtr& session,
                                const core::ExpectedSchemaSource& source)
{
    std::optional<core::Error> error;
    if (session) {
        auto answer = session->submit([&](core::Connection& connection) {
            return source.history(project, database, connection);
        });
        answer.waitForFinished();
        if (answer.resultCount() > 0) {
            auto history = answer.result();
            if (history)
                return history;
            error = history.error();
        }
    }
    auto carried = core::carriedHistory(project, database);
    if (!carried && error)
        return core::fail(*error); // says more: why the server could not tell
    return carried;
}

} // namespace

void Workspace::readHistories()
{
    if (!m_project)
        return;
    const quint64 generation = m_generation;
    m_historyToken.cancel(); // nobody waits for an earlier one
    m_historyToken = core::CancelToken();
    for (const core::ProjectDatabase& database : m_project->databases()) {
        const auto future = runOn(m_pool, [project = m_project, name = database.name,
                                           session = m_sessions.value(database.name),
                                           source = m_expected.stoppedBy(m_historyToken)] {
            return historyOf(*project, name, session, source);
        });
        onFinished(future, this,
                   [this, generation, project = m_project,
                    name = database.name](const Result<SchemaHistory>& history) {
                       if (generation != m_generation || project != m_project)
                           return;
                       if (history)
                           emit historyRead(name, *history);
                       else if (!history.error().isKind("stopped"_L1))
                           emit historyMissing(history.error());
                   });
    }
}

} // namespace socrates::ui
