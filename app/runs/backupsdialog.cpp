// SPDX-License-Identifier: MIT
#include "app/runs/backupsdialog.h"

#include "app/widgets/timetext.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;

BackupsDialog::BackupsDialog(const QString& folder, bool isConnected, QWidget* parent)
    : QDialog(parent)
    , m_isConnected(isConnected)
    , m_list(new QTreeWidget(this))
    , m_name(new QLineEdit(this))
    , m_make(new QPushButton(tr("Back Up Now"), this))
    , m_restore(new QPushButton(tr("Restore"), this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_state(new QLabel(this))
{
    setObjectName(u"backupsDialog"_s);
    setWindowTitle(tr("Backups"));
    setMinimumWidth(fontMetrics().averageCharWidth() * 110);
    auto* place = new QLabel(tr("In %1").arg(QDir::toNativeSeparators(folder)), this);
    place->setTextFormat(Qt::PlainText);
    place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    place->setWordWrap(true);
    m_list->setObjectName(u"backupsView"_s);
    m_list->setAccessibleName(tr("Backups"));
    m_list->setHeaderLabels({tr("When"), tr("Database"), tr("Server"), tr("Revision"), tr("Size")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    auto* label = new QLabel(tr("Restore the selected backup into the database:"), this);
    label->setBuddy(m_name);
    m_name->setObjectName(u"restoreNameEdit"_s);
    m_name->setAccessibleName(tr("Name of the database to restore into"));
    m_make->setObjectName(u"backUpNowButton"_s);
    m_restore->setObjectName(u"restoreButton"_s);
    m_stop->setObjectName(u"backupStopButton"_s);
    m_state->setObjectName(u"backupStateLabel"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QPushButton* button : {m_make, m_restore, m_stop})
        button->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_name, 1);
    row->addWidget(m_restore);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_make, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    auto* column = new QVBoxLayout(this);
    column->addWidget(place);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    // Not among the buttons below, whose box shows all it has whenever the style changes.
    auto* progress = new QHBoxLayout;
    progress->addWidget(m_state, 1);
    progress->addWidget(m_stop);
    column->addLayout(progress);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &BackupsDialog::backupRequested);
    connect(m_stop, &QPushButton::clicked, this, &BackupsDialog::stopRequested);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
        if (row >= 0)
            emit restoreRequested(m_backups.at(row), m_name->text());
    });
    connect(m_name, &QLineEdit::textChanged, this, &BackupsDialog::updateButtons);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        const int row = m_list->indexOfTopLevelItem(item);
        if (row >= 0)
            m_name->setText(m_backups.at(row).database + u"_restored"_s);
        updateButtons();
    });
    showState({}, false);
}

void BackupsDialog::setBackups(const QList<core::Backup>& backups)
{
    m_list->clear();
    m_backups = backups;
    for (const core::Backup& backup : backups) {
        auto* item = new QTreeWidgetItem(
            m_list, {timeText(backup.at), backup.database, backup.server,
                     backup.revisions.isEmpty() ? tr("base") : backup.revisions.join(u", "_s),
                     QLocale().formattedDataSize(backup.size)});
        item->setToolTip(0, timeToolTip(backup.at) + u'\n' + QDir::toNativeSeparators(backup.file));
    }
    for (int column = 0; column < m_list->columnCount(); ++column)
        m_list->resizeColumnToContents(column);
    if (!backups.isEmpty())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    updateButtons();
}

void BackupsDialog::showState(const QString& text, bool isBusy)
{
    m_isBusy = isBusy;
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    updateButtons();
}

void BackupsDialog::updateButtons()
{
    const bool free = m_isConnected && !m_isBusy;
    m_make->setEnabled(free);
    m_restore->setEnabled(free && m_list->currentItem() != nullptr && !m_name->text().isEmpty());
    m_stop->setVisible(m_isBusy);
    const QString why = m_isConnected ? QString() : tr("Not connected");
    m_make->setToolTip(why);
    m_restore->setToolTip(why);
}

} // namespace socrates::ui
