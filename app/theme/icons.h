// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statuscolors.h"

#include <QIcon>

#include <optional>

namespace socrates::ui {

/// One of our own icons, resources/icons/NAME.svg, drawn in the palette's text colour at the time
/// it is painted, sharp at every size, so it follows a change of theme.
QIcon icon(const QString& name);
/// The same in the colour of a status.
QIcon icon(const QString& name, StatusRole role);
/// The program's own icon, in its own colours.
QIcon programIcon();

} // namespace socrates::ui
