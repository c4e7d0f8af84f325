// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/schema.h"

#include <QSet>

#include <functional>

namespace socrates::core {

/// One line of a comparison: an object that is expected, found, or both.
struct ComparisonLine
{
    enum class Outcome { Match, Missing, Extra, Different, Misplaced };
    Outcome outcome = Outcome::Match;
    SchemaObject::Kind kind = SchemaObject::Kind::Table;
    QString schema, table, name;
    /// Definition; empty when extra. Of grants only those that are compared: without what the
    /// owner of the other side has anyhow, and what no revision sets.
    QString expected;
    QString found; ///< likewise; empty when missing
    QString hint;  ///< "belongs to socrates_specs", "introduced by 002"
    /// Of two lines that are one object under two names: the other name. A missing object is there
    /// under it, an extra one ought to bear it.
    QString otherName;
    QString rightful; ///< of a misplaced table: the database that it belongs to
};

/// "match", "missing", "extra", "different", "misplaced".
QString outcomeText(ComparisonLine::Outcome outcome);
/// "index users.idx_users_status", "comment on column users.email"; with its schema where that is
/// not public.
QString objectText(const ComparisonLine& line);

/// Whether two lines are one object under two names.
bool isOtherHalf(const ComparisonLine& line, const ComparisonLine& other);

struct Comparison
{
    QList<ComparisonLine> lines; ///< in key order, table by table
    QStringList notCompared;
    int count(ComparisonLine::Outcome outcome) const;
    bool isEqual() const { return count(ComparisonLine::Outcome::Match) == lines.size(); }
    QList<ComparisonLine> differences() const;
};

struct ComparisonRules
{
    /// True: an extra object of this schema and name (table, or table of the object) is not
    /// reported.
    std::function<bool(const QString& schema, const QString& object)> isIgnored;
    /// Extra objects of these kinds are no difference but counted as not compared: grants, default
    /// privileges and event triggers that no revision sets are often the hosting's. Of an object
    /// with expected grants, the grantees that these do not name. Empty between two live databases.
    QSet<SchemaObject::Kind> onlyWhereExpected;
    /// The other database that an unexpected table belongs to, or empty.
    std::function<QString(const QString& schema, const QString& table)> rightfulDatabase;
};

/// The key by which two objects are the same one: a sequence is, whatever column owns it.
Schema::Key identityOf(const SchemaObject& object);

/// When a whole table is missing, extra or misplaced, its columns, indexes and constraints are
/// not listed one by one; nor are the comments and grants of what is on one side only. An owner is
/// compared where one side says that a revision sets it. What renamesBetween() finds is compared
/// under its right name, and the object itself is told as missing and as extra.
Comparison compareSchemas(const Schema& expected, const Schema& found,
                          const ComparisonRules& rules = {});

} // namespace socrates::core
