// SPDX-License-Identifier: MIT
#include "app/shell/workspace.h"

#include "app/shell/runrelay.h"
#include "app/widgets/onfinished.h"

namespace socrates::ui {

using core::Rehearsal;
using core::RehearsalPlace;

void Workspace::rehearse(const core::Plan& plan, core::RehearsalOptions options,
                         const CopyServer& copyServer)
{
    // Copies leave the databases alone, so that they need no unlocking.
    const bool isAllowed = options.place == RehearsalPlace::Copies ? isConnected() : isWritable();
    if (m_isRunning || !isAllowed || plan.isEmpty())
        return;
    m_isRunning = true;
    m_runToken = core::CancelToken();
    options.expected = m_expected;
    RunRelay* relay = makeRelay();
    emit rehearsalStarted(plan);
    const auto future =
        runOn(m_pool,
              [project = m_project, plan, sessions = m_sessions, options, copyServer,
               token = m_runToken, observer = relay]() mutable -> Rehearsal {
                  if (options.place == RehearsalPlace::Copies) {
                      const auto server = copyServer();
                      if (!server) {
                          Rehearsal failed;
                          failed.place = options.place;
                          failed.result = core::RehearsalResult::WouldFail;
                          failed.steps.resize(plan.steps.size());
                          failed.firstError = server.error();
                          return failed;
                      }
                      options.copyServer = *server;
                  }
                  return core::rehearsePlan(*project, plan, sessions, options, token, observer);
              });
    onFinished(future, this, [this, plan, relay](const Rehearsal& rehearsal) {
        relay->afterAll(this, [this, plan, rehearsal] {
            m_isRunning = false;
            emit rehearsalFinished(plan, rehearsal);
        });
    });
}

} // namespace socrates::ui
