// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connectiondoctor.h"

#include <QObject>

namespace socrates::ui {

/// Runs the connection doctor of one database on a worker thread and tells each stage as it is
/// decided, on its own thread. Destroyed while running it asks the doctor to stop and waits for
/// nothing.
class DoctorRun final : public QObject
{
    Q_OBJECT

public:
    explicit DoctorRun(QObject* parent = nullptr) : QObject(parent) {}
    ~DoctorRun() override;

    void start(const core::ConnectionParameters& parameters, const QString& role);

signals:
    void stageDecided(const core::DoctorStage& stage);
    void finished();

private:
    core::CancelToken m_token;
};

} // namespace socrates::ui
