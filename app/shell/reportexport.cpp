// SPDX-License-Identifier: MIT
#include "app/shell/reportexport.h"

#include "core/report/json.h"
#include "core/report/text.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QJsonDocument>
#include <QMessageBox>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QTextDocument>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using Verifications = QList<core::DatabaseVerification>;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("socrates::ui", text);
}

core::Error writeError(const QString& filePath, const QString& reason)
{
    core::Error error;
    error.code = u"internal.export"_s;
    error.summary =
        QCoreApplication::translate("socrates::ui", "The report could not be written to %1.")
            .arg(filePath);
    error.detail = reason;
    return error;
}

core::Result<void> writePdf(const Verifications& verifications, const QString& filePath)
{
    QSaveFile file(filePath);
    if (!file.open(QIODevice::WriteOnly))
        return core::fail(writeError(filePath, file.errorString()));
    QPdfWriter writer(&file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setTitle(tr("Verification report"));
    QTextDocument document;
    document.setHtml(core::report::verificationHtml(verifications));
    document.print(&writer);
    if (!file.commit())
        return core::fail(writeError(filePath, file.errorString()));
    return {};
}

} // namespace

core::Result<void> writeReport(const Verifications& verifications, const QString& filePath)
{
    const QString suffix = filePath.section(u'.', -1).toLower();
    if (suffix == "pdf"_L1)
        return writePdf(verifications, filePath);
    QByteArray bytes;
    if (suffix == "json"_L1)
        bytes = QJsonDocument(core::report::verificationDocument(verifications)).toJson();
    else if (suffix == "md"_L1)
        bytes = core::report::verificationMarkdown(verifications).toUtf8();
    else
        bytes = core::report::verificationHtml(verifications).toUtf8();
    QSaveFile file(filePath);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return core::fail(writeError(filePath, file.errorString()));
    return {};
}

void askAndExportReport(const Verifications& verifications, QWidget* parent)
{
    auto* dialog = new QFileDialog(parent, tr("Export Report"));
    dialog->setObjectName(u"exportReportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"html"_s);
    dialog->setNameFilters(
        {tr("HTML (*.html)"), tr("PDF (*.pdf)"), tr("Markdown (*.md)"), tr("JSON (*.json)")});
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [verifications, parent](const QString& filePath) {
                         const auto written = writeReport(verifications, filePath);
                         if (written)
                             return;
                         auto* box =
                             new QMessageBox(QMessageBox::Warning, tr("Export Report"),
                                             written.error().summary, QMessageBox::Close, parent);
                         box->setInformativeText(written.error().detail);
                         box->setAttribute(Qt::WA_DeleteOnClose);
                         box->open();
                     });
    dialog->open();
}

void printReport(const Verifications& verifications, QWidget* parent)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent, [verifications, printer] {
        QTextDocument document;
        document.setHtml(core::report::verificationHtml(verifications));
        document.print(printer.get());
    });
    dialog->open();
}

} // namespace socrates::ui
