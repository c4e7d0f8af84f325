// SPDX-License-Identifier: MIT
#include "app/shell/helpdialogs.h"

#include "app/shell/aboutdialog.h"
#include "app/shell/actionregistry.h"
#include "app/shell/libraries.h"
#include "app/shell/selftestdialog.h"
#include "app/shell/workspace.h"
#include "app/theme/texts.h"
#include "core/base/redaction.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSysInfo>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

/// Not translated: whoever reads a report of a fault need not read its writer's language.
QStringList versionLines()
{
    QStringList lines{u"Socrates Admin "_s + QString::fromLatin1(SOCRATES_VERSION)};
    const QList<Library> all = libraries();
    for (const Library& library : all)
        lines << library.name + u' ' + library.version;
    lines << QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture() +
                 u", "_s + QGuiApplication::platformName();
    return lines;
}

} // namespace

void showShortcuts(const ActionRegistry& registry, QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"shortcutsDialog"_s);
    dialog->setWindowTitle(tr("Keyboard shortcuts"));
    auto* list = new QTreeWidget(dialog);
    list->setObjectName(u"shortcutsView"_s);
    list->setAccessibleName(tr("Actions and their keys"));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setHeaderLabels({tr("Action"), tr("Keys")});
    // What has no icon is written where the others are.
    QPixmap nothing(16, 16);
    nothing.fill(Qt::transparent);
    for (const ActionRegistry::Entry& entry : registry.entries()) {
        QStringList keys;
        const QList<QKeySequence> all = entry.action->shortcuts();
        for (const QKeySequence& key : all)
            keys << key.toString(QKeySequence::NativeText);
        if (keys.isEmpty())
            continue;
        auto* item = new QTreeWidgetItem(list, {plainText(*entry.action), keys.join(u", "_s)});
        item->setIcon(0, entry.action->icon().isNull() ? QIcon(nothing) : entry.action->icon());
    }
    list->sortByColumn(0, Qt::AscendingOrder);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(list);
    column->addWidget(buttons);
    dialog->resize(480, 560);
    dialog->open();
}

void showAbout(const Workspace& workspace, QWidget* parent)
{
    auto* dialog = new AboutDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &AboutDialog::diagnosticsRequested, &workspace,
                     [&workspace] { copyDiagnostics(workspace); });
    dialog->open();
}

void showSelfTest(const std::shared_ptr<core::CredentialStore>& keyring, QWidget* parent)
{
    auto* dialog = new SelfTestDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->start(keyring);
    dialog->open();
}

void copyDiagnostics(const Workspace& workspace)
{
    QStringList lines = versionLines();
    const QList<core::DatabaseStatus> statuses = workspace.statuses();
    for (const core::DatabaseStatus& status : statuses) {
        if (status.error) {
            lines << status.name.text() + u": "_s + status.error->text();
            continue;
        }
        lines << u"%1: PostgreSQL %2, rows %3, %4 applied, %5 pending"_s
                     .arg(status.name.text(), status.server.versionText,
                          status.versionTable.rows.join(u' '))
                     .arg(status.applied.size())
                     .arg(status.pending.size());
    }
    QGuiApplication::clipboard()->setText(core::redacted(lines.join(u'\n')));
}

} // namespace socrates::ui
