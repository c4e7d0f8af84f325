// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace socrates::ui {

/// Plain text whose lines end in an ellipsis where their place is too narrow. The whole text stays
/// what text() and assistive technology say.
class ElidedLabel final : public QLabel
{
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace socrates::ui
