// SPDX-License-Identifier: MIT
#include "core/revisions/projectorder.h"

#include <algorithm>

namespace socrates::core {

namespace {

using StepSet = QSet<std::pair<DatabaseName, RevisionId>>;

/// Whether everything is placed that the revision requires and that the project has.
bool isReady(const Project& project, const Revision& revision, const StepSet& placed)
{
    return std::all_of(revision.requirements.begin(), revision.requirements.end(),
                       [&](const Revision::Requirement& required) {
                           return placed.contains({required.database, required.revision}) ||
                                  !project.graph(required.database).contains(required.revision);
                       });
}

} // namespace

QList<ProjectStep> projectOrder(const Project& project)
{
    QList<ProjectStep> order;
    StepSet placed;
    QMap<DatabaseName, qsizetype> next;
    const auto advance = [&](bool evenInACircle) {
        bool isMoving = false;
        for (const ProjectDatabase& database : project.databases()) {
            const QList<RevisionPtr>& revisions = database.graph.revisions();
            for (qsizetype& at = next[database.name]; at < revisions.size(); ++at) {
                const RevisionPtr& revision = revisions.at(at);
                if (!evenInACircle && !isReady(project, *revision, placed))
                    break;
                placed.insert({database.name, revision->id});
                order << ProjectStep{database.name, revision};
                isMoving = true;
            }
        }
        return isMoving;
    };
    while (advance(false)) {
    }
    advance(true);
    return order;
}

} // namespace socrates::core
