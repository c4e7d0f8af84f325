// SPDX-License-Identifier: MIT
#include "app/widgets/onfinished.h"

#include <QCoreApplication>
#include <QPointer>

namespace socrates::ui {

namespace {

/// Such jobs wait for servers and disks far more than they compute.
constexpr int kLeastJobThreads = 4;

QPointer<QThreadPool>& heldThreads()
{
    static QPointer<QThreadPool> threads;
    return threads;
}

} // namespace

QThreadPool& jobThreads()
{
    QPointer<QThreadPool>& threads = heldThreads();
    if (threads == nullptr) {
        threads = new QThreadPool;
        threads->setMaxThreadCount(qMax(kLeastJobThreads, threads->maxThreadCount()));
        // The application waits for them when it ends, as it does for Qt's own.
        qAddPostRoutine([] { delete heldThreads(); });
    }
    return *threads;
}

} // namespace socrates::ui
