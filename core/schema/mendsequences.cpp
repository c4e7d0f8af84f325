// SPDX-License-Identifier: MIT
// Sequences are made and changed where that repeats no number.
#include "core/base/texts.h"
#include "core/postgres/connection.h"
#include "core/schema/definitionparts.h"
#include "core/schema/mender.h"

#include <QRegularExpression>

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
        start = match.captured(3).toLongLong();
        min = match.captured(5).toLongLong();
        max = match.captured(6).toLongLong();
        column = match.captured(9);
        clauses = u"AS %1 INCREMENT BY %2 MINVALUE %3 MAXVALUE %4 START WITH %5 CACHE %6 %7"_s.arg(
            match.captured(2), match.captured(4), match.captured(5), match.captured(6),
            match.captured(3), match.captured(7),
            match.hasCaptured(8) ? u"CYCLE"_s : u"NO CYCLE"_s);
    }
    bool holds(qint64 value) const { return value >= min && value <= max; }

    bool isUnlogged = false;
    qint64 start = 0, min = 0, max = 0;
    QString column;  ///< with its table; empty: standing alone
    QString clauses; ///< of ALTER SEQUENCE
};

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
        // It comes with its column; only what is not as usual is left to say.
        if (!text.contains(" start 1 increment 1 min 1 max "_L1) ||
            !text.contains(" cache 1 identity"_L1))
            setNewSequence(object);
        return;
    }
    const qsizetype owner = text.indexOf(" owned by "_L1);
    if (owner >= 0)
        text.truncate(owner);
    text.replace(u" min "_s, u" MINVALUE "_s).replace(u" max "_s, u" MAXVALUE "_s);
    const bool isUnlogged = text.startsWith("unlogged "_L1);
    add(CreateSequences, object,
        u"CREATE %1SEQUENCE %2 AS %3"_s.arg(isUnlogged ? u"UNLOGGED "_s : QString(), own,
                                            text.mid(isUnlogged ? 9 : 0)));
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

void Mender::setNewSequence(const SchemaObject& object)
{
    const SequenceParts parts(object.definition);
    const QString start = u"ALTER SEQUENCE %1 "_s.arg(qualifiedName(object.schema, object.name));
    add(OwnSequences, object, start + parts.clauses + u" RESTART"_s);
    if (parts.isUnlogged)
        add(OwnSequences, object, start + u"SET UNLOGGED"_s);
}

void Mender::alterSequence(const SchemaObject& from, const SchemaObject& to)
{
    const SequenceParts old(from.definition);
    const SequenceParts wanted(to.definition);
    const QString own = qualifiedName(to.schema, to.name);
    QString restart;
    if (old.clauses != wanted.clauses && mayBeBounded(from, to, restart))
        add(OwnSequences, to, u"ALTER SEQUENCE %1 "_s.arg(own) + wanted.clauses + restart);
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
