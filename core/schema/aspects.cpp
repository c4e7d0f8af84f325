// SPDX-License-Identifier: MIT
#include "core/schema/aspects.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Kind = SchemaObject::Kind;

// What default privileges are of, in the words of ALTER DEFAULT PRIVILEGES.
const QString kTables = u"tables"_s;
const QString kSequences = u"sequences"_s;
const QString kFunctions = u"functions"_s;
const QString kTypes = u"types"_s;
const QString kSchemas = u"schemas"_s;
const QString kLargeObjects = u"large objects"_s;

} // namespace

bool isAspect(Kind kind)
{
    return kind == Kind::Comment || kind == Kind::Grant || kind == Kind::Owner;
}

SchemaObject aspectOf(Kind aspect, const SchemaObject& subject, const QString& definition)
{
    return {aspect,
            subject.schema,
            isTableLike(subject.kind)        ? subject.name
            : subject.kind == Kind::Sequence ? QString()
                                             : subject.table,
            kindText(subject.kind) + u' ' + subject.name,
            definition,
            {},
            0};
}

Schema::Key subjectOf(const SchemaObject& aspect)
{
    const qsizetype space = aspect.name.indexOf(u' ');
    const Kind kind = kindFromText(aspect.name.left(space)).value_or(Kind::Table);
    const QString name = aspect.name.mid(space + 1);
    return {kind, aspect.schema, isTableLike(kind) ? QString() : aspect.table, name};
}

const SchemaObject* subjectIn(const Schema& schema, const SchemaObject& aspect)
{
    const Schema::Key key = subjectOf(aspect);
    if (key.kind != Kind::Sequence)
        return schema.find(key);
    return schema.findSequence(key.schema, key.name);
}

QString ownerIn(const Schema& schema, const SchemaObject& aspect)
{
    if (aspect.kind == Kind::DefaultGrant) {
        const QString role = DefaultGrantName::parse(aspect.name).role;
        return role.isEmpty() && schema.server ? schema.server->maker : role;
    }
    const SchemaObject* subject = subjectIn(schema, aspect);
    if (subject == nullptr || subject->kind != Kind::Column)
        return subject == nullptr ? QString() : subject->owner;
    for (const Kind kind : {Kind::Table, Kind::View, Kind::MaterializedView}) {
        if (const auto* table = schema.find({kind, subject->schema, {}, subject->table}))
            return table->owner;
    }
    return {};
}

QString aspectText(Kind aspect)
{
    return aspect == Kind::Comment        ? u"comment on"_s
           : aspect == Kind::Grant        ? u"grants on"_s
           : aspect == Kind::DefaultGrant ? u"default privileges on"_s
                                          : u"owner of"_s;
}

QSet<Kind> kindsOfHostings()
{
    return {Kind::Grant, Kind::DefaultGrant, Kind::EventTrigger};
}

bool isGrant(Kind kind)
{
    return kind == Kind::Grant || kind == Kind::DefaultGrant;
}

Schema::Key grantedOn(const SchemaObject& grants)
{
    return grants.kind == Kind::DefaultGrant ? keyOf(grants) : subjectOf(grants);
}

QString DefaultGrantName::text() const
{
    return role.isEmpty() ? objects : objects + u" of "_s + role;
}

DefaultGrantName DefaultGrantName::parse(const QString& name)
{
    const qsizetype at = name.indexOf(u" of "_s);
    return {name.left(at), at < 0 ? QString() : name.mid(at + 4)};
}

QString defaultGrantObjects(Kind kind)
{
    switch (kind) {
    case Kind::Table:
    case Kind::View:
    case Kind::MaterializedView:
        return kTables;
    case Kind::Sequence:
        return kSequences;
    case Kind::Function:
    case Kind::Aggregate:
        return kFunctions;
    case Kind::Enum:
    case Kind::Domain:
    case Kind::CompositeType:
    case Kind::RangeType:
        return kTypes;
    case Kind::Schema:
        return kSchemas;
    default:
        return {};
    }
}

QList<std::pair<QChar, QString>> defaultGrantWords()
{
    return {{u'r', kTables}, {u'S', kSequences}, {u'f', kFunctions},
            {u'T', kTypes},  {u'n', kSchemas},   {u'L', kLargeObjects}};
}

QString unknownGrants()
{
    return u"not known"_s;
}

QString nothingGranted()
{
    return u"nobody but the owner"_s;
}

GrantList usualGrants(const Schema::Key& subject, int serverMajor)
{
    // Before 15 everybody may make objects in public.
    const bool mayCreate = serverMajor != 0 && serverMajor < 15;
    switch (subject.kind) {
    case Kind::DefaultGrant: {
        const QString objects = DefaultGrantName::parse(subject.name).objects;
        // Those of a schema come on top.
        if (subject.schema.isEmpty() && objects == kFunctions)
            return {{{u"PUBLIC"_s, {u"EXECUTE"_s}}}};
        if (subject.schema.isEmpty() && objects == kTypes)
            return {{{u"PUBLIC"_s, {u"USAGE"_s}}}};
        return {};
    }
    case Kind::Function:
    case Kind::Aggregate:
        return {{{u"PUBLIC"_s, {u"EXECUTE"_s}}}};
    case Kind::Enum:
    case Kind::Domain:
    case Kind::CompositeType:
    case Kind::RangeType:
        return {{{u"PUBLIC"_s, {u"USAGE"_s}}}};
    case Kind::Schema:
        if (subject.name == "public"_L1)
            return {{{u"PUBLIC"_s,
                      mayCreate ? QStringList{u"CREATE"_s, u"USAGE"_s} : QStringList{u"USAGE"_s}}}};
        return {};
    default:
        return {};
    }
}

GrantList GrantList::parse(const QString& definition)
{
    GrantList list;
    if (definition == nothingGranted())
        return list;
    qsizetype from = 0;
    bool isQuoted = false;
    for (qsizetype at = 0; at <= definition.size(); ++at) {
        const QChar c = at < definition.size() ? definition.at(at) : QChar(u';');
        if (c == u'"')
            isQuoted = !isQuoted;
        if (c != u';' || isQuoted)
            continue;
        const QString entry = definition.mid(from, at - from).trimmed();
        const qsizetype colon = entry.lastIndexOf(u": "_s);
        if (colon > 0)
            list.entries << Entry{entry.left(colon), entry.mid(colon + 2).split(u", "_s)};
        from = at + 1;
    }
    return list;
}

QString GrantList::text() const
{
    QStringList texts;
    for (const Entry& entry : entries)
        texts << entry.grantee + u": "_s + entry.privileges.join(u", "_s);
    return texts.isEmpty() ? nothingGranted() : texts.join(u"; "_s);
}

} // namespace socrates::core
