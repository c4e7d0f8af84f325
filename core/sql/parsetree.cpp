// SPDX-License-Identifier: MIT
#include "core/sql/parsetree.h"

#include <QJsonArray>
#include <QJsonDocument>

#ifdef SOCRATES_HAS_PG_QUERY
#include <pg_query.h>
#endif

namespace socrates::core {

using namespace Qt::StringLiterals;

#ifdef SOCRATES_HAS_PG_QUERY

QString parserVersion()
{
    return QStringLiteral(PG_VERSION);
}

std::optional<ParsedStatement> parseStatement(const QString& statement)
{
    const PgQueryParseResult result = pg_query_parse(statement.toUtf8().constData());
    const QByteArray json = result.error != nullptr ? QByteArray() : QByteArray(result.parse_tree);
    pg_query_free_parse_result(result);
    const QJsonArray statements =
        QJsonDocument::fromJson(json).object().value("stmts"_L1).toArray();
    if (statements.size() != 1)
        return std::nullopt;
    const QJsonObject tree = statements.first().toObject().value("stmt"_L1).toObject();
    if (tree.isEmpty())
        return std::nullopt;
    return ParsedStatement{tree.begin().key(), tree.begin().value().toObject()};
}

#else

QString parserVersion()
{
    return {};
}

std::optional<ParsedStatement> parseStatement(const QString&)
{
    return std::nullopt;
}

#endif

int positionOf(const QString& statement, int byteOffset)
{
    const QByteArray bytes = statement.toUtf8();
    if (byteOffset <= 0 || byteOffset > bytes.size())
        return 0;
    return int(QString::fromUtf8(bytes.first(byteOffset)).toUcs4().size()) + 1;
}

} // namespace socrates::core
