// SPDX-License-Identifier: MIT
#include "app/shell/reportexport.h"

#include "app/theme/texts.h"

#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

Error writeError(const QString& filePath, const QString& reason)
{
    Error error;
    error.code = u"internal.export"_s;
    error.summary = tr("The report could not be written to %1.").arg(filePath);
    error.detail = reason;
    return error;
}

} // namespace

void printReport(const report::Document& document, QPagedPaintDevice* device)
{
    QTextDocument text;
    text.setHtml(report::toHtml(document, report::HtmlFor::TextDocument));
    text.print(device);
}

Result<void> writeReport(const report::Document& document, const QString& filePath)
{
    QSaveFile file(filePath);
    if (!file.open(QIODevice::WriteOnly))
        return fail(writeError(filePath, file.errorString()));
    const QString suffix = filePath.section(u'.', -1).toLower();
    if (suffix == "pdf"_L1) {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setTitle(document.title);
        printReport(document, &writer);
    } else {
        const auto format =
            report::reportFormatFromText(suffix).value_or(report::ReportFormat::Html);
        file.write(report::formatted(document, format));
    }
    if (!file.commit())
        return fail(writeError(filePath, file.errorString()));
    return {};
}

} // namespace socrates::ui
