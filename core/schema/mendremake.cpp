// SPDX-License-Identifier: MIT
// What stands in the way of a change is dropped and made again as schemaAfter says.
#include "core/postgres/connection.h"
#include "core/schema/aspects.h"
#include "core/schema/constraintcolumns.h"
#include "core/schema/definitionparts.h"
#include "core/schema/mender.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;

void Mender::remake(const SchemaObject& from)
{
    drop(from);
    if (const SchemaObject* again = m_after.find(keyOf(from)))
        create(*again);
}

void Mender::alterView(const SchemaObject& from, const SchemaObject& to)
{
    // CREATE OR REPLACE adds columns at the end and leaves all else about the view alone, but what
    // it reads from must still be there until then.
    const auto columnsOf = [](const Schema& schema, const SchemaObject& view) {
        QStringList columns;
        for (const SchemaObject& part : schema.objectsOf(view.schema, view.name)) {
            if (part.kind == Kind::Column)
                columns << Connection::identifier(part.name) + u' ' +
                               ColumnParts::parse(part.definition).type;
        }
        return columns;
    };
    const QStringList columns = columnsOf(m_found, from);
    bool isReplaceable =
        to.kind == Kind::View && columnsOf(m_after, to).mid(0, columns.size()) == columns;
    const QSet<RelationName> relations = m_foundViews.relationsOf(keyOf(from));
    for (const auto& [schema, name] : relations) {
        const bool isThere = m_after.find({Kind::Table, schema, {}, name}) != nullptr ||
                             m_after.find({Kind::View, schema, {}, name}) != nullptr ||
                             m_after.find({Kind::MaterializedView, schema, {}, name}) != nullptr;
        isReplaceable = isReplaceable && isThere;
    }
    if (isReplaceable)
        m_replacedViews.insert(keyOf(to));
    else
        remakeView(keyOf(to));
}

void Mender::replaceViews()
{
    for (const Schema::Key& key : m_remadeViews)
        m_replacedViews.erase(key);
    for (const Schema::Key& key : m_replacedViews)
        create(*m_after.find(key));
}

void Mender::remakeView(const Schema::Key& key)
{
    const SchemaObject* there = m_found.find(key);
    if (there == nullptr || !m_remadeViews.insert(key).second)
        return;
    for (const Schema::Key& user : m_foundViews.usersOf({key.schema, key.name}))
        remakeView(user);
    for (const SchemaObject& policy : m_found.ofKind(Kind::Policy)) {
        if (mentions(policy.definition, key.name))
            remake(policy);
    }
    remake(*there);
}

void Mender::remakeWhatUses(const SchemaObject& column)
{
    for (const Schema::Key& view : m_foundViews.usersOf({column.schema, column.table})) {
        if (mentions(m_found.find(view)->definition, column.name))
            remakeView(view);
    }
    for (const Kind kind : {Kind::Policy, Kind::Rule, Kind::Trigger}) {
        for (const SchemaObject& part : m_found.ofKind(kind)) {
            const bool isOfTable = part.schema == column.schema && part.table == column.table;
            if (mentions(part.definition, column.name) &&
                (isOfTable || (kind != Kind::Trigger && mentions(part.definition, column.table))))
                remake(part);
        }
    }
    remakeWhatComputes(column);
}

void Mender::remakeWhatComputes(const SchemaObject& column)
{
    for (const SchemaObject& part : m_found.objectsOf(column.schema, column.table)) {
        const SchemaObject* again = m_after.find(keyOf(part));
        if (isInherited(m_found, part))
            continue; // it is made again with its parent's
        if (part.kind == Kind::Column && part.name != column.name && again != nullptr &&
            mentions(ColumnParts::parse(part.definition).generated, column.name) &&
            isFirst("compute", part))
            alterGenerated(part, *again);
    }
}

