// SPDX-License-Identifier: MIT
#include "core/report/rehearsal.h"

#include "core/base/texts.h"
#include "core/report/json.h"
#include "core/report/text.h"
#include "core/report/wording.h"
#include "core/schema/objectwords.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace socrates::core::report {

using namespace Qt::StringLiterals;

namespace {

QString secondsText(qint64 ms)
{
    return ms < 1000 ? Texts::tr("%1 ms").arg(ms)
                     : Texts::tr("%1 s").arg(QLocale::c().toString(double(ms) / 1000, 'f', 1));
}

QString objectOf(const RelationName& relation)
{
    return kindWord(relation.kind) + u' ' + relation.text();
}

QString lockSentence(const MeasuredLock& lock)
{
    const QString text =
        Texts::tr("locks %1 (%2): %3")
            .arg(objectOf(lock.relation), lockModeText(lock.mode), lockEffect(lock.mode));
    return lock.heldSince.isEmpty()
               ? text
               : Texts::tr("%1; measured in %2, which takes it too").arg(text, lock.heldSince);
}

QString stateKey(RehearsedStep::State state)
{
    switch (state) {
    case RehearsedStep::State::NotReached:
        return u"not_run"_s;
    case RehearsedStep::State::Rehearsed:
        return u"rehearsed"_s;
    case RehearsedStep::State::Failed:
        return u"failed"_s;
    case RehearsedStep::State::CannotBeRehearsed:
        return u"cannot_be_rehearsed"_s;
    }
    return {};
}

QJsonObject stepDocument(const PlannedStep& planned, const RehearsedStep& step)
{
    StepOutcome outcome;
    outcome.ms = step.ms;
    outcome.error = step.error;
    QJsonObject json = stepJson(planned, outcome);
    json.insert(u"state"_s, stateKey(step.state));
    json.insert(u"reason"_s, step.reason.isEmpty() ? QJsonValue() : QJsonValue(step.reason));
    json.insert(u"measured"_s, step.isMeasured);
    const auto relation = [](const RelationName& name) {
        return QJsonObject{
            {u"object"_s, name.kind}, {u"schema"_s, name.schema}, {u"name"_s, name.name}};
    };
    QJsonArray locks;
    for (const MeasuredLock& lock : step.locks) {
        QJsonObject entry = relation(lock.relation);
        entry.insert(u"mode"_s, lockModeText(lock.mode));
        entry.insert(u"effect"_s, lockEffect(lock.mode));
        entry.insert(u"held_since"_s,
                     lock.heldSince.isEmpty() ? QJsonValue() : QJsonValue(lock.heldSince));
        locks << entry;
    }
    json.insert(u"locks"_s, locks);
    QJsonArray rewrites;
    for (const MeasuredRewrite& rewrite : step.rewrites) {
        QJsonObject entry = relation(rewrite.relation);
        entry.insert(u"bytes"_s, double(rewrite.bytes));
        rewrites << entry;
    }
    json.insert(u"rewrites"_s, rewrites);
    QJsonArray rows;
    for (const MeasuredRows& changed : step.rows) {
        QJsonObject entry = relation(changed.relation);
        entry.insert(u"inserted"_s, changed.inserted);
        entry.insert(u"updated"_s, changed.updated);
        entry.insert(u"deleted"_s, changed.deleted);
        rows << entry;
    }
    json.insert(u"rows"_s, rows);
    return json;
}

/// From `before` to `after`: what is extra is created.
QJsonObject changesDocument(const RehearsedDatabase& database)
{
    QJsonArray creates;
    QJsonArray drops;
    QJsonArray changes;
    for (const ComparisonLine& line : database.changes.differences()) {
        QJsonObject entry = differenceJson(line);
        for (const QString& key : {u"kind"_s, u"hint"_s, u"expected"_s, u"found"_s})
            entry.remove(key);
        if (!line.expected.isEmpty())
            entry.insert(u"before"_s, line.expected);
        if (!line.found.isEmpty())
            entry.insert(u"after"_s, line.found);
        QJsonArray& list = line.outcome == ComparisonLine::Outcome::Extra     ? creates
                           : line.outcome == ComparisonLine::Outcome::Missing ? drops
                                                                              : changes;
        list << entry;
    }
    return {{u"database"_s, database.name.text()},
            {u"copied_by"_s,
             database.copiedBy.isEmpty() ? QJsonValue() : QJsonValue(database.copiedBy)},
            {u"fingerprint_before"_s, fingerprint(database.before)},
            {u"fingerprint_after"_s, fingerprint(database.after)},
            {u"creates"_s, creates},
            {u"drops"_s, drops},
            {u"changes"_s, changes},
            {u"left_behind"_s, QJsonArray::fromStringList(database.leftBehind)}};
}

QString databaseText(const Rehearsal& rehearsal, const RehearsedDatabase& database)
{
    QStringList lines;
    const QStringList changes = changeSentences(database.changes);
    if (changes.isEmpty()) {
        if (rehearsal.result == RehearsalResult::WouldSucceed)
            lines << Texts::tr("%1: the schema would stay as it is").arg(database.name.text());
    } else {
        lines << Texts::tr("%1 would change:").arg(database.name.text());
        for (const QString& change : changes)
            lines << u"  "_s + change;
    }
    if (database.verification) {
        lines << (database.verification->isOk()
                      ? Texts::tr("%1 would be at %2, verified inside: everything as expected (%n "
                                  "check(s))",
                                  nullptr, int(database.verification->comparison.lines.size()))
                            .arg(database.name.text(),
                                 positionText(database.verification->revision))
                      : Texts::tr("Verified inside:") + u'\n' +
                            indented(verificationText(*database.verification), u"  "_s));
    }
    if (!database.copiedBy.isEmpty())
        lines << database.copiedBy;
    lines << database.leftBehind;
    return lines.join(u'\n');
}

} // namespace

