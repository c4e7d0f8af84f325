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

/// Leaves of each entry of all grants what `remaining` says; without privileges it is gone.
template <typename Remaining>
KindCounts leaveOut(Schema& schema, const Remaining& remaining)
{
    KindCounts counts;
    for (SchemaObject object : allGrantsOf(schema)) {
        const GrantList before = GrantList::parse(object.definition);
        GrantList after;
        for (const Entry& entry : before.entries) {
            if (const Entry left = remaining(object, entry); !left.privileges.isEmpty())
                after.entries << left;
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
    leaveOut(schema, [&other](const SchemaObject& grants, const Entry& entry) {
        const QString owner = ownerIn(other, grants);
        const bool isOwners = !owner.isEmpty() && (entry.grantee == owner ||
                                                   entry.grantee == Connection::identifier(owner));
        return isOwners ? Entry{entry.grantee, {}} : entry;
    });
}

GrantsLeftOut leaveOutOtherGrantees(const Schema& expected, Schema& found)
{
    const QSet<QString> named = granteesOf(expected);
    const auto beyond = [&, there = found](const SchemaObject& grants, const Entry& entry) {
        const bool counts = grants.kind == Kind::Grant && named.contains(entry.grantee) &&
                            !isOnPublic(grants) && subjectIn(expected, grants) != nullptr;
        return counts ? beyondDefaults(there, grants, entry) : Entry{entry.grantee, {}};
    };
    GrantsLeftOut result;
    for (const SchemaObject& grants : allGrantsOf(found)) {
        const QList<Entry> entries = GrantList::parse(grants.definition).entries;
        if (expected.find(keyOf(grants)) == nullptr &&
            std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
                return !beyond(grants, entry).privileges.isEmpty();
            }))
            result.meant.insert(keyOf(grants));
    }
    result.counts = leaveOut(found, [&](const SchemaObject& grants, const Entry& entry) {
        const auto* wanted = expected.find(keyOf(grants));
        if (wanted == nullptr && !result.meant.contains(keyOf(grants)))
            return entry; // all of it is left out as a whole
        // PUBLIC is meant also where it is not named, if it would have something by PostgreSQL's
        // rules: a revision took that away.
        QList<Entry> meant = usualGrants(grantedOn(grants), found.serverMajor).entries;
        if (wanted != nullptr)
            meant += GrantList::parse(wanted->definition).entries;
        return isAmong(meant, entry.grantee) ? entry : beyond(grants, entry);
    });
    return result;
}

} // namespace socrates::core
