// SPDX-License-Identifier: MIT
#include "core/schema/expectedschema.h"

#include "core/base/texts.h"
#include "core/schema/carriedhistory.h"
#include "core/schema/expectedfile.h"
#include "core/schema/makername.h"
#include "core/schema/replay.h"
#include "core/schema/schemacache.h"

#include <QDir>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

QString carriedPath(const Project& project, const DatabaseName& database)
{
    return QDir(project.expectedFolder()).filePath(database.text() + u".json"_s);
}

/// The places where no schema was found, with their reasons.
class Attempts
{
public:
    void add(const QString& place, const QString& reason) { m_lines << place + u": "_s + reason; }
    /// A place that really ran the SQL: its error says more than that no place was left.
    void addFailure(const QString& place, const Error& error)
    {
        add(place, error.summary.isEmpty() ? error.code : error.summary);
        if (!m_sqlError && error.code == "sql.failed"_L1 && error.where.isValid())
            m_sqlError = error;
    }
    Error toError(const DatabaseName& database) const
    {
        if (m_sqlError)
            return *m_sqlError;
        Error error;
        error.code = u"schema.no_replay"_s;
        error.summary = Texts::tr("What the database must look like could not be found out.");
        error.detail = m_lines.join(u'\n');
        error.hint =
            Texts::tr("Let the project carry the result (socrates-migrate expected), give the role "
                      "the right to "
                      "create databases, or start the private server.");
        error.database = database.text();
        return error;
    }

private:
    QStringList m_lines;
    std::optional<Error> m_sqlError;
};

Result<Schema> replayInTemporaryDatabase(Connection& admin, const QList<RevisionPtr>& revisions,
                                         const ExpectedSchemaSource::ReplayHandler& onReplay)
{
    auto database = TemporaryDatabase::create(admin);
    if (!database)
        return fail(database.error());
    Connection& connection = (*database)->connection();
    if (onReplay)
        onReplay(connection.canceller());
    if (const auto done = replayRevisions(connection, revisions); !done)
        return fail(done.error());
    auto schema = readReplayed(connection);
    if (schema)
        nameMakerAsRevisionsDo(*schema, revisions, connection.server().user);
    return schema;
}

Result<Schema> replayOnOtherServer(const ConnectionParameters& parameters, int major,
                                   const QList<RevisionPtr>& revisions,
                                   const ExpectedSchemaSource::ReplayHandler& onReplay)
{
    const auto server = Connection::open(parameters);
    if (!server)
        return fail(server.error());
    if ((*server)->server().major() != major) {
        Error error;
        error.code = u"schema.no_replay"_s;
        error.summary = Texts::tr("it is PostgreSQL %1, the database's server %2")
                            .arg((*server)->server().major())
                            .arg(major);
        return fail(error);
    }
    return replayInTemporaryDatabase(**server, revisions, onReplay);
}

/// The nearest other version that the project carries a result for: one that is newer, if any.
Result<std::optional<ExpectedSchemaSource::Answer>>
carriedForAnotherVersion(const ExpectedFile& file, int major, const QString& hash)
{
    QList<int> majors = file.majors();
    std::sort(majors.begin(), majors.end(), [major](int a, int b) {
        return std::pair(qAbs(a - major), b) < std::pair(qAbs(b - major), a);
    });
    for (const int other : majors) {
        auto schema = file.find(other, hash);
        if (!schema)
            return fail(schema.error());
        if (*schema) {
            return ExpectedSchemaSource::Answer{
                std::move(**schema),
                Texts::tr("recorded in the project for PostgreSQL %1 (the server is %2)")
                    .arg(other)
                    .arg(major)};
        }
    }
    return std::nullopt;
}

Error stoppedError()
{
    return Error{.code = u"stopped.cancelled"_s, .summary = Texts::tr("Stopped.")};
}

