// SPDX-License-Identifier: MIT
#include "core/schema/mendafter.h"

#include "core/schema/aspects.h"
#include "core/schema/definitionparts.h"

#include <array>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;
using Outcome = ComparisonLine::Outcome;

namespace {

constexpr std::array kAspects{Kind::Comment, Kind::Grant, Kind::Owner};

/// The object with what belongs to it and what is said of all that.
QList<SchemaObject> wholeOf(const Schema& schema, const SchemaObject& object)
{
    QList<SchemaObject> whole{object};
    if (isTableLike(object.kind))
        whole += schema.objectsOf(object.schema, object.name);
    // A key's index is listed on its own, but comes and goes with the key.
    if (hasIndex(object.kind)) {
        if (const auto* index =
                schema.find({Kind::Index, object.schema, object.table, object.name}))
            whole << *index;
    }
    for (qsizetype at = 0, end = whole.size(); at < end; ++at) {
        for (const Kind kind : kAspects) {
            if (isAspect(whole.at(at).kind))
                break;
            if (const auto* aspect = schema.find(keyOf(aspectOf(kind, whole.at(at), {}))))
                whole << *aspect;
        }
    }
    return whole;
}

class Mended
{
public:
    Mended(const Schema& expected, const Schema& found)
        : m_expected(expected), m_found(found), m_after(found)
    {
        if (m_after.serverMajor == 0)
            m_after.serverMajor = expected.serverMajor;
    }

    void removeExtra(const ComparisonLine& line)
    {
        if (const SchemaObject* object = objectOf(m_found, line)) {
            for (const SchemaObject& part : wholeOf(m_found, *object))
                m_after.remove(keyOf(part));
        }
    }

    void apply(const ComparisonLine& line)
    {
        const SchemaObject* wanted = objectOf(m_expected, line);
        if (isGrant(line.kind))
            grant(line);
        else if (wanted != nullptr && (isAspect(line.kind) || line.outcome == Outcome::Different))
            replace(*wanted, objectOf(m_found, line));
        else if (wanted != nullptr)
            addMissing(*wanted);
    }

    Schema take() { return std::move(m_after); }

private:
    void addMissing(const SchemaObject& object)
    {
        for (const SchemaObject& part : wholeOf(m_expected, object))
            m_after.add(part);
        if (const SchemaObject* same = identityLike(m_found, object))
            m_after.remove(keyOf(*same));
    }

    void replace(SchemaObject object, const SchemaObject* there)
    {
        if (there != nullptr) {
            object.owner = there->owner;
            m_after.remove(keyOf(*there)); // a sequence of another table has another key
        }
        m_after.add(object);
        if (isView(object.kind))
            replaceColumns(object);
        if (object.kind == Kind::Index && there != nullptr &&
            IndexParts::parse(object.definition).structure() !=
                IndexParts::parse(there->definition).structure())
            removePartsOf(*there);
    }

    /// The indexes of partitions go with the whole table's, and others come with it.
    void removePartsOf(const SchemaObject& index)
    {
        for (const SchemaObject& other : m_found.ofKind(Kind::Index)) {
            if (!other.definition.contains(" partition of "_L1) ||
                m_expected.find(keyOf(other)) != nullptr ||
                !isNameOf(IndexParts::parse(other.definition).parent, index.schema, index.name))
                continue;
            for (const SchemaObject& part : wholeOf(m_found, other))
                m_after.remove(keyOf(part));
            removePartsOf(other);
        }
    }

    /// Those of a view follow from its text.
    void replaceColumns(const SchemaObject& view)
    {
        for (const SchemaObject& part : m_found.objectsOf(view.schema, view.name)) {
            if (part.kind != Kind::Column)
                continue;
            if (m_expected.find(keyOf(part)) != nullptr) {
                m_after.remove(keyOf(part));
                continue;
            }
            for (const SchemaObject& each : wholeOf(m_found, part))
                m_after.remove(keyOf(each));
        }
        for (const SchemaObject& part : m_expected.objectsOf(view.schema, view.name)) {
            if (part.kind != Kind::Column)
                continue;
            if (m_found.find(keyOf(part)) != nullptr) {
                m_after.add(part);
                continue;
            }
            for (const SchemaObject& each : wholeOf(m_expected, part))
                m_after.add(each);
        }
    }

