// SPDX-License-Identifier: MIT
#include "app/widgets/legendframe.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QScreen>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

/// Drawn when it is seen, so it is sharp on every screen and follows a change of theme.
class Sign final : public QWidget
{
public:
    explicit Sign(LegendFrame::Draw draw) : m_draw(std::move(draw))
    {
        setFixedSize(fontMetrics().height() * 5 / 2, fontMetrics().height());
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        m_draw(painter, QRectF(rect()).adjusted(2, 2, -2, -2), palette());
    }

private:
    LegendFrame::Draw m_draw;
};

} // namespace

LegendFrame::LegendFrame(QWidget* parent) : QFrame(parent, Qt::Popup), m_grid(new QGridLayout(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"legendFrame"_s);
    setAccessibleName(tr("Legend"));
    setFrameShape(QFrame::StyledPanel);
    m_grid->setHorizontalSpacing(12);
}

LegendFrame::Draw LegendFrame::line(StatusRole role, Qt::PenStyle style)
{
    return [role, style](QPainter& painter, const QRectF& room, const QPalette& palette) {
        painter.setPen(QPen(statusColor(role, palette), 1.6, style));
        painter.drawLine(QPointF(room.left(), room.center().y()),
                         QPointF(room.right(), room.center().y()));
    };
}

void LegendFrame::addRow(const Draw& draw, const QString& word, const QString& text)
{
    auto* name = new QLabel(word);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    const int row = m_grid->rowCount();
    if (draw)
        m_grid->addWidget(new Sign(draw), row, 0, Qt::AlignCenter);
    m_grid->addWidget(name, row, 1);
    m_grid->addWidget(new QLabel(text), row, 2);
}

void LegendFrame::showAt(const QPoint& globalPosition)
{
    adjustSize();
    QPoint place = globalPosition;
    if (const QScreen* screen = parentWidget()->screen()) {
        const QRect room = screen->availableGeometry();
        place.setX(qMax(room.left(), qMin(place.x(), room.right() - width())));
        place.setY(qMax(room.top(), qMin(place.y(), room.bottom() - height())));
    }
    move(place);
    show();
}

} // namespace socrates::ui
