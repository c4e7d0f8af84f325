// SPDX-License-Identifier: MIT
#pragma once

#include <QPainterPath>
#include <QStringView>

#include <optional>

namespace socrates::ui {

/// The outline that an SVG path's "d" describes; nothing when it has something that our pictures do
/// not use (commands Q and T, ellipses that are turned) or is not well formed.
std::optional<QPainterPath> pathFromData(QStringView data);

} // namespace socrates::ui
