// SPDX-License-Identifier: MIT
#include "core/engine/rehearse.h"

#include "core/base/osuser.h"
#include "core/engine/copyrehearsal.h"
#include "core/engine/heldrehearsal.h"

#include <algorithm>
#include <future>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

RehearsalResult resultOf(const std::optional<Error>& error)
{
    if (!error)
        return RehearsalResult::WouldSucceed;
    if (error->isKind("stopped"_L1))
        return RehearsalResult::Stopped;
    if (error->isKind("busy"_L1))
        return RehearsalResult::Busy;
    if (error->code == "schema.verification_failed"_L1)
        return RehearsalResult::WouldDiffer;
    return RehearsalResult::WouldFail;
}

} // namespace

bool Rehearsal::isComplete() const
{
    return std::all_of(steps.cbegin(), steps.cend(), [](const RehearsedStep& step) {
        return step.state == RehearsedStep::State::Rehearsed;
    });
}

Rehearsal rehearsePlan(const Project& project, const Plan& plan,
                       const QMap<DatabaseName, SessionPtr>& sessions,
                       const RehearsalOptions& givenOptions, const CancelToken& token,
                       RunObserver* observer)
{
    RehearsalOptions options = givenOptions;
    if (options.osUser.isEmpty())
        options.osUser = currentOsUser();
    Rehearsal rehearsal;
    if (!plan.isEmpty()) {
        RehearsalCoordinator coordinator(token, observer, options.capMs, options.lockTimeoutMs);
        // On a thread of its own, so that this one can cancel.
        auto working = std::async(std::launch::async, [&] {
            return options.place == RehearsalPlace::Copies
                       ? CopyRehearsal(project, plan, sessions, options, coordinator).run()
                       : HeldRehearsal(project, plan, sessions, options, coordinator).run();
        });
        while (working.wait_for(std::chrono::milliseconds(50)) != std::future_status::ready) {
            if (coordinator.isCancelled())
                coordinator.cancelStatements(); // repeated: it may arrive between two statements
        }
        rehearsal = working.get();
        rehearsal.result = resultOf(rehearsal.firstError);
    }
    rehearsal.place = options.place;
    return rehearsal;
}

} // namespace socrates::core
