// SPDX-License-Identifier: MIT
// Comments, grants and owners are made as they should be.
#include "core/base/texts.h"
#include "core/postgres/connection.h"
#include "core/schema/aspects.h"
#include "core/schema/definitionparts.h"
#include "core/schema/mender.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;

namespace {

using Privileges = QMap<QString, QStringList>; ///< by grantee

/// What everybody has by PostgreSQL's own rules where nothing is granted or revoked.
Privileges usualOf(const Schema::Key& subject)
{
    switch (subject.kind) {
    case Kind::Function:
    case Kind::Aggregate:
        return {{u"PUBLIC"_s, {u"EXECUTE"_s}}};
    case Kind::Enum:
    case Kind::Domain:
    case Kind::CompositeType:
    case Kind::RangeType:
        return {{u"PUBLIC"_s, {u"USAGE"_s}}};
    case Kind::Schema:
        return subject.name == "public"_L1 ? Privileges{{u"PUBLIC"_s, {u"USAGE"_s}}} : Privileges();
    default:
        return {};
    }
}

Privileges privilegesOf(const SchemaObject* grants, const Schema::Key& subject)
{
    if (grants == nullptr)
        return usualOf(subject);
    Privileges result;
    for (const GrantList::Entry& entry : GrantList::parse(grants->definition).entries)
        result.insert(entry.grantee, entry.privileges);
    return result;
}

/// "TABLE users", and the columns' privileges with the column behind each.
struct GrantTarget
{
    explicit GrantTarget(const Schema::Key& subject)
    {
        if (subject.kind == Kind::Column) {
            column = u" ("_s + Connection::identifier(subject.name) + u')';
            reference = u"TABLE "_s + qualifiedName(subject.schema, subject.table);
        } else if (subject.kind == Kind::View || subject.kind == Kind::MaterializedView) {
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
    QString reference, column;
};

} // namespace

void Mender::setAspect(const SchemaObject& aspect, bool isWanted)
{
    if (!isFirst("aspect", aspect))
        return;
    const Schema::Key subject = subjectOf(aspect);
    if (aspect.kind == Kind::Grant)
        return setGrants(aspect, isWanted);
    if (aspect.kind == Kind::Comment)
        return add(SetComments, aspect,
                   u"COMMENT ON %1 IS %2"_s.arg(objectReference(subject),
                                                isWanted ? Connection::literal(aspect.definition)
                                                         : u"NULL"_s));
    if (!isWanted)
        return refuse(aspect, Texts::tr("no revision says whose it is"));
    add(SetOwners, aspect,
        u"ALTER %1 OWNER TO %2"_s.arg(objectReference(subject),
                                      Connection::identifier(aspect.definition)));
}

void Mender::setGrants(const SchemaObject& aspect, bool isWanted)
{
    const Schema::Key subject = subjectOf(aspect);
    const Schema::Key key{aspect.kind, aspect.schema, aspect.table, aspect.name};
    const Privileges wanted = privilegesOf(isWanted ? &aspect : nullptr, subject);
    const bool isThere = subjectIn(m_found, aspect) != nullptr || subject.name == "public"_L1;
    const Privileges had = privilegesOf(isThere ? m_found.find(key) : nullptr, subject);
    const GrantTarget target(subject);
    const Phase phase = subject.kind == Kind::Column ? SetColumnGrants : SetGrants;
    QStringList grantees = wanted.keys() + had.keys();
    grantees.removeDuplicates();
    for (const QString& grantee : std::as_const(grantees)) {
        if (grantee == "OWNER"_L1) {
            refuse(aspect, Texts::tr("what its owner may do is not changed by this program"));
            continue;
        }
        QStringList tooMany, plain, withOption;
        for (const QString& privilege : had.value(grantee)) {
            // A grant that may be passed on and should not is revoked and given again.
            if (!wanted.value(grantee).contains(privilege))
                tooMany << privilege;
        }
        for (const QString& privilege : wanted.value(grantee)) {
            if (!had.value(grantee).contains(privilege))
                (privilege.endsWith(u'*') ? withOption : plain) << privilege;
        }
        if (!tooMany.isEmpty())
            add(phase, aspect,
                u"REVOKE %1 ON %2 FROM %3"_s.arg(target.list(tooMany), target.reference, grantee));
        if (!plain.isEmpty())
            add(phase, aspect,
                u"GRANT %1 ON %2 TO %3"_s.arg(target.list(plain), target.reference, grantee));
        if (!withOption.isEmpty())
            add(phase, aspect,
                u"GRANT %1 ON %2 TO %3 WITH GRANT OPTION"_s.arg(target.list(withOption),
                                                                target.reference, grantee));
    }
}

} // namespace socrates::core
