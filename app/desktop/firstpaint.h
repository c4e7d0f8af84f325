// SPDX-License-Identifier: MIT
#pragma once

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <functional>
#include <utility>

namespace socrates::ui {

/// Does something once a window has been painted for the first time, so that it does not keep the
/// window from being seen. A window that nobody sees (started as an icon) waits only for a moment.
class AfterFirstPaint final : public QObject
{
public:
    AfterFirstPaint(QWidget& window, std::function<void()> then)
        : QObject(&window), m_then(std::move(then))
    {
        window.installEventFilter(this);
        QTimer::singleShot(kPatienceMs, this, [this] { finish(); });
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        // Not before this turn of the event loop has painted everything else too.
        if (event->type() == QEvent::Paint && !std::exchange(m_isPainted, true))
            QTimer::singleShot(0, this, [this] { finish(); });
        return QObject::eventFilter(watched, event);
    }

private:
    static constexpr int kPatienceMs = 1000;

    void finish()
    {
        if (const auto then = std::exchange(m_then, nullptr))
            then();
        deleteLater();
    }

    std::function<void()> m_then;
    bool m_isPainted = false;
};

/// firstpaint.py takes the time of this line; what ending takes is not its subject.
inline void sayPainted()
{
    std::puts("painted");
    std::fflush(stdout);
}

} // namespace socrates::ui
