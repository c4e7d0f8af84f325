// SPDX-License-Identifier: MIT
#include "app/shell/reportflow.h"

#include "app/shell/referencesrun.h"
#include "app/shell/reportdialog.h"
#include "app/shell/reportexport.h"
#include "app/shell/workspace.h"
#include "app/widgets/onfinished.h"

#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrintPreviewDialog>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

ReportFlow::ReportFlow(const Workspace& workspace, const ReferencesRun& references,
                       const Clock& clock, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_references(references)
    , m_clock(clock)
    , m_window(window)
{}

bool ReportFlow::hasResult() const
{
    return m_workspace.project() && !m_workspace.verifications().isEmpty();
}

report::Document ReportFlow::document() const
{
    return report::makeReport(m_kind, {m_workspace.project()->folder(), m_clock.now(),
                                       m_workspace.verifications(), m_references.references()});
}

void ReportFlow::chooseAndExport()
{
    if (!hasResult())
        return;
    auto* dialog = new ReportDialog(m_kind, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_kind = dialog->kind(); });
    connect(dialog, &ReportDialog::exportRequested, this,
            [this, dialog] { askFile(dialog->format()); });
    connect(dialog, &ReportDialog::previewRequested, this, &ReportFlow::preview);
    connect(dialog, &ReportDialog::printRequested, this, &ReportFlow::print);
    dialog->open();
}

void ReportFlow::askFile(const QString& format)
{
    if (!hasResult())
        return;
    auto* dialog = new QFileDialog(m_window, tr("Export Report"));
    dialog->setObjectName(u"exportReportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(format);
    dialog->setNameFilter(u"%1 (*.%2)"_s.arg(format.toUpper(), format));
    dialog->selectFile(report::reportKindText(m_kind) + u'.' + format);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, document = document()](const QString& filePath) {
                // A large schema's pages take seconds to lay out.
                const auto future = runOn(
                    jobThreads(), [document, filePath] { return writeReport(document, filePath); });
                onFinished(future, this, [this, filePath](const Result<void>& done) {
                    if (done)
                        emit written(filePath);
                    else
                        emit failed(done.error());
                });
            });
    dialog->open();
}

void ReportFlow::preview()
{
    if (!hasResult())
        return;
    auto* dialog = new QPrintPreviewDialog(m_window);
    dialog->setObjectName(u"reportPreviewDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QPrintPreviewDialog::paintRequested, this,
            [document = document()](QPrinter* printer) { printReport(document, printer); });
    dialog->open();
}

void ReportFlow::print()
{
    if (!hasResult())
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto* dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setObjectName(u"reportPrintDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [document = document(), printer] { printReport(document, printer.get()); });
    dialog->open();
}

} // namespace socrates::ui
