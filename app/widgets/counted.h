// SPDX-License-Identifier: MIT
#pragma once

#include <QLocale>
#include <QString>

namespace socrates::ui {

/// "1 step" or "4 steps": `many` holds %1. Qt's own %n is right only where a translation is
/// loaded, and the program speaks English without one.
inline QString counted(qint64 count, const QString& one, const QString& many)
{
    return count == 1 ? one : many.arg(QLocale().toString(count));
}

} // namespace socrates::ui
