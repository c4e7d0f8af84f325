// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/schema.h"

#include <QHash>
#include <QSet>

#include <utility>

namespace socrates::core {

/// Schema and name of a table or view.
using RelationName = std::pair<QString, QString>;

/// What a query as the server writes it reads from: the names after FROM, JOIN and the commas
/// between. Those that a WITH query has given its name to are not among them.
QSet<RelationName> relationsIn(const QString& query);

/// Which views of a schema stand on which tables and views. A view that seems to stand on itself by
/// way of others does no harm.
class ViewOrder
{
public:
    explicit ViewOrder(const Schema& schema);

    /// How many views one stands on, one on the other, at most: the order in which they are made.
    int depthOf(const Schema::Key& view) const;
    /// The views that read from this table or view themselves.
    QList<Schema::Key> usersOf(const RelationName& relation) const
    {
        return m_users.value(relation);
    }
    QSet<RelationName> relationsOf(const Schema::Key& view) const;

private:
    struct Node
    {
        QSet<RelationName> relations;
        mutable int depth = -1; ///< not yet known
        mutable bool isBeingAsked = false;
    };
    int depthOf(const Node& node) const;

    QHash<RelationName, Node> m_nodes;
    QHash<RelationName, QList<Schema::Key>> m_users;
};

} // namespace socrates::core
