// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/references.h"
#include "core/engine/verification.h"

#include <QTabWidget>

class QLabel;
class QListWidget;

namespace socrates::ui {

class ChecklistModel;
class ReferencesView;

/// Beside the comparison: the plan's checklist ticked, references to other databases, who owns
/// what, and what was not compared.
class VerificationSide final : public QTabWidget
{
    Q_OBJECT

public:
    explicit VerificationSide(QWidget* parent = nullptr);

    void setVerifications(const QList<core::DatabaseVerification>& verifications);
    void setReferences(const QList<core::ReferenceCheck>& references);
    ReferencesView* references() const { return m_references; }

private:
    void fillFindings(const QList<core::DatabaseVerification>& verifications);

    ChecklistModel* m_checklist;
    ReferencesView* m_references;
    QLabel* m_checklistLabel;
    QListWidget* m_rights;
    QListWidget* m_notCompared;
};

} // namespace socrates::ui
