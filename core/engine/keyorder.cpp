// SPDX-License-Identifier: MIT
#include "core/engine/keyorder.h"

#include "core/postgres/connection.h"

#include <QtEndian>
#include <QUuid>

#include <algorithm>
#include <cstring>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

bool isInteger(const QString& type)
{
    return type == "int2"_L1 || type == "int4"_L1 || type == "int8"_L1;
}

bool isCharacters(const QString& type)
{
    return type == "text"_L1 || type == "varchar"_L1 || type == "bpchar"_L1 || type == "name"_L1 ||
           type == "citext"_L1;
}

std::strong_ordering compareBytes(QByteArrayView a, QByteArrayView b)
{
    const int order = std::memcmp(a.data(), b.data(), size_t(std::min(a.size(), b.size())));
    return order != 0 ? order <=> 0 : a.size() <=> b.size();
}

/// A numeric's text without trailing zeros, taken apart.
struct Decimal
{
    explicit Decimal(QByteArrayView text)
    {
        isNegative = text.startsWith('-');
        if (isNegative)
            text = text.sliced(1);
        // Above every number, NaN above infinity: PostgreSQL's order.
        if (text == QByteArrayView("NaN"))
            rank = 2;
        else if (text == QByteArrayView("Infinity"))
            rank = 1;
        const qsizetype point = text.indexOf('.');
        whole = point < 0 ? text : text.first(point);
        fraction = point < 0 ? QByteArrayView() : text.sliced(point + 1);
    }
    bool isNegative = false;
    int rank = 0;
    QByteArrayView whole, fraction;
};

std::strong_ordering compareMagnitudes(const Decimal& a, const Decimal& b)
{
    if (a.rank != b.rank || a.rank > 0)
        return a.rank <=> b.rank;
    if (a.whole.size() != b.whole.size())
        return a.whole.size() <=> b.whole.size(); // no leading zeros but the one before a point
    if (const auto order = compareBytes(a.whole, b.whole); order != 0)
        return order;
    return compareBytes(a.fraction, b.fraction);
}

std::strong_ordering compareDecimals(const Decimal& a, const Decimal& b)
{
    if (a.isNegative != b.isNegative)
        return a.isNegative ? std::strong_ordering::less : std::strong_ordering::greater;
    return a.isNegative ? compareMagnitudes(b, a) : compareMagnitudes(a, b);
}

} // namespace

std::optional<KeyOrder> commonKeyOrder(const QString& a, const QString& b)
{
    if (a == "citext"_L1 && b == a)
        return KeyOrder::CaseInsensitive;
    if (isCharacters(a) && isCharacters(b))
        return KeyOrder::Text;
    if (isInteger(a) && isInteger(b))
        return KeyOrder::Integer;
    const auto isNumber = [](const QString& type) {
        return type == "numeric"_L1 || isInteger(type);
    };
    if (isNumber(a) && isNumber(b))
        return KeyOrder::Numeric;
    if (a != b || a.isEmpty())
        return std::nullopt;
    return a == "uuid"_L1 ? KeyOrder::Uuid : KeyOrder::Text;
}

QString keyCopySql(const QString& schema, const QString& table, const QString& column,
                   KeyOrder order, const QString& encoding)
{
    const QString name = Connection::identifier(column);
    QString key = name;
    QString orderBy = name; // of the bare column, so that an index can give the order
    switch (order) {
    case KeyOrder::Uuid:
        break;
    case KeyOrder::Integer:
        key = name + u"::int8"_s;
        break;
    case KeyOrder::Numeric:
        key = u"trim_scale(%1::numeric)::text"_s.arg(name);
        break;
    case KeyOrder::Text:
    case KeyOrder::CaseInsensitive:
        key = name + u"::text"_s;
        if (order == KeyOrder::CaseInsensitive)
            key = u"lower(%1)"_s.arg(key);
        // Elsewhere the order of bytes is not that of UTF-8, in which the keys arrive.
        if (encoding != "UTF8"_L1 && encoding != "SQL_ASCII"_L1)
            key = u"convert_to(%1, 'UTF8')"_s.arg(key);
        else
            key += u" COLLATE \"C\""_s;
        orderBy = key;
        break;
    }
    return u"COPY (SELECT %1 FROM %2.%3 WHERE %4 IS NOT NULL ORDER BY %5) TO STDOUT (FORMAT binary)"_s
        .arg(key, Connection::identifier(schema), Connection::identifier(table), name, orderBy);
}

std::strong_ordering compareKeys(KeyOrder order, QByteArrayView a, QByteArrayView b)
{
    switch (order) {
    case KeyOrder::Integer:
        return qFromBigEndian<qint64>(a.data()) <=> qFromBigEndian<qint64>(b.data());
    case KeyOrder::Numeric:
        return compareDecimals(Decimal(a), Decimal(b));
    case KeyOrder::Uuid:
    case KeyOrder::Text:
    case KeyOrder::CaseInsensitive:
        break;
    }
    return compareBytes(a, b);
}

QString keyText(KeyOrder order, QByteArrayView key)
{
    if (order == KeyOrder::Uuid)
        return QUuid::fromRfc4122(key).toString(QUuid::WithoutBraces);
    if (order == KeyOrder::Integer)
        return QString::number(qFromBigEndian<qint64>(key.data()));
    return QString::fromUtf8(key);
}

} // namespace socrates::core
