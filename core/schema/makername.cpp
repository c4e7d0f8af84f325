// SPDX-License-Identifier: MIT
#include "core/schema/makername.h"

#include "core/schema/aspects.h"
#include "core/sql/phrases.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;

namespace {

/// Of "ALTER DEFAULT PRIVILEGES FOR ROLE a, b ...": a and b. Empty without a name, and where one of
/// them is whoever it is run by.
QStringList namedRoles(const Phrases& phrases)
{
    QStringList roles;
    qsizetype at = 3;
    if (!phrases.matches(at, "FOR ROLE"_L1) && !phrases.matches(at, "FOR USER"_L1))
        return roles;
    for (at += 2;; at += 2) {
        const QString& key = phrases.key(at);
        if (key == "CURRENT_USER"_L1 || key == "CURRENT_ROLE"_L1 || key == "SESSION_USER"_L1)
            return {};
        roles << phrases.name(at);
        if (phrases.key(at + 1) != ","_L1)
            return roles;
    }
}

bool isNamedEachTime(const QList<RevisionPtr>& revisions, const QString& maker)
{
    bool isNamed = false;
    for (const RevisionPtr& revision : revisions) {
        for (const Statement& statement : revision->up.statements) {
            const Phrases phrases(statement.text);
            if (!phrases.startsWith("ALTER DEFAULT PRIVILEGES"_L1)) {
                if (statement.text.contains("DEFAULT PRIVILEGES"_L1, Qt::CaseInsensitive))
                    return false;
                continue;
            }
            const QStringList roles = namedRoles(phrases);
            if (roles.isEmpty())
                return false;
            isNamed = isNamed || roles.contains(maker);
        }
    }
    return isNamed;
}

/// Of default privileges, which are of a role each: those that both rules give.
GrantList defaultsOfBoth(const GrantList& one, const GrantList& other, const GrantList& usual)
{
    QMap<QString, QSet<QString>> given;
    const auto isUsual = [&usual](const QString& grantee) {
        return std::any_of(usual.entries.begin(), usual.entries.end(),
                           [&](const GrantList::Entry& entry) { return entry.grantee == grantee; });
    };
    const auto of = [](const GrantList& list, const QString& grantee) {
        for (const GrantList::Entry& entry : list.entries) {
            if (entry.grantee == grantee)
                return QSet<QString>(entry.privileges.cbegin(), entry.privileges.cend());
        }
        return QSet<QString>();
    };
    for (const GrantList& list : {one, other}) {
        for (const GrantList::Entry& entry : list.entries) {
            // What everybody has by itself can only have been taken away.
            const QSet<QString> left = of(one, entry.grantee);
            const QSet<QString> right = of(other, entry.grantee);
            given[entry.grantee] = isUsual(entry.grantee) ? left & right : left | right;
        }
    }
    GrantList result;
    for (auto it = given.cbegin(); it != given.cend(); ++it) {
        QStringList privileges = it->values();
        privileges.sort();
        if (!privileges.isEmpty())
            result.entries << GrantList::Entry{it.key(), privileges};
    }
    return result;
}

QList<SchemaObject> defaultGrantsOf(const Schema& schema)
{
    const Schema::Range grants = schema.ofKind(Kind::DefaultGrant);
    return {grants.begin(), grants.end()};
}

/// Who owns most of the tables that the revisions give to nobody, or else the version table. Empty
/// where they give none away: then owners tell enough.
QString makerBeside(const Schema& live, const Schema& replay)
{
    QMap<QString, int> owned;
    bool isAnyGiven = false;
    for (const SchemaObject& table : live.tables()) {
        if (replay.find(keyOf(aspectOf(Kind::Owner, table, {}))) != nullptr)
            isAnyGiven = true;
        else if (table.schema == "public"_L1)
            ++owned[table.owner];
    }
    if (!isAnyGiven)
        return {};
    if (owned.isEmpty())
        return live.server->versionTableOwner;
    return std::max_element(owned.cbegin(), owned.cend()).key();
}

} // namespace

void nameMakerAsRevisionsDo(Schema& replayed, const QList<RevisionPtr>& revisions,
                            const QString& maker)
{
    QList<SchemaObject> unnamed = defaultGrantsOf(replayed);
    unnamed.removeIf([](const SchemaObject& grants) {
        return !DefaultGrantName::parse(grants.name).role.isEmpty();
    });
    if (unnamed.isEmpty() || !isNamedEachTime(revisions, maker))
        return;
    for (SchemaObject& grants : unnamed) {
        replayed.remove(keyOf(grants));
        grants.name = DefaultGrantName{grants.name, maker}.text();
        replayed.add(grants);
    }
}

void tellMaker(Schema& live, const Schema& replay)
{
    if (!live.server || replay.server)
        return;
    const QString before = live.server->maker;
    const QString maker = makerBeside(live, replay);
    if (maker.isEmpty() || maker == before)
        return;
    live.server->maker = maker;
    const QList<SchemaObject> all = defaultGrantsOf(live);
    for (const SchemaObject& grants : all)
        live.remove(keyOf(grants));
    for (SchemaObject grants : all) {
        DefaultGrantName name = DefaultGrantName::parse(grants.name);
        name.role = name.role.isEmpty() ? before : name.role == maker ? QString() : name.role;
        grants.name = name.text();
        live.add(grants);
    }
}

void nameNoMaker(const Schema& live, Schema& replay)
{
    if (!live.server || replay.server)
        return;
    for (SchemaObject& grants : defaultGrantsOf(replay)) {
        const QString role = DefaultGrantName::parse(grants.name).role;
        if (role.isEmpty() || role != live.server->maker)
            continue;
        replay.remove(keyOf(grants));
        grants.name = DefaultGrantName::parse(grants.name).objects;
        const GrantList usual = usualGrants(keyOf(grants), replay.serverMajor);
        const SchemaObject* own = replay.find(keyOf(grants));
        const GrantList list =
            defaultsOfBoth(GrantList::parse(grants.definition),
                           own != nullptr ? GrantList::parse(own->definition) : usual, usual);
        grants.definition = list.text();
        if (list == usual)
            replay.remove(keyOf(grants));
        else
            replay.add(grants);
    }
}

} // namespace socrates::core
