// SPDX-License-Identifier: MIT
#include "app/verification/verificationside.h"

#include "app/theme/statusshape.h"
#include "app/verification/checklistmodel.h"
#include "app/verification/referencesview.h"
#include "core/schema/objectwords.h"

#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QListWidgetItem* addFinding(QListWidget* list, StatusShape shape, StatusRole role,
                            const QString& text)
{
    auto* item = new QListWidgetItem(statusIcon(shape, role), text, list);
    item->setToolTip(text);
    return item;
}

QListWidget* createFindings(const QString& name, const QString& accessibleName)
{
    auto* list = new QListWidget;
    list->setObjectName(name);
    list->setAccessibleName(accessibleName);
    list->setWordWrap(true);
    list->setFrameShape(QFrame::NoFrame);
    return list;
}

} // namespace

VerificationSide::VerificationSide(QWidget* parent)
    : QTabWidget(parent), m_checklist(new ChecklistModel(this)), m_references(new ReferencesView)
{
    auto* checklistView = new QTreeView;
    checklistView->setObjectName(u"checklistTree"_s);
    checklistView->setAccessibleName(tr("The plan's checklist"));
    checklistView->setModel(m_checklist);
    connect(m_checklist, &QAbstractItemModel::modelReset, checklistView, [this, checklistView] {
        for (int row = 0; row < m_checklist->rowCount(); ++row) {
            const bool isHeading = m_checklist->isHeading(row);
            checklistView->setFirstColumnSpanned(row, {}, isHeading);
        }
    });
    checklistView->setRootIsDecorated(false);
    checklistView->setUniformRowHeights(true);
    checklistView->setFrameShape(QFrame::NoFrame);
    checklistView->setTextElideMode(Qt::ElideRight);
    checklistView->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    checklistView->header()->setSectionResizeMode(ChecklistModel::EvidenceColumn,
                                                  QHeaderView::Stretch);
    m_checklistLabel = new QLabel;
    m_checklistLabel->setObjectName(u"checklistLabel"_s);
    m_checklistLabel->setWordWrap(true);
    auto* checklist = new QWidget;
    auto* checklistLayout = new QVBoxLayout(checklist);
    checklistLayout->setContentsMargins(4, 4, 4, 4);
    checklistLayout->addWidget(m_checklistLabel);
    checklistLayout->addWidget(checklistView, 1);

    m_rights = createFindings(u"rightsList"_s, tr("Ownership and rights"));
    m_notCompared = createFindings(u"notComparedList"_s, tr("Not compared"));
    setObjectName(u"verificationSideTabs"_s);
    setAccessibleName(tr("Checklist and findings"));
    addTab(checklist, tr("Checklist"));
    addTab(m_references, tr("References"));
    addTab(m_rights, tr("Ownership"));
    addTab(m_notCompared, tr("Not Compared"));
}

void VerificationSide::setVerifications(const QList<DatabaseVerification>& verifications)
{
    m_checklist->setVerifications(verifications);
    m_checklistLabel->setText(m_checklist->itemCount() == 0
                                  ? tr("The project has no checklist.")
                                  : tr("%1 of %2 items of the plan's checklist are there")
                                        .arg(m_checklist->tickedCount())
                                        .arg(m_checklist->itemCount()));
    fillFindings(verifications);
}

void VerificationSide::setReferences(const QList<ReferenceCheck>& references)
{
    m_references->setReferences(references);
    const int faults = m_references->faultCount();
    setTabText(indexOf(m_references),
               faults > 0 ? tr("References (%1)").arg(faults) : tr("References"));
}

void VerificationSide::fillFindings(const QList<DatabaseVerification>& verifications)
{
    m_rights->clear();
    m_notCompared->clear();
    int problems = 0;
    for (const DatabaseVerification& verification : verifications) {
        const QString name = verification.name.text();
        for (const QString& problem : verification.rightsProblems) {
            ++problems;
            addFinding(m_rights, StatusShape::Exclamation, StatusRole::Warning,
                       tr("%1: %2").arg(name, problem));
        }
        for (const QString& owner : verification.ownership)
            addFinding(m_rights, StatusShape::Check, StatusRole::Applied,
                       tr("%1: %2").arg(name, owner));
        for (const QString& item : core::notComparedWords(verification.comparison.notCompared))
            addFinding(m_notCompared, StatusShape::Dash, StatusRole::Neutral,
                       tr("%1: %2").arg(name, item));
    }
    if (m_rights->count() == 0)
        addFinding(m_rights, StatusShape::Dash, StatusRole::Neutral, tr("No finding"));
    if (m_notCompared->count() == 0)
        addFinding(m_notCompared, StatusShape::Check, StatusRole::Applied,
                   tr("Everything was compared"));
    setTabText(indexOf(m_rights),
               problems > 0 ? tr("Ownership (%1)").arg(problems) : tr("Ownership"));
}

} // namespace socrates::ui
