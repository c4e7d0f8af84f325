<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el_GR" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Connect Databases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open Project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import from .env…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a &amp;Private Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close &amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Upgrade…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Downgrade…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop After This Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un&amp;lock Production…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Second Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Socrates Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Migrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help &amp;Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previ&amp;ous Database</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>Nothing is wrong: the statement succeeded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a warning of the server, not a failure. Read its message; the statement ran.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A statement found no row where it looked for one. Check the condition of the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was asked for something before the previous statement had ended. Run it again; if it repeats, report it as a fault of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the server failed. Check that the server runs and that the network, VPN or firewall lets it through, then connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client and server do not understand each other. A proxy or pooler in between is the usual cause: connect to the server&apos;s own port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused this connection. Its pg_hba.conf must have a line for this host, user and database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke. Connect again; what the server really has is read afresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke while the transaction was ending. Refresh: the version table tells whether it was committed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trigger&apos;s action failed. Look at the trigger of the table that is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not support what the statement asks. Check the server&apos;s version, or whether the database is behind a pooler or a PostgreSQL-like product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A transaction was begun where none may be. Take BEGIN and COMMIT out of the revision&apos;s SQL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large object was addressed wrongly. Check the locator the statement uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role that grants does not hold the right it gives. Let the owner of the object run the GRANT, or set the role to run as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role named does not exist, or may not be used here. Create it with CREATE ROLE, or correct the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An exception handler of a function is written wrongly: GET STACKED DIAGNOSTICS belongs inside EXCEPTION.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A CASE in a function met a value for which it has no branch. Add an ELSE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A subquery gave more rows than the one that is expected, or a row was to be changed twice. Narrow it with a condition or LIMIT 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value does not fit the type or the operation. Look at the value and at the column&apos;s type; existing rows may need to be changed first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text is longer than its column allows. When the table is alembic_version, the revision&apos;s id is longer than 32 characters: give the revision a shorter id. Otherwise widen the column or shorten the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number is too large for its type. Use bigint or numeric for the column, or correct the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text is not a valid date or time. Write it as 2025-01-31 12:00:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date or time is outside the range of its type. Check day and month order and the time zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A division by zero. Guard the divisor with NULLIF(x, 0).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text holds bytes that are not valid in the database&apos;s encoding. Save the file as UTF-8; the database should be UTF8 as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parameter has a value that is not allowed. The message names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text cannot be read as the type asked for, often an empty text as a number or a wrong uuid or enum value. Correct the value or the existing rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A character has no equivalent in the database&apos;s encoding. Use a database with encoding UTF8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A constraint would be violated, so the change was refused. Look at the rows that stand against it before running it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other rows still refer to this row. Remove or re-point them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column that must not be NULL would be. Fill the existing rows first, or give the column a default; then set NOT NULL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row would refer to one that does not exist. Find the orphaned rows (no partner in the table that is referred to) and correct them, then run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two rows would have the same key. Find the duplicates with GROUP BY ... HAVING count(*) &gt; 1 and resolve them. On a catalog table (pg_type, pg_class) it means somebody else is creating the same object at this moment: refresh and look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row breaks a CHECK condition. Correct the rows that do not fulfil it, then run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two rows conflict under an exclusion constraint. Correct the overlapping rows first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cursor was used in a state that does not allow it. Check the function&apos;s OPEN, FETCH and CLOSE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement is not allowed in the transaction&apos;s present state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This statement cannot run inside a transaction. Put it in a revision of its own, headed &apos;-- migrate:up transaction:false&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is read-only here: a standby, or a session set to read-only. Connect to the primary (target_session_attrs=read-write with all hosts), or lift default_transaction_read_only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no transaction, though the statement needs one. Remove transaction:false from the section.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier statement of the transaction failed, and everything after it is refused. The first error is the one to mend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server ended the session because its transaction stood idle for too long. Nothing was changed; run it again, or raise idle_in_transaction_session_timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prepared statement is not known on this connection. A pooler in transaction mode is the usual cause: use the server&apos;s own port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trigger changed a row that the same statement is changing. Make it an AFTER trigger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept this sign-in. Check user name, password and the server&apos;s pg_hba.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not sign in here. Either the role does not exist or has no LOGIN, or pg_hba.conf has no line that lets this user reach this database from this host (possibly only with TLS: try sslmode=require).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is wrong, or the user does not exist (the server does not tell which). Type the password again; an administrator sets a new one with ALTER ROLE name PASSWORD &apos;...&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights given on from here still exist. Revoke with CASCADE, or revoke those first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other objects still depend on this one; DETAIL names them. Drop or change them first. CASCADE would drop them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COMMIT or ROLLBACK was used where it is not allowed, inside a function or a DO block. Take it out of the revision&apos;s SQL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function did something its declaration forbids. Check its volatility and its RETURN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function ended without RETURN. Add the missing RETURN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cursor named does not exist. Check its name and that it is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function in another language failed. The message and the server&apos;s log tell more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function broke the protocol of its call, for example a trigger function that returned the wrong thing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The savepoint named does not exist. Take SAVEPOINT out of the revision&apos;s SQL: a revision is one transaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database named does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database does not exist on the server. Check its name, or create it (Create Database, or: socrates-migrate provision --admin-url URI).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema named does not exist, or none is given and search_path leads nowhere. Create it with CREATE SCHEMA or correct the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema named does not exist, or the role has none it may create in. Create it with CREATE SCHEMA, or grant: GRANT USAGE, CREATE ON SCHEMA public TO role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transaction was rolled back by the server because of others that ran at the same time. Nothing was changed; run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another transaction changed the same rows. Nothing was changed; run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the statement was carried out. Refresh: the version table and the catalogs tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two transactions waited for each other and this one was chosen to give way. Nothing was changed; run it again when less is going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement is not right for this database: a name, a type or the syntax. The position shows where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role lacks a right. The message names the object; its owner or an administrator can give it: GRANT CREATE, USAGE ON SCHEMA public TO role (needed from PostgreSQL 15 on), GRANT SELECT, INSERT, UPDATE, DELETE ON table TO role, or, for ALTER and DROP, run as the owner (--role).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SQL has a syntax error at the position shown. If the statement is right for a newer PostgreSQL, compare the server&apos;s version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is not valid. Quote it with double quotes if it has special characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is longer than 63 bytes. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column is already there. Somebody may have added it by hand: compare the schema (Verify) before deciding, and stamp only when it matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column does not exist. Check the spelling, and whether the revision that adds it has been applied here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An object that the statement names (type, role, extension, constraint, index) does not exist here. Check whether the revision that creates it has been applied to this database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An object of this name (role, type, constraint, trigger, policy) is already there. Verify whether it is the one that is wanted before stamping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function with this name and these arguments is already there. Use CREATE OR REPLACE FUNCTION if it is to be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several functions fit this call. Cast the arguments to the types that are meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The types do not agree. Cast explicitly, in ALTER COLUMN ... TYPE with USING expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object is of another kind than the statement needs, for example a view where a table is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column referred to has no unique key. A foreign key needs a primary key or a unique constraint on the other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no cast between these types. Write a conversion: ALTER COLUMN ... TYPE t USING expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function or operator does not exist for these arguments. gen_random_uuid() needs PostgreSQL 13 or newer (on 12: CREATE EXTENSION pgcrypto); otherwise check spelling, types, search_path and missing extensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is reserved for the system. Names must not begin with pg_.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table does not exist. Either an earlier revision has not been applied here, or the table belongs to the other database of the project, or search_path does not lead to its schema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A database of this name is already there. It can be used as it is, if it is the one that is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A schema of this name is already there. Use CREATE SCHEMA IF NOT EXISTS, or verify that it is the one that is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relation already exists. The schema was made outside this history, or the version table was lost. Verify what is there first: when it matches a revision, Recognise and stamp that revision; stamp only after verifying, since a stamp changes no table. Do not drop the schema: that deletes the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table&apos;s definition contradicts itself, for example two primary keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object&apos;s definition is not allowed, for example an index on a function that is not IMMUTABLE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row would leave the view through which it is written (WITH CHECK OPTION). Correct the value or write to the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is short of a resource. Tell its administrator; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s disk is full. The step was rolled back. Free space on the server (or ask its administrator), then run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is out of memory, or its table of locks is full: raise max_locks_per_transaction, or do less in one revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no connection left. Close other programs, wait, or raise max_connections; an administrator&apos;s reserve is kept for superusers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A configured limit of the server is reached. The message names the setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement is beyond one of PostgreSQL&apos;s limits. Split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement is too deeply nested. Split it, or raise max_stack_depth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table has at most 1600 columns. Split the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object is not in a state that allows this now. The message says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object is not in a state that allows this. The message says which; often a setting of the server must be changed first, such as max_prepared_transactions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object is in use by other sessions. Close them, then run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This setting can only be changed when the server starts. Ask its administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy: another session holds a lock on this object and did not let go in time. Nothing was changed. Look who holds it (pg_stat_activity), then run it again, or raise lock_timeout in the revision&apos;s header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value added to an enum cannot be used in the same transaction. Split the revision: one adds the value (ALTER TYPE ... ADD VALUE), the next uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An operator or a time-out interrupted the work. Nothing was changed; run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement was cancelled, by request or because statement_timeout ran out. The step was rolled back; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server ended the connection: it is being shut down or switched over, or an administrator ended the session. Connect again when it is back; what was applied is read afresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server crashed and is restarting. Wait for it, then connect again; what was applied is read afresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is starting up, shutting down or recovering and takes no connections yet. Wait some seconds and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was dropped while connected to it. Check with whoever did it, and the connection&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server closed the session because it was idle for too long (idle_session_timeout). Connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server met an error of its operating system. Its log tells more; ask its administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot read or write its disk. Ask its administrator at once, and look after the backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server misses a file, often of an extension that is not installed on it. Install the extension&apos;s package on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is too old. Run it again; it took longer than old_snapshot_threshold allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A configuration file of the server is wrong. Its log names file and line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another server seems to use the same data folder. Stop that one first; remove postmaster.pid only when it is certain that none runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A foreign data wrapper failed. Check the foreign server&apos;s address and user mapping (CREATE USER MAPPING).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The foreign server cannot be reached. Check its address and user mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function or DO block of the database raised this error. The message is its author&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function, trigger or event trigger raised this on purpose. The message is its author&apos;s and says what it wants.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function expected a row and found none. Check the data it looks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function expected one row and found several. Check the data for duplicates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ASSERT in a function failed. The message is its author&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server reports a fault of its own. Ask its administrator to look at the server&apos;s log, and run the newest minor release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server found damaged data. Stop writing, save a copy of the data folder, and restore from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An index is damaged. REINDEX it, and let the administrator look at the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s own list does not have this code: it comes from an extension, a function or another product. The message and the server&apos;s log tell more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <extracomment>The code of this language, which names the folder of its help. Not a word.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui</name>
    <message>
        <source>No connection was found in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A URL looks like postgresql://user@host:5432/database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected is a URL like postgresql://user@host:5432/database, or a file that sets %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large for a .env file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands on, within one database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requires a revision of another database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stamped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgrade failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base (nothing applied)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If step %1 fails, its transaction is rolled back and %2 stays at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 runs outside a transaction: if a statement fails, the statements before it stay, and %2 stays at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 1 stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps %1 stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps %1 do not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2, %3. Every step is a transaction of its own unless it says otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply 1 Migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply %1 Migrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgrade 1 Migration…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgrade %1 Migrations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be asked: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with nothing pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with %1 pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Socrates Admin %1
