// SPDX-License-Identifier: MIT
#include "core/engine/plan.h"

#include "core/base/texts.h"
#include "core/engine/changedfiles.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using StatusMap = QMap<DatabaseName, const DatabaseStatus*>;

Error planError(QLatin1StringView code, const QString& summary, const DatabaseName& database,
                const QString& hint = {})
{
    Error error;
    error.code = code;
    error.summary = summary;
    error.database = database.text();
    error.hint = hint;
    return error;
}

bool isRelative(const QString& target)
{
    return target.startsWith(u'+') || target.startsWith(u'-');
}

Error pooledError(const LineageStep& step, const DatabaseName& database)
{
    Error error = planError(
        "run.pooled"_L1,
        Texts::tr("%1 is not transactional, and a pooler stands between here and the server.")
            .arg(step.revision->id.text()),
        database, Texts::tr("Give the port of PostgreSQL itself for this run."));
    error.detail = Texts::tr(
        "Behind a pooler the session lock that keeps a second operator away protects nobody.");
    error.revision = step.revision->id.text();
    return error;
}

/// What stands in the way of touching this database at all.
std::optional<Error> obstacle(const DatabaseStatus& status)
{
    if (status.error)
        return status.error;
    if (!status.unknownRows.isEmpty()) {
        const QString row = status.unknownRows.constFirst();
        Error error =
            planError("version.unknown"_L1,
                      Texts::tr("Can't locate revision identified by '%1'").arg(row), status.name);
        error.detail =
            Texts::tr("The version table of database %1 holds '%2', which no file of %3 has. The "
                      "row was kept and nothing "
                      "was run.")
                .arg(status.server.database, row, status.name.text());
        error.hint =
            Texts::tr("Get the project folder that has this revision (another branch, a newer "
                      "version), or, when the row is "
                      "wrong, set it with stamp --purge after verifying what is there.");
        if (const auto owner = status.foreignRows.constFind(row);
            owner != status.foreignRows.cend()) {
            error.code = u"version.foreign"_s;
            error.detail =
                Texts::tr("The version table of database %1 holds '%2', which belongs to %3, not "
                          "to %4. The row was kept "
                          "and nothing was run.")
                    .arg(status.server.database, row, owner->text(), status.name.text());
            error.hint =
                Texts::tr("Check that the connection of %1 does not lead to the database of %2.")
                    .arg(status.name.text(), owner->text());
        }
        return error;
    }
    if (!status.preparedHalves.isEmpty()) {
        Error error = planError(
            "busy.prepared_half"_L1,
            Texts::tr("In %1 a half of a run on both databases is prepared and waits for its end.")
                .arg(status.name.text()),
            status.name,
            Texts::tr("When no run is under way any more, socrates-migrate recover looks up "
                      "whether it is "
                      "to "
                      "be committed or rolled back."));
        return error;
    }
    if (status.isStandby) {
        return planError(
            "version.standby"_L1,
            Texts::tr("%1 is a standby and can only be read.").arg(status.server.serverText()),
            status.name,
            Texts::tr("Connect to the primary; several hosts with target_session_attrs=read-write "
                      "find it."));
    }
    return std::nullopt;
}

/// Which target each database gets. Fails when a target fits none or is ambiguous.
Result<QMap<DatabaseName, QString>> assignTargets(const Project& project, const StatusMap& statuses,
                                                  const QList<TargetSpec>& targets)
{
    QMap<DatabaseName, QString> assigned;
    const auto assign = [&assigned](const DatabaseName& name,
                                    const QString& target) -> std::optional<Error> {
        if (assigned.contains(name))
            return planError("usage.target"_L1,
                             Texts::tr("Two targets are given for %1: '%2' and '%3'.")
                                 .arg(name.text(), assigned.value(name), target),
                             name);
        assigned.insert(name, target);
        return std::nullopt;
    };
    for (const TargetSpec& spec : targets) {
        if (!spec.database.isEmpty()) {
            if (!statuses.contains(spec.database))
                return fail(planError(
                    "usage.target"_L1, Texts::tr("%1 is not connected.").arg(spec.database.text()),
                    spec.database,
                    Texts::tr("Give its connection too: --url %1=URI.").arg(spec.database.text())));
            if (auto error = assign(spec.database, spec.target))
                return fail(*error);
            continue;
        }
        if (isRelative(spec.target) && statuses.size() > 1)
            return fail(planError(
                "usage.target"_L1,
                Texts::tr("'%1' does not say which database it is for.").arg(spec.target), {},
                Texts::tr("Write it as %1@%2.").arg(statuses.firstKey().text(), spec.target)));
        bool isKnown = false;
        for (auto it = statuses.cbegin(); it != statuses.cend(); ++it) {
            if (!project.graph(it.key()).knows(spec.target))
                continue;
            isKnown = true;
            if (auto error = assign(it.key(), spec.target))
                return fail(*error);
        }
        if (!isKnown)
            return fail(planError(
                "usage.target"_L1,
                Texts::tr("Can't locate revision identified by '%1'").arg(spec.target), {},
                Texts::tr("socrates-migrate history lists the revisions of the project.")));
    }
    return assigned;
}

