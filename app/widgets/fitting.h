// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

class QTreeView;

namespace socrates::ui {

/// Makes a column as wide as `width`, and no narrower than its own title needs.
void fitColumn(QTreeView* view, int column, int width);
/// As wide as the widest of the texts that may stand in it, which differ by language; `hasSign`:
/// with an icon before them.
void fitColumn(QTreeView* view, int column, const QStringList& texts, bool hasSign = false);

} // namespace socrates::ui
