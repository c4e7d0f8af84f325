// SPDX-License-Identifier: MIT
#include "app/widgets/fitting.h"

#include <QHeaderView>
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

} // namespace socrates::ui
