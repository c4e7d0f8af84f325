// SPDX-License-Identifier: MIT
#include "app/cli/command.h"
#include "app/cli/linting.h"

namespace socrates::cli {

using namespace Qt::StringLiterals;

const QList<Command>& commands()
{
    static const QList<Command> table{
        {{u"status"_s, u"current"_s, 0, 0, {}},
         u"where each database stands: its revision, the head, what is pending"_s,
         u"Shows every database as its server reports it, the rows of alembic_version, and rows "
         u"that no\n"
         "file of the project has. Being behind is no failure, unless --check asks for exit code "
         "3.\n\n"
         "  socrates-migrate --from-env status\n"
         "  socrates-migrate --from-env status --check --json"_s,
         true,
         statusCommand},
        {{u"history"_s, {}, 0, 0, {}},
         u"the project's revisions, newest first"_s,
         u"Reads the project only; no database is needed.\n\n  socrates-migrate --project migrations history"_s,
         true,
         historyCommand},
        {{u"heads"_s, {}, 0, 0, {}},
         u"the newest revision of each database"_s,
         u"Reads the project only. Two heads in one database are for a merge revision to join."_s,
         true,
         headsCommand},
        {{u"show"_s, {}, 1, 1, u"ID"_s},
         u"one revision with its SQL"_s,
         u"ID is a revision's id, the beginning of a long one, or head.\n\n  socrates-migrate show "
         u"002\n"
         "  socrates-migrate show socrates_specs@head"_s,
         true,
         showCommand},
        {{u"plan"_s, {}, 0, -1, u"[TARGET]"_s},
         u"what upgrade would run: the steps in order, their SQL, what they create"_s,
         u"Nothing is changed. With --downgrade it plans a downgrade.\n\n  socrates-migrate "
         u"--from-env plan\n"
         "  socrates-migrate --from-env plan --downgrade socrates_specs@base"_s,
         true,
         planCommand},
        {{u"rehearse"_s, {}, 0, -1, u"[TARGET]"_s},
         u"tries what upgrade would run, for real, and rolls all of it back"_s,
         u"Runs the steps in real transactions with their bookkeeping, verifies inside, measures "
         u"what each\n"
         "step locks and which tables it writes anew, and rolls back: nothing is changed. Locks "
         "last until\n"
         "the end of the rehearsal, so it waits 2 s at most for one (--lock-timeout) and takes "
         "60 s at most\n"
         "(--cap). Steps that cannot be rolled back are named and not run, nor what builds on "
         "them. --on-copy\n"
         "runs everything on copies of the structure, without rows, on this user's private "
         "server instead.\n"
         "Exit code 0 when it would succeed, 1 when it would fail, 3 when the schema would then "
         "differ.\n\n"
         "  socrates-migrate --from-env rehearse\n"
         "  socrates-migrate --from-env rehearse --on-copy\n"
         "  socrates-migrate --from-env rehearse --downgrade socrates_specs@base"_s,
         true,
         rehearseCommand},
        {{u"upgrade"_s, {}, 0, -1, u"[TARGET]"_s},
         u"runs the pending revisions up to TARGET (head), then verifies"_s,
         u"Each revision is one transaction: it is wholly in or wholly out, and its row in "
         u"alembic_version\n"
         "with it. Afterwards the databases that were touched are compared with what they must "
         "hold. --mode all makes it one transaction for each database, --mode both one for all of "
         "them:\n"
         "verified inside, and committed only when everything is as it must be.\n"
         "Ctrl-C stops after the step under way, a second Ctrl-C cancels it.\n\n"
         "  socrates-migrate --from-env upgrade\n"
         "  socrates-migrate --from-env upgrade socrates_auth@002\n"
         "  socrates-migrate --url socrates_auth=postgresql://me@localhost/auth upgrade +1"_s,
         true,
         upgradeCommand},
        {{u"downgrade"_s, {}, 1, -1, u"TARGET"_s},
         u"undoes revisions down to TARGET"_s,
         u"This destroys data, so each database it touches must be named as its server knows "
         u"it.\n\n"
         "  socrates-migrate --url socrates_auth=postgresql://me@localhost/auth_test downgrade -1 "
         "\\\n"
         "      --yes-destroy-data auth_test"_s,
         true,
         downgradeCommand},
        {{u"loss"_s, {}, 1, -1, u"TARGET"_s},
         u"what a downgrade to TARGET would delete now: rows, values, what else stands on it"_s,
         u"Asked from the server, nothing is changed; a table too large to count quickly is "
         u"estimated, and said so.\n"
         "--csv-dir DIR writes those rows to CSV files first, one a table; downgrade takes it "
         "too.\n\n"
         "  socrates-migrate --from-env loss socrates_auth@base\n"
         "  socrates-migrate --from-env loss socrates_auth@base --csv-dir kept"_s,
         true,
         lossCommand},
        {{u"backup"_s, {}, 0, 0, {}},
         u"backs each database up with pg_dump, and reads the backup back"_s,
         u"PostgreSQL's custom format, with a small file beside it that says what it is. Needs a "
         u"pg_dump that\n"
         "is not older than the server. upgrade and downgrade do the same first with --backup.\n\n"
         "  socrates-migrate --from-env backup\n"
         "  socrates-migrate --from-env upgrade --backup --dir /srv/backups"_s,
         true,
         backupCommand},
        {{u"backups"_s, {}, 0, 0, {}},
         u"the backups that were made: when, of what, at which revision, how large"_s,
         u"Reads the folder only; no database is needed.\n\n  socrates-migrate backups"_s,
         false,
         backupsCommand},
        {{u"restore"_s, {}, 1, 1, u"FILE"_s},
         u"restores a backup into a database of the name given with --into"_s,
         u"Into a new database first, whole or not at all. A database that has the name is "
         u"replaced only when\n"
         "--yes-destroy-data confirms it, and even then kept under another name.\n\n"
         "  socrates-migrate --from-env restore auth-20260102-030405.dump --into auth_then"_s,
         true,
         restoreCommand},
        {{u"recover"_s, {}, 0, 0, {}},
         u"ends a half that an interrupted run on both databases left prepared"_s,
         u"A run with --mode both that was killed at its very end can leave one database prepared: "
         u"neither\n"
         "committed nor rolled back. The other database's log says what was decided, and this "
         "carries it\n"
         "out. --list only shows it. When the deciding database is gone for good, --commit or "
         "--rollback\n"
         "decides by hand.\n\n  socrates-migrate --from-env recover"_s,
         true,
         recoverCommand},
        {{u"stamp"_s, {}, 1, -1, u"TARGET"_s},
         u"moves the version row only, for a schema that is there already"_s,
         u"Refused when the schema is not what TARGET says, because Upgrade would then have "
         u"nothing to do\n"
         "for ever. --force stamps all the same. --purge removes the old rows first: the way out "
         "when one\n"
         "of them is unknown.\n\n  socrates-migrate --from-env stamp head"_s,
         true,
         stampCommand},
        {{u"verify"_s, {}, 0, 0, {}},
         u"compares each database with what its revision says it holds, and ticks the checklist"_s,
         u"Read-only. Exit code 3 when anything is missing, extra, different or misplaced. Pending "
         u"revisions\n"
         "are no difference. References to other databases are checked for equal types; --rows "
         "reads\n"
         "their rows too, which takes its time with many.\n\n"
         "  socrates-migrate --from-env verify\n"
         "  socrates-migrate --from-env verify --rows"_s,
         true,
         verifyCommand},
        {{u"references"_s, {}, 0, 0, {}},
         u"checks references that cross databases: equal types, and every row with its partner"_s,
         u"No foreign key can hold these, so they are looked at: each `references:` header of the "
         u"project.\n"
         "Both columns are read in key order from both servers, side by side, in one read-only "
         "transaction\n"
         "each; nothing is written and little is held in memory. Shows how many rows have no "
         "partner, and\n"
         "the first 20 of their keys. Exit code 3 when there are any or types differ. A side that "
         "is not\n"
         "migrated yet is no failure. Ctrl-C stops.\n\n"
         "  socrates-migrate --from-env references\n"
         "  socrates-migrate --from-env references --types-only --json"_s,
         true,
         referencesCommand},
        {{u"report"_s, {}, 1, 1, u"verification|drift|schema|checklist"_s},
         u"writes a report as HTML, Markdown or JSON"_s,
         u"verification: the comparison, the checklist, references, rights. drift: what differs, "
         u"which\n"
         "revision made it, and the SQL that would mend it. schema: every table, column, index and "
         "constraint\n"
         "with the revision that made it. checklist: the plan's, with the evidence. The same in "
         "every format,\n"
         "and no password in any. PDF is written by the desktop program. A report of differences "
         "is no failure:\n"
         "exit code 0; verify is what fails.\n\n"
         "  socrates-migrate --from-env report schema --out schema.html\n"
         "  socrates-migrate --from-env report verification --format md"_s,
         true,
         reportCommand},
        {{u"recognise"_s, {}, 0, 0, {}},
         u"says which revision each database really is, by what is in it"_s,
         u"For a database without a version row, with an unknown or a wrong one, with tables of "
         u"another\n"
         "database in it. Shows what would put it right, with its SQL, and runs nothing unless "
         "--apply names\n"
         "an offer: that is one transaction, compared with the revision before it is committed, "
         "and "
         "logged.\n"
         "What destroys something needs --yes-destroy-data too. Misplaced tables go only while "
         "they "
         "are empty;\n"
         "--csv-dir DIR writes their rows to CSV files. Exit code 3 when tables and version row do "
         "not tell the\n"
         "same.\n\n"
         "  socrates-migrate --from-env recognise\n"
         "  socrates-migrate --from-env recognise --apply socrates_auth@stamp"_s,
         true,
         recogniseCommand},
        {{u"compare"_s, {}, 2, 2, u"EXPECTED FOUND"_s},
         u"compares two databases, two revisions, or one with the other"_s,
         u"NAME is the connected database as it is, NAME@REVISION what the revision says. Each "
         u"difference\n"
         "names the revision that made the object. --sql shows what would make FOUND like "
         "EXPECTED; nothing\n"
         "is run. Exit code 3 when they differ.\n\n"
         "  socrates-migrate --from-env compare socrates_auth@002 socrates_auth --sql"_s,
         true,
         compareCommand},
        {{u"prove"_s, {}, 0, -1, u"[ID...]"_s},
         u"tries whether each revision's downgrade takes back what its upgrade did"_s,
         u"In databases of its own, made for this and dropped again: everything below the "
         u"revision, "
         u"its\n"
         "upgrade, its downgrade, and then the schema must be what it was. Says exactly what is "
         "left over.\n"
         "What is in your databases is never touched; of rows only those are tried that revisions "
         "bring. "
         "Exit code "
         "3 when\n"
         "something is left over, 1 when a statement fails. Revisions marked irreversible are said "
         "so.\n"
         "Proofs are kept on this computer until the SQL changes; --afresh tries again.\n\n"
         "  socrates-migrate --private prove\n"
         "  socrates-migrate --from-env prove socrates_auth@002"_s,
         true,
         proveCommand},
        {{u"changed"_s, {}, 0, 1, u"[ID]"_s},
         u"applied revisions whose file was changed since, and the ways out"_s,
         u"Shows the difference between the SQL as it was applied (- lines) and the file (+ "
         u"lines). "
         u"Exit\ncode 3 when a change is more than comments and blanks; upgrade then refuses. "
         u"--restore writes the\nSQL as applied back to the file and keeps the changed one beside "
         u"it; --accept keeps the file, logged.\n\n"
         "  socrates-migrate --from-env changed\n"
         "  socrates-migrate --from-env changed 002 --restore"_s,
         true,
         changedCommand},
        {{u"lint"_s, {}, 0, -1, u"[ID...]"_s},
         u"what in the revisions is likely to hurt, with rule, place, reason and cure"_s,
         u"Reads the files only; no database is needed. A revision is judged by what the ones "
         u"before "
         u"it made:\n"
         "an index on a table of the same revision is harmless. Exit code 3 when anything is "
         "found. "
         "A line\n"
         "in the header answers a rule for the whole revision, a line in the SQL for the statement "
         "below it:\n\n"
         "  -- lint:ignore redundant-index the reports of 2024 name it\n\n"
         "The reason must be there. The rules, for an object X of a table T:\n\n"_s +
             lintRulesHelp() +
             u"\n\n  socrates-migrate lint\n"
             "  socrates-migrate lint 005 socrates_auth@head --json"_s,
         true,
         lintCommand},
        {{u"new"_s, {}, 1, 1, u"TITLE"_s},
         u"writes a new revision file, checked before it is saved"_s,
         u"The next id, the right header and folder. The SQL comes from --up FILE (- is standard "
         u"input), "
         u"from\n"
         "--from drift (what the database has beyond its head) or is left to be written. Without "
         "--down "
         "the\n"
         "downgrade is derived from the schemas before and after. It is linted and, where its "
         "database is\n"
         "connected, rehearsed and proven to be undone. Exit code 3, and nothing written, when one "
         "of these\n"
         "finds something; --no-check writes it as it is.\n\n"
         "  socrates-migrate new \"Remember the last login\" --database socrates_auth\n"
         "  echo 'ALTER TABLE users ADD COLUMN seen timestamp;' |\n"
         "      socrates-migrate --private new \"Remember the last login\" --database "
         "socrates_auth --up -\n"
         "  socrates-migrate --from-env new \"Index made by hand\" --database socrates_specs --from drift"_s,
         true,
         newCommand},
        {{u"rescue"_s, {}, 1, 1, u"ID"_s},
         u"finds a revision that a database names and the project has no file for"_s,
         u"For \"Can't locate revision identified by 'ID'\". Looks in the git history of the "
         u"project "
         u"folder, all\n"
         "branches and abandoned commits included, and in the logs of the connected databases. "
         "--restore "
         "puts\n"
         "the file back: the one that is exactly what ran, if there is one. --downgrade undoes the "
         "revision "
         "with\n"
         "the SQL that was stored when it was applied, and needs --yes-destroy-data as a downgrade "
         "does.\n\n"
         "  socrates-migrate --from-env rescue 007\n"
         "  socrates-migrate --from-env rescue 007 --restore"_s,
         true,
         rescueCommand},
        {{u"reset"_s, {}, 1, -1, u"NAME..."_s},
         u"empties databases: everything in their schema is dropped, the schema itself stays"_s,
         u"In place of DROP SCHEMA public CASCADE. One transaction for each database: tables, "
         u"types, "
         u"functions\n"
         "and alembic_version go; the schema keeps owner, grants, default privileges and comment; "
         "extensions\n"
         "and the log of migrations stay; other schemas keep what does not stand on it. NAME is "
         "the project's "
         "name; each "
         "database\n"
         "must be confirmed as its server knows it. Without that it only shows what would go.\n\n"
         "  socrates-migrate --from-env reset socrates_specs --yes-destroy-data specs_dev"_s,
         true,
         resetCommand},
        {{u"sql"_s, {}, 1, 1, u"[FROM:]TO"_s},
         u"the SQL script of an upgrade or downgrade, for psql"_s,
         u"Needs no connection. The script guards itself against the wrong database and keeps\n"
         "alembic_version as upgrade would. A downgrade needs FROM:TO.\n\n"
         "  socrates-migrate sql socrates_auth@head > auth.sql\n"
         "  socrates-migrate sql socrates_auth@002:base > auth-down.sql"_s,
         true,
         sqlCommand},
        {{u"provision"_s, {}, 0, 0, {}},
         u"creates the missing databases and roles with an administrator's login"_s,
         u"The same URIs as for the other commands; what they name need not exist yet. What is "
         u"there already\n"
         "is left as it is.\n\n"
         "  socrates-migrate --url socrates_auth=postgresql://app:secret@localhost/socrates_auth "
         "\\\n"
         "      --admin-url postgresql://postgres@localhost/postgres provision\n"
         "  socrates-migrate --private provision"_s,
         true,
         provisionCommand},
        {{u"doctor"_s, {}, 0, 0, {}},
         u"tests each connection stage by stage and says what to do"_s,
         u"Name, port, encryption, sign-in, database, rights, version table, server version, "
         u"primary.\n\n"
         "  socrates-migrate --from-env doctor"_s,
         true,
         doctorCommand},
        {{u"expected"_s, {}, 0, 0, {}},
         u"records what each revision's schema must look like, in the project's expected/"_s,
         u"Replays every revision in throw-away databases of the server given (the first "
         u"database's, or\n"
         "--private), so that verify needs no replay afterwards.\n\n  socrates-migrate --private expected"_s,
         true,
         expectedCommand},
        {{u"server"_s, {}, 1, 1, u"start|stop|status"_s},
         u"the private PostgreSQL server of this user"_s,
         u"For those who have no server: a cluster of one's own on this machine, reached with "
         u"--private.\n\n"
         "  socrates-migrate server status"_s,
         false,
         serverCommand},
    };
    return table;
}

Grammar grammar()
{
    Grammar result;
    result.options = {
        {u"project"_s, u"DIR"_s, u"the project folder (holds socrates.json)"_s, {}, false},
        {u"url"_s, u"NAME=URI"_s, u"a database; repeat for each"_s, {}, true},
        {u"env-file"_s, u"FILE"_s, u"take the URLs from a .env file"_s, {}, false},
        {u"from-env"_s, {}, u"take the URLs from the environment (DATABASE_URL_...)"_s, {}, false},
        {u"profile"_s, u"NAME"_s, u"take the connections saved by the desktop"_s, {}, false},
        {u"private"_s, {}, u"use this user's private server"_s, {}, false},
        {u"password-file"_s,
         u"FILE"_s,
         u"read a missing password from the file's first line"_s,
         {},
         false},
        {u"role"_s,
         u"ROLE"_s,
         u"run everything as this role, so that objects belong to it"_s,
         {},
         false},
        {u"json"_s, {}, u"one JSON document on standard output"_s, {}, false},
        {u"no-color"_s, {}, u"no colours, whatever the terminal can show"_s, {}, false},
        {u"help"_s, {}, u"this text; COMMAND --help for a command"_s, {}, false},
        {u"version"_s, {}, u"the program's version"_s, {}, false},
        {u"self-test"_s, {}, u"test that this installation has everything it needs"_s, {}, false},
        {u"rows"_s, {}, u"check the rows of references too"_s, {u"verify"_s, u"report"_s}, false},
        {u"format"_s,
         u"html|md|json"_s,
         u"of the report; else by the file's ending, else md"_s,
         {u"report"_s},
         false},
        {u"out"_s, u"FILE"_s, u"write the report to this file"_s, {u"report"_s}, false},
        {u"types-only"_s, {}, u"leave the rows alone"_s, {u"references"_s}, false},
        {u"check"_s, {}, u"exit code 3 when behind or unknown"_s, {u"status"_s}, false},
        {u"afresh"_s, {}, u"prove again what was proven before"_s, {u"prove"_s}, false},
        {u"sql"_s, {}, u"show the SQL that mends the differences"_s, {u"compare"_s}, false},
        {u"downgrade"_s,
         {},
         u"a downgrade instead"_s,
         {u"plan"_s, u"rehearse"_s, u"rescue"_s},
         false},
        {u"on-copy"_s,
         {},
         u"rehearse on copies of the structure on the private server"_s,
         {u"rehearse"_s},
         false},
        {u"cap"_s,
         u"TIME"_s,
         u"how long all of the rehearsal may take (60s); 0 means no limit"_s,
         {u"rehearse"_s},
         false},
        {u"yes-destroy-data"_s,
         u"DBNAME"_s,
         u"confirm, by the server's name for the database; repeat for each"_s,
         {u"downgrade"_s, u"restore"_s, u"reset"_s, u"rescue"_s, u"recognise"_s},
         true},
        {u"apply"_s,
         u"OFFER"_s,
         u"carry out an offer: stamp, mend, make-exact or remove-misplaced, or NAME@OFFER"_s,
         {u"recognise"_s},
         false},
        {u"backup"_s,
         {},
         u"back up first; nothing is run when that fails"_s,
         {u"upgrade"_s, u"downgrade"_s, u"reset"_s},
         false},
        {u"dir"_s,
         u"DIR"_s,
         u"the folder of the backups"_s,
         {u"backup"_s, u"backups"_s, u"upgrade"_s, u"downgrade"_s, u"reset"_s},
         false},
        {u"into"_s, u"DBNAME"_s, u"the database to restore into"_s, {u"restore"_s}, false},
        {u"csv-dir"_s,
         u"DIR"_s,
         u"write the rows that go to CSV files in this folder first"_s,
         {u"loss"_s, u"downgrade"_s, u"recognise"_s},
         false},
        {u"lock-timeout"_s,
         u"TIME"_s,
         u"how long to wait for a lock (5s; rehearse 2s)"_s,
         {u"upgrade"_s, u"downgrade"_s, u"stamp"_s, u"rehearse"_s, u"reset"_s, u"recognise"_s},
         false},
        {u"statement-timeout"_s,
         u"TIME"_s,
         u"how long a statement may take (no limit)"_s,
         {u"upgrade"_s, u"downgrade"_s, u"stamp"_s, u"recognise"_s},
         false},
        {u"commit-timeout"_s,
         u"TIME"_s,
         u"how long to wait for COMMIT before asking what became of it (20s)"_s,
         {u"upgrade"_s, u"downgrade"_s},
         false},
        {u"mode"_s,
         u"each|all|both"_s,
         u"a transaction for each step, for all of a database, or both databases or neither"_s,
         {u"upgrade"_s, u"downgrade"_s},
         false},
        {u"accept-server"_s,
         {},
         u"run although the server is another one than before, or tables of another database of "
         "the project are there"_s,
         {u"upgrade"_s, u"downgrade"_s, u"stamp"_s, u"rehearse"_s, u"recognise"_s, u"recover"_s,
          u"changed"_s, u"reset"_s, u"rescue"_s, u"restore"_s, u"provision"_s},
         false},
        {u"database"_s, u"NAME"_s, u"the database that the revision is for"_s, {u"new"_s}, false},
        {u"from"_s, u"blank|drift"_s, u"where its SQL comes from (blank)"_s, {u"new"_s}, false},
        {u"up"_s, u"FILE"_s, u"the SQL of the upgrade; - is standard input"_s, {u"new"_s}, false},
        {u"down"_s, u"FILE"_s, u"the SQL of the downgrade"_s, {u"new"_s}, false},
        {u"irreversible"_s, u"REASON"_s, u"why it has no downgrade"_s, {u"new"_s}, false},
        {u"id"_s,
         u"ID"_s,
         u"its id, instead of the next number"_s,
         {u"new"_s, u"compare"_s},
         false},
        {u"down-revision"_s,
         u"ID"_s,
         u"what it stands on, where there are several heads"_s,
         {u"new"_s},
         true},
        {u"requires"_s,
         u"NAME@ID"_s,
         u"a revision of another database that must be there first"_s,
         {u"new"_s, u"compare"_s},
         true},
        {u"no-transaction"_s, {}, u"its statements run outside a transaction"_s, {u"new"_s}, false},
        {u"no-check"_s, {}, u"write it unchecked"_s, {u"new"_s, u"compare"_s}, false},
        {u"new-revision"_s,
         u"TITLE"_s,
         u"make the SQL that mends FOUND, NAME@head, a new revision"_s,
         {u"compare"_s},
         false},
        {u"list"_s, {}, u"only show what is there"_s, {u"recover"_s}, false},
        {u"commit"_s, {}, u"commit a half whose record cannot be read"_s, {u"recover"_s}, false},
        {u"rollback"_s,
         {},
         u"roll back a half whose record cannot be read"_s,
         {u"recover"_s},
         false},
        {u"force"_s, {}, u"stamp although the schema differs"_s, {u"stamp"_s}, false},
        {u"purge"_s, {}, u"remove all version rows first"_s, {u"stamp"_s}, false},
        {u"restore"_s,
         {},
         u"write the SQL as applied back to the file"_s,
         {u"changed"_s, u"rescue"_s},
         false},
        {u"accept"_s, {}, u"keep the file as it is, and log that"_s, {u"changed"_s}, false},
        {u"admin-url"_s,
         u"URI"_s,
         u"a login that may create databases and roles"_s,
         {u"provision"_s},
         false},
        {u"owner"_s,
         u"ROLE"_s,
         u"the role that shall own the databases"_s,
         {u"provision"_s},
         false},
        {u"app-role"_s,
         u"ROLE"_s,
         u"a role that shall be able to use them"_s,
         {u"provision"_s},
         false},
    };
    for (const Command& command : commands())
        result.commands << command.spec;
    return result;
}

} // namespace socrates::cli
