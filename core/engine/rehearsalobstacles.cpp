// SPDX-License-Identifier: MIT
#include "core/engine/heldrehearsal.h"

#include "core/base/texts.h"
#include "core/sql/statementkind.h"

#include <QRegularExpression>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// What reaches beyond the transaction, so that no roll-back takes it back; empty: nothing that the
/// text shows.
QString lastingEffect(const Statement& statement)
{
    static const QRegularExpression calls(
        uR"(\b(dblink\w*|pg_(?:terminate|cancel)_backend|pg_reload_conf|pg_switch_wal|pg_create_\w*slot|pg_drop_replication_slot|lo_export|pg_file_\w+|pg_(?:try_)?advisory_lock\w*)\s*\()"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression copies(uR"(^COPY\b.*(\bPROGRAM\b|\bTO\s+[E']))"_s,
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    const auto call = calls.match(statement.text);
    if (call.hasMatch())
        return Texts::tr("calls %1").arg(call.captured(1));
    if (copies.match(statement.text).hasMatch())
        return Texts::tr("copies to a file or a program");
    return {};
}

QString obstacleOf(const Section& section)
{
    if (!section.transactional) {
        for (const Statement& statement : section.statements) {
            if (!traitsOf(statement.text).needsNoTransaction)
                continue;
            const QStringList words = statement.text.simplified().split(u' ');
            const qsizetype end = words.indexOf(u"CONCURRENTLY"_s);
            return Texts::tr(
                       "%1 (line %2) runs outside transactions, so it could not be rolled back.")
                .arg(end > 0 ? words.mid(0, end + 1).join(u' ') : traitsOf(statement.text).verb)
                .arg(statement.line);
        }
        return Texts::tr(
            "It runs outside a transaction (transaction:false), so it could not be rolled back.");
    }
    for (const Statement& statement : section.statements) {
        const QString effect = lastingEffect(statement);
        if (!effect.isEmpty())
            return Texts::tr("Line %1 %2, which no roll-back takes back.")
                .arg(statement.line)
                .arg(effect);
    }
    return {};
}

} // namespace

QStringList rehearsalObstacles(const Plan& plan, const QMap<int, QString>& found)
{
    QStringList result;
    QMap<DatabaseName, QString> cut; ///< the revision at which the database's rehearsal ends
    for (int i = 0; i < plan.steps.size(); ++i) {
        const PlannedStep& step = plan.steps.at(i);
        QString reason = found.contains(i) ? found.value(i) : obstacleOf(step.step.section());
        if (cut.contains(step.database))
            reason = Texts::tr("It comes after %1, which cannot be rehearsed.")
                         .arg(cut.value(step.database));
        for (const int other : step.waitsFor) {
            if (reason.isEmpty() && !result.value(other).isEmpty())
                reason = Texts::tr("It needs %1 %2 first, which cannot be rehearsed.")
                             .arg(plan.steps.at(other).database.text(),
                                  plan.steps.at(other).step.revision->id.text());
        }
        if (!reason.isEmpty() && !cut.contains(step.database))
            cut.insert(step.database, step.step.revision->id.text());
        result << reason;
    }
    return result;
}

QStringList rehearsalObstacles(const Plan& plan)
{
    return rehearsalObstacles(plan, {});
}

} // namespace socrates::core
