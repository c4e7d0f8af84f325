// SPDX-License-Identifier: MIT
#include "app/revisions/panewords.h"

#include "app/revisions/databasepane.h"
#include "app/revisions/revisionmodel.h"

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::RevisionId;

namespace {

QString namesOr(const QString& none, const QList<RevisionId>& revisions)
{
    return revisions.isEmpty() ? none : core::idTexts(revisions).join(u", "_s);
}

} // namespace

Badge badgeOf(const core::DatabaseStatus& status, bool isFresh, const RevisionModel& model,
              int revisions)
{
    if (status.error)
        return {DatabasePane::tr("unreachable: %1").arg(status.error->summary), StatusRole::Failed};
    if (!status.unknownRows.isEmpty())
        return {DatabasePane::tr("unknown revision %1").arg(status.unknownRows.join(u", "_s)),
                StatusRole::Warning};
    if (status.isUntracked())
        return {DatabasePane::tr("untracked: no version row"), StatusRole::Warning};
    if (const RevisionId failed = model.failedRevision(); !failed.isEmpty())
        return {isFresh ? DatabasePane::tr("%1 failed, still at %2")
                              .arg(failed.text(), namesOr(DatabasePane::tr("base"), status.current))
                        : DatabasePane::tr("%1 failed").arg(failed.text()),
                StatusRole::Failed};
    if (revisions == 0)
        return {DatabasePane::tr("no revisions"), StatusRole::Neutral};
    // The model knows what a run has done since the status was read.
    const int pending = model.pendingCount();
    if (pending == 0)
        return {DatabasePane::tr("%1 of %2 applied").arg(revisions).arg(revisions),
                StatusRole::Applied};
    return {DatabasePane::tr("%1 pending").arg(pending), StatusRole::Pending};
}

QString serverLine(const core::DatabaseStatus& status)
{
    const core::ServerInfo& server = status.server;
    const QString none = DatabasePane::tr("none");
    const QString text = DatabasePane::tr("%1 on %2, PostgreSQL %3 · current %4 · head %5")
                             .arg(server.database, server.serverText(), server.versionText,
                                  namesOr(none, status.current), namesOr(none, status.heads));
    return status.isStandby ? text + u" · "_s + DatabasePane::tr("standby") : text;
}

} // namespace socrates::ui
