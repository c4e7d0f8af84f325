// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <functional>

namespace socrates::test {

/// Measures how long the thread that owns it is held between two turns of its event loop. Beside
/// the time on the clock it tells the processor time of the thread itself, which a busy machine
/// does not change. It reports; it never fails a test.
class Heartbeat
{
public:
    /// Runs `action`, then the event loop until `isOver`, and prints the longest hold. Gives up
    /// after `patienceMs` and returns false.
    bool measure(const char* what, const std::function<void()>& action,
                 const std::function<bool()>& isOver, int patienceMs = 120000)
    {
        QEventLoop loop;
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        bool done = false;
        m_longestMs = 0;
        m_longestCpuMs = 0;
        QElapsedTimer whole;
        whole.start();
        // Idle at first, so that what came before is not counted.
        QCoreApplication::processEvents();
        beat();
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            tick();
            done = isOver();
            beat(); // the condition's own cost is the test's, not the program's
            if (done || whole.hasExpired(patienceMs))
                loop.quit();
        });
        timer.start(1);
        action();
        tick();
        loop.exec();
        // Layout and painting that the end asked for.
        beat();
        QCoreApplication::processEvents();
        tick();
        report(what, whole.elapsed());
        return done;
    }

    qint64 longestMs() const { return m_longestMs; }

private:
    static double cpuMs()
    {
#ifdef Q_OS_UNIX
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
#else
        return 0;
#endif
    }

    void beat()
    {
        m_sinceBeat.start();
        m_cpuAtBeat = cpuMs();
    }

    void tick()
    {
        m_longestMs = qMax(m_longestMs, m_sinceBeat.elapsed());
        m_longestCpuMs = qMax(m_longestCpuMs, cpuMs() - m_cpuAtBeat);
        beat();
    }

    void report(const char* what, qint64 wholeMs) const
    {
        std::printf(
            "HEARTBEAT %-46s longest hold %5lld ms (%5.0f ms of processor), whole %6lld ms%s\n",
            what, static_cast<long long>(m_longestMs), m_longestCpuMs,
            static_cast<long long>(wholeMs), m_longestMs > 50 ? "  OVER 50" : "");
        std::fflush(stdout);
    }

    QElapsedTimer m_sinceBeat;
    double m_cpuAtBeat = 0;
    qint64 m_longestMs = 0;
    double m_longestCpuMs = 0;
};

} // namespace socrates::test
