// SPDX-License-Identifier: MIT
#include "core/postgres/diagnostics.h"

#include "core/base/texts.h"

#include <algorithm>
#include <iterator>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

struct Hint
{
    const char* code; ///< a class (two characters) or one code (five)
    const char* text;
};

// clang-format off
constexpr Hint hints[] = {
    {"00", QT_TRANSLATE_NOOP("Core",
     "Nothing is wrong: the statement succeeded.")},
    {"01", QT_TRANSLATE_NOOP("Core",
     "This is a warning of the server, not a failure. Read its message; the statement ran.")},
    {"02", QT_TRANSLATE_NOOP("Core",
     "A statement found no row where it looked for one. Check the condition of the query.")},
    {"03", QT_TRANSLATE_NOOP("Core",
     "The server was asked for something before the previous statement had ended. Run it "
     "again; if it repeats, report it as a fault of this program.")},
    {"08", QT_TRANSLATE_NOOP("Core",
     "The connection to the server failed. Check that the server runs and that the network, "
     "VPN or firewall lets it through, then connect again.")},
    {"08P01", QT_TRANSLATE_NOOP("Core",
     "Client and server do not understand each other. A proxy or pooler in between is the "
     "usual cause: connect to the server's own port.")},
    {"08004", QT_TRANSLATE_NOOP("Core",
     "The server refused this connection. Its pg_hba.conf must have a line for this host, user "
     "and database.")},
    {"08006", QT_TRANSLATE_NOOP("Core",
     "The connection broke. Connect again; what the server really has is read afresh.")},
    {"08007", QT_TRANSLATE_NOOP("Core",
     "The connection broke while the transaction was ending. Refresh: the version table tells "
     "whether it was committed.")},
    {"09", QT_TRANSLATE_NOOP("Core",
     "A trigger's action failed. Look at the trigger of the table that is named.")},
    {"0A", QT_TRANSLATE_NOOP("Core",
     "This server does not support what the statement asks. Check the server's version, or "
     "whether the database is behind a pooler or a PostgreSQL-like product.")},
    {"0B", QT_TRANSLATE_NOOP("Core",
     "A transaction was begun where none may be. Take BEGIN and COMMIT out of the revision's "
     "SQL.")},
    {"0F", QT_TRANSLATE_NOOP("Core",
     "A large object was addressed wrongly. Check the locator the statement uses.")},
    {"0L", QT_TRANSLATE_NOOP("Core",
     "The role that grants does not hold the right it gives. Let the owner of the object run "
     "the GRANT, or set the role to run as.")},
    {"0P", QT_TRANSLATE_NOOP("Core",
     "The role named does not exist, or may not be used here. Create it with CREATE ROLE, or "
     "correct the name.")},
    {"0Z", QT_TRANSLATE_NOOP("Core",
     "An exception handler of a function is written wrongly: GET STACKED DIAGNOSTICS belongs "
     "inside EXCEPTION.")},
    {"20", QT_TRANSLATE_NOOP("Core",
     "A CASE in a function met a value for which it has no branch. Add an ELSE.")},
    {"21", QT_TRANSLATE_NOOP("Core",
     "A subquery gave more rows than the one that is expected, or a row was to be changed "
     "twice. Narrow it with a condition or LIMIT 1.")},
    {"22", QT_TRANSLATE_NOOP("Core",
     "A value does not fit the type or the operation. Look at the value and at the column's "
     "type; existing rows may need to be changed first.")},
    {"22001", QT_TRANSLATE_NOOP("Core",
     "A text is longer than its column allows. When the table is alembic_version, the "
     "revision's id is longer than 32 characters: give the revision a shorter id. Otherwise "
     "widen the column or shorten the text.")},
    {"22003", QT_TRANSLATE_NOOP("Core",
     "A number is too large for its type. Use bigint or numeric for the column, or correct the "
     "value.")},
    {"22007", QT_TRANSLATE_NOOP("Core",
     "A text is not a valid date or time. Write it as 2025-01-31 12:00:00.")},
    {"22008", QT_TRANSLATE_NOOP("Core",
     "A date or time is outside the range of its type. Check day and month order and the time "
     "zone.")},
    {"22012", QT_TRANSLATE_NOOP("Core",
     "A division by zero. Guard the divisor with NULLIF(x, 0).")},
    {"22021", QT_TRANSLATE_NOOP("Core",
     "A text holds bytes that are not valid in the database's encoding. Save the file as "
     "UTF-8; the database should be UTF8 as well.")},
    {"22023", QT_TRANSLATE_NOOP("Core",
     "A parameter has a value that is not allowed. The message names it.")},
    {"22P02", QT_TRANSLATE_NOOP("Core",
     "A text cannot be read as the type asked for, often an empty text as a number or a wrong "
     "uuid or enum value. Correct the value or the existing rows.")},
    {"22P05", QT_TRANSLATE_NOOP("Core",
     "A character has no equivalent in the database's encoding. Use a database with encoding "
     "UTF8.")},
    {"23", QT_TRANSLATE_NOOP("Core",
     "A constraint would be violated, so the change was refused. Look at the rows that stand "
     "against it before running it again.")},
    {"23001", QT_TRANSLATE_NOOP("Core",
     "Other rows still refer to this row. Remove or re-point them first.")},
    {"23502", QT_TRANSLATE_NOOP("Core",
     "A column that must not be NULL would be. Fill the existing rows first, or give the "
     "column a default; then set NOT NULL.")},
    {"23503", QT_TRANSLATE_NOOP("Core",
     "A row would refer to one that does not exist. Find the orphaned rows (no partner in the "
     "table that is referred to) and correct them, then run again.")},
    {"23505", QT_TRANSLATE_NOOP("Core",
     "Two rows would have the same key. Find the duplicates with GROUP BY ... HAVING count(*) "
     "> 1 and resolve them. On a catalog table (pg_type, pg_class) it means somebody else is "
     "creating the same object at this moment: refresh and look.")},
    {"23514", QT_TRANSLATE_NOOP("Core",
     "A row breaks a CHECK condition. Correct the rows that do not fulfil it, then run again.")},
    {"23P01", QT_TRANSLATE_NOOP("Core",
     "Two rows conflict under an exclusion constraint. Correct the overlapping rows first.")},
    {"24", QT_TRANSLATE_NOOP("Core",
     "A cursor was used in a state that does not allow it. Check the function's OPEN, FETCH "
     "and CLOSE.")},
    {"25", QT_TRANSLATE_NOOP("Core",
     "The statement is not allowed in the transaction's present state.")},
    {"25001", QT_TRANSLATE_NOOP("Core",
     "This statement cannot run inside a transaction. Put it in a revision of its own, headed "
     "'-- migrate:up transaction:false'.")},
    {"25006", QT_TRANSLATE_NOOP("Core",
     "The server is read-only here: a standby, or a session set to read-only. Connect to the "
     "primary (target_session_attrs=read-write with all hosts), or lift "
     "default_transaction_read_only.")},
    {"25P01", QT_TRANSLATE_NOOP("Core",
     "There is no transaction, though the statement needs one. Remove transaction:false from "
     "the section.")},
    {"25P02", QT_TRANSLATE_NOOP("Core",
     "An earlier statement of the transaction failed, and everything after it is refused. The "
     "first error is the one to mend.")},
    {"25P03", QT_TRANSLATE_NOOP("Core",
     "The server ended the session because its transaction stood idle for too long. Nothing "
     "was changed; run it again, or raise idle_in_transaction_session_timeout.")},
    {"26", QT_TRANSLATE_NOOP("Core",
     "A prepared statement is not known on this connection. A pooler in transaction mode is "
     "the usual cause: use the server's own port.")},
    {"27", QT_TRANSLATE_NOOP("Core",
     "A trigger changed a row that the same statement is changing. Make it an AFTER trigger.")},
    {"28", QT_TRANSLATE_NOOP("Core",
     "The server did not accept this sign-in. Check user name, password and the server's "
     "pg_hba.conf.")},
    {"28000", QT_TRANSLATE_NOOP("Core",
     "This user may not sign in here. Either the role does not exist or has no LOGIN, or "
     "pg_hba.conf has no line that lets this user reach this database from this host (possibly "
     "only with TLS: try sslmode=require).")},
    {"28P01", QT_TRANSLATE_NOOP("Core",
     "The password is wrong, or the user does not exist (the server does not tell which). Type "
     "the password again; an administrator sets a new one with ALTER ROLE name PASSWORD '...'.")},
    {"2B", QT_TRANSLATE_NOOP("Core",
     "Rights given on from here still exist. Revoke with CASCADE, or revoke those first.")},
    {"2BP01", QT_TRANSLATE_NOOP("Core",
     "Other objects still depend on this one; DETAIL names them. Drop or change them first. "
     "CASCADE would drop them too.")},
    {"2D", QT_TRANSLATE_NOOP("Core",
     "COMMIT or ROLLBACK was used where it is not allowed, inside a function or a DO block. "
     "Take it out of the revision's SQL.")},
    {"2F", QT_TRANSLATE_NOOP("Core",
     "A function did something its declaration forbids. Check its volatility and its RETURN.")},
    {"2F005", QT_TRANSLATE_NOOP("Core",
     "A function ended without RETURN. Add the missing RETURN.")},
    {"34", QT_TRANSLATE_NOOP("Core",
     "The cursor named does not exist. Check its name and that it is still open.")},
    {"38", QT_TRANSLATE_NOOP("Core",
     "A function in another language failed. The message and the server's log tell more.")},
    {"39", QT_TRANSLATE_NOOP("Core",
     "A function broke the protocol of its call, for example a trigger function that returned "
     "the wrong thing.")},
    {"3B", QT_TRANSLATE_NOOP("Core",
     "The savepoint named does not exist. Take SAVEPOINT out of the revision's SQL: a revision "
     "is one transaction.")},
    {"3D", QT_TRANSLATE_NOOP("Core",
     "The database named does not exist.")},
    {"3D000", QT_TRANSLATE_NOOP("Core",
     "This database does not exist on the server. Check its name, or create it (Create "
     "Database, or: socrates-migrate provision --admin-url URI).")},
    {"3F", QT_TRANSLATE_NOOP("Core",
     "The schema named does not exist, or none is given and search_path leads nowhere. Create "
     "it with CREATE SCHEMA or correct the name.")},
    {"3F000", QT_TRANSLATE_NOOP("Core",
     "The schema named does not exist, or the role has none it may create in. Create it with "
     "CREATE SCHEMA, or grant: GRANT USAGE, CREATE ON SCHEMA public TO role.")},
    {"40", QT_TRANSLATE_NOOP("Core",
     "The transaction was rolled back by the server because of others that ran at the same "
     "time. Nothing was changed; run it again.")},
    {"40001", QT_TRANSLATE_NOOP("Core",
     "Another transaction changed the same rows. Nothing was changed; run it again.")},
    {"40003", QT_TRANSLATE_NOOP("Core",
     "It is not known whether the statement was carried out. Refresh: the version table and "
     "the catalogs tell.")},
    {"40P01", QT_TRANSLATE_NOOP("Core",
     "Two transactions waited for each other and this one was chosen to give way. Nothing was "
     "changed; run it again when less is going on.")},
    {"42", QT_TRANSLATE_NOOP("Core",
     "The statement is not right for this database: a name, a type or the syntax. The position "
     "shows where.")},
    {"42501", QT_TRANSLATE_NOOP("Core",
     "The role lacks a right. The message names the object; its owner or an administrator can "
     "give it: GRANT CREATE, USAGE ON SCHEMA public TO role (needed from PostgreSQL 15 on), "
     "GRANT SELECT, INSERT, UPDATE, DELETE ON table TO role, or, for ALTER and DROP, run as "
     "the owner (--role).")},
    {"42601", QT_TRANSLATE_NOOP("Core",
     "The SQL has a syntax error at the position shown. If the statement is right for a newer "
     "PostgreSQL, compare the server's version.")},
    {"42602", QT_TRANSLATE_NOOP("Core",
     "A name is not valid. Quote it with double quotes if it has special characters.")},
    {"42622", QT_TRANSLATE_NOOP("Core",
     "A name is longer than 63 bytes. Shorten it.")},
    {"42701", QT_TRANSLATE_NOOP("Core",
     "The column is already there. Somebody may have added it by hand: compare the schema "
     "(Verify) before deciding, and stamp only when it matches.")},
    {"42703", QT_TRANSLATE_NOOP("Core",
     "The column does not exist. Check the spelling, and whether the revision that adds it has "
     "been applied here.")},
    {"42704", QT_TRANSLATE_NOOP("Core",
     "An object that the statement names (type, role, extension, constraint, index) does not "
     "exist here. Check whether the revision that creates it has been applied to this "
     "database.")},
    {"42710", QT_TRANSLATE_NOOP("Core",
     "An object of this name (role, type, constraint, trigger, policy) is already there. "
     "Verify whether it is the one that is wanted before stamping.")},
    {"42723", QT_TRANSLATE_NOOP("Core",
     "A function with this name and these arguments is already there. Use CREATE OR REPLACE "
     "FUNCTION if it is to be replaced.")},
    {"42725", QT_TRANSLATE_NOOP("Core",
     "Several functions fit this call. Cast the arguments to the types that are meant.")},
    {"42804", QT_TRANSLATE_NOOP("Core",
     "The types do not agree. Cast explicitly, in ALTER COLUMN ... TYPE with USING expression.")},
    {"42809", QT_TRANSLATE_NOOP("Core",
     "The object is of another kind than the statement needs, for example a view where a table "
     "is expected.")},
    {"42830", QT_TRANSLATE_NOOP("Core",
     "The column referred to has no unique key. A foreign key needs a primary key or a unique "
     "constraint on the other side.")},
    {"42846", QT_TRANSLATE_NOOP("Core",
     "There is no cast between these types. Write a conversion: ALTER COLUMN ... TYPE t USING "
     "expression.")},
    {"42883", QT_TRANSLATE_NOOP("Core",
     "A function or operator does not exist for these arguments. gen_random_uuid() needs "
     "PostgreSQL 13 or newer (on 12: CREATE EXTENSION pgcrypto); otherwise check spelling, "
     "types, search_path and missing extensions.")},
    {"42939", QT_TRANSLATE_NOOP("Core",
     "The name is reserved for the system. Names must not begin with pg_.")},
    {"42P01", QT_TRANSLATE_NOOP("Core",
     "The table does not exist. Either an earlier revision has not been applied here, or the "
     "table belongs to the other database of the project, or search_path does not lead to its "
     "schema.")},
    {"42P04", QT_TRANSLATE_NOOP("Core",
     "A database of this name is already there. It can be used as it is, if it is the one that "
     "is meant.")},
    {"42P06", QT_TRANSLATE_NOOP("Core",
     "A schema of this name is already there. Use CREATE SCHEMA IF NOT EXISTS, or verify that "
     "it is the one that is wanted.")},
    {"42P07", QT_TRANSLATE_NOOP("Core",
     "The relation already exists. The schema was made outside this history, or the version "
     "table was lost. \"socrates-migrate recognise\" says which revision the tables are, and what "
     "puts it right: when they match a revision, stamp that revision; stamp only after "
     "verifying, since a stamp changes no table. Do not drop the schema: that deletes the "
     "data.")},
    {"42P16", QT_TRANSLATE_NOOP("Core",
     "The table's definition contradicts itself, for example two primary keys.")},
    {"42P17", QT_TRANSLATE_NOOP("Core",
     "The object's definition is not allowed, for example an index on a function that is not "
     "IMMUTABLE.")},
    {"44", QT_TRANSLATE_NOOP("Core",
     "A row would leave the view through which it is written (WITH CHECK OPTION). Correct the "
     "value or write to the table.")},
    {"53", QT_TRANSLATE_NOOP("Core",
     "The server is short of a resource. Tell its administrator; nothing was changed.")},
    {"53100", QT_TRANSLATE_NOOP("Core",
     "The server's disk is full. The step was rolled back. Free space on the server (or ask "
     "its administrator), then run it again.")},
    {"53200", QT_TRANSLATE_NOOP("Core",
     "The server is out of memory, or its table of locks is full: raise "
     "max_locks_per_transaction, or do less in one revision.")},
    {"53300", QT_TRANSLATE_NOOP("Core",
     "The server has no connection left. Close other programs, wait, or raise max_connections; "
     "an administrator's reserve is kept for superusers.")},
    {"53400", QT_TRANSLATE_NOOP("Core",
     "A configured limit of the server is reached. The message names the setting.")},
    {"54", QT_TRANSLATE_NOOP("Core",
     "The statement is beyond one of PostgreSQL's limits. Split it.")},
    {"54001", QT_TRANSLATE_NOOP("Core",
     "The statement is too deeply nested. Split it, or raise max_stack_depth.")},
    {"54011", QT_TRANSLATE_NOOP("Core",
     "A table has at most 1600 columns. Split the table.")},
    {"55", QT_TRANSLATE_NOOP("Core",
     "The object is not in a state that allows this now. The message says why.")},
    {"55000", QT_TRANSLATE_NOOP("Core",
     "The object is not in a state that allows this. The message says which; often a setting "
     "of the server must be changed first, such as max_prepared_transactions.")},
    {"55006", QT_TRANSLATE_NOOP("Core",
     "The object is in use by other sessions. Close them, then run it again.")},
    {"55P02", QT_TRANSLATE_NOOP("Core",
     "This setting can only be changed when the server starts. Ask its administrator.")},
    {"55P03", QT_TRANSLATE_NOOP("Core",
     "Busy: another session holds a lock on this object and did not let go in time. Look who "
     "holds it (pg_stat_activity), then run it again, or raise lock_timeout in the revision's "
     "header.")},
    {"55P04", QT_TRANSLATE_NOOP("Core",
     "A value added to an enum cannot be used in the same transaction. Split the revision: one "
     "adds the value (ALTER TYPE ... ADD VALUE), the next uses it.")},
    {"57", QT_TRANSLATE_NOOP("Core",
     "An operator or a time-out interrupted the work. Run it again.")},
    {"57014", QT_TRANSLATE_NOOP("Core",
     "The statement was cancelled, by request or because statement_timeout ran out. What its "
     "transaction had done is rolled back.")},
    {"57P01", QT_TRANSLATE_NOOP("Core",
     "The server ended the connection: it is being shut down or switched over, or an "
     "administrator ended the session. Connect again when it is back; what was applied is read "
     "afresh.")},
    {"57P02", QT_TRANSLATE_NOOP("Core",
     "The server crashed and is restarting. Wait for it, then connect again; what was applied "
     "is read afresh.")},
    {"57P03", QT_TRANSLATE_NOOP("Core",
     "The server is starting up, shutting down or recovering and takes no connections yet. "
     "Wait some seconds and try again.")},
    {"57P04", QT_TRANSLATE_NOOP("Core",
     "The database was dropped while connected to it. Check with whoever did it, and the "
     "connection's settings.")},
    {"57P05", QT_TRANSLATE_NOOP("Core",
     "The server closed the session because it was idle for too long (idle_session_timeout). "
     "Connect again.")},
    {"58", QT_TRANSLATE_NOOP("Core",
     "The server met an error of its operating system. Its log tells more; ask its "
     "administrator.")},
    {"58030", QT_TRANSLATE_NOOP("Core",
     "The server cannot read or write its disk. Ask its administrator at once, and look after "
     "the backups.")},
    {"58P01", QT_TRANSLATE_NOOP("Core",
     "The server misses a file, often of an extension that is not installed on it. Install the "
     "extension's package on the server.")},
    {"72", QT_TRANSLATE_NOOP("Core",
     "The snapshot is too old. Run it again; it took longer than old_snapshot_threshold "
     "allows.")},
    {"F0", QT_TRANSLATE_NOOP("Core",
     "A configuration file of the server is wrong. Its log names file and line.")},
    {"F0001", QT_TRANSLATE_NOOP("Core",
     "Another server seems to use the same data folder. Stop that one first; remove "
     "postmaster.pid only when it is certain that none runs.")},
    {"HV", QT_TRANSLATE_NOOP("Core",
     "A foreign data wrapper failed. Check the foreign server's address and user mapping "
     "(CREATE USER MAPPING).")},
    {"HV00N", QT_TRANSLATE_NOOP("Core",
     "The foreign server cannot be reached. Check its address and user mapping.")},
    {"P0", QT_TRANSLATE_NOOP("Core",
     "A function or DO block of the database raised this error. The message is its author's.")},
    {"P0001", QT_TRANSLATE_NOOP("Core",
     "A function, trigger or event trigger raised this on purpose. The message is its author's "
     "and says what it wants.")},
    {"P0002", QT_TRANSLATE_NOOP("Core",
     "A function expected a row and found none. Check the data it looks for.")},
    {"P0003", QT_TRANSLATE_NOOP("Core",
     "A function expected one row and found several. Check the data for duplicates.")},
    {"P0004", QT_TRANSLATE_NOOP("Core",
     "An ASSERT in a function failed. The message is its author's.")},
    {"XX", QT_TRANSLATE_NOOP("Core",
     "The server reports a fault of its own. Ask its administrator to look at the server's "
     "log, and run the newest minor release.")},
    {"XX001", QT_TRANSLATE_NOOP("Core",
     "The server found damaged data. Stop writing, save a copy of the data folder, and restore "
     "from a backup.")},
    {"XX002", QT_TRANSLATE_NOOP("Core",
     "An index is damaged. REINDEX it, and let the administrator look at the disk.")},
};
// clang-format on

const Hint* findHint(QStringView code)
{
    const auto found = std::find_if(std::begin(hints), std::end(hints), [code](const Hint& one) {
        return code == QLatin1StringView(one.code);
    });
    return found == std::end(hints) ? nullptr : &*found;
}

} // namespace

QString hintForSqlState(const QString& sqlState)
{
    if (sqlState.size() != 5)
        return {};
    const Hint* hint = findHint(sqlState);
    if (hint == nullptr)
        hint = findHint(QStringView(sqlState).first(2));
    if (hint != nullptr)
        return Texts::tr(hint->text);
    return Texts::tr(
        "PostgreSQL's own list does not have this code: it comes from an extension, a function or "
        "another product. The message and the server's log tell more.");
}

QStringList hintedSqlStates()
{
    QStringList result;
    for (const Hint& hint : hints) {
        if (const QString code = QString::fromLatin1(hint.code); code.size() == 5)
            result << code;
    }
    return result;
}

} // namespace socrates::core
