// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/reports.h"

#include <QDialog>

class QComboBox;

namespace socrates::ui {

/// Asks which report is wanted and in which format.
class ReportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ReportDialog(core::report::ReportKind kind, QWidget* parent = nullptr);

    core::report::ReportKind kind() const;
    /// The ending of its files: "html", "pdf", "md" or "json".
    QString format() const;

signals:
    void exportRequested();
    void previewRequested();
    void printRequested();

private:
    QComboBox* m_kind;
    QComboBox* m_format;
};

/// The report's name in the window's language.
QString reportLabel(core::report::ReportKind kind);

} // namespace socrates::ui
