// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

class QWidget;

namespace socrates::core {
class CredentialStore;
}

namespace socrates::ui {

class ActionRegistry;
class Workspace;

void showShortcuts(const ActionRegistry& registry, QWidget* parent);
/// Its Copy Diagnostics is the menu's.
void showAbout(const Workspace& workspace, QWidget* parent);
/// Tests this copy while it shows, on a thread of its own.
void showSelfTest(const std::shared_ptr<core::CredentialStore>& keyring, QWidget* parent);
/// Versions and where the databases stand, to the clipboard; nothing secret.
void copyDiagnostics(const Workspace& workspace);

} // namespace socrates::ui
