// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/verification.h"

namespace socrates::test {

/// Values as the engine makes them, for tests of pages that need no server.

inline core::SchemaObject schemaObject(core::SchemaObject::Kind kind, const QString& table,
                                       const QString& name, const QString& definition,
                                       int position = 0)
{
    return {kind,       QStringLiteral("public"),   table,   name,
            definition, QStringLiteral("socrates"), position};
}

inline core::ComparisonLine comparisonLine(core::ComparisonLine::Outcome outcome,
                                           core::SchemaObject::Kind kind, const QString& table,
                                           const QString& name, const QString& expected,
                                           const QString& found, const QString& hint = {})
{
    return {outcome, kind, QStringLiteral("public"), table, name, expected, found, hint};
}

/// socrates_auth with an index missing, a column that differs and a table of the other database;
/// or, when `isHealthy`, with nothing wrong.
inline core::DatabaseVerification authVerification(bool isHealthy)
{
    using namespace Qt::StringLiterals;
    using Kind = core::SchemaObject::Kind;
    using Outcome = core::ComparisonLine::Outcome;
    core::DatabaseVerification result;
    result.name = core::DatabaseName(u"socrates_auth"_s);
    result.status.name = result.name;
    result.status.server = {.host = u"db.example.com"_s,
                            .port = u"5432"_s,
                            .database = u"socrates_auth"_s,
                            .user = u"socrates"_s,
                            .versionNumber = 150018,
                            .versionText = u"15.18"_s};
    result.revision = {core::RevisionId(u"002"_s)};
    result.expectedOrigin = u"recorded in the project"_s;
    result.verifiedAt = QDateTime(QDate(2026, 3, 4), QTime(12, 4), Qt::UTC);
    auto& lines = result.comparison.lines;
    const QString uuid = u"uuid not null default gen_random_uuid()"_s;
    lines << comparisonLine(Outcome::Match, Kind::Table, {}, u"users"_s, {}, {})
          << comparisonLine(Outcome::Match, Kind::Column, u"users"_s, u"id"_s, uuid, uuid)
          << comparisonLine(isHealthy ? Outcome::Match : Outcome::Different, Kind::Column,
                            u"users"_s, u"email"_s, u"character varying(255) not null"_s,
                            isHealthy ? u"character varying(255) not null"_s
                                      : u"character varying(100)"_s)
          << comparisonLine(Outcome::Match, Kind::PrimaryKey, u"users"_s, u"users_pkey"_s,
                            u"PRIMARY KEY (id)"_s, u"PRIMARY KEY (id)"_s)
          << comparisonLine(isHealthy ? Outcome::Match : Outcome::Missing, Kind::Index, u"users"_s,
                            u"idx_users_email"_s, u"btree (email)"_s,
                            isHealthy ? u"btree (email)"_s : QString());
    if (!isHealthy) {
        lines << comparisonLine(Outcome::Misplaced, Kind::Table, {}, u"projects"_s, {}, {},
                                u"belongs to socrates_specs"_s)
              << comparisonLine(Outcome::Extra, Kind::Enum, {}, u"mood"_s, {},
                                u"('sad', 'glad')"_s);
        result.rightsProblems << u"app may not read users: it belongs to postgres"_s;
    }
    result.ownership << u"users belongs to socrates"_s;
    result.comparison.notCompared << u"2 rules"_s;
    const auto item = [&result](core::ChecklistItem::Kind kind, const QString& text, bool ok,
                                const QString& evidence) {
        core::TickedItem ticked;
        ticked.item.database = result.name;
        ticked.item.kind = kind;
        ticked.item.table = text.section(u':', 0, 0);
        ticked.item.text = text;
        ticked.ok = ok;
        ticked.evidence = evidence;
        result.checklist << ticked;
    };
    item(core::ChecklistItem::Kind::Table, u"users"_s, true,
         u"table public.users, owner socrates"_s);
    item(core::ChecklistItem::Kind::Column, u"users: email"_s, true, u"column email"_s);
    item(core::ChecklistItem::Kind::Table, u"refresh_tokens"_s, isHealthy,
         isHealthy ? u"table public.refresh_tokens"_s : u"no such table"_s);
    for (core::Schema* schema : {&result.found, &result.expected}) {
        schema->add(schemaObject(Kind::Table, {}, u"users"_s, {}));
        schema->add(schemaObject(Kind::Column, u"users"_s, u"id"_s, uuid, 1));
        schema->add(schemaObject(Kind::Column, u"users"_s, u"email"_s,
                                 u"character varying(255) not null"_s, 2));
        schema->add(
            schemaObject(Kind::PrimaryKey, u"users"_s, u"users_pkey"_s, u"PRIMARY KEY (id)"_s));
    }
    return result;
}

inline core::LogEntry logEntry(qint64 id, core::LogEntry::Event event, const QString& revision,
                               const QString& message = {})
{
    using namespace Qt::StringLiterals;
    core::LogEntry entry;
    entry.id = id;
    entry.runId = u"run-1"_s;
    entry.event = event;
    entry.direction = u"upgrade"_s;
    entry.revision = core::RevisionId(revision);
    entry.startedAt = QDateTime(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC).addSecs(id * 60);
    entry.durationMs = 12 * id;
    entry.databaseUser = u"socrates"_s;
    entry.osUser = u"maria"_s;
    entry.clientHost = u"workstation"_s;
    entry.programVersion = u"0.1.0"_s;
    entry.sql = u"CREATE TABLE users (\n    id uuid PRIMARY KEY\n);\n"_s;
    entry.rowsAfter = {revision};
    entry.message = message;
    entry.sqlState = message.isEmpty() ? QString() : u"42P07"_s;
    return entry;
}

/// A failed statement of a revision file; every text holds something that must not be copied.
inline core::Error duplicateKeyError()
{
    using namespace Qt::StringLiterals;
    core::Error error;
    error.code = u"sql.failed"_s;
    error.summary = u"duplicate key value violates unique constraint \"users_email_key\""_s;
    error.detail = u"Key (email)=(maria@example.com) already exists."_s;
    error.hint = u"Remove the duplicate rows, or let the revision do it, then run it again."_s;
    error.database = u"socrates_auth"_s;
    error.revision = u"002"_s;
    error.statement = u"CREATE UNIQUE INDEX users_email_key ON users (email); "
                      u"-- postgresql://maria:s3cret@db.example.com/auth"_s;
    error.sqlState = u"23505"_s;
    error.technical = u"schema public, table users, constraint users_email_key"_s;
    error.where = {u"socrates_auth/002_create_refresh_tokens_table.sql"_s, 12, 21};
    return error;
}

} // namespace socrates::test
