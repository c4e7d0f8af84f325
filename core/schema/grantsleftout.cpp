// SPDX-License-Identifier: MIT
#include "core/schema/grantsleftout.h"

#include "core/postgres/connection.h"
#include "core/schema/aspects.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Kind = SchemaObject::Kind;
using Entry = GrantList::Entry;

QList<SchemaObject> allGrantsOf(const Schema& schema)
{
    QList<SchemaObject> result;
    for (const Kind kind : {Kind::Grant, Kind::DefaultGrant}) {
        for (const SchemaObject& grants : schema.ofKind(kind))
            result << grants;
    }
    return result;
}

/// Leaves of all grants what `remaining` says of their lists.
template <typename Remaining>
KindCounts leaveOut(Schema& schema, const Remaining& remaining)
{
    KindCounts counts;
    for (SchemaObject object : allGrantsOf(schema)) {
        const GrantList before = GrantList::parse(object.definition);
        GrantList after;
        for (const Entry& entry : remaining(object, before.entries)) {
            if (!entry.privileges.isEmpty())
                after.entries << entry;
        }
        if (after == before)
            continue;
        ++counts[object.kind];
        object.definition = after.text();
        if (after == usualGrants(grantedOn(object), schema.serverMajor))
            schema.remove(keyOf(object));
        else
            schema.add(object);
    }
    return counts;
}

bool isAmong(const QList<Entry>& entries, const QString& grantee)
{
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Entry& entry) { return entry.grantee == grantee; });
}

/// Roles that have something by the revisions.
QSet<QString> granteesOf(const Schema& schema)
{
    QSet<QString> result;
    for (const SchemaObject& grants : allGrantsOf(schema)) {
        for (const Entry& entry : GrantList::parse(grants.definition).entries)
            result << entry.grantee;
    }
    return result - QSet<QString>{u"PUBLIC"_s, u"OWNER"_s};
}

/// What of an entry no default privileges give to an object like this one, whoever makes it.
Entry beyondDefaults(const Schema& schema, const SchemaObject& grants, Entry entry)
{
    const Schema::Key subject = subjectOf(grants);
    const QString objects = defaultGrantObjects(subject.kind);
    for (const SchemaObject& defaults : schema.ofKind(Kind::DefaultGrant)) {
        if (DefaultGrantName::parse(defaults.name).objects != objects ||
            (!defaults.schema.isEmpty() && defaults.schema != subject.schema))
            continue;
        for (const Entry& given : GrantList::parse(defaults.definition).entries) {
            if (given.grantee != entry.grantee)
                continue;
            for (const QString& privilege : given.privileges)
                entry.privileges.removeAll(privilege);
        }
    }
    return entry;
}

bool isOnPublic(const SchemaObject& grants)
{
    const Schema::Key subject = subjectOf(grants);
    return subject.kind == Kind::Schema && subject.name == "public"_L1;
}

} // namespace

void forgetGrantsToOwners(const Schema& other, Schema& schema)
{
    leaveOut(schema, [&other](const SchemaObject& grants, QList<Entry> entries) {
        const QString owner = ownerIn(other, grants);
        if (!owner.isEmpty()) {
            entries.removeIf([&owner](const Entry& entry) {
                return entry.grantee == owner || entry.grantee == Connection::identifier(owner);
            });
        }
        return entries;
    });
}

GrantsLeftOut leaveOutOtherGrantees(const Schema& expected, Schema& found)
{
    const QSet<QString> named = granteesOf(expected);
    GrantsLeftOut result;
    result.counts = leaveOut(
        found, [&, there = found](const SchemaObject& grants, const QList<Entry>& entries) {
            const bool counts = grants.kind == Kind::Grant && !isOnPublic(grants) &&
                                subjectIn(expected, grants) != nullptr;
            QList<Entry> beyond;
            bool isAnyBeyond = false;
            for (const Entry& entry : entries) {
                beyond << (counts && named.contains(entry.grantee)
                               ? beyondDefaults(there, grants, entry)
                               : Entry{entry.grantee, {}});
                isAnyBeyond = isAnyBeyond || !beyond.last().privileges.isEmpty();
            }
            const SchemaObject* wanted = expected.find(keyOf(grants));
            if (wanted == nullptr && !isAnyBeyond)
                return entries; // all of it is left out as a whole
            if (wanted == nullptr)
                result.meant.insert(keyOf(grants));
            // PUBLIC is meant also where it is not named, if it would have something by
            // PostgreSQL's rules: a revision took that away.
            QList<Entry> meant = usualGrants(grantedOn(grants), there.serverMajor).entries;
            if (wanted != nullptr)
                meant += GrantList::parse(wanted->definition).entries;
            for (qsizetype at = 0; at < entries.size(); ++at) {
                if (isAmong(meant, entries.at(at).grantee))
                    beyond[at] = entries.at(at);
            }
            return beyond;
        });
    return result;
}

} // namespace socrates::core
