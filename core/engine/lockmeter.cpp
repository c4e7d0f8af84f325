// SPDX-License-Identifier: MIT
#include "core/engine/lockmeter.h"

#include "core/base/texts.h"

#include <QRegularExpression>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

struct ModeName
{
    QLatin1StringView pgName;
    QLatin1StringView text;
};

constexpr ModeName kModes[] = {
    {"AccessShareLock"_L1, "ACCESS SHARE"_L1},
    {"RowShareLock"_L1, "ROW SHARE"_L1},
    {"RowExclusiveLock"_L1, "ROW EXCLUSIVE"_L1},
    {"ShareUpdateExclusiveLock"_L1, "SHARE UPDATE EXCLUSIVE"_L1},
    {"ShareLock"_L1, "SHARE"_L1},
    {"ShareRowExclusiveLock"_L1, "SHARE ROW EXCLUSIVE"_L1},
    {"ExclusiveLock"_L1, "EXCLUSIVE"_L1},
    {"AccessExclusiveLock"_L1, "ACCESS EXCLUSIVE"_L1},
};

/// What others can see: no catalogs, no TOAST, nothing of the program's own.
constexpr auto kRelationsOfOthers =
    "c.oid >= 16384::oid AND c.relkind IN ('r', 'p', 'm', 'i', 'I', 'S', 'v', 'f') "
    "AND n.nspname !~ '^pg_'::text AND n.nspname <> 'socrates_admin' "
    "AND c.relname NOT IN ('alembic_version', 'alembic_version_pkc')"_L1;

QString kindOf(const QString& relkind)
{
    switch (relkind.isEmpty() ? '?' : relkind.front().toLatin1()) {
    case 'i':
    case 'I':
        return u"index"_s;
    case 'S':
        return u"sequence"_s;
    case 'v':
        return u"view"_s;
    case 'm':
        return u"materialized_view"_s;
    default:
        return u"table"_s;
    }
}

bool isNamedIn(const QString& sql, const QString& name)
{
    const QRegularExpression word(
        u"(?<![\\w$])%1(?![\\w$])"_s.arg(QRegularExpression::escape(name)),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return word.match(sql).hasMatch();
}

} // namespace

std::optional<LockMode> lockModeFrom(const QString& pgName)
{
    for (size_t i = 0; i < std::size(kModes); ++i) {
        if (pgName == kModes[i].pgName)
            return LockMode(int(i));
    }
    return std::nullopt; // SIReadLock, which blocks nobody
}

QString lockModeText(LockMode mode)
{
    return kModes[size_t(mode)].text;
}

QString lockEffect(LockMode mode)
{
    switch (mode) {
    case LockMode::AccessExclusive:
        return Texts::tr("nobody else can read or write it until the step has ended");
    case LockMode::Exclusive:
    case LockMode::ShareRowExclusive:
    case LockMode::Share:
        return Texts::tr("others can read it, but not write to it, until the step has ended");
    case LockMode::ShareUpdateExclusive:
        return Texts::tr("others can read and write; VACUUM and other changes of it wait");
    case LockMode::RowExclusive:
    case LockMode::RowShare:
        return Texts::tr("others can read and write; only the rows it touches wait");
    case LockMode::AccessShare:
        break;
    }
    return Texts::tr("others can read and write");
}

QString RelationName::text() const
{
    return schema == "public"_L1 ? name : schema + u'.' + name;
}

Result<void> LockMeter::start(Connection& connection)
{
    const auto rows = connection.query(
        u"SELECT c.oid::text, c.relkind, n.nspname, c.relname, pg_relation_filenode(c.oid)::text, "
        "i.indrelid::text FROM pg_catalog.pg_class c "
        "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
        "LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid WHERE "_s +
        kRelationsOfOthers);
    if (!rows)
        return fail(rows.error());
    for (const QStringList& row : rows->rows)
        m_relations.insert(row.at(0),
                           {{kindOf(row.at(1)), row.at(2), row.at(3)}, row.at(4), row.at(5)});
    return disregard(connection);
}

Result<void> LockMeter::disregard(Connection& connection)
{
    const auto held = note(connection, nullptr);
    if (!held)
        return fail(held.error());
    for (auto it = held->cbegin(); it != held->cend(); ++it) {
        if (!m_held.contains(it.key()))
            m_held.insert(it.key(), {it.value(), {}});
    }
    return {};
}

