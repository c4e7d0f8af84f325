// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace socrates::ui {

/// What the State column of the run panel says of a step, in a run and in a rehearsal.
enum class StepWord {
    Waiting,
    Running,
    TriedAgain,
    Applied,
    Downgraded,
    DoneByOther,
    RolledBack,
    PartWay, ///< failed outside a transaction: some of it stands
    NotRun,
    WouldSucceed,
    WouldFail,
    CannotBeRehearsed,
    NotReached,
    VerifiedInside,
    WouldDiffer,
};

QString stepText(StepWord word);
QStringList allStepTexts();

} // namespace socrates::ui
