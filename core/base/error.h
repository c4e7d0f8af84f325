// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace socrates::core {

/// A place in a file the person wrote. Lines and columns count from 1; 0 means unknown.
struct SourceLocation
{
    QString file;
    int line = 0;
    int column = 0;

    bool isValid() const { return !file.isEmpty(); }
    /// "file:line:column", leaving out what is unknown.
    QString text() const;
};

/// What went wrong, as a value. `code` is stable and dotted, its first part says the kind:
///   project.*  the project folder or one of its files    usage.*  the request itself
///   conn.*     no connection, or it was lost before work  busy.*   somebody else holds a lock
///   stopped.*  the person asked to stop                   sql.*    the server refused a statement
///   version.*  the version table or its rows              schema.* the schema is not as expected
///   server.*   the private server                         internal.*  a fault of this program
/// No field ever holds a password: build errors through the functions that redact.
struct Error
{
    QString code;
    QString summary;  ///< one sentence, what happened
    QString detail;   ///< why, in the server's or the system's words
    QString hint;     ///< what to do about it
    QString database; ///< the project's name of the database, where one is concerned
    QString revision; ///< the revision, where one is concerned
    SourceLocation where;
    QString statement;         ///< the SQL that failed
    int statementPosition = 0; ///< of the fault in `statement`, in code points from 1; 0: unknown
    QString sqlState;          ///< PostgreSQL's five-character code, or empty
    QString technical;         ///< context, constraint, table: for people who know PostgreSQL

    bool isKind(QLatin1StringView kind) const
    {
        return code.startsWith(kind) && code.size() > kind.size() && code.at(kind.size()) == u'.';
    }
    /// Several lines for a terminal or a log: summary, place, detail, hint.
    QString text() const;
};

using Errors = QList<Error>;

/// The exit codes of CONTRACT.md.
enum class ExitCode {
    Done = 0,
    Failed = 1,
    Usage = 2,
    Differs = 3,
    CannotConnect = 4,
    Busy = 5,
    Stopped = 6,
};

/// The exit code that CONTRACT.md assigns to an error, from the kind in its code.
ExitCode exitCodeOf(const Error& error);

} // namespace socrates::core
