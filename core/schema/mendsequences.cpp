// SPDX-License-Identifier: MIT
// Sequences are made and changed where that repeats no number.
#include "core/base/texts.h"
#include "core/postgres/connection.h"
#include "core/schema/definitionparts.h"
#include "core/schema/mender.h"

#include <QRegularExpression>

#include <limits>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;

namespace {

struct SequenceParts
{
    explicit SequenceParts(const QString& definition)
    {
        static const QRegularExpression form(
            uR"(^(unlogged )?(\S+(?: \S+)*?) start (-?\d+) increment (-?\d+) min (-?\d+) max (-?\d+) cache (\d+)( cycle)?(?: (?:owned by|identity of) (.*))?$)"_s);
        const auto match = form.match(definition);
        isUnlogged = match.hasCaptured(1);
        type = match.captured(2);
        start = match.captured(3).toLongLong();
        increment = match.captured(4).toLongLong();
        min = match.captured(5).toLongLong();
        max = match.captured(6).toLongLong();
        column = match.captured(9);
        end = u"START WITH %1 CACHE %2 %3"_s.arg(match.captured(3), match.captured(7),
                                                 match.hasCaptured(8) ? u"CYCLE"_s : u"NO CYCLE"_s);
    }
    /// Of ALTER SEQUENCE.
    QString clauses() const { return u"AS %1 "_s.arg(type) + options(min, max); }
    /// Of an identity column, which says the type itself.
    QString options(qint64 from, qint64 to) const
    {
        return u"INCREMENT BY %1 MINVALUE %2 MAXVALUE %3 "_s.arg(
                   QString::number(increment), QString::number(from), QString::number(to)) +
               end;
    }
    bool isDescending() const { return increment < 0; }
    bool holds(qint64 value) const { return value >= min && value <= max; }

    bool isUnlogged = false;
    qint64 start = 0, increment = 1, min = 0, max = 0;
    QString type;
    QString column; ///< with its table; empty: standing alone
    QString end;    ///< the last of the clauses
};

/// The largest number of a type that sequences are of.
qint64 largestOf(const QString& type)
{
    return type == "smallint"_L1  ? std::numeric_limits<qint16>::max()
           : type == "integer"_L1 ? std::numeric_limits<qint32>::max()
                                  : std::numeric_limits<qint64>::max();
}

/// What a new sequence gives next comes after all that the rows of a column have; nothing where
/// they have less than `floor`.
QString setvalSql(const QString& sequence, const SchemaObject& column, const SequenceParts& parts,
                  const QString& floor)
{
    const QString name = Connection::identifier(column.name);
    return u"SELECT setval(%1, %2(%3(%4), %5)) FROM %6 HAVING %3(%4) %7 %8"_s.arg(
        sequence, parts.isDescending() ? u"greatest"_s : u"least"_s,
        parts.isDescending() ? u"min"_s : u"max"_s, name,
        QString::number(parts.isDescending() ? parts.min : parts.max),
        qualifiedName(column.schema, column.table), parts.isDescending() ? u"<="_s : u">="_s,
        floor);
}

} // namespace

void Mender::createSequence(const SchemaObject& object)
{
    QString text = object.definition;
    const QString own = qualifiedName(object.schema, object.name);
    if (belongsToConstraint(m_after, object)) {
        // That of a table that was renamed keeps its name.
        if (const SchemaObject* same = identityLike(m_found, object)) {
            add(AlterTables, object,
                u"ALTER SEQUENCE %1 RENAME TO %2"_s.arg(qualifiedName(same->schema, same->name),
                                                        Connection::identifier(object.name)));
            if (same->definition != object.definition)
                alterSequence(*same, object);
            return;
        }
        return finishIdentity(object); // it comes with its column
    }
    const qsizetype owner = text.indexOf(" owned by "_L1);
    if (owner >= 0)
        text.truncate(owner);
    text.replace(u" min "_s, u" MINVALUE "_s).replace(u" max "_s, u" MAXVALUE "_s);
    const bool isUnlogged = text.startsWith("unlogged "_L1);
    add(CreateSequences, object,
        u"CREATE %1SEQUENCE %2 AS %3"_s.arg(isUnlogged ? u"UNLOGGED "_s : QString(), own,
                                            text.mid(isUnlogged ? 9 : 0)));
    passRows(object);
    if (owner < 0)
        return;
    // "table.column": the table's name is known, what follows it is the column.
    const QString column = object.definition.mid(owner + 10 + object.table.size() + 1);
    add(OwnSequences, object,
        u"ALTER SEQUENCE %1 OWNED BY %2.%3"_s.arg(own, qualifiedName(object.schema, object.table),
                                                  Connection::identifier(column)));
}

bool Mender::mayBeBounded(const SchemaObject& from, const SchemaObject& to, QString& restart)
{
    if (!m_found.server || !m_found.server->sequenceValues)
        return true;
    const SequenceParts old(from.definition);
    const SequenceParts wanted(to.definition);
    const auto& values = *m_found.server->sequenceValues;
    const auto value = values.constFind({from.schema, from.name});
    if (value == values.cend()) {
        if (wanted.min <= old.min && wanted.max >= old.max)
            return true;
        refuse(to, Texts::tr("this role may not read its last value, which must lie between %1 "
                             "and %2: mend it as a role that may")
                       .arg(QString::number(wanted.min), QString::number(wanted.max)));
        return false;
    }
    if (wanted.holds(value->last))
        return true;
    if (!value->isCalled && value->last == old.start) {
        restart = u" RESTART"_s; // no number was given yet, so the first one may be another
        return true;
    }
    refuse(to, Texts::tr("its last value %1 is not between %2 and %3, as it is to be: give it "
                         "another one first, where that repeats no number (ALTER SEQUENCE %4 "
                         "RESTART WITH ...), or write other bounds in a revision")
                   .arg(QString::number(value->last), QString::number(wanted.min),
                        QString::number(wanted.max), qualifiedName(from.schema, from.name)));
    return false;
}

