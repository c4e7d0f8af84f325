// SPDX-License-Identifier: MIT
#include "core/engine/ownership.h"

#include <QMap>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

// kind, schema, name, owner, may use the schema, may read, may write, owner of the schema
QString tablesSql()
{
    return uR"(SELECT c.relkind, n.nspname, c.relname, r.rolname,
  has_schema_privilege(session_user, n.oid, 'USAGE'),
  CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(session_user, c.oid, 'USAGE')
       ELSE has_table_privilege(session_user, c.oid, 'SELECT') END,
  CASE WHEN c.relkind IN ('r', 'p') THEN has_table_privilege(session_user, c.oid, 'INSERT')
        AND has_table_privilege(session_user, c.oid, 'UPDATE')
        AND has_table_privilege(session_user, c.oid, 'DELETE') ELSE true END,
  session_user
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_roles r ON r.oid = c.relowner
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND left(n.nspname::text, 3) <> 'pg_'
   AND n.nspname NOT IN ('information_schema', 'socrates_admin')
   AND c.oid NOT IN (SELECT e.objid FROM pg_catalog.pg_depend e
                      WHERE e.refclassid = 'pg_catalog.pg_extension'::regclass
                        AND e.classid = 'pg_catalog.pg_class'::regclass AND e.deptype = 'e')
 ORDER BY n.nspname, c.relname)"_s;
}

/// "a, b and 7 more", so that a sentence stays a sentence with 2,000 tables.
QString listed(const QStringList& names)
{
    constexpr qsizetype kMost = 8;
    if (names.size() <= kMost)
        return names.join(u", "_s);
    return u"%1 and %2 more"_s.arg(names.mid(0, kMost).join(u", "_s)).arg(names.size() - kMost);
}

class Findings
{
public:
    void take(const QStringList& row)
    {
        const QString& owner = row.at(3);
        const QString& schema = row.at(1);
        const QString name = schema == "public"_L1 ? row.at(2) : schema + u'.' + row.at(2);
        const bool isSequence = row.at(0) == "S"_L1;
        m_user = row.at(7);
        if (!isSequence)
            m_owned[owner] << name;
        if (row.at(4) != "t"_L1) {
            m_closedSchemas.insert(schema, owner);
            return;
        }
        const bool mayRead = row.at(5) == "t"_L1;
        const bool mayWrite = row.at(6) == "t"_L1;
        if (isSequence && !mayRead)
            m_problems[{u"use the sequence"_s, owner}] << name;
        else if (!mayRead && !mayWrite)
            m_problems[{u"read or write"_s, owner}] << name;
        else if (!mayRead)
            m_problems[{u"read"_s, owner}] << name;
        else if (!mayWrite)
            m_problems[{u"write"_s, owner}] << name;
    }

    QStringList sentences() const
    {
        QStringList result;
        for (auto it = m_owned.cbegin(); it != m_owned.cend(); ++it)
            result << u"%1 owns %2"_s.arg(it.key(), listed(it.value()));
        return result;
    }

    QStringList problems() const
    {
        QStringList result;
        for (auto it = m_closedSchemas.cbegin(); it != m_closedSchemas.cend(); ++it)
            result << u"%1 may not use the schema %2, where the tables of %3 are"_s.arg(
                m_user, it.key(), it.value());
        for (auto it = m_problems.cbegin(); it != m_problems.cend(); ++it) {
            result << u"%1 may not %2 %3: %4 to %5"_s.arg(
                m_user, it.key().first, listed(it.value()),
                it.value().size() == 1 ? u"it belongs"_s : u"they belong"_s, it.key().second);
        }
        return result;
    }

private:
    QString m_user;
    QMap<QString, QStringList> m_owned;
    QMap<QString, QString> m_closedSchemas;
    QMap<std::pair<QString, QString>, QStringList> m_problems; ///< (what, owner) -> names
};

} // namespace

Result<Ownership> readOwnership(Connection& connection)
{
    Ownership result;
    Findings findings;
    const QList<PipelineItem> items{
        {u"SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint"_s, {}},
        {tablesSql(), {}}};
    const auto done =
        connection.pipeline(items, [&](qsizetype item, const Rows& rows) -> Result<void> {
            if (item == 0) {
                result.serverTime =
                    QDateTime::fromMSecsSinceEpoch(rows.at(0, 0).toLongLong(), Qt::UTC);
                return {};
            }
            for (const QStringList& row : rows.rows)
                findings.take(row);
            return {};
        });
    if (!done)
        return fail(done.error().error);
    result.sentences = findings.sentences();
    result.problems = findings.problems();
    return result;
}

} // namespace socrates::core
