// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <functional>

class QDragEnterEvent;
class QDropEvent;
class QMainWindow;

namespace socrates::ui {

class DropHint;
class Workspace;
struct Dropped;

/// What is dragged over the window and dropped on it. Files are looked at on another thread: a
/// disk that does not answer must not hold the window, over which somebody may merely be passing.
class DropFlow final : public QObject
{
    Q_OBJECT
public:
    DropFlow(const Workspace& workspace, QMainWindow* window);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void folderDropped(const QString& path);
    /// In a file or in a text; the other one is empty.
    void connectionsDropped(const QString& path, const QString& text);

private:
    void enter(QDragEnterEvent& event);
    void leave();
    void drop(QDropEvent& event);
    Dropped glanceAt(const QDropEvent& event) const;
    void lookAt(const QString& path, const std::function<void(const Dropped&)>& done);
    void take(const Dropped& dropped);

    const Workspace& m_workspace;
    QMainWindow* m_window;
    DropHint* m_hint;
    int m_drag = 0; ///< which one it is: an answer may come after the next one began
};

} // namespace socrates::ui