/// The strongest mode on each known relation; with a `reading`, also what was rewritten since.
Result<QMap<QString, LockMode>> LockMeter::note(Connection& connection, Reading* reading)
{
    // The size is asked for only where the lock is ours alone, so that the question waits for
    // nobody.
    const auto rows = connection.query(
        u"SELECT l.relation::text, l.mode, pg_relation_filenode(c.oid)::text, "
        "CASE WHEN l.mode = 'AccessExclusiveLock' AND c.relkind IN ('r', 'm', 'i') "
        "THEN pg_relation_size(c.oid) END "
        "FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_class c ON c.oid = l.relation "
        "WHERE l.locktype = 'relation' AND l.granted AND l.pid = pg_backend_pid() "
        "AND l.database = (SELECT oid FROM pg_catalog.pg_database "
        "WHERE datname = current_database())"_s);
    if (!rows)
        return fail(rows.error());
    QMap<QString, LockMode> held;
    QMap<QString, qint64> rewritten;
    for (const QStringList& row : rows->rows) {
        const auto relation = m_relations.find(row.at(0));
        const auto mode = lockModeFrom(row.at(1));
        if (relation == m_relations.end() || !mode)
            continue;
        held[row.at(0)] = std::max(held.value(row.at(0), *mode), *mode);
        const bool isStored = !relation->fileNode.isEmpty() && !row.at(2).isEmpty();
        if (isStored && relation->fileNode != row.at(2)) {
            relation->fileNode = row.at(2);
            rewritten.insert(row.at(0), 0);
        }
        if (rewritten.contains(row.at(0)))
            rewritten[row.at(0)] = std::max(rewritten.value(row.at(0)), row.at(3).toLongLong());
    }
    for (auto it = rewritten.cbegin(); reading != nullptr && it != rewritten.cend(); ++it) {
        const Relation& relation = m_relations[it.key()];
        // With a table go its indexes; a sequence holds one row.
        if (relation.name.kind != "sequence"_L1 && !rewritten.contains(relation.table))
            reading->rewrites << MeasuredRewrite{relation.name, it.value()};
    }
    return held;
}

Result<QList<MeasuredRows>> LockMeter::noteRows(Connection& connection)
{
    // Of this transaction alone, whoever in it did it.
    const auto rows =
        connection.query(u"SELECT relid::text, n_tup_ins, n_tup_upd, n_tup_del "
                         "FROM pg_catalog.pg_stat_xact_user_tables "
                         "WHERE n_tup_ins + n_tup_upd + n_tup_del > 0 ORDER BY relid"_s);
    if (!rows)
        return fail(rows.error());
    QList<MeasuredRows> changed;
    for (const QStringList& row : rows->rows) {
        const auto relation = m_relations.constFind(row.at(0));
        if (relation == m_relations.constEnd())
            continue;
        const MeasuredRows now{relation->name, row.at(1).toLongLong(), row.at(2).toLongLong(),
                               row.at(3).toLongLong()};
        const MeasuredRows before = m_rows.value(row.at(0));
        m_rows.insert(row.at(0), now);
        const MeasuredRows since{now.relation, now.inserted - before.inserted,
                                 now.updated - before.updated, now.deleted - before.deleted};
        if (since.inserted > 0 || since.updated > 0 || since.deleted > 0)
            changed << since;
    }
    return changed;
}

Result<LockMeter::Reading> LockMeter::read(Connection& connection, const QString& revision,
                                           const QString& sql)
{
    Reading reading;
    const auto now = note(connection, &reading);
    if (!now)
        return fail(now.error());
    for (auto it = now->cbegin(); it != now->cend(); ++it) {
        const Relation& relation = m_relations[it.key()];
        const auto before = m_held.find(it.key());
        const bool isNew = before == m_held.end() || before->mode < it.value();
        if (isNew) {
            m_held.insert(it.key(), {it.value(), revision});
            reading.locks << MeasuredLock{relation.name, it.value(), {}};
        } else if (!before->since.isEmpty() && isNamedIn(sql, relation.name.name)) {
            reading.locks << MeasuredLock{relation.name, it.value(), before->since};
        }
    }
    auto rows = noteRows(connection);
    if (!rows)
        return fail(rows.error());
    reading.rows = std::move(*rows);
    std::stable_sort(reading.locks.begin(), reading.locks.end(),
                     [](const MeasuredLock& a, const MeasuredLock& b) { return a.mode > b.mode; });
    return reading;
}

} // namespace socrates::core
