// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

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
    };
    Kind kind = Kind::Table;
    QString schema; ///< "public"
    QString table;  ///< for what belongs to a table or view; else empty
    QString name;
    QString definition; ///< "uuid not null default gen_random_uuid()", "btree (email)", ...
    QString owner;      ///< role; not compared, shown
    int position = 0;   ///< columns: order within the table, without gaps; else 0

    bool operator==(const SchemaObject&) const = default;
};

/// "table", "column", "primary_key", ... as CONTRACT.md's "object".
QString kindText(SchemaObject::Kind kind);
std::optional<SchemaObject::Kind> kindFromText(const QString& text);

/// What a database holds. A value. Extensions' own objects, alembic_version and the schema
/// socrates_admin are not in it.
class Schema
{
public:
    struct Key
    {
        SchemaObject::Kind kind;
        QString schema, table, name;
        auto operator<=>(const Key&) const = default;
        bool operator==(const Key&) const = default;
    };

    void add(SchemaObject object);
    const SchemaObject* find(const Key& key) const;
    /// In key order.
    const QMap<Key, SchemaObject>& objects() const { return m_objects; }
    QList<SchemaObject> objectsOf(const QString& schema, const QString& table) const;
    /// (schema, name) of every table.
    QList<SchemaObject> tables() const;
    bool isEmpty() const { return m_objects.isEmpty(); }
    /// Kinds of objects that were seen but are not compared ("3 rules", "1 event trigger").
    QStringList notCompared;

    QJsonObject toJson() const;
    static Result<Schema> fromJson(const QJsonObject& json, const QString& filePath);

    bool operator==(const Schema& other) const { return m_objects == other.m_objects; }

private:
    QMap<Key, SchemaObject> m_objects;
};

/// SHA-256 over everything that is compared.
QString fingerprint(const Schema& schema);

} // namespace socrates::core
