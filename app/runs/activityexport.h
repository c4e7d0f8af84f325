// SPDX-License-Identifier: MIT
#pragma once

#include "app/runs/activitymodel.h"
#include "core/base/result.h"

namespace socrates::ui {

/// The log entries for a spreadsheet (RFC 4180, UTF-8 with a byte order mark, so that Excel reads
/// it) and for a program. Without passwords.
QByteArray activityCsv(const QList<ActivityModel::Row>& rows);
QByteArray activityJson(const QList<ActivityModel::Row>& rows);

/// Writes CSV or, when the file is named *.json, JSON: whole or not at all.
core::Result<void> exportActivity(const QString& filePath, const QList<ActivityModel::Row>& rows);

} // namespace socrates::ui
