// SPDX-License-Identifier: MIT
#pragma once

#include "app/map/mappicture.h"
#include "app/map/maptimeline.h"
#include "core/engine/verification.h"

#include <QThreadPool>
#include <QWidget>

#include <atomic>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace socrates::ui {

class EmptyState;
class MapTablesFilter;
class MapTablesModel;
class MapView;
class TimeBar;

/// All databases of the project as one picture, and the same tables as a list. Shows values, asks
/// by signals; the picture is worked out on a thread of its own.
class MapPage final : public QWidget
{
    Q_OBJECT
public:
    explicit MapPage(QWidget* parent = nullptr);
    ~MapPage() override;

    void setProject(const std::shared_ptr<const core::Project>& project);
    /// What was found in the databases; empty: they are not connected, or not looked at yet.
    void setLive(const QList<core::DatabaseVerification>& verifications);
    /// What a database looks like at each of its revisions.
    void setHistory(const core::DatabaseName& database, const core::SchemaHistory& history);
    void setHistoryMissing(const core::Error& error);
    /// While busy and without a picture, `what` says what is going on.
    void setBusy(bool busy, const QString& what = {});
    /// Why there is no picture, and the button that helps (empty: none).
    void setUnavailable(const QString& reason, const QString& buttonText = {});
    QLineEdit* searchEdit() const { return m_search; }
    /// False: nothing was searched for.
    bool clearSearch();

signals:
    void tableActivated(const core::DatabaseName& database, const QString& schema,
                        const QString& table);
    void revisionRequested(const core::DatabaseName& database, const core::RevisionId& revision);
    void helpRequested(); ///< by the button of an empty page
    void exportFailed(const socrates::core::Error& error);
    /// The picture on screen is that of what was last set.
    void pictureShown();

private:
    QWidget* createBar();
    QWidget* createContents();
    QToolButton* addButton(QLayout* bar, const QString& name, const QString& text,
                           const QString& iconName);
    void setTimeline();
    void rebuild();
    void showPicture(const MapPicturePtr& picture);
    void showState();
    void search(const QString& text);
    void searchNext();
    void showCurrent(int table);
    void activate(int table);
    void askAndExport();
    /// The picture, and the selected table (or all of them) as text: whoever pastes takes what
    /// there is use for.
    void copyPicture();

    std::shared_ptr<const core::Project> m_project;
    MapTimeline m_timeline;
    TimeBar* m_time;
    MapTablesModel* m_model;
    MapTablesFilter* m_filter;
    MapView* m_view;
    QTreeView* m_list;
    QLineEdit* m_search;
    QLabel* m_found;
    QComboBox* m_detail;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QWidget* m_bar;
    bool m_isBusy = false;
    QString m_busyText;
    QString m_unavailable;
    QString m_helpText;
    QString m_missing; ///< why there is no history of some database
    /// Of what is being worked out: older work is not begun, and older results are dropped.
    std::shared_ptr<std::atomic<quint64>> m_generation = std::make_shared<std::atomic<quint64>>(0);
    QThreadPool m_pool;
};

} // namespace socrates::ui