void Mender::remakeWhatHangsOn(const SchemaObject& column)
{
    const auto hangsOnIt = [&column](const SchemaObject& part) {
        switch (part.kind) {
        case Kind::PrimaryKey:
        case Kind::Unique:
        case Kind::ForeignKey: // what it refers to bears names of another table
            return constraintColumns(part.definition).columns.contains(column.name);
        case Kind::Check:
        case Kind::Exclusion:
        case Kind::Index:
        case Kind::Statistics:
            return mentions(part.definition, column.name);
        default:
            return false;
        }
    };
    for (const SchemaObject& part : partsOf(m_found, {column.schema, column.table})) {
        if (!hangsOnIt(part) || !isFirst("drop", part))
            continue; // it goes with the column
        m_gone.insert(keyOf(part));
        if (part.kind == Kind::PrimaryKey || part.kind == Kind::Unique)
            remakeForeignKeysTo(*m_found.find({Kind::Table, part.schema, {}, part.table}), &part);
        if (const SchemaObject* again = m_after.find(keyOf(part)))
            create(*again);
    }
    for (const SchemaObject& part : partsOf(m_after, {column.schema, column.table})) {
        if (hangsOnIt(part))
            create(part); // new on it
    }
}

QList<SchemaObject> Mender::partsOf(const Schema& schema, const RelationName& relation) const
{
    QList<SchemaObject> parts = schema.objectsOf(relation.first, relation.second);
    for (const SchemaObject& statistics : schema.ofKind(Kind::Statistics)) {
        if (statistics.table.isEmpty() && statisticsTarget(statistics.definition) == relation)
            parts << statistics;
    }
    return parts;
}

void Mender::remakeInChildren(const SchemaObject& column)
{
    for (const SchemaObject& table : m_found.tables()) {
        const bool isChild =
            parentsOf(m_found, table.schema, table.name)
                .contains(m_found.find({Kind::Table, column.schema, {}, column.table}));
        const SchemaObject* own =
            isChild ? m_found.find({Kind::Column, table.schema, table.name, column.name}) : nullptr;
        if (own == nullptr || !isFirst("compute", *own))
            continue;
        remakeWhatUses(*own);
        m_gone.insert(keyOf(*own));
        remakeInChildren(*own);
        remakeWhatHangsOn(*own);
    }
}

QList<const SchemaObject*> Mender::usersOf(const QString& word) const
{
    if (m_users.isEmpty()) {
        for (const SchemaObject& object : m_found.objects()) {
            const QSet<QString> words =
                isAspect(object.kind) ? QSet<QString>() : wordsIn(object.definition);
            for (const QString& each : words)
                m_users[each] << &object;
        }
    }
    const QSet<QString> words = wordsIn(word);
    QList<const SchemaObject*> users =
        words.isEmpty() ? QList<const SchemaObject*>() : m_users.value(*words.begin());
    users.removeIf([&word](const SchemaObject* user) { return !mentions(user->definition, word); });
    return users;
}

void Mender::remakeWhatCalls(const SchemaObject& function)
{
    for (const SchemaObject* each : usersOf(bareRoutineName(function.name))) {
        const SchemaObject& user = *each;
        switch (user.kind) {
        case Kind::View:
        case Kind::MaterializedView:
            remakeView(keyOf(user));
            break;
        case Kind::Column:
            remakeDefault(user);
            break;
        case Kind::Index:
            if (belongsToConstraint(m_found, user))
                break;
            [[fallthrough]];
        case Kind::Trigger:
        case Kind::Policy:
        case Kind::Rule:
        case Kind::EventTrigger:
        case Kind::Check:
        case Kind::Exclusion:
        case Kind::Aggregate:
            remake(user);
            break;
        default:
            break;
        }
    }
}

void Mender::remakeDefault(const SchemaObject& column)
{
    const SchemaObject* again = m_after.find(keyOf(column));
    const bool isOfTable = m_found.find({Kind::Table, column.schema, {}, column.table}) != nullptr;
    const ColumnParts parts = ColumnParts::parse(column.definition);
    if (again == nullptr || !isOfTable)
        return;
    if (!parts.generated.isEmpty() && !parts.isIdentity()) {
        if (isFirst("compute", column) && !isInherited(m_found, column))
            alterGenerated(column, *again);
        return;
    }
    // What differs is set as it is to be already.
    if (ColumnParts::parse(again->definition).fallback == parts.fallback) {
        alterDefault(column, parts, ColumnParts());
        alterDefault(column, ColumnParts(), parts);
    }
}

} // namespace socrates::core