Error requiresError(const Revision& revision, const Revision::Requirement& requirement,
                    const QString& reason, const QString& hint)
{
    Error error =
        planError("usage.requires"_L1,
                  Texts::tr("%1 of %2 requires %3@%4, %5.")
                      .arg(revision.id.text(), revision.database.text(),
                           requirement.database.text(), requirement.revision.text(), reason),
                  revision.database, hint);
    error.revision = revision.id.text();
    error.where = {revision.filePath, requirement.line, 0};
    return error;
}

using StepIndex = QHash<std::pair<DatabaseName, RevisionId>, int>;

StepIndex indexOf(const QList<PlannedStep>& steps)
{
    StepIndex index;
    for (int i = 0; i < steps.size(); ++i)
        index.insert({steps.at(i).database, steps.at(i).step.revision->id}, i);
    return index;
}

/// For each step the other databases' steps it waits for, as indexes; refuses what cannot hold.
Result<QList<QList<int>>> upgradeWaits(const StatusMap& statuses, const QList<PlannedStep>& steps)
{
    const StepIndex index = indexOf(steps);
    QList<QList<int>> waits(steps.size());
    for (int i = 0; i < steps.size(); ++i) {
        const Revision& revision = *steps.at(i).step.revision;
        for (const Revision::Requirement& requirement : revision.requirements) {
            const DatabaseStatus* other = statuses.value(requirement.database);
            if (other == nullptr)
                return fail(requiresError(
                    revision, requirement,
                    Texts::tr("and %1 is not connected").arg(requirement.database.text()),
                    Texts::tr("Connect %1 as well.").arg(requirement.database.text())));
            if (other->error)
                return fail(*other->error);
            if (other->applied.contains(requirement.revision))
                continue;
            const auto step = index.constFind({requirement.database, requirement.revision});
            if (step == index.cend())
                return fail(requiresError(
                    revision, requirement,
                    Texts::tr("which is neither applied nor part of this upgrade"),
                    Texts::tr("Upgrade %1 to %2 as well.")
                        .arg(requirement.database.text(), requirement.revision.text())));
            waits[i] << *step;
        }
    }
    return waits;
}

Result<QList<QList<int>>> downgradeWaits(const Project& project, const StatusMap& statuses,
                                         const QList<PlannedStep>& steps, QStringList& remarks)
{
    const StepIndex index = indexOf(steps);
    QList<QList<int>> waits(steps.size());
    for (const ProjectDatabase& database : project.databases()) {
        const DatabaseStatus* status = statuses.value(database.name);
        for (const RevisionPtr& revision : database.graph.revisions()) {
            for (const Revision::Requirement& requirement : revision->requirements) {
                const auto removed = index.constFind({requirement.database, requirement.revision});
                if (removed == index.cend())
                    continue;
                if (status == nullptr) {
                    const QString remark =
                        Texts::tr("%1 is not connected, so whether it still stands on %2@%3 was "
                                  "not looked at.")
                            .arg(database.name.text(), requirement.database.text(),
                                 requirement.revision.text());
                    if (!remarks.contains(remark))
                        remarks << remark;
                    continue;
                }
                if (status->error)
                    return fail(*status->error);
                if (!status->applied.contains(revision->id))
                    continue;
                const auto own = index.constFind({database.name, revision->id});
                if (own == index.cend())
                    return fail(
                        requiresError(*revision, requirement, Texts::tr("and is applied"),
                                      Texts::tr("Downgrade %1 below %2 first, or both together.")
                                          .arg(database.name.text(), revision->id.text())));
                waits[*removed] << *own;
            }
        }
    }
    return waits;
}

