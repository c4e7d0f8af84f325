// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace socrates::core {

/// One SQL statement of a script, without the semicolon and without leading comments.
struct Statement
{
    QString text;
    int line = 0;   ///< of its first character, in the file (from 1)
    int column = 0; ///< of its first character, in code points (from 1)

    /// File line and column of PostgreSQL's 1-based error position (code points in `text`).
    struct Place
    {
        int line;
        int column;
    };
    Place placeOf(int position) const;
};

/// Splits at the semicolons that end statements: not those inside strings, quoted identifiers,
/// comments, parentheses (CREATE RULE) or BEGIN ATOMIC bodies. Empty statements are left out.
/// `firstLine` is the file line on which `sql` begins.
QList<Statement> splitStatements(QStringView sql, int firstLine = 1);

} // namespace socrates::core
