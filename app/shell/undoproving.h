// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/localserver.h"
#include "core/schema/undoproof.h"

#include <QMap>
#include <QObject>
#include <QThreadPool>

namespace socrates::ui {

class Workspace;

/// Proves downgrades in the background, on connections of its own, and keeps what is known of each
/// database. Lives on the GUI thread.
class UndoProving final : public QObject
{
    Q_OBJECT
public:
    UndoProving(Workspace& workspace, std::shared_ptr<core::LocalServer> localServer,
                QObject* parent);
    ~UndoProving() override;

    bool isRunning() const { return m_running > 0; }
    /// What earlier runs proved of the open project, for the servers that are connected.
    void readKnown();
    /// Of every connected database.
    void proveAll();
    void prove(const core::DatabaseName& database, const QList<core::RevisionId>& revisions);
    void stop();

signals:
    void proofsChanged(const socrates::core::DatabaseName& database,
                       const QList<socrates::core::UndoProof>& proofs);
    /// Started, a revision further, or at the end (empty).
    void progressed(const QString& text);
    void failed(const socrates::core::Error& error);

private:
    void finish(const core::DatabaseName& database,
                const core::Result<QList<core::UndoProof>>& proofs, int generation);
    void merge(const core::DatabaseName& database, const QList<core::UndoProof>& proofs);

    Workspace& m_workspace;
    std::shared_ptr<core::LocalServer> m_localServer;
    QMap<core::DatabaseName, QList<core::UndoProof>> m_proofs;
    core::CancelToken m_token;
    int m_running = 0;
    int m_generation = 0; ///< raised when what is known belongs to another project
    QThreadPool m_pool;
};

} // namespace socrates::ui