/// Each database's steps keep their order; a step comes after those it waits for.
Result<QList<PlannedStep>> ordered(const QList<PlannedStep>& steps, const QList<QList<int>>& waits,
                                   const QList<DatabaseName>& databaseOrder)
{
    QMap<DatabaseName, QList<int>> lanes;
    for (int i = 0; i < steps.size(); ++i)
        lanes[steps.at(i).database] << i;
    QHash<int, int> place;
    QList<PlannedStep> result;
    result.reserve(steps.size());
    QMap<DatabaseName, qsizetype> next;
    while (result.size() < steps.size()) {
        bool isMoving = false;
        for (const DatabaseName& name : databaseOrder) {
            const QList<int>& lane = lanes.value(name);
            for (qsizetype& at = next[name]; at < lane.size(); ++at) {
                const int step = lane.at(at);
                const auto isPlaced = [&place](int other) { return place.contains(other); };
                if (!std::all_of(waits.at(step).cbegin(), waits.at(step).cend(), isPlaced))
                    break;
                PlannedStep planned = steps.at(step);
                for (const int other : waits.at(step))
                    planned.waitsFor << place.value(other);
                place.insert(step, int(result.size()));
                result << planned;
                isMoving = true;
            }
        }
        if (!isMoving)
            return fail(planError(
                "project.requires_cycle"_L1,
                Texts::tr("The revisions require each other across databases in a circle."), {},
                Texts::tr("Remove one of the requires lines.")));
    }
    return result;
}

} // namespace

TargetSpec TargetSpec::parse(const QString& text, const Project& project)
{
    const qsizetype at = text.indexOf(u'@');
    if (at > 0) {
        const DatabaseName name(text.left(at));
        if (project.database(name) != nullptr)
            return {name, text.mid(at + 1)};
    }
    return {{}, text};
}

QList<DatabaseName> Plan::touchedDatabases() const
{
    QList<DatabaseName> names;
    for (const PlannedStep& step : steps) {
        if (!names.contains(step.database))
            names << step.database;
    }
    return names;
}

Result<Plan> makePlan(const Project& project, const QList<DatabaseStatus>& statuses,
                      Direction direction, const QList<TargetSpec>& targets)
{
    StatusMap byName;
    for (const DatabaseStatus& status : statuses)
        byName.insert(status.name, &status);
    const auto assigned = assignTargets(project, byName, targets);
    if (!assigned)
        return fail(assigned.error());

    Plan plan;
    plan.direction = direction;
    plan.databases = statuses;
    QList<DatabaseName> order;
    for (const ProjectDatabase& database : project.databases())
        order << database.name;
    if (direction == Direction::Downgrade)
        std::reverse(order.begin(), order.end());

    QList<PlannedStep> steps;
    for (const DatabaseName& name : std::as_const(order)) {
        const auto target = assigned->constFind(name);
        if (target == assigned->cend())
            continue;
        const DatabaseStatus& status = *byName.value(name);
        if (const auto error = obstacle(status))
            return fail(*error);
        const RevisionGraph& graph = project.graph(name);
        auto lane = direction == Direction::Upgrade ? graph.upgradeSteps(status.current, *target)
                                                    : graph.downgradeSteps(status.current, *target);
        if (!lane) {
            Error error = lane.error();
            error.database = name.text();
            return fail(error);
        }
        if (direction == Direction::Upgrade && !lane->isEmpty()) {
            if (const auto error = changedFileError(status, project))
                return fail(*error);
        }
        if (lane->isEmpty())
            plan.remarks << (direction == Direction::Upgrade
                                 ? Texts::tr("%1: nothing to do, it is already at or beyond '%2'.")
                                 : Texts::tr("%1: nothing to do, it is already at or below '%2'."))
                                .arg(name.text(), *target);
        for (const LineageStep& step : std::as_const(*lane)) {
            if (direction == Direction::Downgrade && !step.revision->isReversible()) {
                Error error =
                    planError("usage.irreversible"_L1,
                              Texts::tr("%1 cannot be downgraded: %2")
                                  .arg(step.revision->id.text(), step.revision->irreversibleReason),
                              name);
                error.where = step.revision->keyLocation(u"irreversible"_s);
                return fail(error);
            }
            if (status.isPooled && !step.section().transactional)
                return fail(pooledError(step, name));
            steps << PlannedStep{name, step, {}};
        }
    }
    const auto waits = direction == Direction::Upgrade
                           ? upgradeWaits(byName, steps)
                           : downgradeWaits(project, byName, steps, plan.remarks);
    if (!waits)
        return fail(waits.error());
    auto inOrder = ordered(steps, *waits, order);
    if (!inOrder)
        return fail(inOrder.error());
    plan.steps = std::move(*inOrder);
    return plan;
}

} // namespace socrates::core
