// SPDX-License-Identifier: MIT
#pragma once

#include "app/map/mappicture.h"

#include <QCoreApplication>
#include <QFont>

class QPainter;

namespace socrates::ui {

/// The same letters whatever they are drawn on: a screen, a picture or a file.
QFont mapFont(const QFont& font);
/// The metrics of a layout for letters of this font.
core::MapMetrics mapMetrics(const QFont& font);

/// Draws a map on a screen, into a file or onto the clipboard. From afar names grow at the expense
/// of what is in the tables, and from very far there are only boxes.
class MapPainter
{
    Q_DECLARE_TR_FUNCTIONS(socrates::ui::MapPainter)

public:
    MapPainter(const MapPicture& picture, const QPalette& palette, const QFont& font);

    /// The painter is scaled by `scale` already. Only what touches `visible` is drawn; both are in
    /// the layout's units. `current`: the table with the focus ring, or -1.
    void paint(QPainter& painter, const QRectF& visible, qreal scale, int current = -1);

private:
    void paintFrames(QPainter& painter, const QRectF& visible);
    void paintLinks(QPainter& painter, const QRectF& visible, int current);
    void paintTable(QPainter& painter, int index, bool isCurrent);
    void paintBox(QPainter& painter, const core::MapTable& table, const QRectF& box,
                  bool isCurrent);
    /// Of views; tables have none.
    qreal cornerRadius(const core::MapTable& table) const;
    void fillHeader(QPainter& painter, const core::MapTable& table, const QRectF& header,
                    const QColor& color);
    void paintHeader(QPainter& painter, const core::MapTable& table, const QRectF& header);
    void paintColumn(QPainter& painter, const core::MapTable& table, const core::MapColumn& column,
                     const QRectF& row);
    void paintNote(QPainter& painter, const core::MapNote& note, const QRectF& row);
    void paintName(QPainter& painter, const core::MapTable& table, const QRectF& box);
    void drawElided(QPainter& painter, const QRectF& area, int flags, const QString& text);
    QColor text(core::MapMark mark) const;

    const MapPicture& m_picture;
    QPalette m_palette;
    QFont m_font;
    QFont m_bold;
    qreal m_scale = 1;
    qreal m_letter; ///< a letter's width
};

} // namespace socrates::ui
