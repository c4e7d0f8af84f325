// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/rescue.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;

namespace socrates::ui {

class InlineMessage;
class SqlView;

/// Where a revision that the database names and the project has lost was found, to be put back.
class RescueDialog final : public QDialog
{
    Q_OBJECT
public:
    RescueDialog(std::shared_ptr<const core::Project> project, const core::Rescue& rescue,
                 QWidget* parent = nullptr);

    /// Something went wrong with the file that was chosen.
    void showError(const core::Error& error);
    /// Nothing else may be chosen meanwhile; empty: it may again.
    void showBusy(const QString& text);
    /// Why nothing may be run on the databases now; empty: it may.
    void setLocked(const QString& reason);

signals:
    /// The SQL that was stored when it was applied undoes it; the project gets no file.
    void downgradeRequested(const socrates::core::Rescue::Stored& stored);
    void restoreRequested(const socrates::core::RevisionDraft& draft);

private:
    void addSources();
    void showSource();
    core::Result<core::RevisionDraft> chosen() const;
    /// The log entry that is selected, if it is one.
    const core::Rescue::Stored* chosenStored() const;
    void updateButtons();

    std::shared_ptr<const core::Project> m_project;
    core::Rescue m_rescue;
    QTreeWidget* m_sources;
    SqlView* m_sql;
    InlineMessage* m_message;
    QPushButton* m_restore;
    QPushButton* m_downgrade;
    QString m_locked;
    bool m_isBusy = false;
};

} // namespace socrates::ui