/// Replays the lineage once and looks after every revision; then what branches on their own.
Result<QList<ExpectedFile::Entry>> recordLineage(const RevisionGraph& graph, Connection& server,
                                                 const CancelToken& token = {})
{
    QList<ExpectedFile::Entry> entries;
    QSet<QString> recorded;
    const auto record = [&](const QList<RevisionPtr>& order, bool all) -> Result<void> {
        auto database = TemporaryDatabase::create(server);
        if (!database)
            return fail(database.error());
        const auto isWanted = [&](qsizetype index) { return all || index + 1 == order.size(); };
        const auto take = [&](qsizetype index, Schema schema) -> Result<void> {
            if (token.isCancelled())
                return fail(stoppedError());
            const QList<RevisionPtr> passed = order.mid(0, index + 1);
            QSet<RevisionId> applied;
            for (const RevisionPtr& revision : passed)
                applied.insert(revision->id);
            const QString hash = upHash(passed);
            recorded.insert(hash);
            nameMakerAsRevisionsDo(schema, passed, server.server().user);
            entries << ExpectedFile::Entry{graph.rowsFor(applied), hash, std::move(schema)};
            return {};
        };
        return replayAndRead((*database)->connection(), order, isWanted, take);
    };
    if (graph.revisions().isEmpty())
        return entries;
    if (const auto done = record(graph.revisions(), true); !done)
        return fail(done.error());
    for (const RevisionPtr& revision : graph.revisions()) {
        const QList<RevisionPtr> alone = revisionsAt(graph, {revision->id});
        if (recorded.contains(upHash(alone)))
            continue;
        if (const auto done = record(alone, false); !done)
            return fail(done.error());
    }
    return entries;
}

} // namespace

std::optional<SchemaHistory> ExpectedSchemaSource::knownHistory(const Project& project,
                                                                const DatabaseName& database,
                                                                int major) const
{
    const RevisionGraph& graph = project.graph(database);
    const auto fromFile = [&](const QString& path) -> std::optional<SchemaHistory> {
        const auto file = ExpectedFile::load(path);
        if (!file)
            return std::nullopt;
        const auto entries = file->entries(major);
        return entries ? historyFrom(graph, *entries) : std::nullopt;
    };
    if (m_options.useCarried) {
        if (auto history = fromFile(carriedPath(project, database))) {
            history->origin = Texts::tr("recorded in the project");
            return history;
        }
    }
    if (m_options.useCache) {
        const SchemaCache cache(m_options.cacheFolder);
        if (auto history = fromFile(cache.historyPath(upHash(graph.revisions()), major))) {
            history->origin = Texts::tr("replayed earlier on this computer");
            return history;
        }
    }
    return std::nullopt;
}

Result<SchemaHistory> ExpectedSchemaSource::replayedHistory(const Project& project,
                                                            const DatabaseName& database,
                                                            Connection& target) const
{
    const RevisionGraph& graph = project.graph(database);
    const int major = target.server().major();
    Result<QList<ExpectedFile::Entry>> entries(tl::unexpect, stoppedError());
    QString place;
    if (m_options.replayServer) {
        const auto server = Connection::open(*m_options.replayServer);
        if (server && (*server)->server().major() == major) {
            entries = recordLineage(graph, **server, m_token);
            place = Texts::tr("replayed in the private server");
        }
    }
    if (!entries && !m_token.isCancelled()) {
        entries = recordLineage(graph, target, m_token);
        place = Texts::tr("replayed in a temporary database on the server");
    }
    if (!entries)
        return fail(entries.error());
    auto history = historyFrom(graph, *entries);
    if (!history) {
        return fail(Error{.code = u"internal.history"_s,
                          .summary = Texts::tr("The replay did not pass every revision.")});
    }
    history->origin = place;
    if (m_options.useCache) {
        ExpectedFile file;
        file.setEntries(major, *entries);
        const SchemaCache cache(m_options.cacheFolder);
        (void)file.save(cache.historyPath(upHash(graph.revisions()), major), database);
    }
    return std::move(*history);
}

