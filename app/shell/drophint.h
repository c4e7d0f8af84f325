// SPDX-License-Identifier: MIT
#pragma once

#include "app/connections/connectiontext.h"

#include <QFrame>

#include <optional>

class QLabel;
class QMimeData;

namespace socrates::ui {

class ElidedLabel;

/// What somebody is about to drop on the window, read before it is let go of.
struct Dropped
{
    /// Path: a file or a folder that was not looked at yet.
    enum class Kind { Nothing, Path, Folder, ConnectionFile, ConnectionText };

    Kind kind = Kind::Nothing;
    QString path;    ///< of a folder or a file
    QString text;    ///< the text itself
    QString title;   ///< what will be done with it
    QString details; ///< what was found in it; no password
};

/// A path, or the text of a connection; Nothing is refused. Touches no file. `project`: what is
/// open; null: nothing.
Dropped glanceAtDropped(const QMimeData& data, const core::Project* project);
/// Looks at a path: a project's folder, or a file that may hold connections. May take as long as
/// the disk does, so it is no work for the window's thread. `databases`: of what is open; null:
/// nothing is.
Dropped lookAtDropped(const QString& path, const std::optional<QList<DatabaseSlot>>& databases);

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
    ElidedLabel* m_title;
    ElidedLabel* m_details;
};

} // namespace socrates::ui
