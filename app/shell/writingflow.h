// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/rescue.h"
#include "core/engine/reset.h"
#include "core/postgres/localserver.h"

#include <QObject>
#include <QThreadPool>

namespace socrates::ui {

class AppSettings;
class RevisionsPage;
class StoredDowngrade;
class Workspace;

/// New revisions, lost ones, and databases that begin anew: the questions before and what follows
/// in the window. Lives on the GUI thread; what blocks runs on its pool.
class WritingFlow final : public QObject
{
    Q_OBJECT
public:
    WritingFlow(Workspace& workspace, AppSettings& settings, RevisionsPage& revisions,
                std::shared_ptr<core::LocalServer> localServer, QWidget* window);
    ~WritingFlow() override;

    void writeRevision();
    /// The first row that no file of the project has.
    void rescue();
    /// The database of the active pane.
    void reset();

signals:
    void failed(const socrates::core::Error& error);
    void progressed(const QString& text); ///< empty: done

private:
    void showRescue(const core::Rescue& rescue);
    void restore(const core::RevisionDraft& draft, class RescueDialog* dialog);
    void confirmReset(const core::ResetPreview& preview);
    void runReset(const core::ResetPreview& preview);
    /// Reads the project again and selects the revision when it is there.
    void reloadAndSelect(const core::DatabaseName& database, const core::RevisionId& revision);

    Workspace& m_workspace;
    AppSettings& m_settings;
    RevisionsPage& m_revisions;
    std::shared_ptr<core::LocalServer> m_localServer;
    QWidget* m_window;
    StoredDowngrade* m_storedDowngrade;
    QThreadPool m_pool;
};

} // namespace socrates::ui
