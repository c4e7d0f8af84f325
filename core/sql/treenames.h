// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace socrates::core::tree {

/// {"String": {"sval": "a"}} -> "a"
QString text(const QJsonValue& node);
/// A list of such, in order.
QStringList texts(const QJsonValue& list);
/// "schema.table" of a RangeVar; the schema is "public" where none is written.
QString relation(const QJsonValue& rangeVar);
/// The same for a name in parts: ["s", "t"], ["t"].
QString qualified(const QStringList& parts);
/// How people write the name: without "public.".
QString shown(const QString& qualifiedName);
/// The children of a list, each without its wrapper of the given kind; others are left out.
QList<QJsonObject> nodes(const QJsonValue& list, QLatin1StringView kind);

/// A type as its tree writes it: "varchar", "numeric", "s.mood", and its modifiers.
struct TypeName
{
    QString name;
    QList<int> modifiers;
    bool isArray = false;
    bool operator==(const TypeName&) const = default;
};
TypeName typeName(const QJsonValue& node);

} // namespace socrates::core::tree
