// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <compare>
#include <optional>

namespace socrates::core {

/// How the keys of both sides are ordered: in a way that two servers of any version, locale and
/// encoding agree on, and that we can repeat.
enum class KeyOrder {
    Uuid,            ///< 16 bytes
    Integer,         ///< as int8
    Numeric,         ///< by value, whatever the scale
    Text,            ///< bytes of UTF-8
    CaseInsensitive, ///< citext: the same in lower case
};

/// The order in which columns of these two types can be compared; none: they cannot. Names are
/// PostgreSQL's own ("int4").
std::optional<KeyOrder> commonKeyOrder(const QString& a, const QString& b);

/// COPY (...) TO STDOUT of a column in that order, without nulls, in the binary format.
/// `encoding`: of the database.
QString keyCopySql(const QString& schema, const QString& table, const QString& column,
                   KeyOrder order, const QString& encoding);

/// The order of two keys as keyCopySql sends them.
std::strong_ordering compareKeys(KeyOrder order, QByteArrayView a, QByteArrayView b);
/// A key as a person reads it.
QString keyText(KeyOrder order, QByteArrayView key);

} // namespace socrates::core
