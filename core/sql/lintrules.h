// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace socrates::core {

/// One thing that lint knows. `why` and `cure` are in the language of the program; %1 stands for
/// the object, %2 for its table, %3 for the other one.
struct LintRule
{
    QString id;
    QString why;
    QString cure;
};

/// Every rule, in the order of the help.
const QStringList& lintRuleIds();
/// Its texts; `id` is one of lintRuleIds().
LintRule lintRule(const QString& id);

/// `-- lint:ignore RULE reason`, taken apart.
struct LintIgnoreText
{
    QString rule;
    QString reason; ///< may be empty, which lint then finds
};
std::optional<LintIgnoreText> lintIgnoreOf(const QString& comment);

} // namespace socrates::core