QString rehearsalResultText(RehearsalResult result)
{
    switch (result) {
    case RehearsalResult::WouldSucceed:
        return u"would_succeed"_s;
    case RehearsalResult::WouldFail:
        return u"would_fail"_s;
    case RehearsalResult::WouldDiffer:
        return u"would_differ"_s;
    case RehearsalResult::Busy:
        return u"busy"_s;
    case RehearsalResult::Stopped:
        return u"stopped"_s;
    case RehearsalResult::Nothing:
        return u"nothing"_s;
    }
    return {};
}

QString rehearsalHeadline(const Rehearsal& rehearsal)
{
    const auto rehearsed = std::count_if(
        rehearsal.steps.cbegin(), rehearsal.steps.cend(),
        [](const RehearsedStep& step) { return step.state == RehearsedStep::State::Rehearsed; });
    const QString time = secondsText(rehearsal.ms);
    const QString nothing = rehearsal.place == RehearsalPlace::Copies
                                ? Texts::tr("It ran on copies, which are gone again; the real "
                                            "databases were not touched.")
                                : Texts::tr("Everything was rolled back; nothing was changed.");
    switch (rehearsal.result) {
    case RehearsalResult::WouldSucceed:
        if (rehearsed == 0)
            return Texts::tr("No step of this can be rehearsed; nothing was run.");
        if (!rehearsal.isComplete())
            return Texts::tr(
                       "Would succeed as far as it can be rehearsed (%1 of %n step(s)) in %2.",
                       nullptr, int(rehearsal.steps.size()))
                       .arg(rehearsed)
                       .arg(time) +
                   u' ' + nothing;
        return Texts::tr("Would succeed in %1.").arg(time) + u' ' + nothing;
    case RehearsalResult::WouldFail:
        return Texts::tr("Would fail.") + u' ' + nothing;
    case RehearsalResult::WouldDiffer:
        return Texts::tr("Every step runs, but the schema would then not be what the revisions "
                         "say.") +
               u' ' + nothing;
    case RehearsalResult::Busy:
        return Texts::tr("Could not be rehearsed now: somebody else is in the way.") + u' ' +
               nothing;
    case RehearsalResult::Stopped:
        return Texts::tr("Stopped before its end.") + u' ' + nothing;
    case RehearsalResult::Nothing:
        return Texts::tr("Nothing to rehearse: nothing is pending.");
    }
    return {};
}

QString rehearsedStateText(RehearsedStep::State state)
{
    switch (state) {
    case RehearsedStep::State::NotReached:
        return Texts::tr("not reached");
    case RehearsedStep::State::Rehearsed:
        return Texts::tr("would succeed");
    case RehearsedStep::State::Failed:
        return Texts::tr("would fail");
    case RehearsedStep::State::CannotBeRehearsed:
        return Texts::tr("cannot be rehearsed");
    }
    return {};
}

