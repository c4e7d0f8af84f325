// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/databasestatus.h"
#include "core/schema/undoproof.h"

#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace socrates::ui {

class Chip;
class EmptyState;
class InlineMessage;
class RevisionDelegate;
class RevisionModel;

/// One database: its badge, where it is, and its revisions.
class DatabasePane final : public QWidget
{
    Q_OBJECT
public:
    explicit DatabasePane(const core::DatabaseName& name, QWidget* parent = nullptr);

    const core::DatabaseName& name() const { return m_name; }
    RevisionModel* model() const { return m_model; }
    QTreeView* view() const { return m_view; }

    void setLineage(const core::ProjectDatabase& database,
                    const QList<core::PlannedPhase>& planned);
    void setStatus(const std::optional<core::DatabaseStatus>& status);
    void setProofs(const QList<core::UndoProof>& proofs);
    /// Says in the badge what is under way; empty: nothing is.
    void setBusyText(const QString& text);
    void setFilter(const QString& text);
    /// The first status selects the revision that matters, so that the details are not empty.
    void setSelectsByItself(bool on) { m_selectsByItself = on; }
    /// The active pane is the one whose selection the details show.
    void setActive(bool active);
    int visibleRows() const;
    /// Gives the keys to the revisions, or to what stands there because none is shown.
    void focusRows(Qt::FocusReason reason);

    core::RevisionId selectedRevision() const;
    /// Row of the model that is selected, or -1.
    int selectedRow() const;
    void selectRevision(const core::RevisionId& revision);
    void clearSelection();
    /// Where the revision's row is on the screen, in global coordinates; invalid when it is not
    /// shown. Used to draw edges between panes.
    QRect globalRowRect(const core::RevisionId& revision) const;

    QString badgeText() const;

    QByteArray columnState() const;
    /// A state that cannot be read changes nothing.
    void restoreColumns(const QByteArray& state);

signals:
    void selectionChanged(core::RevisionId revision);
    /// The keys go to its revisions now.
    void entered();
    void legendRequested();
    void retryRequested();
    void recogniseRequested();
    /// There is nothing to show, and somebody wants it otherwise.
    void newRevisionRequested();
    void clearFilterRequested();
    void layoutChanged();
    /// A context menu is asked for on this revision.
    void menuRequested(core::RevisionId revision, QPoint globalPosition);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildView();
    void fitColumns();
    void updateEmpty();
    void updateBadge();
    void updateServerLine();

    core::DatabaseName m_name;
    QString m_purpose;
    QString m_busyText;
    int m_revisions = 0;
    QHash<int, int> m_widths; ///< of columns, as they were when last seen
    bool m_isFirstStatus = true;
    bool m_isStatusFresh = false; ///< nothing has run since it was read
    bool m_selectsByItself = false;
    std::optional<core::DatabaseStatus> m_status;
    QLabel* m_title;
    QLabel* m_server;
    Chip* m_badge;
    QToolButton* m_legend;
    InlineMessage* m_message;
    QStackedWidget* m_stack;
    EmptyState* m_empty = nullptr; ///< made when there is nothing to show
    QTreeView* m_view;
    RevisionModel* m_model;
    QSortFilterProxyModel* m_proxy;
    RevisionDelegate* m_delegate;
};

} // namespace socrates::ui
