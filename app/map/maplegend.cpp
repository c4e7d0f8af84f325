// SPDX-License-Identifier: MIT
#include "app/map/maplegend.h"

#include "app/map/mappicture.h"
#include "app/theme/texts.h"
#include "app/widgets/legendframe.h"

#include <QPainter>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::MapMark;

namespace {

QString explanation(MapMark mark)
{
    switch (mark) {
    case MapMark::Missing:
        return tr("The revisions make it, the database has it not");
    case MapMark::Extra:
        return tr("The database has it, no revision makes it");
    case MapMark::Different:
        return tr("It, or a part of it, is not as the revisions make it");
    case MapMark::Misplaced:
        return tr("It belongs to another database");
    case MapMark::Created:
        return tr("This step makes it");
    case MapMark::Dropped:
        return tr("This step removes it");
    case MapMark::Changed:
        return tr("This step changes it or a part of it");
    case MapMark::None:
        break;
    }
    return {};
}

LegendFrame::Draw dot(bool isFilled)
{
    return [isFilled](QPainter& painter, const QRectF& room, const QPalette& palette) {
        const QColor color = statusColor(StatusRole::Neutral, palette);
        painter.setPen(QPen(color, 1.2));
        painter.setBrush(isFilled ? QBrush(color) : QBrush(Qt::NoBrush));
        painter.drawEllipse(room.center(), room.height() / 4, room.height() / 4);
    };
}

LegendFrame::Draw drawView(int lines)
{
    return [lines](QPainter& painter, const QRectF& room, const QPalette& palette) {
        painter.setPen(QPen(statusColor(StatusRole::Neutral, palette), 1));
        for (int i = 0; i < lines; ++i)
            painter.drawRoundedRect(room.adjusted(2 * i, 2 * i, -2 * i, -2 * i), 4, 4);
    };
}

void drawPlanned(QPainter& painter, const QRectF& room, const QPalette& palette)
{
    painter.setPen(QPen(statusColor(StatusRole::Neutral, palette), 1, Qt::DashLine));
    painter.drawRect(room);
}

} // namespace

void showMapLegend(QWidget* parent, const QPoint& globalPosition)
{
    auto* frame = new LegendFrame(parent);
    for (const MapMark mark :
         {MapMark::Missing, MapMark::Extra, MapMark::Different, MapMark::Misplaced,
          MapMark::Created, MapMark::Dropped, MapMark::Changed})
        frame->addRow(
            [mark](QPainter& painter, const QRectF& room, const QPalette& palette) {
                paintStatusShape(painter, room, markShape(mark),
                                 statusColor(markRole(mark), palette));
            },
            markText(mark), explanation(mark));
    frame->addRow(LegendFrame::line(StatusRole::Neutral, Qt::SolidLine), tr("Line"),
                  tr("Foreign key; the arrow points to what it names"));
    frame->addRow(LegendFrame::line(StatusRole::Production, Qt::DashLine), tr("Dashed line"),
                  tr("Reference to another database, which no server watches"));
    frame->addRow(drawPlanned, tr("Dashed box"), tr("Planned table, in no revision yet"));
    frame->addRow(LegendFrame::line(StatusRole::Neutral, Qt::DotLine), tr("Dotted line"),
                  tr("A view reads from what the arrow points to"));
    frame->addRow(drawView(1), tr("Round box"), tr("View: a query with a name"));
    frame->addRow(drawView(2), tr("Double round box"),
                  tr("Materialized view: it keeps what it read"));
    frame->addRow(dot(true), tr("Dot"), tr("NOT NULL: there is always a value"));
    frame->addRow(dot(false), tr("Ring"), tr("The column may be NULL"));
    frame->addRow({}, u"PK FK UQ"_s, tr("Primary key, foreign key or reference, unique"));
    frame->showAt(globalPosition);
}

} // namespace socrates::ui
