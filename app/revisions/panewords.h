// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statuscolors.h"
#include "core/engine/databasestatus.h"

namespace socrates::ui {

class RevisionModel;

/// How a database stands, in a few words beside its name.
struct Badge
{
    QString text;
    StatusRole role;
};

/// `isFresh`: the status was read after the last run.
Badge badgeOf(const core::DatabaseStatus& status, bool isFresh, const RevisionModel& model,
              int revisions);
/// Where it is, on which server, and at which revision.
QString serverLine(const core::DatabaseStatus& status);

} // namespace socrates::ui