Result<SchemaHistory> ExpectedSchemaSource::history(const Project& project,
                                                    const DatabaseName& database,
                                                    Connection& target) const
{
    const RevisionGraph& graph = project.graph(database);
    if (graph.revisions().isEmpty())
        return SchemaHistory{{}, {}, Texts::tr("no revision is applied")};
    if (auto known = knownHistory(project, database, target.server().major()))
        return std::move(*known);
    auto replayed = replayedHistory(project, database, target);
    if (replayed || replayed.error().code == "sql.failed"_L1 || m_token.isCancelled())
        return replayed;
    // Where no database can be made: each revision by itself, wherever its schema can be had.
    SchemaHistory history;
    QSet<RevisionId> applied;
    for (const RevisionPtr& revision : graph.revisions()) {
        applied.insert(revision->id);
        const QList<RevisionId> rows = graph.rowsFor(applied);
        auto answer = expectedAt(project, database, rows, target);
        if (!answer)
            return fail(answer.error());
        history.origin = answer->origin;
        history.steps << SchemaAtRevision{revision, rows, std::move(answer->schema)};
    }
    for (const RevisionPtr& revision : graph.revisions()) {
        if (history.at({revision->id}) != nullptr)
            continue;
        auto answer = expectedAt(project, database, {revision->id}, target);
        if (!answer)
            return fail(answer.error());
        history.alone << SchemaAtRevision{revision, {revision->id}, std::move(answer->schema)};
    }
    return history;
}

Result<ExpectedSchemaSource::Answer> ExpectedSchemaSource::expectedAt(const Project& project,
                                                                      const DatabaseName& database,
                                                                      const QList<RevisionId>& rows,
                                                                      Connection& target) const
{
    const QList<RevisionPtr> revisions = revisionsAt(project.graph(database), rows);
    if (revisions.isEmpty())
        return Answer{{}, Texts::tr("no revision is applied")};
    const QString hash = upHash(revisions);
    const int major = target.server().major();
    Attempts attempts;

    std::optional<ExpectedFile> carried;
    if (m_options.useCarried) {
        auto file = ExpectedFile::load(carriedPath(project, database));
        auto schema = file ? file->find(major, hash)
                           : Result<std::optional<Schema>>(tl::unexpect, file.error());
        if (schema && *schema)
            return Answer{std::move(**schema), Texts::tr("recorded in the project")};
        attempts.add(Texts::tr("recorded in the project"),
                     schema ? Texts::tr("nothing for these revisions on PostgreSQL %1").arg(major)
                            : schema.error().detail);
        if (file)
            carried = std::move(*file);
    }
    const SchemaCache cache(m_options.cacheFolder);
    if (m_options.useCache) {
        if (auto schema = cache.load(hash, major))
            return Answer{std::move(*schema), Texts::tr("replayed earlier on this computer")};
        attempts.add(Texts::tr("cache"), Texts::tr("not replayed before on this computer"));
    }

    const auto replayed = [&](const QString& place,
                              Result<Schema> schema) -> std::optional<Answer> {
        if (!schema) {
            attempts.addFailure(place, schema.error());
            return std::nullopt;
        }
        if (m_options.useCache)
            cache.store(hash, major, *schema);
        return Answer{std::move(*schema), Texts::tr("replayed in %1").arg(place)};
    };
    if (m_options.replayServer) {
        if (auto answer = replayed(
                Texts::tr("the private server"),
                replayOnOtherServer(*m_options.replayServer, major, revisions, m_onReplay)))
            return std::move(*answer);
    } else {
        attempts.add(Texts::tr("the private server"), Texts::tr("there is none"));
    }
    if (auto answer = replayed(Texts::tr("a temporary database on the server"),
                               replayInTemporaryDatabase(target, revisions, m_onReplay)))
        return std::move(*answer);
    if (auto answer = replayed(Texts::tr("a throw-away schema of the database"),
                               replayInThrowAwaySchema(target, revisions)))
        return std::move(*answer);
    if (carried) {
        auto other = carriedForAnotherVersion(*carried, major, hash);
        if (other && *other)
            return std::move(**other);
    }
    return fail(attempts.toError(database));
}

Result<QStringList> ExpectedSchemaSource::record(const Project& project, Connection& server)
{
    QStringList written;
    for (const ProjectDatabase& database : project.databases()) {
        const QString path = carriedPath(project, database.name);
        const auto entries = recordLineage(database.graph, server);
        if (!entries)
            return fail(entries.error());
        // A file that cannot be read is what this command is for: it is made anew.
        ExpectedFile file = ExpectedFile::load(path).value_or(ExpectedFile());
        file.setEntries(server.server().major(), *entries);
        if (const auto saved = file.save(path, database.name); !saved)
            return fail(saved.error());
        written << path;
    }
    return written;
}

} // namespace socrates::core
