// SPDX-License-Identifier: MIT
#include "app/shell/helpdialogs.h"

#include "app/shell/actionregistry.h"
#include "app/shell/workspace.h"
#include "app/theme/icons.h"
#include "core/base/redaction.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QSysInfo>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("socrates::ui", text);
}

QString versionText()
{
    return tr("Socrates Admin %1\nQt %2\n%3")
        .arg(QString::fromLatin1(SOCRATES_VERSION), QString::fromLatin1(qVersion()),
             QSysInfo::prettyProductName());
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
    list->setHeaderLabels({tr("Action"), tr("Keys")});
    for (const ActionRegistry::Entry& entry : registry.entries()) {
        QStringList keys;
        const QList<QKeySequence> all = entry.action->shortcuts();
        for (const QKeySequence& key : all)
            keys << key.toString(QKeySequence::NativeText);
        if (keys.isEmpty())
            continue;
        auto* item = new QTreeWidgetItem(list, {plainText(*entry.action), keys.join(u", "_s)});
        item->setIcon(0, entry.action->icon());
    }
    list->sortByColumn(0, Qt::AscendingOrder);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(list);
    column->addWidget(buttons);
    dialog->resize(480, 560);
    dialog->open();
}

void showAbout(QWidget* parent)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Socrates Admin"), versionText(),
                                QMessageBox::Close, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"aboutDialog"_s);
    box->setIconPixmap(programIcon().pixmap(QSize(64, 64), parent->devicePixelRatioF()));
    box->setInformativeText(
        tr("Migrates a pair of PostgreSQL databases and proves what is in them.\n\n"
           "MIT licence. Uses Qt (LGPL 3), libpq (PostgreSQL licence), QtKeychain (BSD) and "
           "tl::expected (CC0)."));
    box->open();
}

void copyDiagnostics(const Workspace& workspace)
{
    QStringList lines{versionText()};
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
