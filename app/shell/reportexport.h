// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/verification.h"

class QWidget;

namespace socrates::ui {

/// Writes the report as HTML, Markdown, JSON or PDF, by the file's ending.
core::Result<void> writeReport(const QList<core::DatabaseVerification>& verifications,
                               const QString& filePath);
/// Asks where to, then writes; says so when that fails.
void askAndExportReport(const QList<core::DatabaseVerification>& verifications, QWidget* parent);
void printReport(const QList<core::DatabaseVerification>& verifications, QWidget* parent);

} // namespace socrates::ui
