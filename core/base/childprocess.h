// SPDX-License-Identifier: MIT
#pragma once

class QProcess;

namespace socrates::core {

/// For a program that is about to be started: on Windows it gets a console of its own, which nobody
/// sees. A program of the console would otherwise open a window over ours, or share our console and
/// end with it.
void hideConsole(QProcess& process);

} // namespace socrates::core
