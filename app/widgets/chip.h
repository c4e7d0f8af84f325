// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statuscolors.h"

#include <QWidget>

namespace socrates::ui {

/// A short word on a tinted, rounded ground: a badge or a risk.
class Chip final : public QWidget
{
    Q_OBJECT
public:
    explicit Chip(QWidget* parent = nullptr);
    Chip(const QString& text, StatusRole role, QWidget* parent = nullptr);

    void setContents(const QString& text, StatusRole role);
    QString text() const { return m_text; }
    StatusRole role() const { return m_role; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    StatusRole m_role = StatusRole::Neutral;
};

} // namespace socrates::ui
