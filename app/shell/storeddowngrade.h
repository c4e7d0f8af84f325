// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/lossforecast.h"
#include "core/engine/rescue.h"
#include "core/engine/runner.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

namespace socrates::ui {

class AppSettings;
class RescueDialog;
class Workspace;

/// Undoes a revision that the project has no file for, with the SQL that was stored when it was
/// applied: planned, its losses counted, confirmed by name, run. The project stays as it is. Lives
/// on the GUI thread; what blocks runs on its pool.
class StoredDowngrade final : public QObject
{
    Q_OBJECT
public:
    StoredDowngrade(Workspace& workspace, AppSettings& settings, QObject* parent);
    ~StoredDowngrade() override;

    void begin(RescueDialog* dialog, const core::Rescue::Stored& stored);

private:
    struct Prepared
    {
        std::shared_ptr<core::DraftProject> project; ///< with the revision in it
        core::Plan plan;
        core::LossForecast forecast;
    };
    void confirm(RescueDialog* dialog, const Prepared& prepared);
    void run(RescueDialog* dialog, const Prepared& prepared);

    Workspace& m_workspace;
    AppSettings& m_settings;
    QThreadPool m_pool;
};

} // namespace socrates::ui
