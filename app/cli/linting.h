// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/revisionlint.h"

#include <QJsonObject>

namespace socrates::cli {

/// The rules, a line each, for `lint --help`.
QString lintRulesHelp();
QJsonObject findingJson(const core::LintFinding& finding);
/// Place, rule, why and cure; `folder` is what the file is told relative to.
QString findingText(const core::LintFinding& finding, const QString& folder);

} // namespace socrates::cli
