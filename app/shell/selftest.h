// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/selftest.h"

namespace socrates::ui {

/// What the window needs besides core::selfTest(): a platform, letters to write with, its pictures,
/// languages and help. On the GUI thread, quick; needs a QGuiApplication.
QList<core::SelfCheck> windowSelfTest();

} // namespace socrates::ui
