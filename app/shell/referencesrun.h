// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/references.h"

#include <QObject>
#include <QThreadPool>

namespace socrates::ui {

class Workspace;

/// What is known of the references to other databases: their types after every verification, their
/// rows when asked for. Lives on the GUI thread and reads elsewhere, on connections of its own, so
/// that nothing else waits for the rows.
class ReferencesRun final : public QObject
{
    Q_OBJECT

public:
    explicit ReferencesRun(Workspace& workspace, QObject* parent = nullptr);
    ~ReferencesRun() override;

    const QList<core::ReferenceCheck>& references() const { return m_references; }
    bool isReadingRows() const { return m_isReadingRows; }

    void checkTypes();
    void checkRows();
    void cancel() { m_token.cancel(); }
    /// Another connection, or none: forgets everything.
    void reset();

signals:
    void changed(); ///< other references, or rows begun or ended
    void progressed(int reference, qint64 rowsFrom, qint64 rowsTo);

private:
    void take(const QList<core::ReferenceCheck>& references);

    Workspace& m_workspace;
    QList<core::ReferenceCheck> m_references;
    core::CancelToken m_token;
    bool m_isReadingRows = false;
    quint64 m_generation = 0; ///< late answers are dropped
    QThreadPool m_pool;
};

} // namespace socrates::ui
