// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QGridLayout;

namespace socrates::ui {

/// A key to signs: a popup of rows with a sign, its word and what it means. Closes by itself.
class LegendFrame final : public QFrame
{
    Q_OBJECT
public:
    explicit LegendFrame(QWidget* parent);

    void addRow(const QPixmap& sign, const QString& word, const QString& text);
    /// There, or as near as the screen allows.
    void showAt(const QPoint& globalPosition);

private:
    QGridLayout* m_grid;
};

} // namespace socrates::ui
