// SPDX-License-Identifier: MIT
#include "app/runs/rehearsalfindings.h"

#include "app/runs/stepword.h"
#include "app/theme/icons.h"
#include "app/theme/revisionstate.h"
#include "core/report/rehearsal.h"
#include "core/schema/objectwords.h"

#include <QCoreApplication>
#include <QTreeWidget>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using State = core::RehearsedStep::State;

namespace {

enum RunColumn { WhatColumn, StateColumn };

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RehearsalFindings)
};

/// Before what is there already: the statements with their times are of less interest.
void add(QTreeWidgetItem* parent, const QStringList& sentences)
{
    QList<QTreeWidgetItem*> items;
    for (const QString& sentence : sentences) {
        items << new QTreeWidgetItem({sentence});
        items.last()->setToolTip(WhatColumn, sentence);
    }
    parent->insertChildren(0, items);
    parent->setExpanded(true);
}

void addDatabase(QTreeWidget& view, const core::RehearsedDatabase& database)
{
    const QStringList changes = core::report::changeSentences(database.changes);
    const QString name = database.name.text();
    auto* item = new QTreeWidgetItem(&view, {changes.isEmpty()
                                                 ? Words::tr("%1 would stay as it is").arg(name)
                                                 : Words::tr("%1 would change").arg(name)});
    QStringList sentences = changes;
    if (!database.copiedBy.isEmpty())
        sentences << database.copiedBy;
    if (database.verification) {
        item->setText(StateColumn, stepText(database.verification->isOk() ? StepWord::VerifiedInside
                                                                          : StepWord::WouldDiffer));
        for (const core::ComparisonLine& line : database.verification->comparison.differences())
            sentences << Words::tr("%1: %2").arg(core::objectText(line),
                                                 core::outcomeWord(line.outcome));
    }
    add(item, sentences);
}

} // namespace

InlineMessage::Kind rehearsalKind(const core::Rehearsal& rehearsal)
{
    switch (rehearsal.result) {
    case core::RehearsalResult::WouldSucceed:
        return rehearsal.isComplete() ? InlineMessage::Kind::Success
                                      : InlineMessage::Kind::Information;
    case core::RehearsalResult::Nothing:
        return InlineMessage::Kind::Information;
    case core::RehearsalResult::WouldFail:
        return InlineMessage::Kind::Error;
    case core::RehearsalResult::WouldDiffer:
    case core::RehearsalResult::Busy:
    case core::RehearsalResult::Stopped:
        return InlineMessage::Kind::Warning;
    }
    return InlineMessage::Kind::Error;
}

QString rehearsalHint(const core::Rehearsal& rehearsal)
{
    QStringList lines;
    if (rehearsal.firstError) {
        const core::Error& error = *rehearsal.firstError;
        for (const QString& line : {error.summary, error.where.text(), error.detail, error.hint}) {
            if (!line.isEmpty())
                lines << line;
        }
    }
    for (const core::RehearsedDatabase& database : rehearsal.databases)
        lines << database.leftBehind;
    return lines.join(u'\n');
}

void addRehearsalFindings(QTreeWidget& view, const core::Plan& plan,
                          const core::Rehearsal& rehearsal)
{
    for (int step = 0; step < plan.steps.size(); ++step) {
        const core::RehearsedStep found = rehearsal.steps.value(step);
        QTreeWidgetItem* item = view.topLevelItem(step);
        if (found.state == State::CannotBeRehearsed || found.state == State::NotReached) {
            const bool isCut = found.state == State::CannotBeRehearsed;
            item->setText(StateColumn,
                          stepText(isCut ? StepWord::CannotBeRehearsed : StepWord::NotReached));
            item->setIcon(WhatColumn, isCut ? icon(u"warning"_s, StatusRole::Warning)
                                            : stateIcon(RevisionState::Unknown));
        }
        add(item, core::report::stepFindings(found));
    }
    for (const core::RehearsedDatabase& database : rehearsal.databases)
        addDatabase(view, database);
    view.scrollToTop();
}

} // namespace socrates::ui
