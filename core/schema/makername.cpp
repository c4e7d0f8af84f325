// SPDX-License-Identifier: MIT
#include "core/schema/makername.h"

#include "core/schema/aspects.h"
#include "core/schema/defaultgrants.h"

#include <algorithm>
#include <set>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;

namespace {

QList<SchemaObject> defaultGrantsOf(const Schema& schema)
{
    const Schema::Range grants = schema.ofKind(Kind::DefaultGrant);
    return {grants.begin(), grants.end()};
}

/// What the revisions' statements say of default privileges of the role that replays them.
struct MakerStatements
{
    QList<DefaultGrantStatement> named, unnamed, both; ///< `both`: all of the two, in order
    /// Something sets default privileges in a way that the text does not tell.
    bool isHidden = false;
    bool isHiddenByName = false; ///< and bears the role's name

    bool isClear() const
    {
        return !isHidden && std::all_of(both.cbegin(), both.cend(),
                                        [](const auto& statement) { return statement.isWhole; });
    }
};

MakerStatements statementsAbout(const QList<RevisionPtr>& revisions, const QString& maker)
{
    MakerStatements result;
    for (const RevisionPtr& revision : revisions) {
        for (const Statement& statement : revision->up.statements) {
            if (!statement.text.contains("DEFAULT PRIVILEGES"_L1, Qt::CaseInsensitive))
                continue;
            const auto parsed = DefaultGrantStatement::parse(statement.text);
            if (!parsed) {
                result.isHidden = true;
                result.isHiddenByName =
                    result.isHiddenByName || statement.text.contains(maker, Qt::CaseInsensitive);
                continue;
            }
            if (parsed->roles.contains(maker))
                result.named << *parsed;
            if (parsed->isOfRunner)
                result.unnamed << *parsed;
            if (parsed->roles.contains(maker) || parsed->isOfRunner)
                result.both << *parsed;
        }
    }
    return result;
}

QMap<Schema::Key, GrantList> leftBy(const QList<DefaultGrantStatement>& statements,
                                    const QString& maker, int serverMajor)
{
    DefaultGrants grants(maker, serverMajor);
    for (const DefaultGrantStatement& statement : statements)
        grants.apply(statement);
    return grants.lists();
}

bool isSame(const GrantList& one, const GrantList& other)
{
    const auto sorted = [](const GrantList& list) {
        QMap<QString, QStringList> result;
        for (const GrantList::Entry& entry : list.entries) {
            result[entry.grantee] = entry.privileges;
            result[entry.grantee].sort();
        }
        return result;
    };
    return sorted(one) == sorted(other);
}

/// All of the maker's gets its name.
void nameAll(Schema& replayed, const QString& maker)
{
    for (SchemaObject& grants : defaultGrantsOf(replayed)) {
        if (!DefaultGrantName::parse(grants.name).role.isEmpty())
            continue;
        replayed.remove(keyOf(grants));
        grants.name = DefaultGrantName{grants.name, maker}.text();
        replayed.add(grants);
    }
}

/// The maker's default privileges in `replayed`, of both ways of saying so, become those of each,
/// where all statements together give what was replayed; else they are not known.
void tellApart(Schema& replayed, const MakerStatements& said, const QString& maker)
{
    const auto named = leftBy(said.named, maker, replayed.serverMajor);
    const auto unnamed = leftBy(said.unnamed, maker, replayed.serverMajor);
    const auto both = leftBy(said.both, maker, replayed.serverMajor);
    QMap<Schema::Key, GrantList> there;
    for (const SchemaObject& grants : defaultGrantsOf(replayed)) {
        if (DefaultGrantName::parse(grants.name).role.isEmpty())
            there.insert(keyOf(grants), GrantList::parse(grants.definition));
    }
    std::set<Schema::Key> keys;
    for (const auto* lists : {&named, &unnamed, &std::as_const(there)}) {
        for (auto it = lists->keyBegin(); it != lists->keyEnd(); ++it)
            keys.insert(*it);
    }
    for (const Schema::Key& key : keys) {
        SchemaObject grants{key.kind, key.schema, key.table, key.name, unknownGrants(), {}, 0};
        const GrantList usual = usualGrants(key, replayed.serverMajor);
        const bool isKnown =
            said.isClear() && isSame(both.value(key, usual), there.value(key, usual));
        replayed.remove(key);
        if (!isKnown || unnamed.contains(key)) {
            if (isKnown)
                grants.definition = unnamed.value(key).text();
            replayed.add(grants);
        }
        if (isKnown && named.contains(key)) {
            grants.definition = named.value(key).text();
            grants.name = DefaultGrantName{key.name, maker}.text();
            replayed.add(grants);
        }
    }
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
    const MakerStatements said = statementsAbout(revisions, maker);
    if (!said.named.isEmpty() && said.unnamed.isEmpty() && !said.isHidden)
        nameAll(replayed, maker);
    else if (!said.named.isEmpty() || said.isHiddenByName)
        tellApart(replayed, said, maker);
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
        if (own != nullptr && own->definition == unknownGrants())
            continue;
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
