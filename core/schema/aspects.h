// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/schema.h"

namespace socrates::core {

/// An aspect is an object that says something of another one, its subject: its comment, its grants,
/// its owner. Its key is the subject's schema and table (the table itself for a table), and the
/// subject as name: "column email", "table users", "function f(integer)".

bool isAspect(SchemaObject::Kind kind);
/// The aspect of a subject.
SchemaObject aspectOf(SchemaObject::Kind aspect, const SchemaObject& subject,
                      const QString& definition);
/// What an aspect speaks of.
Schema::Key subjectOf(const SchemaObject& aspect);
/// The subject itself, or null. A sequence is found whatever column owns it.
const SchemaObject* subjectIn(const Schema& schema, const SchemaObject& aspect);
/// Who owns the subject there; the owner of a column is its table's, and of default privileges the
/// role that they are of. Empty where it is not known.
QString ownerIn(const Schema& schema, const SchemaObject& aspect);
/// "comment on", "grants on", "owner of"; also of default privileges, which are about no object.
QString aspectText(SchemaObject::Kind aspect);

/// What a hosting adds to every database, so that it is compared only where a revision sets it.
QSet<SchemaObject::Kind> kindsOfHostings();
/// Grants, and those by default.
bool isGrant(SchemaObject::Kind kind);
/// What grants are about: the subject, and of default privileges these themselves.
Schema::Key grantedOn(const SchemaObject& grants);

/// The two halves of the name of default privileges.
struct DefaultGrantName
{
    QString objects; ///< "tables"
    QString role;    ///< empty: the one that runs the revisions

    static DefaultGrantName parse(const QString& name);
    QString text() const;
};

/// The word for what default privileges of such objects are of: "tables" for a view. Empty where
/// there are none, as for a column. The server's letters for them are in defaultGrantWords.
QString defaultGrantObjects(SchemaObject::Kind kind);
/// pg_default_acl.defaclobjtype and the word, each.
QList<std::pair<QChar, QString>> defaultGrantWords();

/// Who may do what beside the owner, as a Grant's definition has it:
/// "app: INSERT, SELECT*; PUBLIC: SELECT", a star for what may be passed on.
struct GrantList
{
    struct Entry
    {
        QString grantee; ///< quoted where needed; PUBLIC; OWNER for less than an owner has
        QStringList privileges;
        bool operator==(const Entry&) const = default;
    };
    QList<Entry> entries; ///< by grantee, one for each

    bool operator==(const GrantList&) const = default;

    static GrantList parse(const QString& definition);
    QString text() const;
};

/// What everybody has by PostgreSQL's own rules where nothing is granted or revoked; there is no
/// Grant then. `serverMajor` may be 0, not known.
GrantList usualGrants(const Schema::Key& subject, int serverMajor);

/// What the definition of default privileges says where the revisions do not tell whose they are.
QString unknownGrants();

/// What a Grant's definition says where nothing is granted although PostgreSQL would by itself.
QString nothingGranted();

} // namespace socrates::core
