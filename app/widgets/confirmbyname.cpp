// SPDX-License-Identifier: MIT
#include "app/widgets/confirmbyname.h"

#include "app/theme/icons.h"
#include "app/widgets/chip.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

QWidget* heading(const ConfirmByName::Request& request, QWidget* parent)
{
    auto* row = new QWidget(parent);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* sign = new QLabel(row);
    const int side = parent->fontMetrics().height() * 2;
    sign->setPixmap(icon(u"warning"_s, StatusRole::Failed)
                        .pixmap(QSize(side, side), parent->devicePixelRatioF()));
    sign->setAccessibleName(ConfirmByName::tr("Warning"));
    auto* text = new QLabel(request.consequence, row);
    text->setObjectName(u"consequenceLabel"_s);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    QFont bold = text->font();
    bold.setBold(true);
    text->setFont(bold);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    if (request.environment.isEmpty())
        return row;
    if (!request.environmentIcon.isEmpty()) {
        auto* mark = new QLabel(row);
        const int size = parent->fontMetrics().height();
        mark->setPixmap(icon(request.environmentIcon, request.environmentRole)
                            .pixmap(QSize(size, size), parent->devicePixelRatioF()));
        layout->addWidget(mark, 0, Qt::AlignTop);
    }
    auto* environment = new Chip(request.environment, request.environmentRole, row);
    environment->setObjectName(u"confirmEnvironmentChip"_s);
    environment->setAccessibleName(ConfirmByName::tr("Environment: %1").arg(request.environment));
    layout->addWidget(environment, 0, Qt::AlignTop);
    return row;
}

} // namespace

ConfirmByName::ConfirmByName(const Request& request, QWidget* parent)
    : QDialog(parent)
    , m_name(request.name)
    , m_edit(new QLineEdit(this))
    , m_run(new QPushButton(request.actionText, this))
{
    setObjectName(u"confirmByNameDialog"_s);
    setWindowTitle(request.title);
    auto* column = new QVBoxLayout(this);
    // Wider where a name needs it, which the dialog's own least width would forbid.
    column->addStrut(fontMetrics().averageCharWidth() * 74);
    column->addWidget(heading(request, this));
    if (!request.details.isEmpty()) {
        auto* details = new QLabel(request.details, this);
        details->setObjectName(u"consequenceDetailsLabel"_s);
        details->setTextFormat(Qt::PlainText);
        details->setWordWrap(true);
        column->addWidget(details);
    }
    if (!request.objects.isEmpty()) {
        auto* list = new QListWidget(this);
        list->setObjectName(u"objectsList"_s);
        list->setAccessibleName(tr("What will be removed"));
        list->addItems(request.objects);
        list->setSelectionMode(QAbstractItemView::NoSelection);
        list->setMaximumHeight(fontMetrics().height() * 8);
        column->addWidget(list);
    }
    if (request.offersExport)
        addExport(column);
    auto* label = new QLabel(tr("Type %1 to confirm:").arg(request.name), this);
    label->setObjectName(u"confirmNameLabel"_s);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setBuddy(m_edit);
    m_edit->setObjectName(u"confirmNameEdit"_s);
    m_edit->setAccessibleName(tr("Name of the database, to confirm"));
    m_edit->setPlaceholderText(request.name);
    column->addWidget(label);
    column->addWidget(m_edit);
    if (request.asksForBackup) {
        m_backup = new QCheckBox(tr("There is a backup of this database"), this);
        m_backup->setObjectName(u"backupCheckBox"_s);
        column->addWidget(m_backup);
        connect(m_backup, &QCheckBox::toggled, this, &ConfirmByName::updateButton);
    }
    auto* buttons = new QDialogButtonBox(this);
    auto* cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancelButton"_s);
    m_run->setObjectName(u"confirmButton"_s);
    m_run->setAutoDefault(false);
    buttons->addButton(m_run, QDialogButtonBox::DestructiveRole);
    cancel->setDefault(true);
    column->addWidget(buttons);
    connect(m_edit, &QLineEdit::textChanged, this, &ConfirmByName::updateButton);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_run, &QPushButton::clicked, this, &QDialog::accept);
    updateButton();
    if (m_export != nullptr)
        setTabOrder(m_export, m_edit);
    QWidget* last = m_edit;
    if (m_backup != nullptr) {
        setTabOrder(last, m_backup);
        last = m_backup;
    }
    setTabOrder(last, m_run);
    setTabOrder(m_run, cancel);
    m_edit->setFocus();
}

void ConfirmByName::addExport(QBoxLayout* column)
{
    m_export = new QPushButton(tr("Export Rows as CSV…"), this);
    m_export->setObjectName(u"exportRowsButton"_s);
    m_export->setAutoDefault(false);
    m_exported = new QLabel(this);
    m_exported->setObjectName(u"exportedLabel"_s);
    m_exported->setTextFormat(Qt::PlainText);
    m_exported->setWordWrap(true);
    m_exported->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_exported->hide();
    column->addWidget(m_export, 0, Qt::AlignLeft);
    column->addWidget(m_exported);
    connect(m_export, &QPushButton::clicked, this, &ConfirmByName::exportRequested);
}

void ConfirmByName::showExport(const QString& text)
{
    m_exported->setText(text);
    m_exported->show();
}

void ConfirmByName::updateButton()
{
    m_run->setEnabled(m_edit->text() == m_name && (m_backup == nullptr || m_backup->isChecked()));
}

} // namespace socrates::ui
