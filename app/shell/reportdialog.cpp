// SPDX-License-Identifier: MIT
#include "app/shell/reportdialog.h"

#include "app/theme/texts.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::report::ReportKind;

ReportDialog::ReportDialog(ReportKind kind, QWidget* parent)
    : QDialog(parent), m_kind(new QComboBox), m_format(new QComboBox)
{
    setObjectName(u"reportDialog"_s);
    setWindowTitle(tr("Export Report"));
    m_kind->setObjectName(u"reportKindCombo"_s);
    m_kind->setAccessibleName(tr("Report"));
    for (const ReportKind one : core::report::allReportKinds)
        m_kind->addItem(reportLabel(one), int(one));
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    m_format->setObjectName(u"reportFormatCombo"_s);
    m_format->setAccessibleName(tr("Format"));
    m_format->addItem(tr("HTML, one file"), u"html"_s);
    m_format->addItem(tr("PDF"), u"pdf"_s);
    m_format->addItem(tr("Markdown"), u"md"_s);
    m_format->addItem(tr("JSON"), u"json"_s);
    auto* note = new QLabel(tr("All of them are made from the last verification and say the same "
                               "in every format. No report holds a password."));
    note->setWordWrap(true);
    auto* form = new QFormLayout;
    form->addRow(tr("&Report:"), m_kind);
    form->addRow(tr("&Format:"), m_format);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    const auto add = [&](const QString& text, const QString& name, auto signal) {
        QPushButton* button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, [this, signal] {
            accept();
            emit(this->*signal)();
        });
        return button;
    };
    add(tr("&Export…"), u"exportReportButton"_s, &ReportDialog::exportRequested)->setDefault(true);
    add(tr("Print Pre&view…"), u"previewReportButton"_s, &ReportDialog::previewRequested);
    add(tr("&Print…"), u"printReportButton"_s, &ReportDialog::printRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(note);
    layout->addLayout(form);
    layout->addWidget(buttons);
}

ReportKind ReportDialog::kind() const
{
    return ReportKind(m_kind->currentData().toInt());
}

QString ReportDialog::format() const
{
    return m_format->currentData().toString();
}

QString reportLabel(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Verification:
        return tr("Verification");
    case ReportKind::Drift:
        return tr("Drift, with the SQL that would mend it");
    case ReportKind::Schema:
        return tr("Schema reference");
    case ReportKind::Checklist:
        return tr("Checklist with evidence");
    }
    return {};
}

} // namespace socrates::ui
