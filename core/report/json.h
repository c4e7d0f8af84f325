// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/references.h"
#include "core/engine/runner.h"
#include "core/engine/selftest.h"
#include "core/engine/verification.h"

#include <QJsonArray>
#include <QJsonObject>

/// The documents of CONTRACT.md, "Output". Keys are kept stable; more may be added.
namespace socrates::core::report {

QJsonObject errorJson(const Error& error);
QJsonObject differenceJson(const ComparisonLine& line);
QJsonArray differencesJson(const Comparison& comparison);
QJsonObject stepJson(const PlannedStep& step, const StepOutcome& outcome);
QJsonObject statusJson(const DatabaseStatus& status);
QJsonObject statusDocument(const QList<DatabaseStatus>& statuses);
QJsonObject planDocument(const Plan& plan);
QJsonObject runDocument(const Plan& plan, const RunReport& report);
/// [{"result", "from", "to", "orphan_rows", "orphan_keys", "sample", ...}]
QJsonArray referencesJson(const QList<ReferenceCheck>& checks);
QJsonObject verificationDocument(const QList<DatabaseVerification>& verifications);
/// {"result": "ok|warning|failed", "checks": [{"name", "state", "finding", "hint"}]}
QJsonObject selfTestDocument(const QList<SelfCheck>& checks);

} // namespace socrates::core::report
