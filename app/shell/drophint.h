// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QMimeData;

namespace socrates::core {
class Project;
}

namespace socrates::ui {

/// What somebody is about to drop on the window, read before it is let go of.
struct Dropped
{
    enum class Kind { Nothing, Folder, ConnectionFile, ConnectionText };

    Kind kind = Kind::Nothing;
    QString path;    ///< of a folder or a file
    QString text;    ///< the text itself
    QString title;   ///< what will be done with it
    QString details; ///< what was found in it; no password
};

/// A project's folder, a file that may hold connections, or the text of a connection; Nothing is
/// refused. `project`: what is open; null: nothing.
Dropped readDropped(const QMimeData& data, const core::Project* project);

/// Says over the window what a drop will do.
class DropHint final : public QFrame
{
    Q_OBJECT
public:
    explicit DropHint(QWidget* parent);

    void showOver(const QWidget* area, const Dropped& dropped);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_details;
};

} // namespace socrates::ui
