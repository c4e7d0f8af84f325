// SPDX-License-Identifier: MIT
#pragma once

#include "app/map/maptimeline.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace socrates::ui {

/// The way through time below a map: a slider over the project's steps, from before the first to
/// now, with buttons to step and to play.
class TimeBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TimeBar(QWidget* parent = nullptr);

    /// Goes on showing the same step, or now; at first now, or where there is none the last step.
    void setTimeline(const MapTimeline& timeline);
    /// Why there is no history to go through; shown in place of the position.
    void setMissing(const QString& reason);
    int position() const;
    /// Also while there is no now to go to.
    bool wantsNow() const { return m_isAtNow; }
    void stepBy(int count);

signals:
    void positionChanged(int position);
    void revisionRequested(const core::DatabaseName& database, const core::RevisionId& revision);

private:
    void showPosition();
    void play(bool on);

    MapTimeline m_timeline;
    QSlider* m_slider;
    QToolButton* m_back;
    QToolButton* m_play;
    QToolButton* m_forward;
    QToolButton* m_show;
    QLabel* m_text;
    QTimer m_timer;
    QString m_missing;
    bool m_isAtNow = true;
};

} // namespace socrates::ui
