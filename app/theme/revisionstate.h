// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statuscolors.h"

#include <QIcon>
#include <QList>
#include <QString>

class QPainter;
class QRectF;

namespace socrates::ui {

/// Where a revision (or a step of a run) stands, as shown: by word, shape and colour.
enum class RevisionState {
    Applied,
    Pending,
    Running,
    Failed,
    Changed,    ///< the file is not what was applied
    Missing,    ///< the version table names it, no file does
    OutOfOrder, ///< applied after a revision that stands on it
    Adopted,    ///< applied, but not by this program
    Planned,    ///< announced for a later phase; no file yet
    Unknown,    ///< has a file; the database has not been asked
};

/// "Applied", "Pending", ...
QString stateText(RevisionState state);
/// One sentence for the legend.
QString stateExplanation(RevisionState state);
StatusRole stateRole(RevisionState state);
/// In the order of the legend.
QList<RevisionState> allRevisionStates();

/// The state's shape, filling a square inside `area`.
void paintStateShape(QPainter& painter, const QRectF& area, RevisionState state,
                     const QPalette& palette);
QIcon stateIcon(RevisionState state);

} // namespace socrates::ui
