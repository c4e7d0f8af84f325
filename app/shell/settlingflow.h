// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/recognition.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

class QWidget;

namespace socrates::ui {

class AppSettings;
class RecognitionDialog;
class Workspace;

/// From "which revision is this?" to a database that is what its version row says: looked at, the
/// way out chosen and confirmed, carried out, looked at again. Lives on the GUI thread; what blocks
/// runs on its pool.
class SettlingFlow final : public QObject
{
    Q_OBJECT
public:
    SettlingFlow(Workspace& workspace, AppSettings& settings, QWidget* window);
    ~SettlingFlow() override;

    /// Recognises every connected database; `database` is the one that was asked about, if any.
    void open(const core::DatabaseName& database = {});

private:
    void look();
    void choose(const core::Recognition& recognition, const QString& offer);
    void apply(const core::Recognition& recognition, const QString& offer, bool acceptsServer);
    void finish(const core::Recognition& recognition, const QString& offer,
                const core::Result<core::Recognition>& after);
    void chooseFolder(const core::Recognition& recognition);
    void exportRows(const core::Recognition& recognition, const QString& folder);
    QString lockReason() const;

    Workspace& m_workspace;
    AppSettings& m_settings;
    QWidget* m_window;
    QPointer<RecognitionDialog> m_dialog;
    core::DatabaseName m_asked;
    QThreadPool m_pool;
};

} // namespace socrates::ui
