// SPDX-License-Identifier: MIT
#include "app/revisions/revisiondelegate.h"

#include "app/revisions/revisionmodel.h"
#include "app/theme/revisionstate.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

namespace socrates::ui {

namespace {

RevisionState stateOf(const QModelIndex& index)
{
    return static_cast<RevisionState>(index.data(RevisionModel::StateRole).toInt());
}

} // namespace

int RevisionDelegate::laneWidth(const QFontMetrics& metrics)
{
    return metrics.height();
}

int RevisionDelegate::laneCenter(int lane, const QFontMetrics& metrics)
{
    // Half a lane of room at the left, for the edge that comes in from another database.
    return laneWidth(metrics) * (lane + 1);
}

void RevisionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    QStyleOptionViewItem shown = option;
    if (!m_isActive && shown.state.testFlag(QStyle::State_Selected)) {
        shown.state &= ~QStyle::State_Selected;
        shown.backgroundBrush = statusTint(StatusRole::Neutral, option.palette);
        painter->fillRect(shown.rect, shown.backgroundBrush);
    }
    QStyledItemDelegate::paint(painter, shown, index);
    if (index.column() == RevisionModel::GraphColumn)
        paintGraph(painter, shown, index);
}

QSize RevisionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qMax(size.height(), option.fontMetrics.height() + 8));
    return size;
}

void RevisionDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(RevisionModel::HighlightRole).toBool())
        option->backgroundBrush = statusTint(StatusRole::Pending, option->palette);
    const RevisionState state = stateOf(index);
    if (state == RevisionState::Planned) {
        option->font.setItalic(true);
        option->palette.setColor(QPalette::Text, statusColor(StatusRole::Neutral, option->palette));
    }
    if (index.column() == RevisionModel::StateColumn)
        option->palette.setColor(QPalette::Text, statusColor(stateRole(state), option->palette));
    if (index.column() == RevisionModel::UndoColumn)
        option->palette.setColor(
            QPalette::Text,
            statusColor(StatusRole(index.data(RevisionModel::UndoRole).toInt()), option->palette));
    if (index.column() == RevisionModel::RevisionColumn &&
        index.data(RevisionModel::HeadRole).toBool())
        option->font.setBold(true);
}

void RevisionDelegate::paintGraph(QPainter* painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const
{
    const auto* lanes =
        static_cast<const LaneRow*>(index.data(RevisionModel::LanesRole).value<const void*>());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    const int lane = lanes != nullptr ? lanes->lane : 0;
    const QPointF node(option.rect.left() + laneCenter(lane, option.fontMetrics),
                       option.rect.center().y() + 0.5);
    if (lanes != nullptr && m_linesVisible)
        paintLines(painter, option, *lanes);
    if (!index.data(RevisionModel::RequiresRole).toStringList().isEmpty()) {
        painter->setPen(
            QPen(statusColor(StatusRole::Production, option.palette), 1.5, Qt::DashLine));
        painter->drawLine(QPointF(option.rect.left(), node.y()), node);
    }
    const qreal side = option.fontMetrics.height() * 0.72;
    const QRectF shape(node.x() - side / 2, node.y() - side / 2, side, side);
    if (option.state.testFlag(QStyle::State_Selected)) {
        // The status colours are made for the base colour, not for the selection's.
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Base));
        painter->drawEllipse(shape.adjusted(-3, -3, 3, 3));
    }
    paintStateShape(*painter, shape, stateOf(index), option.palette);
    painter->restore();
}

void RevisionDelegate::paintLines(QPainter* painter, const QStyleOptionViewItem& option,
                                  const LaneRow& lanes) const
{
    const QRect& rect = option.rect;
    const qreal top = rect.top();
    const qreal bottom = rect.bottom() + 1;
    const qreal middle = rect.center().y() + 0.5;
    const auto x = [&](int lane) { return rect.left() + laneCenter(lane, option.fontMetrics); };
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QColor color = selected ? option.palette.color(QPalette::HighlightedText)
                            : statusColor(StatusRole::Neutral, option.palette);
    painter->setPen(QPen(color, 1.6));
    painter->setBrush(Qt::NoBrush);
    for (const int lane : lanes.through)
        painter->drawLine(QPointF(x(lane), top), QPointF(x(lane), bottom));
    const auto curve = [&](int lane, qreal edge) {
        const qreal turn = (edge + middle) / 2;
        QPainterPath path(QPointF(x(lane), edge));
        path.cubicTo(QPointF(x(lane), turn), QPointF(x(lanes.lane), turn),
                     QPointF(x(lanes.lane), middle));
        painter->drawPath(path);
    };
    for (const int lane : lanes.above)
        curve(lane, top);
    for (const int lane : lanes.below)
        curve(lane, bottom);
}

} // namespace socrates::ui
