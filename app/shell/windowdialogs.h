// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/blockers.h"
#include "core/postgres/connectionprofile.h"
#include "core/revisions/revisiongraph.h"

#include <QString>

#include <functional>

class QWidget;

namespace socrates::ui {

class Workspace;

/// Asks before production may be changed in this sitting.
void askToUnlock(const QString& profile, QWidget* parent, std::function<void()> unlock);
/// Asks when the window is to be closed during a run: keep running, or stop and close.
void askToStopAndClose(core::Environment environment, QWidget* parent, std::function<void()> stop);

/// Asks before something is written into databases that do not look like those it was meant for.
/// `wrong` names both, `anyway` is the button.
void askToAcceptServer(core::Environment environment, const core::Error& wrong,
                       const QString& anyway, QWidget* parent, std::function<void()> accept);
/// Does what is to be written when the connection of this database leads where it led before, or
/// when somebody says that it is right; that is remembered then.
void onRightServer(Workspace& workspace, const core::DatabaseName& database, QWidget* parent,
                   const std::function<void()>& write);

/// Asks before what somebody else does on the server is ended.
void askToEndTheirs(core::Environment environment, const core::OtherSession& session,
                    core::BackendSignal signal, QWidget* parent, std::function<void()> end);

} // namespace socrates::ui
