// SPDX-License-Identifier: MIT
#include "app/shell/recoveryflow.h"

#include "app/shell/windowdialogs.h"
#include "app/widgets/inlinemessage.h"
#include "app/widgets/timetext.h"

#include <QAction>
#include <QPointer>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::HalfDecision;
using core::HalfEnd;
using core::OrphanedHalf;

namespace {

QString hintFor(const OrphanedHalf& orphan)
{
    const QString decider = orphan.half.decider.text();
    switch (orphan.decision) {
    case HalfDecision::Commit:
        return RecoveryFlow::tr("%1 has committed its half of that run, so this one is to be "
                                "committed too.")
            .arg(decider);
    case HalfDecision::RollBack:
        return RecoveryFlow::tr("%1 has not committed its half of that run, so this one is to be "
                                "rolled back too.")
            .arg(decider);
    case HalfDecision::Running:
        return RecoveryFlow::tr("Somebody is working on %1 at this moment; it may be that run "
                                "itself. Refresh when they are done.")
            .arg(decider);
    case HalfDecision::Unknown:
        break;
    }
    return RecoveryFlow::tr("%1 Until then the half keeps its locks and nothing of it can be seen. "
                            "When %2 can be asked again, Retry says what is to be done; when it is "
                            "gone for good, decide by hand: socrates-migrate recover --commit, or "
                            "--rollback.")
        .arg(orphan.reason, decider);
}

} // namespace

RecoveryFlow::RecoveryFlow(Workspace& workspace, InlineMessage& message, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_message(message)
{
    message.setObjectName(u"recoveryMessage"_s);
    message.setClosable(false);
    connect(&workspace, &Workspace::refreshFinished, &workspace, &Workspace::findHalves);
    connect(&workspace, &Workspace::halvesFound, this, &RecoveryFlow::show);
    // (Un)locking decides what may be offered.
    connect(&workspace, &Workspace::connectionChanged, this,
            [this] { show(m_workspace.isConnected() ? m_halves : QList<OrphanedHalf>()); });
}

void RecoveryFlow::show(const QList<OrphanedHalf>& halves)
{
    m_halves = halves;
    if (halves.isEmpty()) {
        m_message.hide();
        return;
    }
    const OrphanedHalf& orphan = halves.constFirst();
    QString hint = hintFor(orphan);
    const bool isDecided =
        orphan.decision == HalfDecision::Commit || orphan.decision == HalfDecision::RollBack;
    if (isDecided && !m_workspace.isWritable())
        hint += u' ' + tr("Unlock production first.");
    m_message.showMessage(
        InlineMessage::Kind::Warning,
        tr("A run on both databases was interrupted at its end, on %1. %2 is prepared and waits: "
           "neither committed nor rolled back.")
            .arg(longTimeText(orphan.half.preparedAt), orphan.database.text()),
        hint);
    if (orphan.decision == HalfDecision::Commit)
        offer(orphan, HalfEnd::Commit);
    else if (orphan.decision == HalfDecision::RollBack)
        offer(orphan, HalfEnd::RollBack);
    else
        offerRetry();
}

/// The record cannot be read, or not yet: it is looked for again.
void RecoveryFlow::offerRetry()
{
    QAction* action = m_message.addButton(tr("Retry"));
    action->setObjectName(u"retryHalfAction"_s);
    connect(action, &QAction::triggered, this, [this, action] {
        action->setEnabled(false);
        m_workspace.refresh();
    });
}

void RecoveryFlow::offer(const OrphanedHalf& orphan, HalfEnd end)
{
    const QString rows = orphan.half.rowsAfter.isEmpty() ? tr("base") : orphan.half.rowsAfter;
    QAction* action = m_message.addButton(end == HalfEnd::Commit ? tr("Commit It (to %1)").arg(rows)
                                                                 : tr("Roll It Back"));
    action->setObjectName(u"endHalfAction"_s);
    action->setEnabled(m_workspace.isWritable());
    connect(action, &QAction::triggered, this, [this, orphan, end, action] {
        onRightServer(m_workspace, orphan.database, m_message.window(),
                      [this, orphan, end, action = QPointer(action)] {
                          if (action)
                              action->setEnabled(false);
                          m_workspace.endHalf(orphan, end);
                      });
    });
}

} // namespace socrates::ui
