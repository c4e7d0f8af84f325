// SPDX-License-Identifier: MIT
#include "app/shell/undoproving.h"

#include "app/shell/workspace.h"
#include "app/widgets/onfinished.h"

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::DatabaseName;
using core::Result;
using core::UndoProof;

namespace {

core::UndoProver proverWith(const core::LocalServer& server)
{
    core::UndoProver::Options options;
    if (server.state() == core::LocalServer::State::Running) {
        if (const auto admin = server.adminParameters())
            options.replayServer = *admin;
    }
    return core::UndoProver(options);
}

} // namespace

UndoProving::UndoProving(Workspace& workspace, std::shared_ptr<core::LocalServer> localServer,
                         QObject* parent)
    : QObject(parent), m_workspace(workspace), m_localServer(std::move(localServer))
{
    connect(&workspace, &Workspace::projectOpened, this, [this] {
        stop();
        ++m_generation;
        m_proofs.clear();
    });
    connect(&workspace, &Workspace::refreshFinished, this, &UndoProving::readKnown);
}

UndoProving::~UndoProving()
{
    stop();
    m_pool.waitForDone();
}

void UndoProving::readKnown()
{
    for (const core::DatabaseStatus& status : m_workspace.statuses()) {
        if (status.error)
            continue;
        const auto future = runOn(m_pool, [project = m_workspace.project(), name = status.name,
                                           major = status.server.major()] {
            return core::UndoProver().known(*project, name, major);
        });
        onFinished(
            future, this,
            [this, name = status.name, generation = m_generation](const QList<UndoProof>& proofs) {
                if (generation == m_generation)
                    merge(name, proofs);
            });
    }
}

void UndoProving::proveAll()
{
    for (const DatabaseName& database : m_workspace.sessions().keys())
        prove(database, {});
}

void UndoProving::prove(const DatabaseName& database, const QList<core::RevisionId>& revisions)
{
    const core::SessionPtr session = m_workspace.sessions().value(database);
    if (!session || m_workspace.isRunning())
        return;
    if (m_running++ == 0)
        m_token = core::CancelToken();
    emit progressed(tr("Proving the undo of %1…").arg(database.text()));
    const auto tell = [this, database](const UndoProof& proof) {
        // From the pool's thread; the pool ends before this object does.
        QMetaObject::invokeMethod(
            this,
            [this, text = tr("Proving the undo of %1: %2 done")
                              .arg(database.text(), proof.revision->id.text())] {
                if (isRunning())
                    emit progressed(text);
            },
            Qt::QueuedConnection);
    };
    const auto future = runOn(m_pool,
                              [project = m_workspace.project(), database, revisions,
                               token = m_token, parameters = session->parameters(),
                               server = m_localServer, tell]() -> Result<QList<UndoProof>> {
                                  const auto connection =
                                      core::Connection::open(parameters, 15000, token);
                                  if (!connection)
                                      return core::fail(connection.error());
                                  return proverWith(*server).prove(*project, database, revisions,
                                                                   **connection, token, tell);
                              });
    onFinished(future, this,
               [this, database, generation = m_generation](const Result<QList<UndoProof>>& proofs) {
                   finish(database, proofs, generation);
               });
}

void UndoProving::finish(const DatabaseName& database, const Result<QList<UndoProof>>& proofs,
                         int generation)
{
    --m_running;
    if (generation == m_generation) {
        if (proofs) {
            merge(database, *proofs);
            for (const UndoProof& proof : *proofs) {
                if (proof.error)
                    emit failed(*proof.error);
            }
        } else if (!proofs.error().isKind("stopped"_L1)) {
            emit failed(proofs.error());
        }
    }
    if (!isRunning())
        emit progressed({});
}

/// The last word on a revision counts.
void UndoProving::merge(const DatabaseName& database, const QList<UndoProof>& proofs)
{
    QList<UndoProof>& known = m_proofs[database];
    for (const UndoProof& proof : proofs) {
        known.removeIf(
            [&](const UndoProof& old) { return old.revision->id == proof.revision->id; });
        known << proof;
    }
    emit proofsChanged(database, known);
}

void UndoProving::stop()
{
    m_token.cancel();
}

} // namespace socrates::ui
