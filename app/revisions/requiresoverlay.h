// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QWidget>

#include <functional>

namespace socrates::ui {

/// Draws the dashed edges between panes over their container. Lets every event through.
class RequiresOverlay final : public QWidget
{
    Q_OBJECT
public:
    struct Edge
    {
        QRect from; ///< the required revision's row, global
        QRect to;   ///< the requiring revision's row, global
        int fromLane = 0;
        bool isSelected = false;
    };
    /// `edges` is asked at every paint, since rows move when a pane scrolls.
    RequiresOverlay(QWidget* container, std::function<QList<Edge>()> edges);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    std::function<QList<Edge>()> m_edges;
};

} // namespace socrates::ui
