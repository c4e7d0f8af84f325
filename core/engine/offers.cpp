// SPDX-License-Identifier: MIT
#include "core/base/texts.h"
#include "core/engine/misplaced.h"
#include "core/engine/recognition.h"
#include "core/schema/mend.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Kind = SchemaObject::Kind;
using Outcome = ComparisonLine::Outcome;
using Offer = Recognition::Offer;

class OfferWriter
{
public:
    OfferWriter(Connection& connection, const Recognition& seen)
        : m_connection(connection), m_seen(seen)
    {}

    Result<void> addStamp();
    Result<void> addMends();
    Result<void> addRemoval();
    QList<Offer> take() { return std::move(m_offers); }

private:
    /// The lines of these outcomes, and nothing else of the comparison.
    Comparison only(const QList<Outcome>& outcomes) const;
    /// What is only named otherwise counts as different.
    static Outcome outcomeOf(const ComparisonLine& line)
    {
        return line.otherName.isEmpty() ? line.outcome : Outcome::Different;
    }
    bool hasAny(Outcome outcome) const { return !only({outcome}).lines.isEmpty(); }
    bool isRowRight() const { return m_seen.status.versionTable.rows == idTexts(m_seen.revision); }
    Offer newOffer(const QString& id, const QString& title) const;
    QStringList stampSql() const;
    Result<void> addMend(const QString& id, const QString& title, const QList<Outcome>& outcomes,
                         const QList<Outcome>& leaves);
    Result<void> tellLosses(Offer& offer, const Comparison& comparison);
    QString leftAlone(const QList<Outcome>& leaves) const;

    Connection& m_connection;
    const Recognition& m_seen;
    QList<Offer> m_offers;
};

Comparison OfferWriter::only(const QList<Outcome>& outcomes) const
{
    Comparison result;
    for (const ComparisonLine& line : m_seen.comparison.lines) {
        if (outcomes.contains(outcomeOf(line)))
            result.lines << line;
    }
    return result;
}

Offer OfferWriter::newOffer(const QString& id, const QString& title) const
{
    Offer offer;
    offer.id = id;
    offer.title = title;
    offer.rowsAfter = m_seen.status.versionTable.rows;
    return offer;
}

QStringList OfferWriter::stampSql() const
{
    const VersionTable& table = m_seen.status.versionTable;
    QStringList sql;
    if (!table.exists)
        sql << createVersionTableSql(table.schema);
    const QString name = Connection::identifier(table.schema) + u".alembic_version"_s;
    if (!table.rows.isEmpty())
        sql << u"DELETE FROM "_s + name;
    for (const RevisionId& id : m_seen.revision)
        sql << u"INSERT INTO %1 (version_num) VALUES (%2)"_s.arg(name,
                                                                 Connection::literal(id.text()));
    return sql;
}

QString OfferWriter::leftAlone(const QList<Outcome>& leaves) const
{
    QStringList names;
    for (const ComparisonLine& line : only(leaves).lines)
        names << objectText(line);
    if (names.isEmpty())
        return {};
    constexpr qsizetype kNamed = 5;
    const qsizetype more = names.size() - kNamed;
    if (more > 0)
        names = names.mid(0, kNamed) << Texts::tr("%n more", nullptr, int(more));
    return Texts::tr("Left alone: %1.").arg(names.join(u", "_s));
}

/// For a schema that needs nothing but the row, or nothing but what no revision made.
Result<void> OfferWriter::addStamp()
{
    if (isRowRight() || hasAny(Outcome::Missing) || hasAny(Outcome::Different))
        return {};
    Offer offer = newOffer(u"stamp"_s, Texts::tr("stamp %1").arg(positionText(m_seen.revision)));
    offer.sql = stampSql();
    offer.rowsAfter = idTexts(m_seen.revision);
    offer.leaves = {Outcome::Extra, Outcome::Misplaced};
    offer.advice = leftAlone({Outcome::Extra});
    m_offers << offer;
    return {};
}

