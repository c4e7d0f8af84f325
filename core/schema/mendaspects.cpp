// SPDX-License-Identifier: MIT
// Comments, grants and owners are made as they should be.
#include "core/base/texts.h"
#include "core/postgres/connection.h"
#include "core/schema/aspects.h"
#include "core/schema/definitionparts.h"
#include "core/schema/mender.h"

#include <QRegularExpression>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;

namespace {

/// "TABLE users", and the columns' privileges with the column behind each; for default privileges
/// what stands before GRANT, too.
struct GrantTarget
{
    GrantTarget(const Schema::Key& subject, const QString& maker)
    {
        if (subject.kind == Kind::DefaultGrant) {
            const DefaultGrantName name = DefaultGrantName::parse(subject.name);
            const QString role = name.role.isEmpty() ? maker : name.role;
            start = u"ALTER DEFAULT PRIVILEGES "_s;
            if (!role.isEmpty())
                start += u"FOR ROLE %1 "_s.arg(Connection::identifier(role));
            if (!subject.schema.isEmpty())
                start += u"IN SCHEMA %1 "_s.arg(Connection::identifier(subject.schema));
            reference = name.objects.toUpper();
        } else if (subject.kind == Kind::Column) {
            column = u" ("_s + Connection::identifier(subject.name) + u')';
            reference = u"TABLE "_s + qualifiedName(subject.schema, subject.table);
        } else if (isView(subject.kind)) {
            reference = u"TABLE "_s + qualifiedName(subject.schema, subject.name);
        } else if (subject.kind == Kind::Aggregate) {
            reference = u"ROUTINE "_s + routineName(subject.schema, subject.name);
        } else {
            reference = objectReference(subject);
        }
    }
    QString list(QStringList privileges) const
    {
        for (QString& privilege : privileges)
            privilege = privilege.remove(u'*') + column;
        return privileges.join(u", "_s);
    }
    QString start, reference, column;
};

/// "SELECT*" and "SELECT" are the same privilege.
QString plainOf(QString privilege)
{
    return privilege.remove(u'*');
}

Privileges joined(Privileges privileges, const Privileges& others)
{
    for (auto it = others.cbegin(); it != others.cend(); ++it) {
        QStringList& own = privileges[it.key()];
        own += it.value();
        own.removeDuplicates();
    }
    return privileges;
}

/// Privileges that are taken from somebody while somebody may pass them on: who has them from whom
/// is not known, and what was passed on hinders or outlives a plain REVOKE.
QSet<QString> passedOn(const Privileges& had, const Privileges& wanted)
{
    QSet<QString> taken, passable;
    for (auto it = had.cbegin(); it != had.cend(); ++it) {
        for (const QString& privilege : it.value()) {
            if (privilege.endsWith(u'*'))
                passable << plainOf(privilege);
            if (!wanted.value(it.key()).contains(privilege))
                taken << plainOf(privilege);
        }
    }
    return taken & passable;
}

} // namespace

Privileges privilegesOf(const SchemaObject* grants, const Schema::Key& subject, int serverMajor)
{
    const GrantList list = grants != nullptr ? GrantList::parse(grants->definition)
                                             : usualGrants(subject, serverMajor);
    Privileges result;
    for (const GrantList::Entry& entry : list.entries)
        result.insert(entry.grantee, entry.privileges);
    return result;
}

bool Mender::isMadeAnew(const Schema::Key& subject) const
{
    if (m_gone.contains(subject))
        return true;
    if (subject.kind == Kind::Statistics && subject.table.isEmpty()) {
        const SchemaObject* own = m_found.find(subject);
        const auto [schema, name] = statisticsTarget(own != nullptr ? own->definition : QString());
        return m_gone.contains({Kind::MaterializedView, schema, {}, name});
    }
    if (subject.table.isEmpty())
        return false;
    const auto isGoneWith = [&](Kind kind, const QString& table, const QString& name) {
        return m_gone.contains({kind, subject.schema, table, name});
    };
    return isGoneWith(Kind::View, {}, subject.table) ||
           isGoneWith(Kind::MaterializedView, {}, subject.table) ||
           (subject.kind == Kind::Index &&
            (isGoneWith(Kind::PrimaryKey, subject.table, subject.name) ||
             isGoneWith(Kind::Unique, subject.table, subject.name) ||
             isGoneWith(Kind::Exclusion, subject.table, subject.name)));
}

