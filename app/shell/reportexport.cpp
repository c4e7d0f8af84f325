// SPDX-License-Identifier: MIT
#include "app/shell/reportexport.h"

#include "app/theme/texts.h"
#include "core/base/filereplacement.h"

#include <QBuffer>
#include <QPdfWriter>
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
    QByteArray bytes;
    const QString suffix = filePath.section(u'.', -1).toLower();
    if (suffix == "pdf"_L1) {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setTitle(document.title);
        printReport(document, &writer);
    } else {
        const auto format =
            report::reportFormatFromText(suffix).value_or(report::ReportFormat::Html);
        bytes = report::formatted(document, format);
    }
    if (const auto replaced = replaceFile(filePath, bytes); !replaced)
        return fail(writeError(filePath, replaced.error()));
    return {};
}

} // namespace socrates::ui
