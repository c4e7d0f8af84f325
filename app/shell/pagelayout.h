// SPDX-License-Identifier: MIT
#pragma once

#include <QStackedLayout>

namespace socrates::ui {

/// One page at a time, as a QStackedLayout, but only the page that is shown is asked for its size:
/// asking all of them lays out every page before the first one can be painted, and again with every
/// change of the window's size.
class PageLayout final : public QStackedLayout
{
    Q_OBJECT
public:
    explicit PageLayout(QWidget* parent);

    bool hasHeightForWidth() const override { return false; }
    int heightForWidth(int) const override { return -1; }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
};

} // namespace socrates::ui
