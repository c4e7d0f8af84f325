// SPDX-License-Identifier: MIT
#pragma once

#include <QLayout>

namespace socrates::ui {

/// A row that goes on in the next line where the place is too narrow: for buttons, whose texts are
/// longer in other languages and fonts. Hidden widgets take no place.
class FlowLayout final : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// Places the items in `rect` when `moves`; returns the height that they take.
    int arrange(const QRect& rect, bool moves) const;
    int gap() const;

    QList<QLayoutItem*> m_items;
};

} // namespace socrates::ui
