// SPDX-License-Identifier: MIT
#include "app/shell/startrequest.h"

#include "app/shell/connectionflow.h"
#include "app/shell/mainwindow.h"
#include "app/shell/workspace.h"
#include "app/widgets/bringtofront.h"

#include <QApplication>
#include <QDataStream>
#include <QTimer>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

/// First in the bytes; raised when their meaning changes, so that two versions of the program do
/// not misread each other.
constexpr quint32 kFormat = 0x50C70001;

} // namespace

QByteArray StartRequest::toBytes() const
{
    QMap<QString, QMap<QString, QString>> databases;
    for (auto it = urls.begin(); it != urls.end(); ++it)
        databases.insert(it.key().text(), it->values());
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kFormat << projectFolder << demo << profile << databases;
    return bytes;
}

std::optional<StartRequest> StartRequest::fromBytes(const QByteArray& bytes)
{
    StartRequest request;
    quint32 format = 0;
    QMap<QString, QMap<QString, QString>> databases;
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    stream >> format;
    if (format != kFormat)
        return std::nullopt;
    stream >> request.projectFolder >> request.demo >> request.profile >> databases;
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return std::nullopt;
    for (auto it = databases.begin(); it != databases.end(); ++it) {
        core::ConnectionParameters parameters;
        for (auto value = it->begin(); value != it->end(); ++value)
            parameters.setValue(value.key(), *value);
        request.urls.insert(core::DatabaseName(it.key()), parameters);
    }
    return request;
}

bool connectAsAsked(MainWindow& window, const StartRequest& request)
{
    ConnectionFlow& connections = window.connections();
    if (request.demo)
        connections.usePrivateServer();
    else if (!request.urls.isEmpty())
        connections.connectUrls(request.urls);
    else if (!request.profile.isEmpty())
        connections.connectSavedProfile(request.profile);
    return request.asksForConnection();
}

void followLaterStart(MainWindow& window, const StartRequest& request)
{
    bringToFront(window);
    Workspace& workspace = window.workspace();
    if (workspace.isRunning()) {
        // What was asked for waits until the run has ended; of several, the last one counts.
        static const auto name = u"laterStart"_s;
        delete window.findChild<QObject*>(name, Qt::FindDirectChildrenOnly);
        auto* waiting = new QObject(&window);
        waiting->setObjectName(name);
        QObject::connect(&workspace, &Workspace::runFinished, waiting, [&window, waiting, request] {
            waiting->deleteLater();
            QTimer::singleShot(0, &window,
                               [&window, request] { followLaterStart(window, request); });
        });
        return;
    }
    if (QApplication::activeModalWidget() != nullptr)
        return;
    const auto project = workspace.project();
    const bool isOpen =
        project && (request.projectFolder.isEmpty() || request.projectFolder == project->folder());
    if (isOpen) {
        connectAsAsked(window, request);
    } else if (!request.projectFolder.isEmpty()) {
        QObject::connect(
            &workspace, &Workspace::projectOpened, &window,
            [&window, request] { connectAsAsked(window, request); }, Qt::SingleShotConnection);
        window.connections().openProject(request.projectFolder);
    }
}

} // namespace socrates::ui
