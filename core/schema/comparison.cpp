// SPDX-License-Identifier: MIT
#include "core/schema/comparison.h"

#include "core/base/texts.h"
#include "core/schema/aspects.h"
#include "core/schema/definitionparts.h"
#include "core/schema/grantsleftout.h"
#include "core/schema/makername.h"
#include "core/schema/renames.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Kind = SchemaObject::Kind;
using Outcome = ComparisonLine::Outcome;

/// One object on both sides; one of the two may be absent.
struct Pair
{
    const SchemaObject* expected = nullptr;
    const SchemaObject* found = nullptr;

    const SchemaObject& any() const { return expected != nullptr ? *expected : *found; }
    int position() const { return any().position; }
};

/// A table or view with all that belongs to it, or an object on its own (an enum, a function).
struct Group
{
    QString schema;
    QString table; ///< empty: the objects of the schema that belong to no table
    QList<Pair> pairs;
};

using GroupIndex = QHash<std::pair<QString, QString>, qsizetype>;

QList<Pair> pairUp(const Schema& expected, const Schema& found)
{
    QList<Pair> pairs;
    pairs.reserve(qMax(expected.objects().size(), found.objects().size()));
    QMap<Schema::Key, Pair> sequences;
    const auto addOne = [&](const SchemaObject& object, bool isExpected) {
        if (object.kind == Kind::Sequence) {
            Pair& pair = sequences[identityOf(object)];
            (isExpected ? pair.expected : pair.found) = &object;
        } else {
            pairs << (isExpected ? Pair{&object, nullptr} : Pair{nullptr, &object});
        }
    };
    // Both maps are in key order: one walk over both.
    auto left = expected.objects().cbegin();
    auto right = found.objects().cbegin();
    while (left != expected.objects().cend() || right != found.objects().cend()) {
        const auto order = left == expected.objects().cend() ? std::strong_ordering::greater
                           : right == found.objects().cend() ? std::strong_ordering::less
                                                             : left.key() <=> right.key();
        if (order < 0) {
            addOne(*left++, true);
        } else if (order > 0) {
            addOne(*right++, false);
        } else if (left->kind == Kind::Sequence) {
            addOne(*left++, true);
            addOne(*right++, false);
        } else {
            pairs << Pair{&*left++, &*right++};
        }
    }
    for (const Pair& pair : std::as_const(sequences))
        pairs << pair;
    return pairs;
}

/// Order of the kinds within a table; tables before what stands alone would tear a type from the
/// tables that use it, so what stands alone comes first in a schema.
int rankOf(Kind kind)
{
    static constexpr std::array order{
        Kind::Extension,
        Kind::EventTrigger,
        Kind::Schema,
        Kind::Collation,
        Kind::Enum,
        Kind::Domain,
        Kind::CompositeType,
        Kind::RangeType,
        Kind::Function,
        Kind::Aggregate,
        Kind::Table,
        Kind::View,
        Kind::MaterializedView,
        Kind::Column,
        Kind::PrimaryKey,
        Kind::Unique,
        Kind::ForeignKey,
        Kind::Check,
        Kind::Exclusion,
        Kind::Index,
        Kind::Statistics,
        Kind::Sequence,
        Kind::Rule,
        Kind::Trigger,
        Kind::Policy,
        Kind::DefaultGrant,
        Kind::Comment,
        Kind::Grant,
        Kind::Owner,
    };
    static_assert(order.size() == size_t(SchemaObject::kLastKind) + 1);
    return int(std::find(order.begin(), order.end(), kind) - order.begin());
}

QList<Group> groupByTable(const QList<Pair>& pairs)
{
    QList<Group> groups;
    GroupIndex index;
    for (const Pair& pair : pairs) {
        const SchemaObject& object = pair.any();
        const QString table = isTableLike(object.kind) ? object.name : object.table;
        auto at = index.constFind({object.schema, table});
        if (at == index.cend()) {
            at = index.insert({object.schema, table}, groups.size());
            groups << Group{object.schema, table, {}};
        }
        groups[*at].pairs << pair;
    }
    std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
        return a.schema != b.schema ? a.schema < b.schema : a.table < b.table;
    });
    for (Group& group : groups) {
        std::stable_sort(group.pairs.begin(), group.pairs.end(), [](const Pair& a, const Pair& b) {
            const int left = rankOf(a.any().kind);
            const int right = rankOf(b.any().kind);
            return left != right ? left < right : a.position() < b.position();
        });
    }
    return groups;
}

/// Whether the columns that both sides have stand in the same order.
bool isColumnOrderEqual(const Group& group)
{
    int last = 0;
    for (const Pair& pair : group.pairs) { // in the expected order
        if (pair.any().kind != Kind::Column || pair.expected == nullptr || pair.found == nullptr)
            continue;
        if (pair.found->position < last)
            return false;
        last = pair.found->position;
    }
    return true;
}

