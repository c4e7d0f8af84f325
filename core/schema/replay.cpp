// SPDX-License-Identifier: MIT
#include "core/schema/replay.h"

#include "core/base/texts.h"
#include "core/postgres/networksettings.h"
#include "core/schema/catalogreader.h"
#include "core/sql/lexer.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// As the runner sets it, so that unqualified names land where they land in a real run.
const QString kSearchPath = u"SET LOCAL search_path TO public, pg_temp"_s;
constexpr qsizetype kItemsPerTrip = 4000;
/// Fewer, since whoever stops waits for the end of a trip.
constexpr qsizetype kItemsPerTripWithReadings = 500;

Error inFile(Error error, const Revision& revision, const Statement* statement)
{
    error.revision = revision.id.text();
    error.database = revision.database.text();
    error.where.file = revision.filePath;
    if (statement != nullptr) {
        error.statement = statement->text;
        const Statement::Place place = statement->placeOf(qMax(1, error.statementPosition));
        error.where.line = place.line;
        error.where.column = place.column;
    }
    return error;
}

/// Collects sections and readings and sends them together.
class ReplayBatch
{
public:
    /// `reader` and `take` where there are readings.
    ReplayBatch(Connection& connection, const QList<RevisionPtr>& revisions,
                RepeatedReader* reader = nullptr, SchemaTaker take = {})
        : m_connection(connection)
        , m_revisions(revisions)
        , m_reader(reader)
        , m_take(std::move(take))
    {}

    void addTransaction(qsizetype revision, const Section& section)
    {
        add(u"BEGIN"_s, {revision});
        add(kSearchPath, {revision});
        for (const Statement& statement : section.statements)
            add(statement.text, {revision, &statement});
        add(u"COMMIT"_s, {revision});
    }

    void addReading(qsizetype revision)
    {
        for (qsizetype item = 0; item < m_reader->items().size(); ++item) {
            m_items << m_reader->items().at(item);
            m_sources << Source{revision, nullptr, item};
        }
    }

    qsizetype size() const { return m_items.size(); }

    Result<void> flush()
    {
        if (m_items.isEmpty())
            return {};
        const auto done = m_connection.pipeline(
            m_items, [this](qsizetype item, const Rows& rows) { return answered(item, rows); });
        m_connection.takeNotices();
        if (!done) {
            const qsizetype item = done.error().item;
            if (item < 0 || item >= m_sources.size() || m_sources.at(item).reading >= 0)
                return fail(done.error().error);
            const Source& source = m_sources.at(item);
            return fail(
                inFile(done.error().error, *m_revisions.at(source.revision), source.statement));
        }
        m_items.clear();
        m_sources.clear();
        return {};
    }

private:
    /// Where an item comes from.
    struct Source
    {
        qsizetype revision;
        const Statement* statement = nullptr; ///< none: what stands around them
        qsizetype reading = -1;               ///< which item of a reading it is
    };

    void add(const QString& sql, const Source& source)
    {
        m_items << PipelineItem{sql, {}};
        m_sources << source;
    }

    Result<void> answered(qsizetype item, const Rows& rows)
    {
        const Source& source = m_sources.at(item);
        if (source.reading < 0)
            return {};
        auto schema = m_reader->take(source.reading, rows);
        return schema ? m_take(source.revision, std::move(*schema)) : Result<void>();
    }

    Connection& m_connection;
    const QList<RevisionPtr>& m_revisions;
    RepeatedReader* m_reader;
    SchemaTaker m_take;
    QList<PipelineItem> m_items;
    QList<Source> m_sources;
};

/// Of a section that says so, one by one and outside any transaction.
Result<void> runEachAlone(Connection& connection, const Revision& revision, const Section& section)
{
    for (const Statement& statement : section.statements) {
        if (const auto done = connection.query(statement.text); !done)
            return fail(inFile(done.error(), revision, &statement));
    }
    return {};
}

/// Into the batch, which is sent where the section cannot run in a transaction.
Result<void> addUp(ReplayBatch& batch, Connection& connection, const Revision& revision,
                   qsizetype index)
{
    if (revision.up.transactional) {
        batch.addTransaction(index, revision.up);
        return {};
    }
    if (const auto sent = batch.flush(); !sent)
        return sent;
    return runEachAlone(connection, revision, revision.up);
}

Error noPlace(const QString& reason)
{
    Error error;
    error.code = u"schema.no_replay"_s;
    error.summary = reason;
    return error;
}

// Names tell whose they are and how old; only such names are ever dropped as left behind.
const QString kDatabasePrefix = u"socrates_replay_"_s;

QString leftBehindSql()
{
    return uR"(SELECT d.datname FROM pg_catalog.pg_database d JOIN pg_catalog.pg_roles r ON r.oid = d.datdba
 WHERE r.rolname = current_user AND d.datname ~ '^socrates_replay_[0-9]{10}_[0-9]+_[0-9]+$'::pg_catalog.text
   AND split_part(d.datname, '_', 3)::bigint < extract(epoch FROM now()) - 3600
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.datid = d.oid))"_s;
}