    void grant(const ComparisonLine& line)
    {
        SchemaObject grants{line.kind, line.schema, line.table, line.name, {}, {}, 0};
        const Schema::Key subject = grantedOn(grants);
        const int major = m_after.serverMajor;
        const Privileges after = mendedPrivileges(
            privilegesOf(m_found.find(keyOf(grants)), subject, major),
            privilegesOf(line.found, subject, major), privilegesOf(line.expected, subject, major));
        m_after.remove(keyOf(grants));
        if (after == privilegesOf(nullptr, subject, major))
            return;
        GrantList list;
        for (auto it = after.cbegin(); it != after.cend(); ++it)
            list.entries << GrantList::Entry{it.key(), it.value()};
        grants.definition = list.text();
        m_after.add(grants);
    }

    const Schema& m_expected;
    const Schema& m_found;
    Schema m_after;
};

} // namespace

const SchemaObject* objectOf(const Schema& schema, const ComparisonLine& line)
{
    if (const auto* object = schema.find({line.kind, line.schema, line.table, line.name}))
        return object;
    return line.kind == Kind::Sequence ? schema.findSequence(line.schema, line.name) : nullptr;
}

const SchemaObject* identityLike(const Schema& schema, const SchemaObject& sequence)
{
    const auto columnOf = [](const SchemaObject& object) {
        const qsizetype at = object.definition.indexOf(" identity of "_L1);
        return at < 0 ? QString() : object.definition.mid(at);
    };
    const QString column = columnOf(sequence);
    if (sequence.kind != Kind::Sequence || column.isEmpty())
        return nullptr;
    const Schema::Key first{Kind::Sequence, sequence.schema, sequence.table, {}};
    for (auto it = schema.objects().lowerBound(first);
         it != schema.objects().cend() && it->kind == first.kind && it->schema == first.schema &&
         it->table == first.table;
         ++it) {
        if (it->name != sequence.name && columnOf(*it) == column)
            return &*it;
    }
    return nullptr;
}

Privileges privilegesOf(const QString& definition, const Schema::Key& subject, int serverMajor)
{
    if (definition.isEmpty())
        return privilegesOf(nullptr, subject, serverMajor);
    SchemaObject grants;
    grants.definition = definition;
    return privilegesOf(&grants, subject, serverMajor);
}

Privileges mendedPrivileges(const Privileges& had, const Privileges& seen, const Privileges& wanted)
{
    Privileges after = had;
    for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
        for (const QString& privilege : it.value()) {
            if (!wanted.value(it.key()).contains(privilege))
                after[it.key()].removeAll(privilege);
        }
    }
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        QStringList& own = after[it.key()];
        for (const QString& privilege : it.value()) {
            if (!own.contains(privilege))
                own << privilege;
        }
        own.sort();
    }
    after.removeIf([](const auto& entry) { return entry.value().isEmpty(); });
    return after;
}

Schema schemaAfter(const Schema& expected, const Schema& found, const Comparison& comparison)
{
    Mended mended(expected, found);
    for (const ComparisonLine& line : comparison.lines) {
        if (line.outcome == Outcome::Extra && !isGrant(line.kind))
            mended.removeExtra(line);
    }
    for (const ComparisonLine& line : comparison.lines) {
        const bool isTaken = isGrant(line.kind) && line.outcome == Outcome::Extra;
        if (line.outcome == Outcome::Missing || line.outcome == Outcome::Different || isTaken)
            mended.apply(line);
    }
    return mended.take();
}

} // namespace socrates::core
