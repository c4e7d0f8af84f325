// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/plan.h"
#include "core/revisions/project.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QHBoxLayout;

namespace socrates::ui {

/// How far each database is to go: one choice for each.
class PlanTargets final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanTargets(QWidget* parent = nullptr);

    /// Offers what the direction allows from where the databases stand; `chosen` is set at first.
    void begin(core::Direction direction, const core::Project& project,
               const QList<core::DatabaseStatus>& statuses, const QList<core::TargetSpec>& chosen);
    /// As chosen now: one per database that is to change.
    QList<core::TargetSpec> targets() const;

signals:
    void changed();

private:
    QComboBox* addBox(const core::DatabaseName& database);

    QHBoxLayout* m_row;
    QMap<core::DatabaseName, QComboBox*> m_boxes;
};

} // namespace socrates::ui
