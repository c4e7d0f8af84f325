// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/verification.h"

#include <QTabWidget>

class QLabel;
class QListWidget;

namespace socrates::ui {

class ChecklistModel;

/// Beside the comparison: the plan's checklist ticked, who owns what, and what was not compared.
class VerificationSide final : public QTabWidget
{
    Q_OBJECT

public:
    explicit VerificationSide(QWidget* parent = nullptr);

    void setVerifications(const QList<core::DatabaseVerification>& verifications);

private:
    void fillFindings(const QList<core::DatabaseVerification>& verifications);

    ChecklistModel* m_checklist;
    QLabel* m_checklistLabel;
    QListWidget* m_rights;
    QListWidget* m_notCompared;
};

} // namespace socrates::ui
