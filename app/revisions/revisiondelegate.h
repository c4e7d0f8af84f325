// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace socrates::ui {

struct LaneRow;

/// Paints the lanes of the graph column, the shapes of the state column, and the ground of rows
/// that are related to a selection elsewhere.
class RevisionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// False while a filter hides rows: lines between rows that are not neighbours would lie.
    void setLinesVisible(bool visible) { m_linesVisible = visible; }

    /// The selection of a pane that is not the active one is only hinted at.
    void setActive(bool active) { m_isActive = active; }

    static int laneWidth(const QFontMetrics& metrics);
    /// Left edge of the cell to the middle of a lane.
    static int laneCenter(int lane, const QFontMetrics& metrics);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    void paintGraph(QPainter* painter, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const;
    void paintLines(QPainter* painter, const QStyleOptionViewItem& option,
                    const LaneRow& lanes) const;

    bool m_linesVisible = true;
    bool m_isActive = true;
};

} // namespace socrates::ui
