// SPDX-License-Identifier: MIT
#include "core/sql/lintrules.h"

#include "core/base/texts.h"

#include <QRegularExpression>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

struct RuleText
{
    const char* id;
    const char* why;
    const char* cure;
};

constexpr RuleText kRules[] = {
    {"index-blocks-writes",
     QT_TRANSLATE_NOOP(
         "Core", "Building the index %1 stops everybody from writing to %2 until it is done."),
     QT_TRANSLATE_NOOP("Core", "Use CREATE INDEX CONCURRENTLY, in a revision of its own whose "
                               "section says transaction:false.")},
    {"key-blocks-table",
     QT_TRANSLATE_NOOP("Core", "The key %1 builds its index while nobody can read or write %2."),
     QT_TRANSLATE_NOOP("Core", "Create a unique index CONCURRENTLY in a revision before, then ADD "
                               "CONSTRAINT ... USING INDEX.")},
    {"constraint-reads-table",
     QT_TRANSLATE_NOOP("Core", "The constraint %1 reads every row of %2 under its lock."),
     QT_TRANSLATE_NOOP("Core", "Add it with NOT VALID, and VALIDATE CONSTRAINT in the revision "
                               "after: that leaves the table open.")},
    {"not-null-reads-table",
     QT_TRANSLATE_NOOP("Core",
                       "SET NOT NULL on %1 reads every row of %2 while nobody can use the table."),
     QT_TRANSLATE_NOOP("Core", "Add CHECK (%1 IS NOT NULL) NOT VALID, validate it in the revision "
                               "after, then SET NOT NULL: PostgreSQL trusts the constraint.")},
    {"not-null-without-default",
     QT_TRANSLATE_NOOP("Core",
                       "The column %1 is NOT NULL and has no default: it cannot be added once %2 "
                       "has a row."),
     QT_TRANSLATE_NOOP("Core", "Give it a constant default, or add it without NOT NULL, fill it, "
                               "and set NOT NULL in a later revision.")},
    {"column-rewrites-table",
     QT_TRANSLATE_NOOP("Core", "The value of the new column %1 is computed for each row: %2 is "
                               "rewritten while nobody can use it."),
     QT_TRANSLATE_NOOP("Core", "Add the column without a value, set the default in a second "
                               "statement, and fill the rows that are there in portions.")},
    {"type-rewrites-table",
     QT_TRANSLATE_NOOP("Core", "Another type for %1 may rewrite %2 and its indexes while nobody "
                               "can use it."),
     QT_TRANSLATE_NOOP("Core", "Add a column of the new type, fill it in portions, and change over "
                               "in a later revision.")},
    {"drops-data",
     QT_TRANSLATE_NOOP("Core",
                       "%1 is dropped with all it holds, and no downgrade brings that back."),
     QT_TRANSLATE_NOOP("Core",
                       "Take it out of use first, back it up, and say here why it may go.")},
    {"drop-cascade",
     QT_TRANSLATE_NOOP("Core", "CASCADE drops whatever stands on %1, without naming it."),
     QT_TRANSLATE_NOOP("Core", "Drop what stands on it by name, then drop it without CASCADE.")},
    {"rename",
     QT_TRANSLATE_NOOP("Core", "%1 is renamed: programs that use the old name fail from then on."),
     QT_TRANSLATE_NOOP("Core", "Bring the new name beside the old one (a column, a view), change "
                               "the programs, and drop the old one later.")},
    {"updates-every-row",
     QT_TRANSLATE_NOOP("Core", "Every row of %1 is changed in one transaction and stays locked "
                               "until it ends."),
     QT_TRANSLATE_NOOP("Core", "Say WHERE, or fill the rows in portions outside of a revision.")},
    {"enum-value-used",
     QT_TRANSLATE_NOOP("Core", "The value '%1' is added and used in one transaction, which "
                               "PostgreSQL refuses."),
     QT_TRANSLATE_NOOP("Core", "Use the value in the revision after.")},
    {"if-not-exists",
     QT_TRANSLATE_NOOP("Core", "Where there is another %1 already, IF NOT EXISTS passes over it in "
                               "silence and the schema is not what the revision says."),
     QT_TRANSLATE_NOOP("Core", "Leave IF NOT EXISTS out: the version row says what was applied.")},
    {"json-column",
     QT_TRANSLATE_NOOP("Core", "The type json of %1 has no equality: SELECT DISTINCT and GROUP BY "
                               "over %2 fail."),
     QT_TRANSLATE_NOOP("Core", "Use jsonb.")},
    {"redundant-index",
     QT_TRANSLATE_NOOP("Core", "The index %1 of %2 does nothing that %3 does not do as well, and "
                               "every write keeps both up to date."),
     QT_TRANSLATE_NOOP("Core", "Leave %1 out.")},
    {"identifier-too-long",
     QT_TRANSLATE_NOOP("Core", "The name %1 is longer than 63 bytes, and PostgreSQL cuts it off."),
     QT_TRANSLATE_NOOP("Core", "Choose a shorter name.")},
    {"search-path",
     QT_TRANSLATE_NOOP("Core",
                       "With another search_path, names without a schema mean other objects "
                       "than verification expects."),
     QT_TRANSLATE_NOOP("Core", "Write the schema before the names instead.")},
    {"set-outlives-revision",
     QT_TRANSLATE_NOOP("Core",
                       "SET %1 without LOCAL holds on for whatever runs after this revision."),
     QT_TRANSLATE_NOOP("Core", "Write SET LOCAL.")},
    {"down-leaves",
     QT_TRANSLATE_NOOP("Core", "The upgrade makes %1, and the downgrade does not drop it."),
     QT_TRANSLATE_NOOP("Core", "Drop it in migrate:down.")},
    {"down-drops-more",
     QT_TRANSLATE_NOOP("Core", "The downgrade drops %1, which the upgrade does not make."),
     QT_TRANSLATE_NOOP("Core", "Leave it: a downgrade brings back what was there before.")},
    {"ignore-without-reason", QT_TRANSLATE_NOOP("Core", "lint:ignore %1 gives no reason."),
     QT_TRANSLATE_NOOP("Core",
                       "Write it behind the rule: -- lint:ignore RULE why it is right here.")},
    {"ignore-unknown", QT_TRANSLATE_NOOP("Core", "lint:ignore names '%1', which is no rule."),
     QT_TRANSLATE_NOOP("Core", "socrates-migrate lint --help lists the rules.")},
    {"ignore-unused", QT_TRANSLATE_NOOP("Core", "lint:ignore %1 has nothing to ignore here."),
     QT_TRANSLATE_NOOP("Core", "Remove the line.")},
};

} // namespace

const QStringList& lintRuleIds()
{
    static const QStringList ids = [] {
        QStringList result;
        for (const RuleText& rule : kRules)
            result << QString::fromLatin1(rule.id);
        return result;
    }();
    return ids;
}

LintRule lintRule(const QString& id)
{
    for (const RuleText& rule : kRules) {
        if (id == QLatin1StringView(rule.id))
            return {id, Texts::tr(rule.why), Texts::tr(rule.cure)};
    }
    return {id, {}, {}};
}

std::optional<LintIgnoreText> lintIgnoreOf(const QString& comment)
{
    static const QRegularExpression pattern(uR"(^--\s*lint:ignore\b\s*(\S*)\s*(.*)$)"_s);
    const QRegularExpressionMatch match = pattern.match(comment.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    return LintIgnoreText{match.captured(1), match.captured(2).trimmed()};
}

} // namespace socrates::core
