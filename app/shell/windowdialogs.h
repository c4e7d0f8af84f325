// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connectionprofile.h"

#include <QString>

#include <functional>

class QWidget;

namespace socrates::ui {

/// Asks before production may be changed in this sitting.
void askToUnlock(const QString& profile, QWidget* parent, std::function<void()> unlock);
/// Asks when the window is to be closed during a run: keep running, or stop and close.
void askToStopAndClose(core::Environment environment, QWidget* parent, std::function<void()> stop);

} // namespace socrates::ui
