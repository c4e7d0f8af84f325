// SPDX-License-Identifier: MIT
#pragma once

#include "app/map/mappicture.h"
#include "core/base/result.h"

#include <QFont>
#include <QImage>

namespace socrates::ui {

/// How a map is drawn outside of the window.
struct MapLook
{
    QPalette palette;
    QFont font;
};

/// The whole map at double density, or as large as a picture may reasonably be. Any thread.
QImage mapImage(const MapPicture& picture, const MapLook& look);

/// Writes SVG or, when the file is named *.png, PNG: whole or not at all. Any thread.
core::Result<void> exportMap(const QString& filePath, const MapPicture& picture,
                             const MapLook& look);

} // namespace socrates::ui
