// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <compare>
#include <optional>

namespace socrates::core {

/// One object of a schema with its definition as canonical text, so that two are equal exactly
/// when PostgreSQL would describe them alike. Names of schemas on the default path ("public") are
/// left out of definitions.
struct SchemaObject
{
    enum class Kind {
        Schema,
        Table,
        Column,
        PrimaryKey,
        Unique,
        ForeignKey,
        Check,
        Exclusion,
        Index,
        Sequence,
        Enum,
        Domain,
        CompositeType,
        View,
        MaterializedView,
        Function,
        Trigger,
        Policy,
        Extension,
        Rule,
        Statistics,
        Collation,
        Aggregate,
        RangeType,
        EventTrigger,
        /// What one role's objects give others when they are made. Its name says of what, and of
        /// which role unless it is the one that runs the revisions: "tables", "functions of app".
        /// The schema is empty where all schemas are meant.
        DefaultGrant,
        Comment, ///< of another object, its subject; see aspects.h
        Grant,   ///< likewise: what others than the owner may do
        Owner,   ///< likewise, and only where a revision sets it
    };
    static constexpr Kind kLastKind = Kind::Owner;
    Kind kind = Kind::Table;
    QString schema; ///< "public"
    QString table;  ///< for what belongs to a table or view; else empty
    QString name;
    QString definition; ///< "uuid not null default gen_random_uuid()", "btree (email)", ...
    QString owner;      ///< role; shown, and compared where an object of kind Owner asks for it
    int position = 0;   ///< columns, of views too: order without gaps; else 0

    bool operator==(const SchemaObject&) const = default;
};

/// "table", "column", "primary_key", ... as CONTRACT.md's "object".
QString kindText(SchemaObject::Kind kind);
std::optional<SchemaObject::Kind> kindFromText(const QString& text);

/// [kind, schema, table, name, definition] and, for columns, the position. Owners are left out:
/// they say who ran a replay, not what a database must look like.
QJsonArray objectToJson(const SchemaObject& object);
Result<SchemaObject> objectFromJson(const QJsonValue& value, const QString& filePath);

/// What bears on the mending of a schema that was read from a server, but is no part of it.
struct ServerFacts
{
    QSet<QString> roles;
    /// Whoever runs the revisions there: the owner of most tables, else of the version table, else
    /// who read all this.
    QString maker;
    QString versionTableOwner; ///< empty: there is no version table
    struct SequenceValue
    {
        qint64 last = 0;
        bool isCalled = false; ///< false: `last` itself is given next
    };
    /// Of the sequences that readSequenceValues was asked for and this role may read, by schema
    /// and name; none: it was not asked.
    std::optional<QHash<std::pair<QString, QString>, SequenceValue>> sequenceValues;
};

/// What a database holds. A value. Extensions' own objects, alembic_version and the schema
/// socrates_admin are not in it.
class Schema
{
public:
    struct Key
    {
        SchemaObject::Kind kind;
        QString schema, table, name;
        std::strong_ordering operator<=>(const Key& other) const;
        bool operator==(const Key&) const = default;
    };

    /// Replaces an object of the same key.
    void add(SchemaObject object);
    bool remove(const Key& key);
    const SchemaObject* find(const Key& key) const;
    /// By its name alone, whatever column owns it.
    const SchemaObject* findSequence(const QString& schema, const QString& name) const;
    /// In key order.
    const QMap<Key, SchemaObject>& objects() const { return m_objects; }
    /// Objects that stand together in key order. Good until the schema changes.
    struct Range
    {
        QMap<Key, SchemaObject>::const_iterator first, last;
        QMap<Key, SchemaObject>::const_iterator begin() const { return first; }
        QMap<Key, SchemaObject>::const_iterator end() const { return last; }
    };
    Range ofKind(SchemaObject::Kind kind) const;
    QList<SchemaObject> objectsOf(const QString& schema, const QString& table) const;
    /// (schema, name) of every table.
    QList<SchemaObject> tables() const;
    bool isEmpty() const { return m_objects.isEmpty(); }
    /// Kinds of objects that were seen but are not compared ("3 rules", "1 event trigger").
    QStringList notCompared;
    /// Major version of the server that it was read from; 0 where a file has it, which says none.
    int serverMajor = 0;
    /// Only of a database that is looked after, not of a replay's.
    std::optional<ServerFacts> server;

    QJsonObject toJson() const;
    static Result<Schema> fromJson(const QJsonObject& json, const QString& filePath);

    bool operator==(const Schema& other) const { return m_objects == other.m_objects; }

private:
    QMap<Key, SchemaObject> m_objects;
    QHash<std::pair<QString, QString>, QString> m_sequenceTables; ///< by schema and name
};

Schema::Key keyOf(const SchemaObject& object);

bool isView(SchemaObject::Kind kind); ///< materialized ones too
/// What has columns: a table or a view.
bool isTableLike(SchemaObject::Kind kind);
bool isConstraint(SchemaObject::Kind kind);
/// A constraint that keeps an index of its own, of its name.
bool hasIndex(SchemaObject::Kind kind);

/// SHA-256 over everything that is compared.
QString fingerprint(const Schema& schema);

} // namespace socrates::core