Result<void> OfferWriter::addMends()
{
    const bool isIncomplete = hasAny(Outcome::Missing) || hasAny(Outcome::Different);
    // The row too, where it does not say so already.
    const auto title = [this](const char* alone, const char* stamped) {
        return isRowRight() ? Texts::tr(alone)
                            : Texts::tr(stamped).arg(positionText(m_seen.revision));
    };
    if (isIncomplete) {
        const QString text =
            hasAny(Outcome::Different)
                ? title(QT_TRANSLATE_NOOP("Core", "make it as the revision says"),
                        QT_TRANSLATE_NOOP("Core", "make it as the revision says, then stamp %1"))
                : title(QT_TRANSLATE_NOOP("Core", "create what is missing"),
                        QT_TRANSLATE_NOOP("Core", "create what is missing, then stamp %1"));
        const auto added = addMend(u"mend"_s, text, {Outcome::Missing, Outcome::Different},
                                   {Outcome::Extra, Outcome::Misplaced});
        if (!added)
            return added;
    }
    if (!hasAny(Outcome::Extra))
        return {};
    const QString text =
        isIncomplete
            ? title(
                  QT_TRANSLATE_NOOP("Core", "make it exactly as the revision says"),
                  QT_TRANSLATE_NOOP("Core", "make it exactly as the revision says, then stamp %1"))
            : title(QT_TRANSLATE_NOOP("Core", "remove what no revision made"),
                    QT_TRANSLATE_NOOP("Core", "remove what no revision made, then stamp %1"));
    return addMend(u"make-exact"_s, text, {Outcome::Missing, Outcome::Different, Outcome::Extra},
                   {Outcome::Misplaced});
}

Result<void> OfferWriter::addMend(const QString& id, const QString& title,
                                  const QList<Outcome>& outcomes, const QList<Outcome>& leaves)
{
    Offer offer = newOffer(id, title);
    offer.leaves = leaves;
    offer.advice = leftAlone(leaves);
    offer.destroysData = outcomes.contains(Outcome::Extra);
    const Comparison comparison = only(outcomes);
    QStringList notes;
    for (const MendStatement& statement :
         mendStatements(m_seen.expected, m_seen.found, comparison)) {
        if (!statement.note.isEmpty())
            notes << statement.object + u": "_s + statement.note;
        else
            offer.sql << statement.sql;
        offer.destroysData = offer.destroysData || statement.destroysData;
        if (!statement.narrowedTo.isEmpty())
            offer.losses << Texts::tr("what of %1 does not fit into %2")
                                .arg(statement.object, statement.narrowedTo);
    }
    if (!isRowRight()) {
        offer.sql << stampSql();
        offer.rowsAfter = idTexts(m_seen.revision);
    }
    if (!notes.isEmpty())
        offer.obstacle = Texts::tr("Part of it is to be done by hand: %1").arg(clauses(notes));
    if (const auto told = tellLosses(offer, comparison); !told)
        return told;
    m_offers << offer;
    return {};
}

Result<void> OfferWriter::tellLosses(Offer& offer, const Comparison& comparison)
{
    for (const ComparisonLine& line : comparison.lines) {
        const bool isColumn = line.kind == Kind::Column;
        if (outcomeOf(line) != Outcome::Extra)
            continue;
        if ((isColumn || line.kind == Kind::Table)) {
            const QString where =
                isColumn ? u" WHERE %1 IS NOT NULL"_s.arg(Connection::identifier(line.name))
                         : QString();
            const auto count = boundedCount(m_connection, tableText(line) + where);
            if (!count)
                return fail(count.error());
            offer.losses << lossText(line, *count);
        } else {
            offer.losses << objectText(line);
        }
    }
    return {};
}

Result<void> OfferWriter::addRemoval()
{
    if (!hasAny(Outcome::Misplaced))
        return {};
    const auto removal = misplacedRemoval(m_connection, m_seen.name, m_seen.comparison);
    if (!removal)
        return fail(removal.error());
    if (!removal->isAny())
        return {};
    Offer offer = newOffer(u"remove-misplaced"_s, Texts::tr("remove the misplaced tables"));
    offer.leaves = {Outcome::Missing, Outcome::Extra, Outcome::Different};
    offer.destroysData = true;
    offer.sql = removal->sql;
    offer.losses = removal->empty;
    offer.obstacle = removal->obstacle;
    if (offer.isApplicable())
        offer.advice = Texts::tr("They are empty, which is looked at once more before they go.");
    m_offers << offer;
    return {};
}

} // namespace

Result<QList<Offer>> offersFor(Connection& connection, const Recognition& recognition)
{
    // Carried out, they would go by what this connection sees.
    if (!recognition.elsewhere.isEmpty())
        return QList<Offer>();
    OfferWriter writer(connection, recognition);
    const DatabaseStatus& status = recognition.status;
    const auto written = recognition.verdict == Recognition::Verdict::Foreign
                             ? writer.addRemoval()
                             : writer.addStamp()
                                   .and_then([&writer] { return writer.addMends(); })
                                   .and_then([&writer] { return writer.addRemoval(); });
    if (!written)
        return fail(written.error());
    QList<Offer> offers = writer.take();
    for (Offer& offer : offers) {
        if (!status.versionTable.suspicion.isEmpty())
            offer.obstacle = status.versionTable.suspicion;
        else if (status.isStandby)
            offer.obstacle =
                Texts::tr("This is a standby, which can only be read: connect to its primary.");
    }
    return offers;
}

} // namespace socrates::core
