// SPDX-License-Identifier: MIT
#include "app/shell/aboutdialog.h"

#include "app/shell/libraries.h"
#include "app/theme/icons.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About Socrates Admin"));
    auto* sign = new QLabel;
    sign->setPixmap(programIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    auto* text = new QLabel(
        tr("<b>Socrates Admin %1</b><p>Migrates a pair of PostgreSQL databases and proves what is "
           "in them.</p><p>MIT licence. It is made of these libraries:</p>")
            .arg(QString::fromLatin1(SOCRATES_VERSION)));
    text->setObjectName(u"aboutLabel"_s);
    text->setWordWrap(true);
    auto* list = new QTreeWidget;
    list->setObjectName(u"librariesView"_s);
    list->setAccessibleName(tr("Libraries and their licences"));
    list->setRootIsDecorated(false);
    list->setHeaderLabels({tr("Library"), tr("Version"), tr("Licence")});
    const QList<Library> all = libraries();
    for (const Library& library : all)
        new QTreeWidgetItem(list, {library.name, library.version, library.licence});
    list->setCurrentItem(list->topLevelItem(0));
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* copy = buttons->addButton(tr("Copy &Diagnostics"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"copyDiagnosticsButton"_s);
    copy->setToolTip(
        tr("Versions, and where the databases stand; nothing secret. For a report of a fault."));
    connect(copy, &QPushButton::clicked, this, &AboutDialog::diagnosticsRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* head = new QHBoxLayout;
    head->addWidget(sign, 0, Qt::AlignTop);
    head->addWidget(text, 1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    resize(460, 340);
}

} // namespace socrates::ui