/// The columns of a view follow from its text, but for what was set on top of that.
bool isMoreThanType(const QString& definition)
{
    static constexpr std::array words{" default "_L1, " storage "_L1, " with ("_L1,
                                      " statistics "_L1, " compression "_L1};
    return std::any_of(words.begin(), words.end(),
                       [&definition](QLatin1StringView word) { return definition.contains(word); });
}

/// Only one of the two sides knows that a revision sets an owner; then who owns the object on the
/// other side is what to compare with.
void tellOwners(const Schema& from, Schema& to)
{
    for (const SchemaObject& told : from.ofKind(Kind::Owner)) {
        const SchemaObject* subject = subjectIn(to, told);
        if (subject == nullptr || subject->owner.isEmpty() || to.find(keyOf(told)) != nullptr)
            continue;
        SchemaObject owner = told;
        owner.definition = subject->owner;
        to.add(owner);
    }
}

/// The columns of statistics stand in the order of the table's, which is no difference.
QString withSortedColumns(const QString& statistics)
{
    const qsizetype from = statistics.indexOf(u" ON "_s) + 4;
    const qsizetype to = statistics.indexOf(u" FROM "_s, from);
    QStringList columns = splitAtCommas(statistics.mid(from, to - from));
    columns.sort();
    return statistics.left(from) + columns.join(u", "_s) + statistics.mid(to);
}

bool isSameDefinition(const ComparisonLine& line)
{
    return line.expected == line.found ||
           (line.kind == Kind::Statistics &&
            withSortedColumns(line.expected) == withSortedColumns(line.found));
}

class Comparer
{
public:
    Comparer(const Schema& expected, const Schema& found, const ComparisonRules& rules,
             const GrantsLeftOut& grants)
        : m_expected(expected)
        , m_found(found)
        , m_rules(rules)
        , m_meantGrants(grants.meant)
        , m_passedOver(grants.counts)
    {}

    void compareGroup(const Group& group);
    QList<ComparisonLine> takeLines() { return std::move(m_lines); }
    /// "3 grants that no revision sets".
    QStringList passedOver() const;

private:
    bool isIgnored(const SchemaObject& object) const
    {
        if (!m_rules.isIgnored)
            return false;
        const QString name = isAspect(object.kind) ? subjectOf(object).name : object.name;
        return m_rules.isIgnored(object.schema, name) ||
               (!object.table.isEmpty() && m_rules.isIgnored(object.schema, object.table));
    }
    /// What is not said of a pair by a line of its own.
    bool isPassedOver(const Pair& pair, const Pair* table);
    ComparisonLine lineOf(const Pair& pair) const;
    ComparisonLine tableLineOf(const Pair& pair, const Group& group) const;

    const Schema& m_expected;
    const Schema& m_found;
    const ComparisonRules& m_rules;
    const std::set<Schema::Key>& m_meantGrants;
    KindCounts m_passedOver;
    QList<ComparisonLine> m_lines;
};

bool Comparer::isPassedOver(const Pair& pair, const Pair* table)
{
    const SchemaObject& object = pair.any();
    const bool isOneSided = pair.expected == nullptr || pair.found == nullptr;
    const bool isTableOneSided =
        table != nullptr && (table->expected == nullptr || table->found == nullptr);
    if (isTableOneSided && isOneSided)
        return true;
    if (object.kind == Kind::Column && table != nullptr && table->any().kind != Kind::Table)
        return isOneSided || (!isMoreThanType(pair.expected->definition) &&
                              !isMoreThanType(pair.found->definition));
    if (isAspect(object.kind) &&
        (subjectIn(m_expected, object) == nullptr) != (subjectIn(m_found, object) == nullptr))
        return true;
    if (pair.expected != nullptr)
        return false;
    if (isIgnored(object))
        return true;
    if (!m_rules.onlyWhereExpected.contains(object.kind) || m_meantGrants.contains(keyOf(object)))
        return false;
    ++m_passedOver[object.kind];
    return true;
}

QStringList Comparer::passedOver() const
{
    QStringList result;
    for (auto it = m_passedOver.cbegin(); it != m_passedOver.cend(); ++it) {
        const bool isOne = *it == 1;
        QString words;
        if (it.key() == Kind::Grant)
            words = isOne ? u"object with grants"_s : u"objects with grants"_s;
        else if (it.key() == Kind::DefaultGrant)
            words = isOne ? u"default privilege"_s : u"default privileges"_s;
        else
            words = kindText(it.key()).replace(u'_', u' ') + (isOne ? QString() : u"s"_s);
        result << u"%1 %2 that no revision sets"_s.arg(QString::number(*it), words);
    }
    return result;
}

