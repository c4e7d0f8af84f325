// SPDX-License-Identifier: MIT
#include "app/verification/referencesview.h"

#include "app/theme/statusshape.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;
using Outcome = ReferenceCheck::Outcome;

namespace {

enum Column { ReferenceColumn, ResultColumn };

QIcon iconOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Complete:
    case Outcome::TypesEqual:
        return statusIcon(StatusShape::Check, StatusRole::Applied);
    case Outcome::HasOrphans:
    case Outcome::TypesDiffer:
        return statusIcon(StatusShape::Exclamation, StatusRole::Failed);
    case Outcome::Failed:
    case Outcome::NotThere:
        return statusIcon(StatusShape::Exclamation, StatusRole::Warning);
    case Outcome::NotYet:
    case Outcome::NotConnected:
        break;
    }
    return statusIcon(StatusShape::Dash, StatusRole::Neutral);
}

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

} // namespace

ReferencesView::ReferencesView(QWidget* parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget)
    , m_details(new QPlainTextEdit)
    , m_progressLabel(new QLabel)
    , m_progress(new QProgressBar)
    , m_checkButton(new QPushButton(tr("Check Rows")))
    , m_cancelButton(new QPushButton(tr("Cancel")))
{
    setObjectName(u"referencesView"_s);
    m_tree->setObjectName(u"referencesTree"_s);
    m_tree->setAccessibleName(tr("References to other databases"));
    m_tree->setHeaderLabels({tr("Reference"), tr("Result")});
    m_tree->setRootIsDecorated(false);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setWordWrap(true);
    m_tree->header()->setSectionResizeMode(ReferenceColumn, QHeaderView::ResizeToContents);
    m_details->setObjectName(u"referenceDetailsEdit"_s);
    m_details->setAccessibleName(tr("What was found out about the reference"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_progressLabel->setObjectName(u"referenceProgressLabel"_s);
    m_progressLabel->setWordWrap(true);
    m_progress->setObjectName(u"referenceProgressBar"_s);
    m_progress->setAccessibleName(tr("Rows read"));
    m_checkButton->setObjectName(u"checkRowsButton"_s);
    m_checkButton->setToolTip(tr("Reads both columns in key order from both servers and counts "
                                 "the rows without a partner. Nothing is changed."));
    m_cancelButton->setObjectName(u"cancelRowsButton"_s);
    m_cancelButton->setAccessibleName(tr("Cancel reading the rows"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_checkButton);
    buttons->addWidget(m_cancelButton);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_tree, 2);
    layout->addWidget(m_details, 1);
    layout->addWidget(m_progressLabel);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ReferencesView::showCurrent);
    connect(m_checkButton, &QPushButton::clicked, this, &ReferencesView::checkRowsRequested);
    connect(m_cancelButton, &QPushButton::clicked, this, &ReferencesView::cancelRequested);
    setReferences({});
}

void ReferencesView::setReferences(const QList<ReferenceCheck>& references)
{
    const int current = std::max(0, m_tree->indexOfTopLevelItem(m_tree->currentItem()));
    m_references = references;
    m_tree->clear();
    for (const ReferenceCheck& check : references) {
        // Without the databases, or there would be no room for the result.
        auto* item = new QTreeWidgetItem(
            m_tree, {u"%1.%2 -> %3.%4"_s.arg(check.from.table, check.from.column, check.to.table,
                                             check.to.column),
                     resultText(check)});
        item->setIcon(ResultColumn, iconOf(check.outcome()));
        item->setToolTip(ReferenceColumn, check.declared.text());
        item->setToolTip(ResultColumn, resultText(check));
    }
    m_tree->setCurrentItem(m_tree->topLevelItem(current));
    showCurrent();
    showButtons();
}

void ReferencesView::setBusy(bool busy)
{
    m_isBusy = busy;
    m_progress->setRange(0, 0);
    m_progressLabel->setText(busy ? tr("The servers are sorting the keys…") : QString());
    showButtons();
}

void ReferencesView::setProgress(int reference, qint64 rowsFrom, qint64 rowsTo)
{
    if (!m_isBusy || reference >= m_references.size())
        return;
    const ReferenceCheck& check = m_references.at(reference);
    m_progressLabel->setText(tr("%1: %2 rows of %3, %4 of %5")
                                 .arg(check.declared.text(), numberText(rowsFrom), check.from.table,
                                      numberText(rowsTo), check.to.table));
    // By the server's estimate, which may be old.
    const qint64 all = check.from.estimatedRows;
    if (all <= 0)
        return;
    m_progress->setRange(0, 100);
    m_progress->setValue(int(std::min<qint64>(99, rowsFrom * 100 / all)));
}

int ReferencesView::faultCount() const
{
    return int(std::count_if(m_references.cbegin(), m_references.cend(),
                             [](const ReferenceCheck& check) { return check.isFault(); }));
}

void ReferencesView::showButtons()
{
    const bool canCheck =
        std::any_of(m_references.cbegin(), m_references.cend(),
                    [](const ReferenceCheck& check) { return check.canCompareRows(); });
    m_checkButton->setEnabled(canCheck && !m_isBusy);
    m_cancelButton->setVisible(m_isBusy);
    m_progress->setVisible(m_isBusy);
    m_progressLabel->setVisible(m_isBusy);
}

void ReferencesView::showCurrent()
{
    const int row = m_tree->indexOfTopLevelItem(m_tree->currentItem());
    m_details->setPlainText(m_references.isEmpty()
                                ? tr("No revision declares a reference to another database.")
                            : row < 0 ? QString()
                                      : detailsOf(m_references.at(row)));
}

QString ReferencesView::resultText(const ReferenceCheck& check)
{
    switch (check.outcome()) {
    case Outcome::Complete:
        return tr("Complete");
    case Outcome::TypesEqual:
        return tr("Types equal, rows not checked");
    case Outcome::HasOrphans:
        return check.orphans->rows == 1
                   ? tr("1 row without partner")
                   : tr("%1 rows without partner").arg(numberText(check.orphans->rows));
    case Outcome::TypesDiffer:
        return tr("Types differ");
    case Outcome::NotYet:
        return tr("Not there yet");
    case Outcome::NotThere:
        return tr("Not there");
    case Outcome::NotConnected:
        return tr("Not connected");
    case Outcome::Failed:
        return check.error->isKind("stopped"_L1) ? tr("Stopped") : tr("Could not be checked");
    }
    return {};
}

QString ReferencesView::detailsOf(const ReferenceCheck& check)
{
    QStringList lines{check.declared.text(),
                      tr("Declared by revision %1").arg(check.declared.revision.text())};
    for (const ReferenceSide* side : {&check.from, &check.to}) {
        if (side->presence == ReferenceSide::Presence::There)
            lines << tr("%1: %2").arg(side->database.text(), side->text());
    }
    lines << resultText(check);
    if (check.error)
        lines << check.error->summary << check.error->hint;
    if (check.orphans) {
        lines << tr("Rows read: %1 of %2, %3 of %4")
                     .arg(numberText(check.rowsFrom), check.from.table, numberText(check.rowsTo),
                          check.to.table);
    }
    if (check.orphans && check.orphans->rows > 0) {
        lines << (check.orphans->keys == 1 ? tr("The key without partner:")
                                           : tr("%1 different keys without partner; the first:")
                                                 .arg(numberText(check.orphans->keys)))
              << check.orphans->sample;
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace socrates::ui
