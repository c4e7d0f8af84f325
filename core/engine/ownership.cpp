// SPDX-License-Identifier: MIT
#include "core/engine/ownership.h"

#include "core/base/texts.h"

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
                      WHERE e.refclassid = 'pg_catalog.pg_extension'::regclass::oid
                        AND e.classid = 'pg_catalog.pg_class'::regclass::oid AND e.deptype = 'e')
 ORDER BY n.nspname, c.relname)"_s;
}

/// "a, b and 7 more", so that a sentence stays a sentence with 2,000 tables.
QString listed(const QStringList& names)
{
    constexpr qsizetype kMost = 8;
    if (names.size() <= kMost)
        return names.join(u", "_s);
    return Texts::tr("%1 and %n more", nullptr, int(names.size() - kMost))
        .arg(names.mid(0, kMost).join(u", "_s));
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
            m_problems[{Right::UseSequence, owner}] << name;
        else if (!isSequence && !(mayRead && mayWrite))
            m_problems[{mayWrite  ? Right::Read
                        : mayRead ? Right::Write
                                  : Right::ReadOrWrite,
                        owner}]
                << name;
    }

    QStringList sentences() const
    {
        QStringList result;
        for (auto it = m_owned.cbegin(); it != m_owned.cend(); ++it)
            result << Texts::tr("%1 owns %2").arg(it.key(), listed(it.value()));
        return result;
    }

    QStringList problems() const
    {
        QStringList result;
        for (auto it = m_closedSchemas.cbegin(); it != m_closedSchemas.cend(); ++it)
            result << Texts::tr("%1 may not use the schema %2, where the tables of %3 are")
                          .arg(m_user, it.key(), it.value());
        for (auto it = m_problems.cbegin(); it != m_problems.cend(); ++it) {
            result << problem(it.key().first, int(it.value().size()))
                          .arg(m_user, listed(it.value()), it.key().second);
        }
        return result;
    }

private:
    enum class Right { ReadOrWrite, Read, Write, UseSequence }; ///< what hinders most comes first

    /// %1: the user, %2: the names, %3: their owner.
    static QString problem(Right right, int count)
    {
        switch (right) {
        case Right::Read:
            return Texts::tr("%1 may not read %2: it/they belong(s) to %3", nullptr, count);
        case Right::Write:
            return Texts::tr("%1 may not write %2: it/they belong(s) to %3", nullptr, count);
        case Right::ReadOrWrite:
            return Texts::tr("%1 may not read or write %2: it/they belong(s) to %3", nullptr,
                             count);
        case Right::UseSequence:
            break;
        }
        return Texts::tr("%1 may not use the sequence(s) %2: it/they belong(s) to %3", nullptr,
                         count);
    }

    QString m_user;
    QMap<QString, QStringList> m_owned;
    QMap<QString, QString> m_closedSchemas;
    QMap<std::pair<Right, QString>, QStringList> m_problems; ///< (right, owner) -> names
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
