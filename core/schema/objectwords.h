// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/comparison.h"

/// Kinds, outcomes and what is not compared, as the reader's language calls them. kindText() and
/// outcomeText() are the words of JSON and of files, the same in every language.
namespace socrates::core {

/// "foreign key".
QString kindWord(SchemaObject::Kind kind);
/// The same of kindText()'s words and of SQL's ("foreign_key", "materialized view"). Another word
/// stays as it is.
QString kindWord(const QString& kind);
/// "missing".
QString outcomeWord(ComparisonLine::Outcome outcome);
/// Of Schema::notCompared: "2 operator classes".
QStringList notComparedWords(const QStringList& notCompared);

} // namespace socrates::core