QString dropSql(const QString& name, bool force)
{
    return u"DROP DATABASE IF EXISTS "_s + Connection::identifier(name) +
           (force ? u" WITH (FORCE)"_s : QString());
}

} // namespace

Result<void> replayRevisions(Connection& connection, const QList<RevisionPtr>& revisions)
{
    ReplayBatch batch(connection, revisions);
    for (qsizetype index = 0; index < revisions.size(); ++index) {
        if (const auto added = addUp(batch, connection, *revisions.at(index), index); !added)
            return added;
        if (batch.size() >= kItemsPerTrip) {
            if (const auto sent = batch.flush(); !sent)
                return sent;
        }
    }
    return batch.flush();
}

Result<void> replayAndRead(Connection& connection, const QList<RevisionPtr>& revisions,
                           const std::function<bool(qsizetype)>& isWanted, const SchemaTaker& take)
{
    RepeatedReader reader(connection, {.maker = connection.server().user});
    if (const auto prepared = reader.prepare(); !prepared)
        return prepared;
    ReplayBatch batch(connection, revisions, &reader, take);
    for (qsizetype index = 0; index < revisions.size(); ++index) {
        if (const auto added = addUp(batch, connection, *revisions.at(index), index); !added)
            return added;
        if (isWanted(index))
            batch.addReading(index);
        if (batch.size() >= kItemsPerTripWithReadings) {
            if (const auto sent = batch.flush(); !sent)
                return sent;
        }
    }
    return batch.flush();
}

Result<Schema> readReplayed(Connection& connection)
{
    return readCatalog(connection, {.maker = connection.server().user});
}

Result<void> replayDown(Connection& connection, const RevisionPtr& revision)
{
    if (!revision->down.transactional)
        return runEachAlone(connection, *revision, revision->down);
    const QList<RevisionPtr> one{revision};
    ReplayBatch batch(connection, one);
    batch.addTransaction(0, revision->down);
    const auto done = batch.flush();
    if (!done && connection.isInTransaction())
        (void)connection.query(u"ROLLBACK"_s);
    return done;
}

