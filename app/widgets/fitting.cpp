// SPDX-License-Identifier: MIT
#include "app/widgets/fitting.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QTreeView>

namespace socrates::ui {

void fitColumn(QTreeView* view, int column, int width)
{
    view->header()->resizeSection(column, qMax(width, view->header()->sectionSizeHint(column)));
}

void fitColumn(QTreeView* view, int column, const QStringList& texts, bool hasSign)
{
    const QStyle* style = view->style();
    QStyleOptionViewItem option;
    option.initFrom(view);
    option.font = view->font();
    option.fontMetrics = view->fontMetrics();
    option.features = QStyleOptionViewItem::HasDisplay;
    if (hasSign) {
        const int side = style->pixelMetric(QStyle::PM_SmallIconSize, nullptr, view);
        option.features |= QStyleOptionViewItem::HasDecoration;
        option.decorationSize = {side, side};
    }
    int widest = 0;
    for (const QString& text : texts) {
        option.text = text;
        widest = qMax(widest,
                      style->sizeFromContents(QStyle::CT_ItemViewItem, &option, {}, view).width());
    }
    fitColumn(view, column, widest + view->fontMetrics().averageCharWidth());
}

SharedRoom::SharedRoom(QTreeView* view, int least) : QObject(view), m_view(view), m_least(least)
{
    view->viewport()->installEventFilter(this);
    connect(view->header(), &QHeaderView::sectionResized, this, &SharedRoom::share);
}

void SharedRoom::setColumns(const QList<int>& columns)
{
    m_columns = columns;
    for (const int column : columns)
        m_view->header()->setSectionResizeMode(column, QHeaderView::Fixed);
    share();
}

bool SharedRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        share();
    return QObject::eventFilter(watched, event);
}

void SharedRoom::share()
{
    if (m_isSharing)
        return;
    const QScopedValueRollback sharing(m_isSharing,
                                       true); // what it does to the columns is told too
    int room = m_view->viewport()->width() - m_view->header()->length();
    for (const int column : m_columns)
        room += m_view->columnWidth(column);
    int sharers = int(m_columns.size());
    for (const int column : m_columns) {
        m_view->header()->resizeSection(column, qMax(m_least, room / sharers--));
        room -= m_view->columnWidth(column);
    }
}

} // namespace socrates::ui
