// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/report/reports.h"

class QPagedPaintDevice;

namespace socrates::ui {

/// Writes the document as HTML, Markdown, JSON or PDF, by the file's ending; whole or not at all.
/// May be called on any thread.
core::Result<void> writeReport(const core::report::Document& document, const QString& filePath);
/// Paints the document's pages, with their numbers.
void printReport(const core::report::Document& document, QPagedPaintDevice* device);

} // namespace socrates::ui