Result<std::unique_ptr<TemporaryDatabase>> TemporaryDatabase::create(Connection& admin)
{
    const auto rights = admin.query(
        uR"(SELECT pg_is_in_recovery(), r.rolcreatedb OR r.rolsuper, current_setting('transaction_read_only'),
 extract(epoch FROM now())::bigint FROM pg_catalog.pg_roles r WHERE r.rolname = current_user)"_s);
    if (!rights)
        return fail(rights.error());
    if (rights->at(0, 0) == "t"_L1)
        return fail(noPlace(Texts::tr("the server is a standby")));
    if (rights->at(0, 1) != "t"_L1)
        return fail(
            noPlace(Texts::tr("the role %1 may not create databases").arg(admin.server().user)));
    if (rights->at(0, 2) == "on"_L1)
        return fail(noPlace(Texts::tr("the session is read-only")));

    if (const auto old = admin.query(leftBehindSql())) {
        for (const QStringList& row : old->rows)
            (void)admin.query(
                dropSql(row.at(0), false)); // somebody else may be at it; no harm done
    }
    const QString name = kDatabasePrefix + rights->at(0, 3) + u'_' +
                         QString::number(QCoreApplication::applicationPid()) + u'_' +
                         QString::number(QRandomGenerator::global()->bounded(1'000'000'000));
    const auto made =
        admin.query(u"CREATE DATABASE %1 TEMPLATE template0"_s.arg(Connection::identifier(name)));
    if (!made)
        return fail(made.error());

    std::unique_ptr<TemporaryDatabase> database(new TemporaryDatabase(admin, name));
    ConnectionParameters parameters = admin.parameters();
    parameters.setValue(u"dbname"_s, name);
    auto connection = Connection::open(parameters);
    if (!connection)
        return fail(connection.error());
    database->m_connection = std::move(*connection);
    for (const QString& statement :
         {u"SET search_path TO public, pg_temp"_s, u"SET synchronous_commit TO off"_s,
          u"SET client_min_messages TO warning"_s}) {
        if (const auto set = database->m_connection->query(statement); !set)
            return fail(set.error());
    }
    return database;
}

TemporaryDatabase::~TemporaryDatabase()
{
    m_connection.reset();
    (void)m_admin.query(
        dropSql(m_name, true)); // what cannot be dropped now is dropped as left behind
}

QString whyNotInThrowAwaySchema(const QList<RevisionPtr>& revisions, const QStringList& schemas)
{
    static const QRegularExpression allowed(
        uR"(^(CREATE (UNLOGGED )?TABLE|CREATE (UNIQUE )?INDEX(?! CONCURRENTLY)|(ALTER|DROP) (TABLE|INDEX|TYPE|DOMAIN|SEQUENCE|VIEW)|CREATE (TYPE|DOMAIN|SEQUENCE|TRIGGER|POLICY)|CREATE (OR REPLACE )?(VIEW|FUNCTION)|CREATE MATERIALIZED VIEW|DROP (TRIGGER|FUNCTION|MATERIALIZED VIEW|POLICY)|COMMENT ON (TABLE|COLUMN|INDEX|CONSTRAINT|TYPE|VIEW|SEQUENCE|FUNCTION|TRIGGER)|INSERT|UPDATE|DELETE) )"_s);
    // Functions and commands whose effect no rollback takes back, or that reach other objects.
    static const QRegularExpression forbidden(
        uR"(\b(pg_\w+|lo_\w+|dblink\w*|set_config|copy|notify|listen)\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression language(uR"(\bLANGUAGE\s+'?(?!sql\b|plpgsql\b)\w)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    // A table takes locks on itself, its TOAST table and the indexes of both.
    constexpr int kTableLocks = 4;
    constexpr int kMostLocks = 2000;
    int locks = 0;
    QStringList quoted;
    for (const QString& schema : schemas)
        quoted << QRegularExpression::escape(schema);
    const QRegularExpression qualified(uR"re((?<![\w$])"?(%1)"?\s*\.)re"_s.arg(quoted.join(u'|')),
                                       QRegularExpression::CaseInsensitiveOption);
    for (const RevisionPtr& revision : revisions) {
        if (!revision->up.transactional)
            return Texts::tr("revision %1 runs outside transactions").arg(revision->id.text());
        for (const Statement& statement : revision->up.statements) {
            QStringList words;
            for (const Token& token : tokenize(statement.text)) {
                if (token.kind == Token::Kind::Word)
                    words << statement.text.mid(token.offset, token.length).toUpper();
                if (words.size() == 5)
                    break;
            }
            const QString start = words.join(u' ') + u' ';
            const QString place = u"%1:%2"_s.arg(revision->filePath).arg(statement.line);
            if (!allowed.match(start).hasMatch())
                return Texts::tr("\"%1\" (%2) is not among what is tried in a database in use")
                    .arg(words.mid(0, 2).join(u' '), place);
            if (qualified.match(statement.text).hasMatch() ||
                forbidden.match(statement.text).hasMatch() ||
                language.match(statement.text).hasMatch())
                return Texts::tr("the statement at %1 may reach beyond a throw-away schema")
                    .arg(place);
            locks += start.contains(" TABLE "_L1) ? kTableLocks : 1;
        }
    }
    if (locks > kMostLocks)
        return Texts::tr("the revisions make more objects than one transaction should lock");
    return {};
}

Result<Schema> replayInThrowAwaySchema(Connection& connection, const QList<RevisionPtr>& revisions)
{
    if (connection.isInTransaction())
        return fail(noPlace(Texts::tr("a transaction is open")));
    const auto state = connection.query(
        uR"(SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on',
 has_database_privilege(current_database(), 'CREATE'), string_agg(nspname, E'\n') FROM pg_catalog.pg_namespace)"_s);
    if (!state)
        return fail(state.error());
    if (state->at(0, 0) == "t"_L1)
        return fail(noPlace(Texts::tr("the session is read-only")));
    if (state->at(0, 1) != "t"_L1)
        return fail(noPlace(
            Texts::tr("the role %1 may not create a schema").arg(connection.server().user)));
    const QString reason = whyNotInThrowAwaySchema(revisions, state->at(0, 2).split(u'\n'));
    if (!reason.isEmpty())
        return fail(noPlace(reason));

    const QString schema = u"socrates_replay_%1_%2"_s.arg(QCoreApplication::applicationPid())
                               .arg(QRandomGenerator::global()->bounded(1'000'000'000));
    QList<PipelineItem> items{{u"BEGIN"_s, {}},
                              networkSettings(connection),
                              {u"SET LOCAL lock_timeout TO '2s'"_s, {}},
                              {u"SET LOCAL statement_timeout TO '60s'"_s, {}},
                              {u"CREATE SCHEMA "_s + schema, {}},
                              {u"SET LOCAL search_path TO %1, pg_temp"_s.arg(schema), {}}};
    for (const RevisionPtr& revision : revisions) {
        for (const Statement& statement : revision->up.statements)
            items << PipelineItem{statement.text, {}};
    }
    const auto done = connection.pipeline(items);
    Result<Schema> result =
        done ? readCatalog(connection, {{schema}, u"public"_s, {}, connection.server().user})
             : Result<Schema>(tl::unexpect, done.error().error);
    const auto undone = connection.query(u"ROLLBACK"_s);
    connection.takeNotices();
    if (!undone)
        return fail(undone.error());
    return result;
}

} // namespace socrates::core
