// SPDX-License-Identifier: MIT
#include "app/runs/plantargets.h"

#include "app/runs/plantext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Direction;

namespace {

constexpr int kMostLetters = 44;

QString headTarget(const core::RevisionGraph& graph)
{
    return graph.heads().size() > 1 ? u"heads"_s : u"head"_s;
}

QString chosenFor(const core::DatabaseName& database, const QList<core::TargetSpec>& chosen)
{
    QString result;
    for (const core::TargetSpec& target : chosen) {
        if (target.database == database || target.database.isEmpty())
            result = target.target;
    }
    return result;
}

void addUpgrades(QComboBox& box, const core::RevisionGraph& graph,
                 const core::DatabaseStatus& status)
{
    const QString head = headTarget(graph);
    box.addItem(graph.heads().isEmpty()
                    ? PlanTargets::tr("No revisions")
                    : PlanTargets::tr("%1 (%2)").arg(head, rowsText(graph.heads())),
                head);
    for (const core::RevisionId& id : status.pending)
        box.addItem(id.text() + u" · "_s + graph.revision(id)->title, id.text());
}

void addDowngrades(QComboBox& box, const core::RevisionGraph& graph,
                   const core::DatabaseStatus& status)
{
    const QList<core::RevisionPtr>& revisions = graph.revisions();
    for (auto it = revisions.crbegin(); it != revisions.crend(); ++it) {
        if (status.applied.contains((*it)->id) && !status.current.contains((*it)->id))
            box.addItem((*it)->id.text() + u" · "_s + (*it)->title, (*it)->id.text());
    }
    box.addItem(rowsText({}), u"base"_s);
}

} // namespace

PlanTargets::PlanTargets(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 2, 0, 2);
}

void PlanTargets::begin(Direction direction, const core::Project& project,
                        const QList<core::DatabaseStatus>& statuses,
                        const QList<core::TargetSpec>& chosen)
{
    m_boxes.clear();
    while (QLayoutItem* item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const core::DatabaseStatus& status : statuses) {
        const core::RevisionGraph& graph = project.graph(status.name);
        QComboBox* box = addBox(status.name);
        if (direction == Direction::Upgrade)
            addUpgrades(*box, graph, status);
        else
            addDowngrades(*box, graph, status);
        box->addItem(tr("Leave as it is"), QString());
        const QString target = chosenFor(status.name, chosen);
        const int known = box->findData(target);
        if (known < 0)
            box->insertItem(0, target, target);
        box->setCurrentIndex(qMax(0, known));
        connect(box, &QComboBox::currentIndexChanged, this, &PlanTargets::changed);
    }
    m_row->addStretch();
}

QComboBox* PlanTargets::addBox(const core::DatabaseName& database)
{
    auto* label = new QLabel(tr("%1 to:").arg(database.text()), this);
    auto* box = new QComboBox(this);
    box->setObjectName(database.text() + u"TargetBox"_s);
    box->setAccessibleName(tr("Target of %1").arg(database.text()));
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMaximumWidth(fontMetrics().averageCharWidth() * kMostLetters);
    label->setBuddy(box);
    m_row->addWidget(label);
    m_row->addWidget(box);
    m_row->addSpacing(16);
    m_boxes.insert(database, box);
    return box;
}

QList<core::TargetSpec> PlanTargets::targets() const
{
    QList<core::TargetSpec> result;
    for (auto it = m_boxes.begin(); it != m_boxes.end(); ++it) {
        const QString target = (*it)->currentData().toString();
        if (!target.isEmpty())
            result << core::TargetSpec{it.key(), target};
    }
    return result;
}

} // namespace socrates::ui
