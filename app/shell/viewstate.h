// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace socrates::ui {

class AppSettings;

/// What a person has dragged into place inside the window: its named splitters, and the widths of
/// the columns of the tables where they can be dragged. A state that cannot be read is nothing,
/// and what is not there keeps the state it had.
void saveViews(const QWidget& window, AppSettings& settings);
void restoreViews(const QWidget& window, const AppSettings& settings);

} // namespace socrates::ui
