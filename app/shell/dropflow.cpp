// SPDX-License-Identifier: MIT
#include "app/shell/dropflow.h"

#include "app/shell/drophint.h"
#include "app/shell/workspace.h"
#include "app/widgets/onfinished.h"

#include <QDropEvent>
#include <QMainWindow>

namespace socrates::ui {

DropFlow::DropFlow(const Workspace& workspace, QMainWindow* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_hint(new DropHint(window->centralWidget()))
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool DropFlow::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
        enter(*static_cast<QDragEnterEvent*>(event));
        return true;
    case QEvent::DragLeave:
        leave();
        return true;
    case QEvent::Drop:
        drop(*static_cast<QDropEvent*>(event));
        return true;
    default:
        return QObject::eventFilter(watched, event);
    }
}

void DropFlow::enter(QDragEnterEvent& event)
{
    const Dropped dropped = glanceAt(event);
    if (dropped.kind == Dropped::Kind::Nothing)
        return;
    event.acceptProposedAction();
    m_hint->showOver(m_window->centralWidget(), dropped);
    if (dropped.kind != Dropped::Kind::Path)
        return;
    lookAt(dropped.path, [this, drag = ++m_drag](const Dropped& seen) {
        if (drag == m_drag)
            m_hint->showOver(m_window->centralWidget(), seen);
    });
}

void DropFlow::leave()
{
    ++m_drag;
    m_hint->hide();
}

/// Nothing is run by a drop: connections are shown in their dialog first.
void DropFlow::drop(QDropEvent& event)
{
    leave();
    const Dropped dropped = glanceAt(event);
    if (dropped.kind == Dropped::Kind::Nothing)
        return;
    event.acceptProposedAction();
    if (dropped.kind == Dropped::Kind::Path)
        lookAt(dropped.path, [this](const Dropped& seen) { take(seen); });
    else
        take(dropped);
}

Dropped DropFlow::glanceAt(const QDropEvent& event) const
{
    return m_workspace.isRunning()
               ? Dropped()
               : glanceAtDropped(*event.mimeData(), m_workspace.project().get());
}

void DropFlow::lookAt(const QString& path, const std::function<void(const Dropped&)>& done)
{
    std::optional<QList<DatabaseSlot>> databases;
    if (const auto project = m_workspace.project())
        databases = slotsOf(*project);
    onFinished(runOn(jobThreads(), [path, databases] { return lookAtDropped(path, databases); }),
               this, done);
}

void DropFlow::take(const Dropped& dropped)
{
    if (m_workspace.isRunning()) // it began while the file was looked at
        return;
    if (dropped.kind == Dropped::Kind::Folder)
        emit folderDropped(dropped.path);
    else
        emit connectionsDropped(dropped.path, dropped.text);
}

} // namespace socrates::ui
