// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;

namespace socrates::ui {

/// Whether a backup is made before a run: where it goes, or why it cannot be made, and how far it
/// has come.
class BackupChoice final : public QWidget
{
    Q_OBJECT
public:
    explicit BackupChoice(QWidget* parent = nullptr);

    /// `folder`: where backups go. Nothing can be made until setObstacle() has said so.
    void begin(bool isWanted, const QString& folder);
    /// Whether the programs that make backups are there; nothing: they are.
    void setObstacle(const std::optional<core::Error>& obstacle);
    bool isWanted() const;
    bool isRunning() const { return m_isRunning; }
    /// A backup is being made: what has been written so far.
    void showProgress(const QString& text);
    void showEnd(const QString& text);

signals:
    void chosen(bool isWanted);
    void stopRequested();

private:
    void update();

    QCheckBox* m_box;
    QLabel* m_text;
    QPushButton* m_stop;
    QString m_folder;
    std::optional<core::Error> m_obstacle;
    bool m_isKnown = false;
    bool m_isRunning = false;
};

} // namespace socrates::ui
