// SPDX-License-Identifier: MIT
#pragma once

class QMenuBar;
class QToolBar;

namespace socrates::ui {

class ActionRegistry;
class Workspace;

/// All actions of the window, with their texts and default keys, from one table.
void createActions(ActionRegistry& registry);
/// Puts every action into a menu, and the common ones on the toolbar.
void fillMenus(QMenuBar* bar, const ActionRegistry& registry);
void fillToolBar(QToolBar* bar, const ActionRegistry& registry);
/// Enables what can be done now.
void enableActions(const ActionRegistry& registry, const Workspace& workspace);

} // namespace socrates::ui
