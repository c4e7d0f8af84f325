// SPDX-License-Identifier: MIT
#include "app/revisions/undotext.h"

#include "app/theme/texts.h"

#include <QLocale>

namespace socrates::ui {

using core::UndoProof;
using Verdict = UndoProof::Verdict;

QString undoText(const UndoProof* proof)
{
    if (proof == nullptr)
        return tr("not yet");
    switch (proof->verdict) {
    case Verdict::Proven:
        return tr("proved");
    case Verdict::LeavesSomething:
        return tr("leaves %1").arg(QLocale().toString(proof->leftover.size()));
    case Verdict::Irreversible:
        return tr("irreversible");
    case Verdict::Failed:
        break;
    }
    return tr("fails");
}

int undoWidth(const QFontMetrics& metrics)
{
    int width = 0;
    for (const QString& text :
         {tr("not yet"), tr("proved"), tr("irreversible"), tr("fails"), tr("Undo")})
        width = qMax(width, metrics.horizontalAdvance(text));
    return width;
}

StatusRole undoRole(const UndoProof* proof)
{
    if (proof == nullptr || proof->verdict == Verdict::Irreversible)
        return StatusRole::Neutral;
    if (proof->verdict == Verdict::Proven)
        return StatusRole::Applied;
    return proof->verdict == Verdict::Failed ? StatusRole::Failed : StatusRole::Warning;
}

QStringList undoExplanation(const UndoProof* proof)
{
    if (proof == nullptr)
        return {tr("Not proved yet: Prove Undo tries it in a database of its own.")};
    switch (proof->verdict) {
    case Verdict::Proven:
        return {tr("Proved: after upgrade and downgrade the schema is what it was.")};
    case Verdict::Irreversible:
        return {tr("Irreversible: %1").arg(proof->revision->irreversibleReason)};
    case Verdict::Failed:
        return {tr("Trying it failed: %1").arg(proof->error->summary), proof->error->where.text()};
    case Verdict::LeavesSomething:
        break;
    }
    QStringList lines{tr("The downgrade does not take everything back:")};
    for (const core::ComparisonLine& line : proof->leftover)
        lines << core::leftoverText(line);
    return lines;
}

} // namespace socrates::ui
