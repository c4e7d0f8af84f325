// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statuscolors.h"

#include <QIcon>

class QPainter;
class QRectF;

namespace socrates::ui {

/// The shape that goes with a state's word and colour, so that colour is never the only sign.
enum class StatusShape {
    Check,       ///< as it should be
    Cross,       ///< failed or missing
    Plus,        ///< there, but not expected
    NotEqual,    ///< there, but different
    Elsewhere,   ///< belongs to another place
    Exclamation, ///< a warning
    Dash,        ///< skipped or not known
    Ring,        ///< not yet
    Half,        ///< under way
    Up,          ///< upgraded
    Down,        ///< downgraded
};

void paintStatusShape(QPainter& painter, const QRectF& area, StatusShape shape,
                      const QColor& color);
/// An icon of the shape in the role's colour, drawn when painted: sharp at every size, and it
/// follows a change of theme.
QIcon statusIcon(StatusShape shape, StatusRole role);

} // namespace socrates::ui
