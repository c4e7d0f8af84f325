// SPDX-License-Identifier: MIT
#include "app/connections/doctorrun.h"

#include "app/widgets/onfinished.h"

#include <QFutureWatcher>
#include <QPromise>

#include <memory>

namespace socrates::ui {

using namespace socrates::core;

DoctorRun::~DoctorRun()
{
    m_token.cancel();
}

void DoctorRun::start(const ConnectionParameters& parameters, const QString& role)
{
    auto* watcher = new QFutureWatcher<DoctorStage>(this);
    connect(watcher, &QFutureWatcherBase::resultReadyAt, this,
            [this, watcher](int index) { emit stageDecided(watcher->resultAt(index)); });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        emit finished();
    });
    auto promise = std::make_shared<QPromise<DoctorStage>>();
    promise->start();
    watcher->setFuture(promise->future());
    jobThreads().start([promise, parameters, role, token = m_token] {
        diagnoseConnection(parameters, role, token,
                           [&promise](const DoctorStage& stage) { promise->addResult(stage); });
        promise->finish();
    });
}

} // namespace socrates::ui