void Mender::setAspects()
{
    // Those of columns last: what is revoked on a table is revoked on its columns with it.
    QList<Schema::Key> whole, ofColumns;
    for (const Schema* schema : {&m_found, &m_after}) {
        for (auto it = schema->objects().lowerBound({Kind::DefaultGrant, {}, {}, {}});
             it != schema->objects().cend(); ++it) {
            const bool isSeen = schema == &m_after && m_found.find(it.key()) != nullptr;
            if (!isSeen && it->kind == Kind::DefaultGrant)
                setDefaultGrants(it.key());
            else if (!isSeen)
                (subjectOf(*it).kind == Kind::Column ? ofColumns : whole) << it.key();
        }
    }
    for (const Schema::Key& key : whole + ofColumns)
        setAspect(key);
    undoDefaults();
    if (m_options.keepsOwners)
        keepOwners();
}

void Mender::setAspect(const Schema::Key& key)
{
    const SchemaObject* there = m_found.find(key);
    const SchemaObject* wanted = m_after.find(key);
    const SchemaObject& aspect = wanted != nullptr ? *wanted : *there;
    const Schema::Key subject = subjectOf(aspect);
    const bool isRevoked = key.kind == Kind::Grant && subject.kind == Kind::Column &&
                           m_revokedOn.contains({subject.schema, subject.table});
    if (isMadeAnew(subject))
        there = nullptr;
    const bool isEqual = there != nullptr && wanted != nullptr && !isRevoked &&
                         there->definition == wanted->definition;
    const bool isPublic = subject.kind == Kind::Schema && subject.name == "public"_L1;
    if (isEqual || (there == nullptr && wanted == nullptr) || isRefused(subject) ||
        (!isPublic && subjectIn(m_after, aspect) == nullptr))
        return;
    if (key.kind == Kind::Grant) {
        // What is made anew has what it has by default; who makes it is not known here, so all that
        // it is to have is given.
        const auto defaults = defaultsFor(subject);
        const Privileges had = privilegesOf(there, subject, m_after.serverMajor);
        return setGrants(aspect, joined(had, defaults.value_or(Privileges())),
                         privilegesOf(wanted, subject, m_after.serverMajor), isRevoked || defaults);
    }
    if (key.kind == Kind::Comment)
        return add(SetComments, aspect,
                   u"COMMENT ON %1 IS %2"_s.arg(
                       objectReference(subject),
                       wanted != nullptr ? Connection::literal(wanted->definition) : u"NULL"_s));
    if (wanted != nullptr)
        setOwner(*wanted, subject, wanted->definition);
}

void Mender::setDefaultGrants(const Schema::Key& key)
{
    const SchemaObject* there = m_found.find(key);
    const SchemaObject* wanted = m_after.find(key);
    const SchemaObject& grants = wanted != nullptr ? *wanted : *there;
    const QString role = DefaultGrantName::parse(key.name).role;
    // With their schema they are gone.
    const bool isSchema = key.schema.isEmpty() || key.schema == "public"_L1 ||
                          m_after.find({Kind::Schema, key.schema, {}, key.schema}) != nullptr;
    if (isSchema && (role.isEmpty() || isRole(grants, role)))
        setGrants(grants, privilegesOf(there, key, m_after.serverMajor),
                  privilegesOf(wanted, key, m_after.serverMajor), false);
}

std::optional<Privileges> Mender::defaultsFor(const Schema::Key& subject) const
{
    const bool isAnew = isMadeAnew(subject);
    const QString wanted = defaultGrantObjects(subject.kind);
    const SchemaObject* there = subject.kind == Kind::Sequence
                                    ? m_found.findSequence(subject.schema, subject.name)
                                    : m_found.find(subject);
    if (wanted.isEmpty() || (!isAnew && there != nullptr))
        return std::nullopt;
    std::optional<Privileges> result;
    for (const SchemaObject& grants : m_found.ofKind(Kind::DefaultGrant)) {
        const bool isMeant = grants.schema.isEmpty() || grants.schema == subject.schema;
        const bool isKnown = isAnew || m_comparedDefaults.contains(keyOf(grants));
        if (!isMeant || !isKnown || DefaultGrantName::parse(grants.name).objects != wanted)
            continue;
        result = joined(result.value_or(Privileges()),
                        isAnew ? privilegesOf(&grants, keyOf(grants), m_found.serverMajor)
                               : m_comparedDefaults.value(keyOf(grants)));
        result->remove(u"OWNER"_s);
    }
    return result;
}

void Mender::undoDefaults()
{
    for (const SchemaObject& object : m_after.objects()) {
        const Schema::Key key = keyOf(object);
        const SchemaObject aspect = aspectOf(Kind::Grant, object, {});
        if (isRefused(key) || m_found.find(keyOf(aspect)) != nullptr ||
            m_after.find(keyOf(aspect)) != nullptr)
            continue;
        if (const auto defaults = defaultsFor(key)) {
            const Privileges usual = privilegesOf(nullptr, key, m_after.serverMajor);
            setGrants(aspect, joined(usual, *defaults), usual, true);
        }
    }
}

