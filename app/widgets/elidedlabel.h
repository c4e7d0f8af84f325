// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace socrates::ui {

/// One line of plain text that ends in an ellipsis where its place is too narrow. The whole text
/// stays what text() and assistive technology say.
class ElidedLabel final : public QLabel
{
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace socrates::ui
