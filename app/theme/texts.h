// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace socrates::ui {

/// tr() of functions that belong to no QObject. lupdate takes the namespace for their context.
inline QString tr(const char* text, const char* note = nullptr, int count = -1)
{
    return QCoreApplication::translate("socrates::ui", text, note, count);
}

} // namespace socrates::ui
