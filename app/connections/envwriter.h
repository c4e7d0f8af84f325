// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QList>

#include <utility>

namespace socrates::ui {

/// NAME and value, in the order in which they shall be written.
using EnvVariables = QList<std::pair<QString, QString>>;

/// "NAME=value" lines. Database URLs are percent-encoded, so nothing in them needs quoting.
QString envLines(const EnvVariables& variables);

/// The bytes of a .env file with the variables set: lines that set them are replaced where they
/// stand, others are kept to the byte, new ones are appended. Encoding and line ends stay.
QByteArray withEnvVariables(const QByteArray& bytes, const EnvVariables& variables);

/// Applies withEnvVariables to a file, which need not exist, whole or not at all. A new file can
/// be read by its owner only.
core::Result<void> writeEnvFile(const QString& filePath, const EnvVariables& variables);

} // namespace socrates::ui
