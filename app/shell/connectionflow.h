// SPDX-License-Identifier: MIT
#pragma once

#include "app/shell/appcontext.h"
#include "core/base/names.h"
#include "core/base/result.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

class QWidget;

namespace socrates::ui {

class Workspace;

/// The ways to a project and to its databases: dialogs, saved profiles with their passwords, the
/// private server. Says what it does by signals; the workspace does the connecting.
class ConnectionFlow final : public QObject
{
    Q_OBJECT
public:
    ConnectionFlow(AppContext& context, Workspace& workspace, QWidget* window);
    ~ConnectionFlow() override;

    void chooseProject();
    void openProject(const QString& folder);
    void connectProfile(const core::ConnectionProfile& profile);
    void connectSavedProfile(const QString& name);
    void connectUrls(const QMap<core::DatabaseName, core::ConnectionParameters>& urls);
    void usePrivateServer();

signals:
    /// Something is under way ("Starting the private server…"); empty: nothing is.
    void progressed(const QString& text);
    void failed(const socrates::core::Error& error);

private:
    void connectWith(const core::ConnectionProfile& profile,
                     const QMap<core::DatabaseName, QString>& passwords);

    AppContext& m_context;
    Workspace& m_workspace;
    QWidget* m_window;
    QThreadPool m_pool;
};

} // namespace socrates::ui
