// SPDX-License-Identifier: MIT
#pragma once

#include "app/shell/workspace.h"

namespace socrates::ui {

class InlineMessage;

/// A half that an interrupted run on both databases left prepared: says so whenever the databases
/// have been read, and offers to end it as the record says.
class RecoveryFlow final : public QObject
{
    Q_OBJECT
public:
    RecoveryFlow(Workspace& workspace, InlineMessage& message, QObject* parent);

private:
    void show(const QList<core::OrphanedHalf>& halves);
    void offerRetry();
    void offer(const core::OrphanedHalf& orphan, core::HalfEnd end);

    Workspace& m_workspace;
    InlineMessage& m_message;
    QList<core::OrphanedHalf> m_halves;
};

} // namespace socrates::ui
