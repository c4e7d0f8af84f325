// SPDX-License-Identifier: MIT
#include "app/runs/stepword.h"

#include "app/theme/texts.h"

#include <algorithm>
#include <iterator>

namespace socrates::ui {

namespace {

struct Row
{
    StepWord word;
    const char* text;
};

constexpr Row kRows[] = {
    {StepWord::Waiting, QT_TRANSLATE_NOOP("socrates::ui", "Waiting")},
    {StepWord::Running, QT_TRANSLATE_NOOP("socrates::ui", "Running")},
    {StepWord::TriedAgain, QT_TRANSLATE_NOOP("socrates::ui", "Tried again")},
    {StepWord::Applied, QT_TRANSLATE_NOOP("socrates::ui", "Applied")},
    {StepWord::Downgraded, QT_TRANSLATE_NOOP("socrates::ui", "Downgraded")},
    {StepWord::DoneByOther, QT_TRANSLATE_NOOP("socrates::ui", "Done by someone else")},
    {StepWord::RolledBack, QT_TRANSLATE_NOOP("socrates::ui", "Failed, rolled back")},
    {StepWord::PartWay, QT_TRANSLATE_NOOP("socrates::ui", "Failed part-way")},
    {StepWord::NotRun, QT_TRANSLATE_NOOP("socrates::ui", "Not run")},
    {StepWord::WouldSucceed, QT_TRANSLATE_NOOP("socrates::ui", "Would succeed")},
    {StepWord::WouldFail, QT_TRANSLATE_NOOP("socrates::ui", "Would fail")},
    {StepWord::CannotBeRehearsed, QT_TRANSLATE_NOOP("socrates::ui", "Cannot be rehearsed")},
    {StepWord::NotReached, QT_TRANSLATE_NOOP("socrates::ui", "Not reached")},
    {StepWord::VerifiedInside, QT_TRANSLATE_NOOP("socrates::ui", "Verified inside")},
    {StepWord::WouldDiffer, QT_TRANSLATE_NOOP("socrates::ui", "Would differ")},
};

} // namespace

QString stepText(StepWord word)
{
    const Row* row = std::find_if(std::begin(kRows), std::end(kRows),
                                  [word](const Row& each) { return each.word == word; });
    return tr(row->text);
}

QStringList allStepTexts()
{
    QStringList texts;
    for (const Row& row : kRows)
        texts << tr(row.text);
    return texts;
}

} // namespace socrates::ui
