// SPDX-License-Identifier: MIT
#include "core/sql/treenames.h"

namespace socrates::core::tree {

using namespace Qt::StringLiterals;

QString text(const QJsonValue& node)
{
    return node["String"_L1]["sval"_L1].toString();
}

QStringList texts(const QJsonValue& list)
{
    QStringList result;
    for (const QJsonValue& item : list.toArray())
        result << text(item);
    return result;
}

QString qualified(const QStringList& parts)
{
    if (parts.isEmpty())
        return {};
    return (parts.size() > 1 ? parts.at(parts.size() - 2) : u"public"_s) + u'.' + parts.last();
}

QString relation(const QJsonValue& rangeVar)
{
    const QString name = rangeVar["relname"_L1].toString();
    return name.isEmpty() ? QString()
                          : rangeVar["schemaname"_L1].toString(u"public"_s) + u'.' + name;
}

QString shown(const QString& qualifiedName)
{
    return qualifiedName.startsWith("public."_L1) ? qualifiedName.mid(7) : qualifiedName;
}

QList<QJsonObject> nodes(const QJsonValue& list, QLatin1StringView kind)
{
    QList<QJsonObject> result;
    for (const QJsonValue& item : list.toArray()) {
        if (const QJsonValue node = item[kind]; node.isObject())
            result << node.toObject();
    }
    return result;
}

TypeName typeName(const QJsonValue& node)
{
    TypeName type;
    QStringList names = texts(node["names"_L1]);
    if (!names.isEmpty() && names.first() == "pg_catalog"_L1)
        names.removeFirst();
    type.name = names.join(u'.');
    for (const QJsonObject& modifier : nodes(node["typmods"_L1], "A_Const"_L1))
        type.modifiers << modifier.value("ival"_L1)["ival"_L1].toInt();
    type.isArray = !node["arrayBounds"_L1].toArray().isEmpty();
    return type;
}

} // namespace socrates::core::tree
