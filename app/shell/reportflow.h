// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/report/reports.h"

#include <QObject>

class QWidget;

namespace socrates::ui {

class ReferencesRun;
class Workspace;

/// Export, preview and print of the reports on the last verification.
class ReportFlow final : public QObject
{
    Q_OBJECT

public:
    ReportFlow(const Workspace& workspace, const ReferencesRun& references,
               const core::Clock& clock, QWidget* window);

    void chooseAndExport();
    /// Of the report that was chosen last; at first the verification.
    void preview();
    void print();

signals:
    void written(const QString& filePath);
    void failed(const socrates::core::Error& error);

private:
    bool hasResult() const;
    core::report::Document document() const;
    void askFile(const QString& format);

    const Workspace& m_workspace;
    const ReferencesRun& m_references;
    const core::Clock& m_clock;
    QWidget* m_window;
    core::report::ReportKind m_kind = core::report::ReportKind::Verification;
};

} // namespace socrates::ui
