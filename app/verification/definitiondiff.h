// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace socrates::ui {

/// A run of words that both definitions have, or only one of them.
struct DiffPart
{
    enum class Side { Both, Expected, Found };
    Side side = Side::Both;
    QString text;
    bool operator==(const DiffPart&) const = default;
};

/// The longest common sequence of words of two definitions. Joined without the parts of one side
/// it gives the other side's text again.
QList<DiffPart> diffDefinitions(const QString& expected, const QString& found);

} // namespace socrates::ui
