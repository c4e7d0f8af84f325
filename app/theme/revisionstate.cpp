// SPDX-License-Identifier: MIT
#include "app/theme/revisionstate.h"

#include "app/theme/paintedicon.h"
#include "app/theme/texts.h"

#include <QGuiApplication>
#include <QPainterPath>

namespace socrates::ui {

namespace {

void paintText(QPainter& painter, const QRectF& square, QChar sign)
{
    QFont font = painter.font();
    font.setPixelSize(qMax(8, int(square.height() * 0.8)));
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(square, Qt::AlignCenter, QString(sign));
}

void paintCross(QPainter& painter, const QRectF& r)
{
    painter.drawLine(r.topLeft(), r.bottomRight());
    painter.drawLine(r.topRight(), r.bottomLeft());
}

/// Two bars and a slash: not equal.
void paintNotEqual(QPainter& painter, const QRectF& r)
{
    const qreal third = r.height() / 3;
    painter.drawLine(QPointF(r.left(), r.top() + third), QPointF(r.right(), r.top() + third));
    painter.drawLine(QPointF(r.left(), r.bottom() - third), QPointF(r.right(), r.bottom() - third));
    painter.drawLine(QPointF(r.left() + third * 0.6, r.bottom()),
                     QPointF(r.right() - third * 0.6, r.top()));
}

/// An arrow up beside an arrow down.
void paintUpDown(QPainter& painter, const QRectF& r)
{
    const qreal left = r.left() + r.width() * 0.25;
    const qreal right = r.right() - r.width() * 0.25;
    const qreal head = r.width() * 0.22;
    painter.drawLine(QPointF(left, r.top()), QPointF(left, r.bottom()));
    painter.drawLine(QPointF(left, r.top()), QPointF(left - head, r.top() + head));
    painter.drawLine(QPointF(left, r.top()), QPointF(left + head, r.top() + head));
    painter.drawLine(QPointF(right, r.top()), QPointF(right, r.bottom()));
    painter.drawLine(QPointF(right, r.bottom()), QPointF(right - head, r.bottom() - head));
    painter.drawLine(QPointF(right, r.bottom()), QPointF(right + head, r.bottom() - head));
}

/// A disc with an open circle around it: done, by somebody else.
void paintAdopted(QPainter& painter, const QRectF& r, const QColor& color)
{
    painter.drawArc(r, 40 * 16, 280 * 16);
    painter.setBrush(color);
    const qreal inset = r.width() * 0.3;
    painter.drawEllipse(r.adjusted(inset, inset, -inset, -inset));
}

class StateIconEngine final : public PaintedIcon
{
public:
    explicit StateIconEngine(RevisionState state) : m_state(state) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        const qreal inset = rect.width() / 8.0;
        paintStateShape(*painter, QRectF(rect).adjusted(inset, inset, -inset, -inset), m_state,
                        QGuiApplication::palette());
    }

    QIconEngine* clone() const override { return new StateIconEngine(*this); }

private:
    RevisionState m_state;
};

} // namespace

QString stateText(RevisionState state)
{
    switch (state) {
    case RevisionState::Applied:
        return tr("Applied");
    case RevisionState::Pending:
        return tr("Pending");
    case RevisionState::Running:
        return tr("Running");
    case RevisionState::Failed:
        return tr("Failed");
    case RevisionState::Changed:
        return tr("Changed");
    case RevisionState::Missing:
        return tr("Missing file");
    case RevisionState::OutOfOrder:
        return tr("Out of order");
    case RevisionState::Adopted:
        return tr("Adopted");
    case RevisionState::Planned:
        return tr("Planned");
    case RevisionState::Unknown:
        return tr("Not known");
    }
    return {};
}

QString stateExplanation(RevisionState state)
{
    switch (state) {
    case RevisionState::Applied:
        return tr("In the database, as the file says");
    case RevisionState::Pending:
        return tr("Has a file, is not in the database yet");
    case RevisionState::Running:
        return tr("Being run now");
    case RevisionState::Failed:
        return tr("The last attempt failed");
    case RevisionState::Changed:
        return tr("Applied, but the file was changed afterwards");
    case RevisionState::Missing:
        return tr("The database names it, but no file does");
    case RevisionState::OutOfOrder:
        return tr("Applied after a revision that stands on it");
    case RevisionState::Adopted:
        return tr("Applied by Alembic or stamped, not run here");
    case RevisionState::Planned:
        return tr("Announced for a later phase, no file yet");
    case RevisionState::Unknown:
        return tr("Has a file, the database has not been asked");
    }
    return {};
}

StatusRole stateRole(RevisionState state)
{
    switch (state) {
    case RevisionState::Applied:
    case RevisionState::Adopted:
        return StatusRole::Applied;
    case RevisionState::Pending:
    case RevisionState::Running:
        return StatusRole::Pending;
    case RevisionState::Changed:
    case RevisionState::OutOfOrder:
    case RevisionState::Missing:
        return StatusRole::Warning;
    case RevisionState::Failed:
        return StatusRole::Failed;
    case RevisionState::Planned:
    case RevisionState::Unknown:
        return StatusRole::Neutral;
    }
    return StatusRole::Neutral;
}

QList<RevisionState> allRevisionStates()
{
    return {RevisionState::Applied,    RevisionState::Pending, RevisionState::Running,
            RevisionState::Failed,     RevisionState::Changed, RevisionState::Missing,
            RevisionState::OutOfOrder, RevisionState::Adopted, RevisionState::Planned,
            RevisionState::Unknown};
}

void paintStateShape(QPainter& painter, const QRectF& area, RevisionState state,
                     const QPalette& palette)
{
    const qreal side = qMin(area.width(), area.height());
    const qreal line = qMax<qreal>(1.4, side / 8);
    QRectF r(0, 0, side, side);
    r.moveCenter(area.center());
    r.adjust(line / 2, line / 2, -line / 2, -line / 2);
    const QColor color = statusColor(stateRole(state), palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (state) {
    case RevisionState::Applied:
        painter.setBrush(color);
        painter.drawEllipse(r);
        break;
    case RevisionState::Pending:
        painter.setBrush(palette.color(QPalette::Base));
        painter.drawEllipse(r);
        break;
    case RevisionState::Running: {
        painter.setBrush(palette.color(QPalette::Base));
        painter.drawEllipse(r);
        painter.setBrush(color);
        painter.drawChord(r, 90 * 16, 180 * 16);
        break;
    }
    case RevisionState::Failed:
        paintCross(painter, r.adjusted(line / 2, line / 2, -line / 2, -line / 2));
        break;
    case RevisionState::Changed:
        paintNotEqual(painter, r);
        break;
    case RevisionState::Missing:
        paintText(painter, r.adjusted(-line, -line, line, line), u'?');
        break;
    case RevisionState::OutOfOrder:
        paintUpDown(painter, r);
        break;
    case RevisionState::Adopted:
        paintAdopted(painter, r, color);
        break;
    case RevisionState::Planned:
        painter.setPen(QPen(color, line * 0.8, Qt::DotLine, Qt::RoundCap));
        painter.drawEllipse(r);
        break;
    case RevisionState::Unknown:
        painter.setBrush(color);
        painter.drawEllipse(r.center(), side / 6, side / 6);
        break;
    }
    painter.restore();
}

QIcon stateIcon(RevisionState state)
{
    return QIcon(new StateIconEngine(state));
}

} // namespace socrates::ui
