// SPDX-License-Identifier: MIT
#include "app/shell/pagelayout.h"

#include <QWidget>

namespace socrates::ui {

PageLayout::PageLayout(QWidget* parent) : QStackedLayout(parent)
{
    connect(this, &QStackedLayout::currentChanged, this, [this] {
        invalidate();
        update();
    });
}

QSize PageLayout::sizeHint() const
{
    const QWidget* page = currentWidget();
    return page != nullptr ? page->sizeHint() : QSize();
}

QSize PageLayout::minimumSize() const
{
    const QWidget* page = currentWidget();
    return page != nullptr ? page->minimumSizeHint().expandedTo(page->minimumSize()) : QSize();
}

} // namespace socrates::ui
