// SPDX-License-Identifier: MIT
#pragma once

#include "core/sql/lint.h"

namespace socrates::core {

/// A remark and the statement that it is about.
struct UndoRemark
{
    LintRemark remark;
    bool isOfDowngrade = false;
    int statement = 0; ///< of that section
};

/// Whether the downgrade drops what the upgrade makes, and nothing more. Where a statement cannot
/// be read (DO, a newer grammar) nothing is said: what it does is not known.
QList<UndoRemark> lintUndo(const QList<LintStatement>& up, const QList<LintStatement>& down);

} // namespace socrates::core