ComparisonLine Comparer::lineOf(const Pair& pair) const
{
    const SchemaObject& object = pair.any();
    ComparisonLine line;
    line.kind = object.kind;
    line.schema = object.schema;
    line.table = object.table;
    line.name = object.name;
    if (pair.expected != nullptr)
        line.expected = pair.expected->definition;
    if (pair.found != nullptr)
        line.found = pair.found->definition;
    line.outcome = pair.found == nullptr      ? Outcome::Missing
                   : pair.expected == nullptr ? Outcome::Extra
                   : isSameDefinition(line)   ? Outcome::Match
                                              : Outcome::Different;
    return line;
}

ComparisonLine Comparer::tableLineOf(const Pair& pair, const Group& group) const
{
    ComparisonLine line = lineOf(pair);
    if (line.outcome == Outcome::Extra && m_rules.rightfulDatabase) {
        const QString database = m_rules.rightfulDatabase(line.schema, line.name);
        if (!database.isEmpty()) {
            line.outcome = Outcome::Misplaced;
            line.hint = Texts::tr("belongs to %1").arg(database);
            line.rightful = database;
        }
    }
    if (pair.expected != nullptr && pair.found != nullptr && !isColumnOrderEqual(group))
        line.hint = Texts::tr("the columns stand in another order than expected");
    return line;
}

void Comparer::compareGroup(const Group& group)
{
    // A table that is only on one side is one line, not one per column.
    const Pair* table = nullptr;
    for (const Pair& pair : group.pairs) {
        if (isTableLike(pair.any().kind) && !group.table.isEmpty()) {
            table = &pair;
            // A view that replaced a table, or the reverse, is two objects of one name.
            const bool isWhole = pair.expected != nullptr && pair.found != nullptr;
            if (pair.expected == nullptr && isIgnored(pair.any()))
                continue;
            m_lines << tableLineOf(pair, group);
            if (isWhole)
                break;
        }
    }
    for (const Pair& pair : group.pairs) {
        if (isTableLike(pair.any().kind) || isPassedOver(pair, table))
            continue;
        ComparisonLine line = lineOf(pair);
        if (line.kind == Kind::Index && line.found.contains(" INVALID"_L1))
            line.hint =
                Texts::tr("the index is not valid and not used: drop it and create it again");
        m_lines << line;
    }
}

/// The line of an object under its right name becomes two, one of each name.
void tellRename(QList<ComparisonLine>& lines, const Rename& rename)
{
    const auto isIt = [&rename](const ComparisonLine& line) {
        return Schema::Key{line.kind, line.schema, line.table, line.name} == rename.expected();
    };
    const auto line = std::find_if(lines.begin(), lines.end(), isIt);
    if (line == lines.end())
        return;
    ComparisonLine extra = *line;
    extra.outcome = Outcome::Extra;
    extra.name = rename.found.name;
    extra.expected.clear();
    extra.otherName = rename.name;
    extra.hint = Texts::tr("ought to be named %1").arg(rename.name);
    line->outcome = Outcome::Missing;
    line->found.clear();
    line->otherName = rename.found.name;
    line->hint = Texts::tr("is there under the name %1").arg(rename.found.name);
    lines.insert(line - lines.begin() + 1, extra);
}

/// Takes the default privileges out of both that one side does not know, and says so.
QStringList takeUnknownGrants(Schema& one, Schema& other)
{
    QStringList result;
    for (Schema* side : {&one, &other}) {
        const Schema all = *side;
        for (const SchemaObject& grants : all.ofKind(Kind::DefaultGrant)) {
            if (grants.definition != unknownGrants())
                continue;
            one.remove(keyOf(grants));
            other.remove(keyOf(grants));
            result << u"default privileges on %1, which the revisions do not say whose they are"_s
                          .arg(grants.name);
        }
    }
    result.removeDuplicates();
    return result;
}

} // namespace

Comparison compareSchemas(const Schema& expected, const Schema& found, const ComparisonRules& rules)
{
    const QList<Rename> renames = renamesBetween(expected, found, rules);
    const Schema there = renamed(found, renames);
    Schema left = expected;
    Schema right = there;
    tellMaker(right, left);
    tellMaker(left, right);
    nameNoMaker(right, left);
    nameNoMaker(left, right);
    const QStringList unknown = takeUnknownGrants(left, right);
    tellOwners(expected, right);
    tellOwners(there, left);
    forgetGrantsToOwners(there, left);
    forgetGrantsToOwners(expected, right);
    const GrantsLeftOut grants = rules.onlyWhereExpected.contains(Kind::Grant)
                                     ? leaveOutOtherGrantees(left, right)
                                     : GrantsLeftOut();
    Comparer comparer(left, right, rules, grants);
    for (const Group& group : groupByTable(pairUp(left, right)))
        comparer.compareGroup(group);

    Comparison result;
    result.lines = comparer.takeLines();
    for (const Rename& rename : renames)
        tellRename(result.lines, rename);
    result.notCompared = found.notCompared + unknown + comparer.passedOver();
    return result;
}

} // namespace socrates::core
