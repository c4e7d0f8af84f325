// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statuscolors.h"

#include <QFrame>

#include <functional>

class QGridLayout;
class QPainter;

namespace socrates::ui {

/// A key to signs: a popup of rows with a sign, its word and what it means. Closes by itself.
class LegendFrame final : public QFrame
{
    Q_OBJECT
public:
    /// Draws a sign into a rectangle, in the colours of a palette.
    using Draw = std::function<void(QPainter&, const QRectF&, const QPalette&)>;

    explicit LegendFrame(QWidget* parent);

    /// The sign of a kind of line.
    static Draw line(StatusRole role, Qt::PenStyle style);

    /// Without `draw` the row has a word only.
    void addRow(const Draw& draw, const QString& word, const QString& text);
    /// There, or as near as the screen allows.
    void showAt(const QPoint& globalPosition);

private:
    QGridLayout* m_grid;
};

} // namespace socrates::ui
