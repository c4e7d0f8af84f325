// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace socrates::ui {

class ActionRegistry;
class Workspace;

void showShortcuts(const ActionRegistry& registry, QWidget* parent);
/// Its Copy Diagnostics is the menu's.
void showAbout(const Workspace& workspace, QWidget* parent);
/// Versions and where the databases stand, to the clipboard; nothing secret.
void copyDiagnostics(const Workspace& workspace);

} // namespace socrates::ui