const SchemaObject* Mender::identitySequence(const SchemaObject& column) const
{
    const QString identity = u" identity of %1.%2"_s.arg(column.table, column.name);
    for (auto it = m_after.objects().lowerBound({Kind::Sequence, column.schema, column.table, {}});
         it != m_after.objects().cend() && it->kind == Kind::Sequence &&
         it->schema == column.schema && it->table == column.table;
         ++it) {
        if (it->definition.endsWith(identity))
            return &*it;
    }
    return nullptr;
}

QString Mender::identityOptions(const SchemaObject& column) const
{
    const SchemaObject* sequence = identitySequence(column);
    if (sequence == nullptr)
        return {};
    QStringList options;
    if (sequence->name != u"%1_%2_seq"_s.arg(column.table, column.name))
        options << u"SEQUENCE NAME "_s + qualifiedName(sequence->schema, sequence->name);
    const SequenceParts parts(sequence->definition);
    const qint64 largest = largestOf(ColumnParts::parse(column.definition).type);
    // Within the column's type, until it is given the type that it is to have.
    const QString own = parts.options(qMax(parts.min, -largest - 1), qMin(parts.max, largest));
    SequenceParts usual(u"bigint start 1 increment 1 min 1 max 1 cache 1"_s);
    if (own != usual.options(1, largest))
        options << own;
    return options.isEmpty() ? QString() : u" (%1)"_s.arg(options.join(u' '));
}

void Mender::finishIdentity(const SchemaObject& sequence)
{
    const SequenceParts parts(sequence.definition);
    const QString start =
        u"ALTER SEQUENCE %1 "_s.arg(qualifiedName(sequence.schema, sequence.name));
    const SchemaObject* column = m_after.find({Kind::Column, sequence.schema, sequence.table,
                                               parts.column.mid(sequence.table.size() + 1)});
    if (column != nullptr && ColumnParts::parse(column->definition).type != parts.type)
        add(OwnSequences, sequence, start + parts.clauses());
    if (parts.isUnlogged)
        add(OwnSequences, sequence, start + u"SET UNLOGGED"_s);
}

void Mender::passRowsOfIdentity(const SchemaObject& column)
{
    const SchemaObject* sequence = identitySequence(column);
    const SequenceParts parts(sequence != nullptr
                                  ? sequence->definition
                                  : u"bigint start 1 increment 1 min 1 max %1 cache 1"_s.arg(
                                        largestOf(ColumnParts::parse(column.definition).type)));
    // Its name is known to the server in any case.
    const QString name = u"pg_get_serial_sequence(%1, %2)"_s.arg(
        Connection::literal(qualifiedName(column.schema, column.table)),
        Connection::literal(column.name));
    add(OwnSequences, sequence != nullptr ? *sequence : column,
        setvalSql(name, column, parts, QString::number(parts.start)), false, 1);
}

void Mender::passRows(const SchemaObject& sequence)
{
    static const QRegularExpression nextval(uR"(^nextval\('((?:[^']|'')+)'::regclass\)$)"_s);
    static const QSet<QString> types{u"smallint"_s, u"integer"_s, u"bigint"_s};
    const QString name = qualifiedName(sequence.schema, sequence.name);
    for (const SchemaObject& found : m_found.ofKind(Kind::Column)) {
        const SchemaObject* column = m_after.find(keyOf(found));
        if (column == nullptr || !column->definition.contains("nextval("_L1) ||
            !isTableOnBothSides(*column))
            continue;
        const ColumnParts parts = ColumnParts::parse(column->definition);
        const auto match = nextval.match(parts.fallback);
        if (types.contains(parts.type) &&
            isNameOf(match.captured(1).replace(u"''"_s, u"'"_s), sequence.schema, sequence.name))
            add(OwnSequences, sequence,
                setvalSql(Connection::literal(name), *column, SequenceParts(sequence.definition),
                          u"(SELECT last_value FROM %1)"_s.arg(name)),
                false, 1);
    }
}

void Mender::alterSequence(const SchemaObject& from, const SchemaObject& to)
{
    const SequenceParts old(from.definition);
    const SequenceParts wanted(to.definition);
    const QString own = qualifiedName(to.schema, to.name);
    QString restart;
    if (old.clauses() != wanted.clauses() && mayBeBounded(from, to, restart))
        add(OwnSequences, to, u"ALTER SEQUENCE %1 "_s.arg(own) + wanted.clauses() + restart);
    if (wanted.isUnlogged != old.isUnlogged)
        add(OwnSequences, to,
            u"ALTER SEQUENCE %1 SET %2"_s.arg(own,
                                              wanted.isUnlogged ? u"UNLOGGED"_s : u"LOGGED"_s));
    if (wanted.column == old.column && from.table == to.table)
        return;
    if (belongsToConstraint(m_after, to) || belongsToConstraint(m_found, from))
        return refuseOther(from, to);
    const QString column = wanted.column.mid(to.table.size() + 1);
    add(OwnSequences, to,
        u"ALTER SEQUENCE %1 OWNED BY %2"_s.arg(
            own, wanted.column.isEmpty()
                     ? u"NONE"_s
                     : qualifiedName(to.schema, to.table) + u'.' + Connection::identifier(column)));
}

} // namespace socrates::core
