// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/blockers.h"
#include "core/postgres/connectionprofile.h"
#include "core/revisions/revisiongraph.h"

#include <QString>

#include <functional>

class QWidget;

namespace socrates::ui {

/// Asks before production may be changed in this sitting.
void askToUnlock(const QString& profile, QWidget* parent, std::function<void()> unlock);
/// Asks when the window is to be closed during a run: keep running, or stop and close.
void askToStopAndClose(core::Environment environment, QWidget* parent, std::function<void()> stop);

/// Asks before a run whose databases do not look like those it was meant for. `wrong` names both.
void askToAcceptServer(core::Environment environment, const core::Error& wrong,
                       core::Direction direction, QWidget* parent, std::function<void()> accept);

/// Asks before what somebody else does on the server is ended.
void askToEndTheirs(core::Environment environment, const core::OtherSession& session,
                    core::BackendSignal signal, QWidget* parent, std::function<void()> end);

} // namespace socrates::ui
