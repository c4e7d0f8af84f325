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

signals:
    void restoreRequested(const socrates::core::RevisionDraft& draft);

private:
    void addSources();
    void showSource();
    core::Result<core::RevisionDraft> chosen() const;

    std::shared_ptr<const core::Project> m_project;
    core::Rescue m_rescue;
    QTreeWidget* m_sources;
    SqlView* m_sql;
    InlineMessage* m_message;
    QPushButton* m_restore;
};

} // namespace socrates::ui
