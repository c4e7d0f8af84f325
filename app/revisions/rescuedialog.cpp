// SPDX-License-Identifier: MIT
#include "app/revisions/rescuedialog.h"

#include "app/widgets/inlinemessage.h"
#include "app/widgets/sqlview.h"
#include "app/widgets/timetext.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;

RescueDialog::RescueDialog(std::shared_ptr<const core::Project> project, const core::Rescue& rescue,
                           QWidget* parent)
    : QDialog(parent)
    , m_project(std::move(project))
    , m_rescue(rescue)
    , m_sources(new QTreeWidget)
    , m_sql(new SqlView)
    , m_message(new InlineMessage)
    , m_restore(new QPushButton(tr("Restore File")))
    , m_downgrade(new QPushButton(tr("Downgrade by the Stored SQL…")))
{
    setObjectName(u"rescueDialog"_s);
    setWindowTitle(tr("Revision %1").arg(rescue.revision.text()));
    auto* column = new QVBoxLayout(this);
    auto* lead = new QLabel(
        tr("The database is at %1, and the project has no file for it. This is where it was found; "
           "once its file is back, it can be downgraded or built upon as any other.")
            .arg(rescue.revision.text()));
    lead->setWordWrap(true);
    column->addWidget(lead);
    m_sources->setObjectName(u"rescueSourcesView"_s);
    m_sources->setAccessibleName(tr("Where the revision was found"));
    m_sources->setRootIsDecorated(false);
    m_sources->setHeaderLabels({tr("Where"), tr("By"), tr("When"), tr("Remark")});
    m_sql->setObjectName(u"rescueSqlView"_s);
    m_sql->setAccessibleName(tr("Its file"));
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_sources);
    splitter->addWidget(m_sql);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter, 1);
    column->addWidget(m_message);
    auto* box = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_restore->setObjectName(u"rescueRestoreButton"_s);
    m_downgrade->setObjectName(u"rescueDowngradeButton"_s);
    m_downgrade->setAutoDefault(false);
    box->addButton(m_restore, QDialogButtonBox::ActionRole);
    box->addButton(m_downgrade, QDialogButtonBox::ActionRole);
    column->addWidget(box);
    m_message->setClosable(false);
    resize(760, 520);
    connect(m_sources, &QTreeWidget::currentItemChanged, this, &RescueDialog::showSource);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_downgrade, &QPushButton::clicked, this, [this] {
        if (const core::Rescue::Stored* stored = chosenStored())
            emit downgradeRequested(*stored);
    });
    connect(m_restore, &QPushButton::clicked, this, [this] {
        const auto draft = chosen();
        if (draft)
            emit restoreRequested(*draft);
        else
            showError(draft.error());
    });
    addSources();
}

void RescueDialog::addSources()
{
    QTreeWidgetItem* best = nullptr;
    for (const core::RememberedFile& file : std::as_const(m_rescue.files)) {
        const int applied = m_rescue.appliedAs(file);
        auto* item = new QTreeWidgetItem(
            m_sources,
            {file.branches.isEmpty() ? tr("git, commit %1, on no branch").arg(file.commit.left(10))
                                     : tr("git, %1").arg(file.branches.join(u", "_s)),
             file.author, timeText(file.date),
             applied < 0 ? file.subject
                         : tr("exactly what was applied to %1")
                               .arg(m_rescue.stored.at(applied).database.text())});
        if (applied >= 0 && best == nullptr)
            best = item;
    }
    for (const core::Rescue::Stored& stored : std::as_const(m_rescue.stored)) {
        auto* item = new QTreeWidgetItem(
            m_sources,
            {tr("log of %1").arg(stored.database.text()),
             stored.entry.osUser.isEmpty() ? stored.entry.databaseUser : stored.entry.osUser,
             timeText(stored.entry.startedAt), tr("the SQL as it was applied")});
        if (best == nullptr)
            best = item;
    }
    for (int column = 0; column < 3; ++column)
        m_sources->resizeColumnToContents(column);
    m_sources->setCurrentItem(best != nullptr ? best : m_sources->topLevelItem(0));
    updateButtons();
    if (!m_rescue.isFound()) {
        m_message->showMessage(InlineMessage::Kind::Warning, tr("Neither git nor a log has it."),
                               m_rescue.gitError
                                   ? m_rescue.gitError->summary
                                   : tr("Ask whoever migrated the database for the file."));
    }
}

core::Result<core::RevisionDraft> RescueDialog::chosen() const
{
    const int row = m_sources->indexOfTopLevelItem(m_sources->currentItem());
    if (row < m_rescue.files.size())
        return core::draftFromGit(*m_project, m_rescue.files.at(row));
    return core::draftFromLog(m_rescue.stored.at(row - m_rescue.files.size()));
}

const core::Rescue::Stored* RescueDialog::chosenStored() const
{
    const qsizetype at =
        m_sources->indexOfTopLevelItem(m_sources->currentItem()) - m_rescue.files.size();
    return at >= 0 && at < m_rescue.stored.size() ? &m_rescue.stored.at(at) : nullptr;
}

void RescueDialog::updateButtons()
{
    const core::Rescue::Stored* stored = chosenStored();
    const bool canUndo = stored != nullptr && !stored->entry.downSql.trimmed().isEmpty();
    m_restore->setEnabled(m_rescue.isFound() && !m_isBusy);
    m_downgrade->setEnabled(canUndo && !m_isBusy && m_locked.isEmpty());
    m_downgrade->setToolTip(!m_locked.isEmpty() ? m_locked
                            : canUndo ? tr("Undoes the revision; the project gets no file of it")
                                      : tr("Select a log that holds the SQL of the downgrade"));
}

void RescueDialog::setLocked(const QString& reason)
{
    m_locked = reason;
    updateButtons();
}

void RescueDialog::showBusy(const QString& text)
{
    m_isBusy = !text.isEmpty();
    if (m_isBusy)
        m_message->showMessage(InlineMessage::Kind::Information, text);
    else
        m_message->hide();
    updateButtons();
}

void RescueDialog::showSource()
{
    updateButtons();
    const int row = m_sources->indexOfTopLevelItem(m_sources->currentItem());
    if (row < 0)
        return;
    m_sql->setSql(row < m_rescue.files.size()
                      ? m_rescue.files.at(row).text
                      : core::draftFromLog(m_rescue.stored.at(row - m_rescue.files.size())).text());
}

void RescueDialog::showError(const core::Error& error)
{
    m_isBusy = false;
    updateButtons();
    m_message->showMessage(InlineMessage::Kind::Error, error.summary, error.hint);
}

} // namespace socrates::ui