QStringList stepFindings(const RehearsedStep& step)
{
    QStringList result;
    if (!step.reason.isEmpty())
        result << step.reason;
    if (step.state != RehearsedStep::State::Rehearsed)
        return result;
    if (!step.isMeasured)
        result << Texts::tr("ran outside a transaction, so its locks were not measured");
    for (const MeasuredRewrite& rewrite : step.rewrites) {
        result << Texts::tr("writes %1 anew, row by row (%2)")
                      .arg(objectOf(rewrite.relation),
                           QLocale::c().formattedDataSize(rewrite.bytes, 0,
                                                          QLocale::DataSizeTraditionalFormat));
    }
    for (const MeasuredRows& changed : step.rows) {
        const QString name = changed.relation.text();
        if (changed.deleted > 0)
            result << Texts::tr("deletes %n row(s) of %1", nullptr, int(changed.deleted)).arg(name);
        if (changed.updated > 0)
            result << Texts::tr("changes %n row(s) of %1", nullptr, int(changed.updated)).arg(name);
        if (changed.inserted > 0)
            result << Texts::tr("adds %n row(s) to %1", nullptr, int(changed.inserted)).arg(name);
    }
    for (const MeasuredLock& lock : step.locks)
        result << lockSentence(lock);
    if (step.isMeasured && step.locks.isEmpty())
        result << Texts::tr("locks nothing that others use");
    return result;
}

QStringList changeSentences(const Comparison& changes)
{
    QStringList result;
    for (const ComparisonLine& line : changes.differences()) {
        const QString object = objectText(line);
        const bool isTable = line.kind == SchemaObject::Kind::Table;
        QString sentence;
        if (line.outcome == ComparisonLine::Outcome::Extra)
            sentence = isTable || line.found.isEmpty()
                           ? Texts::tr("creates %1").arg(object)
                           : Texts::tr("creates %1: %2").arg(object, line.found);
        else if (line.outcome == ComparisonLine::Outcome::Missing)
            sentence = Texts::tr("drops %1").arg(object);
        else
            sentence =
                Texts::tr("changes %1: from %2 to %3").arg(object, line.expected, line.found);
        result << sentence.simplified();
    }
    return result;
}

QString rehearsalText(const Plan& plan, const Rehearsal& rehearsal)
{
    QStringList lines;
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        const RehearsedStep step = rehearsal.steps.value(i);
        QString line =
            u"  %1 %2"_s.arg(rehearsedStateText(step.state), -19).arg(stepLine(plan.steps.at(i)));
        if (step.state == RehearsedStep::State::Rehearsed)
            line += u"  (%1 ms)"_s.arg(step.ms);
        lines << line;
        for (const QString& finding : stepFindings(step))
            lines << u"      "_s + finding;
    }
    if (rehearsal.firstError)
        lines << QString() << indented(errorText(*rehearsal.firstError), u"  "_s) << QString();
    lines << rehearsalHeadline(rehearsal);
    for (const RehearsedDatabase& database : rehearsal.databases) {
        const QString text = databaseText(rehearsal, database);
        if (!text.isEmpty())
            lines << text;
    }
    lines << plan.remarks;
    return lines.join(u'\n');
}

QJsonObject rehearsalDocument(const Plan& plan, const Rehearsal& rehearsal)
{
    QJsonObject document = planDocument(plan);
    QJsonArray steps;
    for (qsizetype i = 0; i < plan.steps.size(); ++i)
        steps << stepDocument(plan.steps.at(i), rehearsal.steps.value(i));
    document.insert(u"result"_s, rehearsalResultText(rehearsal.result));
    document.insert(u"complete"_s, rehearsal.isComplete());
    document.insert(u"place"_s, rehearsal.place == RehearsalPlace::Copies ? u"copy"_s : u"real"_s);
    document.insert(u"ms"_s, double(rehearsal.ms));
    document.insert(u"open_ms"_s, double(rehearsal.openMs));
    document.insert(u"steps"_s, steps);
    document.insert(u"error"_s, rehearsal.firstError ? QJsonValue(errorJson(*rehearsal.firstError))
                                                     : QJsonValue());
    QJsonArray schemas;
    QList<DatabaseVerification> verifications;
    for (const RehearsedDatabase& database : rehearsal.databases) {
        schemas << changesDocument(database);
        if (database.verification)
            verifications << *database.verification;
    }
    document.insert(u"schemas"_s, schemas);
    document.insert(u"verification"_s, verificationDocument(verifications).value(u"databases"_s));
    return document;
}

} // namespace socrates::core::report
