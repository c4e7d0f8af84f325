// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QStringList>

class QTreeView;

namespace socrates::ui {

/// Makes a column as wide as `width`, and no narrower than its own title needs.
void fitColumn(QTreeView* view, int column, int width);
/// As wide as the widest of the texts that may stand in it, which differ by language; `hasSign`:
/// with an icon before them.
void fitColumn(QTreeView* view, int column, const QStringList& texts, bool hasSign = false);

/// Columns that share the room which the others leave, as with QHeaderView::Stretch. But none gets
/// narrower than `least`: sooner the view scrolls sideways.
class SharedRoom final : public QObject
{
public:
    SharedRoom(QTreeView* view, int least);

    void setColumns(const QList<int>& columns);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void share();

    QTreeView* m_view;
    int m_least;
    QList<int> m_columns;
    bool m_isSharing = false;
};

} // namespace socrates::ui
