// SPDX-License-Identifier: MIT
#include "core/schema/undoproof.h"

#include "core/base/filereplacement.h"
#include "core/base/texts.h"
#include "core/schema/catalogqueries.h"
#include "core/schema/catalogreader.h"
#include "core/schema/expectedfile.h"
#include "core/schema/replay.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Outcome = ComparisonLine::Outcome;
using Verdict = UndoProof::Verdict;

constexpr int kCacheFormat = 2;

/// Of each table how many rows it holds, and a digest of them whatever their order and that of the
/// columns.
using Contents = QMap<Schema::Key, QString>;

Result<Contents> contentsOf(Connection& connection, const Schema& schema)
{
    QStringList selects;
    QList<Schema::Key> tables;
    for (const SchemaObject& object : schema.objects()) {
        if (object.kind != SchemaObject::Kind::Table)
            continue;
        selects << u"SELECT %1, count(*) || ' ' || coalesce(md5(string_agg(r, '' ORDER BY r)), '') "
                   "FROM (SELECT md5(to_jsonb(t)::text) AS r FROM %2.%3 AS t) AS rows"_s.arg(
                       QString::number(tables.size()), Connection::identifier(object.schema),
                       Connection::identifier(object.name));
        tables << keyOf(object);
    }
    Contents contents;
    constexpr qsizetype kAtOnce = 200;
    for (qsizetype first = 0; first < selects.size(); first += kAtOnce) {
        const auto rows = connection.query(selects.mid(first, kAtOnce).join(u" UNION ALL "_s));
        if (!rows)
            return fail(rows.error());
        for (const QStringList& row : rows->rows)
            contents.insert(tables.at(row.at(0).toInt()), row.at(1));
    }
    return contents;
}

/// Tables that are there before and after and do not hold the same rows.
void addRowDifferences(Comparison& comparison, const Contents& before, const Contents& after)
{
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        const auto now = after.constFind(it.key());
        if (now == after.cend() || *now == *it)
            continue;
        const QString then = it->section(u' ', 0, 0);
        const QString left = now->section(u' ', 0, 0);
        comparison.lines << ComparisonLine{Outcome::Different,
                                           it.key().kind,
                                           it.key().schema,
                                           it.key().table,
                                           it.key().name,
                                           u"%1 rows"_s.arg(then),
                                           then == left ? u"%1 rows with other values"_s.arg(left)
                                                        : u"%1 rows"_s.arg(left),
                                           {}};
    }
}

/// Whether a revision may put rows into a table: only then is there anything to look at.
bool mayBringRows(const Revision& revision)
{
    static const QRegularExpression words(u"\\b(insert|copy|do|call|merge|select|as)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(revision.up.sql).hasMatch();
}

/// Verdicts by the content of everything that was run: what the revision stands on, itself, and its
/// way down. A cache: whatever is wrong with a file, it is as if it were not there.
class ProofCache
{
public:
    explicit ProofCache(const QString& folder)
        : m_folder(folder.isEmpty()
                       ? QStandardPaths::writableLocation(QStandardPaths::CacheLocation) +
                             u"/proofs"_s
                       : folder)
    {}

    bool load(UndoProof& proof, const RevisionGraph& graph, int major) const
    {
        QFile file(path(graph, *proof.revision, major));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        const QString verdict = json.value("verdict"_L1).toString();
        if (verdict != verdictText(Verdict::Proven) &&
            verdict != verdictText(Verdict::LeavesSomething))
            return false;
        QList<ComparisonLine> leftover;
        for (const QJsonArray lines = json.value("leftover"_L1).toArray();
             const QJsonValue& value : lines) {
            const QJsonArray line = value.toArray();
            const auto kind = kindFromText(line.at(1).toString());
            const int outcome = line.at(0).toInt(-1);
            if (!kind || line.size() != 7 || outcome < 0 || outcome > int(Outcome::Misplaced))
                return false;
            leftover << ComparisonLine{Outcome(outcome),      *kind,
                                       line.at(2).toString(), line.at(3).toString(),
                                       line.at(4).toString(), line.at(5).toString(),
                                       line.at(6).toString(), {}};
        }
        proof.verdict = leftover.isEmpty() ? Verdict::Proven : Verdict::LeavesSomething;
        proof.leftover = leftover;
        proof.isFromCache = true;
        return verdict == verdictText(proof.verdict);
    }

    void store(const UndoProof& proof, const RevisionGraph& graph, int major) const
    {
        if (proof.verdict != Verdict::Proven && proof.verdict != Verdict::LeavesSomething)
            return;
        QJsonArray lines;
        for (const ComparisonLine& line : proof.leftover) {
            lines << QJsonArray{int(line.outcome), kindText(line.kind), line.schema, line.table,
                                line.name,         line.expected,       line.found};
        }
        if (!QDir().mkpath(m_folder))
            return;
        const QJsonObject object{{u"verdict"_s, verdictText(proof.verdict)},
                                 {u"leftover"_s, lines}};
        // What cannot be kept is proved again.
        (void)replaceFile(path(graph, *proof.revision, major),
                          QJsonDocument(object).toJson(QJsonDocument::Compact));
    }

private:
    QString path(const RevisionGraph& graph, const Revision& revision, int major) const
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(upHash(revisionsAt(graph, {revision.id})).toLatin1());
        hash.addData(revision.down.meaningHash().toLatin1());
        hash.addData(revision.down.transactional ? "\n" : "!");
        return m_folder + u"/%1-%2-%3.%4.json"_s.arg(QString::fromLatin1(hash.result().toHex()))
                              .arg(major)
                              .arg(kCatalogFormat)
                              .arg(kCacheFormat);
    }

    QString m_folder;
};

