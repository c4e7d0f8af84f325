// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/references.h"
#include "core/engine/verification.h"
#include "core/report/document.h"

#include <optional>

namespace socrates::core::report {

enum class ReportKind {
    Verification, ///< the comparison, the checklist, references, rights
    Drift,        ///< what differs, by which revision it was made, and the SQL that would mend it
    Schema,       ///< every object with the revision that made it
    Checklist,    ///< the plan's checklist with its evidence
};
inline constexpr ReportKind allReportKinds[] = {ReportKind::Verification, ReportKind::Drift,
                                                ReportKind::Schema, ReportKind::Checklist};

/// "verification", "drift", "schema", "checklist".
QString reportKindText(ReportKind kind);
std::optional<ReportKind> reportKindFromText(const QString& text);

/// What every report is made of. The verifications want their attribution.
struct ReportSource
{
    QString project; ///< its folder
    QDateTime madeAt;
    QList<DatabaseVerification> verifications;
    QList<ReferenceCheck> references;
};

enum class ReportFormat { Html, Markdown, Json };
/// By the ending of a file: "html", "htm", "md", "json".
std::optional<ReportFormat> reportFormatFromText(const QString& text);

/// Redacted: no report holds a password.
Document makeReport(ReportKind kind, const ReportSource& source);
/// The document as the bytes of a file.
QByteArray formatted(const Document& document, ReportFormat format);

} // namespace socrates::core::report
