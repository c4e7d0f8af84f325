// SPDX-License-Identifier: MIT
#include "app/map/timebar.h"

#include "app/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

/// Long enough to see what a step does.
constexpr int kPlayMs = 1500;

} // namespace

TimeBar::TimeBar(QWidget* parent)
    : QWidget(parent), m_slider(new QSlider(Qt::Horizontal)), m_text(new QLabel)
{
    setObjectName(u"mapTimeBar"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    const auto addButton = [&](const QString& name, const QString& text, const QString& iconName) {
        auto* button = new QToolButton;
        button->setObjectName(name);
        button->setAccessibleName(text);
        button->setToolTip(text);
        button->setIcon(icon(iconName));
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        return button;
    };
    m_back = addButton(u"mapStepBackButton"_s, tr("One step back"), u"stepback"_s);
    m_play = addButton(u"mapPlayButton"_s, tr("Play the steps"), u"play"_s);
    m_play->setCheckable(true);
    m_forward = addButton(u"mapStepForwardButton"_s, tr("One step on"), u"stepon"_s);
    m_slider->setObjectName(u"mapTimeSlider"_s);
    m_slider->setPageStep(1);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_slider->setTickInterval(1);
    row->addWidget(m_slider, 2);
    m_text->setObjectName(u"mapPositionLabel"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_text, 3);
    m_show = addButton(u"mapShowRevisionButton"_s, tr("Show the revision"), u"revisions"_s);
    m_timer.setInterval(kPlayMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        stepBy(1);
        if (m_slider->value() == m_slider->maximum())
            m_play->setChecked(false);
    });
    connect(m_back, &QToolButton::clicked, this, [this] { stepBy(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { stepBy(1); });
    connect(m_play, &QToolButton::toggled, this, &TimeBar::play);
    connect(m_show, &QToolButton::clicked, this, [this] {
        if (const core::ProjectStep* step = m_timeline.stepAt(position()))
            emit revisionRequested(step->database, step->revision->id);
    });
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        m_isAtNow = value == m_timeline.now();
        showPosition();
        emit positionChanged(value);
    });
    showPosition();
}

void TimeBar::setTimeline(const MapTimeline& timeline)
{
    const bool isOther = timeline.steps.size() != m_timeline.steps.size();
    const bool wasEmpty = !m_timeline.hasHistory() && m_timeline.live.isEmpty();
    const int before = position();
    m_timeline = timeline;
    const bool hasNow = !timeline.live.isEmpty();
    const int first = timeline.hasHistory() ? 0 : timeline.now();
    const int last = hasNow ? timeline.now() : timeline.lastStep();
    const int wanted = isOther || wasEmpty || m_isAtNow ? last : before;
    {
        const QSignalBlocker blocker(m_slider);
        m_slider->setRange(qMin(first, last), last);
        m_slider->setValue(wanted);
    }
    // Where now is out of reach for the moment, it is gone back to when it comes.
    m_isAtNow = m_isAtNow || isOther || position() == timeline.now();
    showPosition();
}

void TimeBar::setMissing(const QString& reason)
{
    m_missing = reason;
    showPosition();
}

int TimeBar::position() const
{
    return m_slider->value();
}

void TimeBar::stepBy(int count)
{
    m_slider->setValue(m_slider->value() + count);
}

void TimeBar::play(bool on)
{
    if (!on) {
        m_timer.stop();
        return;
    }
    if (m_slider->value() == m_slider->maximum())
        m_slider->setValue(m_slider->minimum());
    m_timer.start();
}

void TimeBar::showPosition()
{
    const int at = position();
    const bool canMove = m_slider->maximum() > m_slider->minimum();
    const QString text = ui::positionText(m_timeline, at);
    m_slider->setEnabled(canMove);
    m_back->setEnabled(canMove && at > m_slider->minimum());
    m_forward->setEnabled(canMove && at < m_slider->maximum());
    m_play->setEnabled(canMove);
    m_show->setEnabled(m_timeline.stepAt(at) != nullptr);
    m_text->setText(m_missing.isEmpty() ? text : text + u" – "_s + m_missing);
    m_text->setToolTip(m_text->text());
    // A screen reader tells the name with every step.
    m_slider->setAccessibleName(tr("Time: %1").arg(text));
}

} // namespace socrates::ui