/// A temporary database that is moved up the lineage, and made anew where a downgrade left it other
/// than it was.
class ProvingGround
{
public:
    ProvingGround(Connection& server, QList<RevisionPtr> order)
        : m_server(server), m_order(std::move(order))
    {}

    /// Moves to where the revision of this index is about to be applied. Errors: as
    /// replayRevisions, and the failing revision in `error.revision`.
    Result<void> moveTo(qsizetype index)
    {
        if (!m_database) {
            auto made = TemporaryDatabase::create(m_server);
            if (!made)
                return fail(made.error());
            m_database = std::move(*made);
            m_applied = 0;
        }
        if (m_applied < index) {
            if (const auto done = replayRevisions(m_database->connection(),
                                                  m_order.mid(m_applied, index - m_applied));
                !done) {
                m_isBlocked = true;
                return done;
            }
            m_applied = index;
            m_schema.reset();
        }
        return {};
    }

    /// Up, down, and a look before and after.
    Result<Comparison> tryOut(qsizetype index)
    {
        Connection& connection = m_database->connection();
        if (!m_schema) {
            auto before = readReplayed(connection);
            if (!before)
                return fail(before.error());
            m_schema = std::move(*before);
        }
        const bool hasRows =
            std::any_of(m_order.cbegin(), m_order.cbegin() + index,
                        [](const RevisionPtr& revision) { return mayBringRows(*revision); });
        Contents before;
        if (hasRows) {
            auto read = contentsOf(connection, *m_schema);
            if (!read)
                return fail(read.error());
            before = std::move(*read);
        }
        if (const auto up = replayRevisions(connection, {m_order.at(index)}); !up) {
            m_isBlocked = true;
            return fail(up.error());
        }
        if (const auto down = replayDown(connection, m_order.at(index)); !down) {
            forget();
            return fail(down.error());
        }
        const auto after = readReplayed(connection);
        if (!after)
            return fail(after.error());
        Comparison comparison = compareSchemas(*m_schema, *after);
        if (hasRows) {
            const auto rows = contentsOf(connection, *after);
            if (!rows)
                return fail(rows.error());
            addRowDifferences(comparison, before, *rows);
        }
        if (!comparison.isEqual())
            forget();
        return comparison;
    }

    /// An upgrade failed: nothing can be tried on top of it.
    bool isBlocked() const { return m_isBlocked; }

private:
    void forget()
    {
        m_database.reset();
        m_schema.reset();
    }

    Connection& m_server;
    QList<RevisionPtr> m_order;
    std::unique_ptr<TemporaryDatabase> m_database;
    qsizetype m_applied = 0; ///< of m_order, in m_database
    std::optional<Schema> m_schema;
    bool m_isBlocked = false;
};

Error stopped()
{
    return Error{.code = u"stopped.cancelled"_s, .summary = Texts::tr("Stopped.")};
}

/// A failure of the revisions' own SQL, which the proof tells; others end it.
bool isOfTheProject(const Error& error)
{
    return error.where.isValid() && error.isKind("sql"_L1);
}

/// The private server's ground, and the target's where the revisions fail on that: what they name
/// may be on the target's server only (a role, an extension's files).
class ProvingGrounds
{
public:
    ProvingGrounds(std::unique_ptr<Connection> other, Connection& target, QList<RevisionPtr> order)
        : m_other(std::move(other))
        , m_target(target)
        , m_order(std::move(order))
        , m_ground(std::in_place, m_other ? *m_other : m_target, m_order)
    {}