bool Mender::isRefused(const Schema::Key& subject) const
{
    return m_refused.contains(subject) ||
           (!subject.table.isEmpty() &&
            m_refused.contains({Kind::Table, subject.schema, {}, subject.table}));
}

bool Mender::isRole(const SchemaObject& object, const QString& role)
{
    if (!m_found.server || m_found.server->roles.contains(role))
        return true;
    refuse(object, Texts::tr("there is no role %1 on this server; create it first: CREATE ROLE %2")
                       .arg(role, Connection::identifier(role)));
    return false;
}

bool Mender::areRoles(const SchemaObject& policy)
{
    static const QRegularExpression roles(
        u"^\\w+ for \\w+ to (.*?)(?: using \\(.*| with check \\(.*)?$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    bool areThere = true;
    for (const QString& role : splitAtCommas(roles.match(policy.definition).captured(1)))
        areThere = areThere && (role == "public"_L1 || isRole(policy, nameParts(role).second));
    return areThere;
}

void Mender::setOwner(const SchemaObject& aspect, const Schema::Key& subject, const QString& owner)
{
    if (!isRole(aspect, owner))
        return;
    add(SetOwners, aspect,
        u"ALTER %1 OWNER TO %2"_s.arg(objectReference(subject), Connection::identifier(owner)));
}

/// What is made again would belong to whoever mends.
void Mender::keepOwners()
{
    for (const Schema::Key& key : std::as_const(m_gone)) {
        const SchemaObject* there = m_found.find(key);
        const SchemaObject* again = m_after.find(key);
        if (there == nullptr || again == nullptr || there->owner.isEmpty() || isRefused(key))
            continue;
        const SchemaObject aspect = aspectOf(Kind::Owner, *again, there->owner);
        if (m_after.find(keyOf(aspect)) == nullptr)
            setOwner(aspect, key, there->owner);
    }
}

void Mender::setGrants(const SchemaObject& aspect, const Privileges& had, const Privileges& wanted,
                       bool givesAll)
{
    const Schema::Key subject = grantedOn(aspect);
    const bool isNamed = m_options.keepsOwners && m_found.server;
    const GrantTarget target(subject, isNamed ? m_found.server->maker : QString());
    const Phase phase = subject.kind == Kind::Column         ? SetColumnGrants
                        : subject.kind == Kind::DefaultGrant ? SetDefaultGrants
                                                             : SetGrants;
    const QSet<QString> again = passedOn(had, wanted);
    QStringList grantees = wanted.keys() + had.keys();
    grantees.removeDuplicates();
    if (grantees.removeAll(u"OWNER"_s) > 0 && had.value(u"OWNER"_s) != wanted.value(u"OWNER"_s))
        refuse(aspect, Texts::tr("what its owner may do is not changed by this program"));
    for (const QString& grantee : std::as_const(grantees)) {
        QStringList tooMany, passable;
        for (const QString& privilege : had.value(grantee)) {
            // A grant that may be passed on and should not is revoked and given again.
            if (!wanted.value(grantee).contains(privilege))
                tooMany << privilege;
            if (privilege.endsWith(u'*') && again.contains(plainOf(privilege)))
                passable << privilege;
        }
        if (!passable.isEmpty() || !tooMany.isEmpty())
            m_revokedOn.insert({subject.schema, subject.name});
        if (!passable.isEmpty())
            add(phase, aspect,
                target.start + u"REVOKE GRANT OPTION FOR %1 ON %2 FROM %3 CASCADE"_s.arg(
                                   target.list(passable), target.reference, grantee));
        if (!tooMany.isEmpty())
            add(phase, aspect,
                target.start + u"REVOKE %1 ON %2 FROM %3"_s.arg(target.list(tooMany),
                                                                target.reference, grantee),
                false, 1);
    }
    for (const QString& grantee : std::as_const(grantees)) {
        if (grantee != "PUBLIC"_L1 && !isRole(aspect, nameParts(grantee).second))
            continue;
        QStringList plain, withOption;
        for (const QString& privilege : wanted.value(grantee)) {
            if (givesAll || !had.value(grantee).contains(privilege) ||
                again.contains(plainOf(privilege)))
                (privilege.endsWith(u'*') ? withOption : plain) << privilege;
        }
        if (!plain.isEmpty())
            add(phase, aspect,
                target.start +
                    u"GRANT %1 ON %2 TO %3"_s.arg(target.list(plain), target.reference, grantee),
                false, 2);
        if (!withOption.isEmpty())
            add(phase, aspect,
                target.start + u"GRANT %1 ON %2 TO %3 WITH GRANT OPTION"_s.arg(
                                   target.list(withOption), target.reference, grantee),
                false, 2);
    }
}

} // namespace socrates::core
