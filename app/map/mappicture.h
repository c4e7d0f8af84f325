// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statuscolors.h"
#include "app/theme/statusshape.h"
#include "core/report/maplayout.h"

namespace socrates::ui {

/// A map and where everything of it goes. A value, made away from the window's thread.
struct MapPicture
{
    core::SchemaMap map;
    core::MapLayout layout;
};
using MapPicturePtr = std::shared_ptr<const MapPicture>;

/// "missing", "created", ...; empty for what has no mark.
QString markText(core::MapMark mark);
StatusShape markShape(core::MapMark mark);
StatusRole markRole(core::MapMark mark);

/// "primary key, foreign key, unique"; empty for none.
QString keyText(const core::MapColumn& column);
/// The same for a narrow place: "PK FK".
QString shortKeyText(const core::MapColumn& column);
/// "users, database socrates_auth, 8 columns, refers to ..., missing", as a screen reader says it.
QString tableText(const core::SchemaMap& map, int table);
/// The table and its columns, a line each, as plain text to paste; -1: the tables of the map.
QString plainText(const core::SchemaMap& map, int table);
/// The table with its columns and what differs, as rich text.
QString tableToolTip(const core::SchemaMap& map, int table);

} // namespace socrates::ui
