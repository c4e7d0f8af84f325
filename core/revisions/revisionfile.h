// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/revisions/revision.h"

namespace socrates::core {

/// Files larger than this are refused (a migration is text written by people).
inline constexpr qint64 kMaxRevisionFileBytes = 4 * 1024 * 1024;

/// Parses one revision file strictly; every fault found is returned, with file and line.
/// `filePath` is used in errors and compared with the header (leading digits of the file name).
ResultOrErrors<Revision> parseRevisionFile(const QByteArray& bytes, const QString& filePath);
/// The same for a text that has been decoded (textfile.h).
ResultOrErrors<Revision> parseRevisionText(const QString& text, const QString& filePath);

} // namespace socrates::core
