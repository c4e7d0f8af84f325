// SPDX-License-Identifier: MIT
#include "core/engine/sequenceguard.h"

#include "core/base/texts.h"
#include "core/engine/stepcontext.h"

#include <QRegularExpression>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

Result<QMap<QString, QString>> readValues(Connection& connection)
{
    const auto rows = connection.query(
        u"SELECT pg_catalog.format('%I.%I', schemaname, sequencename), last_value::text FROM pg_sequences"_s);
    if (!rows)
        return fail(rows.error());
    QMap<QString, QString> values;
    for (const QStringList& row : rows->rows)
        values.insert(row.at(0), row.at(1));
    return values;
}

/// Only statements that write rows, or call what may, draw numbers.
bool mayDraw(const QString& sql)
{
    static const QRegularExpression words(
        uR"(\b(INSERT|UPDATE|MERGE|COPY|DO|CALL|SELECT|NEXTVAL|SETVAL)\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(sql).hasMatch();
}

} // namespace

Result<void> SequenceGuard::start(Connection& connection)
{
    // A column draws from a sequence that it owns (serial, identity) or that its default names.
    const auto rows = connection.query(uR"(
SELECT pg_catalog.format('%I.%I', n.nspname, c.relname), c.relname, s.seqincrement::text,
       n.nspname = 'socrates_admin',
       (SELECT pg_catalog.string_agg(DISTINCT t.relname::text, E'\n') FROM pg_catalog.pg_class t WHERE t.oid IN
         (SELECT d.refobjid FROM pg_catalog.pg_depend d
           WHERE d.classid = 'pg_class'::regclass::oid AND d.objid = c.oid AND d.deptype IN ('a', 'i')
             AND d.refclassid = 'pg_class'::regclass::oid
          UNION ALL
          SELECT a.adrelid FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_attrdef a ON a.oid = d.objid
           WHERE d.classid = 'pg_attrdef'::regclass::oid AND d.refclassid = 'pg_class'::regclass::oid
             AND d.refobjid = c.oid))
FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relpersistence <> 't')"_s);
    if (!rows)
        return fail(rows.error());
    for (const QStringList& row : rows->rows) {
        m_sequences.insert(row.at(0), {row.at(1), row.at(4).split(u'\n', Qt::SkipEmptyParts),
                                       row.at(2), row.at(3) == "t"_L1, false});
    }
    auto values = readValues(connection);
    if (!values)
        return fail(values.error());
    m_values = *values;
    return {};
}

Result<void> SequenceGuard::protect(Connection& connection, const QString& quotedName,
                                    Sequence& sequence)
{
    sequence.isProtected = true;
    // Any option, the one it has already as well, gives it new storage with the old value.
    const auto done = connection.pipeline(
        {{u"SAVEPOINT sequence_guard"_s, {}},
         {u"ALTER SEQUENCE %1 INCREMENT BY %2"_s.arg(quotedName, sequence.increment), {}},
         {u"RELEASE SAVEPOINT sequence_guard"_s, {}}});
    if (done)
        return {};
    const Error& error = done.error().error;
    if (!connection.isAlive() || isContention(error.sqlState) || error.sqlState == "57014"_L1)
        return fail(error);
    const auto undone = connection.query(u"ROLLBACK TO SAVEPOINT sequence_guard"_s);
    if (!undone)
        return fail(undone.error());
    return {};
}

Result<bool> SequenceGuard::protect(Connection& connection, const QString& sql)
{
    if (!mayDraw(sql))
        return false;
    bool isAny = false;
    for (auto it = m_sequences.begin(); it != m_sequences.end(); ++it) {
        bool isNamed = sql.contains(it->name, Qt::CaseInsensitive);
        for (const QString& table : std::as_const(it->tables))
            isNamed = isNamed || sql.contains(table, Qt::CaseInsensitive);
        if (!isNamed || it->isProtected)
            continue;
        if (const auto done = protect(connection, it.key(), *it); !done)
            return fail(done.error());
        isAny = true;
    }
    return isAny;
}

Result<void> SequenceGuard::protectLog(Connection& connection)
{
    for (auto it = m_sequences.begin(); it != m_sequences.end(); ++it) {
        if (!it->isOfLog || it->isProtected)
            continue;
        if (const auto done = protect(connection, it.key(), *it); !done)
            return done;
    }
    return {};
}

QStringList SequenceGuard::moved(Connection& connection) const
{
    QStringList sentences;
    const auto now = readValues(connection);
    if (!now)
        return sentences;
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
        const QString value = now->value(it.key(), it.value());
        if (value != it.value())
            sentences
                << Texts::tr(
                       "The sequence %1 went on to %2 meanwhile: no roll-back takes numbers back.")
                       .arg(it.key(), value);
    }
    return sentences;
}

} // namespace socrates::core
