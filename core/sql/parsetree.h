// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringView>

#include <optional>

namespace socrates::core {

/// A statement as PostgreSQL's own parser sees it (libpg_query's JSON).
struct ParsedStatement
{
    QString kind;     ///< "AlterTableStmt"
    QJsonObject node; ///< what stands below the kind
};

/// The major version whose grammar is known ("15"); empty: built without libpg_query, so that
/// nothing can be parsed.
QString parserVersion();

/// Nothing for what this grammar refuses. That never means "invalid": a newer server may know it.
/// From any thread.
std::optional<ParsedStatement> parseStatement(const QString& statement);

/// PostgreSQL's position (code points from 1) of a byte offset in the tree; 0: unknown.
int positionOf(const QString& statement, int byteOffset);

} // namespace socrates::core