    Result<Comparison> tryOut(qsizetype index)
    {
        auto tried = tryHere(index);
        if (tried || !m_other || !isOfTheProject(tried.error()))
            return tried;
        m_ground.emplace(m_target, m_order);
        m_other.reset();
        auto again = tryHere(index);
        if (again || isOfTheProject(again.error()))
            return again;
        m_isOver = true; // the target lends no place
        return tried;
    }

    bool isBlocked() const { return m_isOver || m_ground->isBlocked(); }

private:
    Result<Comparison> tryHere(qsizetype index)
    {
        if (const auto there = m_ground->moveTo(index); !there)
            return fail(there.error());
        return m_ground->tryOut(index);
    }

    std::unique_ptr<Connection> m_other;
    Connection& m_target;
    QList<RevisionPtr> m_order;
    std::optional<ProvingGround> m_ground;
    bool m_isOver = false;
};

} // namespace

QString verdictText(UndoProof::Verdict verdict)
{
    switch (verdict) {
    case Verdict::Proven:
        return u"proven"_s;
    case Verdict::LeavesSomething:
        return u"leaves_something"_s;
    case Verdict::Irreversible:
        return u"irreversible"_s;
    case Verdict::Failed:
        break;
    }
    return u"failed"_s;
}

QString leftoverText(const ComparisonLine& line)
{
    switch (line.outcome) {
    case Outcome::Missing:
        return Texts::tr("%1 is gone that was there before").arg(objectText(line));
    case Outcome::Different:
        return Texts::tr("%1 was \"%2\" and is \"%3\"")
            .arg(objectText(line), line.expected.simplified(), line.found.simplified());
    default:
        return Texts::tr("%1 is left behind").arg(objectText(line));
    }
}

QList<UndoProof> UndoProver::known(const Project& project, const DatabaseName& database,
                                   int major) const
{
    const RevisionGraph& graph = project.graph(database);
    const ProofCache cache(m_options.cacheFolder);
    QList<UndoProof> result;
    for (const RevisionPtr& revision : graph.revisions()) {
        UndoProof proof{database, revision, Verdict::Irreversible, {}, {}, false};
        if (!revision->isReversible() || cache.load(proof, graph, major))
            result << proof;
    }
    return result;
}

Result<QList<UndoProof>> UndoProver::prove(const Project& project, const DatabaseName& database,
                                           const QList<RevisionId>& ids, Connection& target,
                                           const CancelToken& token, const Progress& progress) const
{
    const RevisionGraph& graph = project.graph(database);
    const int major = target.server().major();
    std::unique_ptr<Connection> other;
    if (m_options.replayServer) {
        if (auto opened = Connection::open(*m_options.replayServer);
            opened && (*opened)->server().major() == major)
            other = std::move(*opened);
    }
    // Only what the asked stand on: another branch may not even work.
    QSet<RevisionId> wanted(ids.begin(), ids.end());
    const QSet<RevisionId> needed = graph.withAncestors(ids);
    QList<RevisionPtr> order;
    for (const RevisionPtr& revision : graph.revisions()) {
        if (ids.isEmpty() || needed.contains(revision->id))
            order << revision;
        if (ids.isEmpty())
            wanted.insert(revision->id);
    }
    const ProofCache cache(m_options.cacheFolder);
    ProvingGrounds grounds(std::move(other), target, order);
    QList<UndoProof> proofs;
    for (qsizetype index = 0; index < order.size(); ++index) {
        if (token.isStopRequested())
            return fail(stopped());
        const RevisionPtr& revision = order.at(index);
        if (!wanted.contains(revision->id))
            continue;
        UndoProof proof{database, revision, Verdict::Irreversible, {}, {}, false};
        if (revision->isReversible() && !(m_options.useCache && cache.load(proof, graph, major))) {
            const auto tried = grounds.tryOut(index);
            if (tried) {
                proof.leftover = tried->differences();
                proof.verdict = tried->isEqual() ? Verdict::Proven : Verdict::LeavesSomething;
                cache.store(proof, graph, major);
            } else if (token.isStopRequested()) {
                return fail(stopped());
            } else if (isOfTheProject(tried.error())) {
                proof.verdict = Verdict::Failed;
                proof.error = tried.error();
            } else {
                return fail(tried.error());
            }
        }
        proofs << proof;
        if (progress)
            progress(proof);
        if (grounds.isBlocked())
            break;
    }
    return proofs;
}

} // namespace socrates::core
