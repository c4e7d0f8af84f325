// SPDX-License-Identifier: MIT
#include "app/shell/referencesrun.h"

#include "app/shell/workspace.h"
#include "app/widgets/onfinished.h"

#include <QElapsedTimer>

namespace socrates::ui {

namespace {

constexpr int kProgressMs = 50;

} // namespace

ReferencesRun::ReferencesRun(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::verified, this, &ReferencesRun::checkTypes);
    connect(&workspace, &Workspace::connectionChanged, this, [this] {
        if (!m_workspace.isConnected())
            reset();
    });
}

ReferencesRun::~ReferencesRun()
{
    cancel();
    m_pool.waitForDone();
}

void ReferencesRun::reset()
{
    ++m_generation;
    cancel();
    take({});
}

void ReferencesRun::take(const QList<core::ReferenceCheck>& references)
{
    m_isReadingRows = false;
    m_references = references;
    emit changed();
}

void ReferencesRun::checkTypes()
{
    if (m_isReadingRows || !m_workspace.isConnected())
        return;
    const quint64 generation = ++m_generation;
    const auto future =
        runOn(m_pool, [project = m_workspace.project(), sessions = m_workspace.sessions()] {
            return core::checkReferenceTypes(*project, sessions);
        });
    onFinished(future, this, [this, generation](const QList<core::ReferenceCheck>& references) {
        if (generation == m_generation)
            take(references);
    });
}

void ReferencesRun::checkRows()
{
    if (m_isReadingRows || m_references.isEmpty())
        return;
    m_isReadingRows = true;
    m_token = core::CancelToken();
    const quint64 generation = ++m_generation;
    emit changed();
    const auto future = runOn(m_pool, [this, generation, project = m_workspace.project(),
                                       sessions = m_workspace.sessions(), token = m_token] {
        QElapsedTimer sinceTold;
        // Afresh: what was known may be of before an upgrade.
        QList<core::ReferenceCheck> checks = core::checkReferenceTypes(*project, sessions);
        for (int i = 0; i < checks.size(); ++i) {
            const auto tell = [&](qint64 from, qint64 to) {
                if (sinceTold.isValid() && sinceTold.elapsed() < kProgressMs)
                    return;
                sinceTold.start();
                QMetaObject::invokeMethod(
                    this,
                    [this, generation, i, from, to] {
                        if (generation == m_generation)
                            emit progressed(i, from, to);
                    },
                    Qt::QueuedConnection);
            };
            core::checkReferenceRows(checks[i], sessions, token, tell);
        }
        return checks;
    });
    onFinished(future, this, [this, generation](const QList<core::ReferenceCheck>& references) {
        if (generation == m_generation)
            take(references);
    });
}

} // namespace socrates::ui