Qt %2
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Socrates Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrates a pair of PostgreSQL databases and proves what is in them.

MIT licence. Uses Qt (LGPL 3), libpq (PostgreSQL licence), QtKeychain (BSD) and tl::expected (CC0).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is PRODUCTION. Unlocking lets this sitting change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the database, as the file says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has a file, is not in the database yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being run now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last attempt failed and was rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied, but the file was changed afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database names it, but no file does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied after a revision that stands on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied by Alembic or stamped, not run here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announced for a later phase, no file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has a file, the database has not been asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misplaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foreign key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusion constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enumeration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Composite type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materialized view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: migrations are being run. Stopping ends the run after the step under way.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::ActivityModel</name>
    <message>
        <source>%1 as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::ActivityPage</name>
    <message>
        <source>The file could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: revision %2 in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2, %3, took %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1 (database user %2) on %3, program %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of all runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by database, revision, person or message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL as it was run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv);;JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the log...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been run here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::ChecklistModel</name>
    <message>
        <source>%1, ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan&apos;s item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::ConfirmByName</name>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the database, to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a backup of this database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::ConnectionDialog</name>
    <message>
        <source>Connect Databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a connection URI or drop a .env file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>postgresql://user@host:5432/database, a .env file or an alembic.ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From File...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRODUCTION starts read-only and asks before anything dangerous.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Same server for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host, port, user, password and TLS are entered once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Environment:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the &amp;passwords in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create &amp;Databases...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From an empty server and an administrator&apos;s login to databases that exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain is available; passwords are kept until the program closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill In From a File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections (.env *.env *.ini);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed: the fields already say what %1 says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in from %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URI names no database of this project, so only its server was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked; the passwords kept in it were not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it, or type the passwords for this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the Keyring</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::ConnectionFlow</name>
    <message>
        <source>Private server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating the databases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import from .env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection files (.env *.env .env.* alembic.ini)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no database called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the private server…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::DatabaseFields</name>
    <message>
        <source>&amp;Host:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name or an address; several, separated by commas, are tried in turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Database:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none – the user itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything runs as this role (SET ROLE), so that objects belong to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ad&amp;vanced:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other key words of libpq as key=value, such as service, options or sslcert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify-full – encrypted, name checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify-ca – encrypted, issuer checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>require – encrypted, not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prefer – encrypted when offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allow – encrypted when demanded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disable – never encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;TLS:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root certificate file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the root certificate file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root &amp;certificate:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Weak: another server of the same issuer could answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Weak: encrypted, but nobody checks who answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Weak: password and data may cross the network in the clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by the pasted connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a field of its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::DatabasePane</name>
    <message>
        <source>What the shapes mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend of the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version table names %1, which no file of this database has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is upgraded until the file is there or the row is stamped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown revision %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2, PostgreSQL %3 · current %4 · head %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standby</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::DoctorView</name>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Database...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock Keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Private Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::EnvironmentStrip</name>
    <message>
        <source>NOT CONNECTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked for this sitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::HelpWindow</name>
    <message>
        <source>Help – Socrates Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents of the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::HomePage</name>
    <message>
        <source>Migrates the databases of a project side by side, and proves what is in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect Databases...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or paste where the databases are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import from .env...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the addresses from the application&apos;s own file. Dropping it here does the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Project...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with socrates.json and its revisions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try It on a Private Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connections yet. Each one that is opened is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a PostgreSQL of its own on this computer. Nothing else is touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible here: PostgreSQL&apos;s programs are not installed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::InlineMessage</name>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::MainWindow</name>
    <message>
        <source>No project open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Socrates Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the catalogs with the expected schema…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has a fault; nothing of it is run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has %1 faults; nothing of it is run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::MigrationFlow</name>
    <message>
        <source>an unknown number of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This changes %1; no table is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This removes %1 from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production is read-only until it is unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgrade %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::PlanPage</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the plan, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rev</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL of the selected step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will exist after the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgrade plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading where the databases stand…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base (nothing applied)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do: the databases are at their targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step creates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step removes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing that can be told from its text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afterwards %1 is at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply Migrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgrade…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::ProblemCard</name>
    <message>
        <source>Where:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SQL at fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the problem as Markdown, without passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include row values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s message may quote rows of the database. They are left out of the copied text unless this is ticked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLSTATE %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::ProblemsModel</name>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::ProvisionDialog</name>
    <message>
        <source>The file could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creates what is missing on the server and leaves the rest as it is. The administrator&apos;s password is used once and not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator&apos;s login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating the databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the database for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login user of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the login user of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none – the login user owns everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owns the databases and cannot sign in; created when it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May read and write the tables, but not change them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Owner role:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Application role:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines for a .env file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the &amp;passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write into .env...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use These Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already there: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the Lines into a .env File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::RevisionDetails</name>
    <message>
        <source>What the revision does here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log entries of the revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview of the revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgrade SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creates Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a revision to see what it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Irreversible: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 or beyond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.%2 names rows of %3.%4.%5 (no foreign key is possible)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as %2, from %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing: it is a base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, in one transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, one at a time, outside a transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>irreversible: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was logged for this revision.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::RevisionModel</name>
    <message>
        <source>A revision of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file in this project has this revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(database not decided)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rev</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph: bases at the top, heads at the bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds it took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>database %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depends on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requires %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>related to the selected revision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::RevisionsPage</name>
    <message>
        <source>No project is open. A project is a folder with socrates.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan announces these tables for a later phase. There is no revision file for them yet, so nothing can be applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version table holds this revision, but the project has no file for it. It is kept as it is, and nothing is upgraded until that is cleared up: open the project that has the file, or stamp the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgrade to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo %1 and What Stands on It…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::RunPanel</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 migration applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 migrations applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 migration downgraded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 migrations downgraded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nothing left to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step failed and was rolled back: it changed nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step came before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step before it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 steps before it stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped as asked, after 1 step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped as asked, after %1 steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost during COMMIT and the server cannot be asked. Refresh when it is back to see what it kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop After This Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the step under way, start no other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel on the server; the step is rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps and statements of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after the step under way…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling the statement under way…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%v of %m statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgrading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running step %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done by someone else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed, rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::SettingsDialog</name>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reconnect to the last databases at start (never to PRODUCTION)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;anguage, from the next start:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for a lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a step waits for a table that somebody else holds, before it gives up and is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify after each run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notify when a long run ends in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for a &amp;lock:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest &amp;statement:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::ShortcutEditor</name>
    <message>
        <source>&amp;No Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::StatusLine</name>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2@%3 PG %4%5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last check %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::VerificationDetails</name>
    <message>
        <source>Selected object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference between expected and found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table as psql describes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table as psql \d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the database. As expected:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 – %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision %1 is the first to name it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an object to see both definitions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::VerificationModel</name>
    <message numerus="yes">
        <source>%n differ below</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %1 match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>socrates::ui::VerificationPage</name>
    <message>
        <source>Verification in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare both databases with what they should hold. Changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Report...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by table, object or definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects with expected and found definitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan&apos;s checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ownership and rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklist and findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ownership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the catalogs...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been verified yet.
Every table, column, index and constraint will be compared with what the revisions make. Nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no checklist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 items of the plan&apos;s checklist are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 %1 %2: %3</source>
        <comment>outcome kind: name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number outcome</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing expected and nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n checks match</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 checks match – %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2/%3 at %4, compared %5 (%6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything was compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ownership (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
