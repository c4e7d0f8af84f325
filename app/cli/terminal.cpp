// SPDX-License-Identifier: MIT
#include "app/cli/terminal.h"

#include <QtGlobal>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <iostream>
#include <string>
#include <thread>

#ifdef Q_OS_WIN
#include <array>
#include <io.h>
#include <windows.h>
#else
#include <csignal>
#include <termios.h>
#include <unistd.h>
#endif

namespace socrates::cli::terminal {

namespace {

bool isTerminal(FILE* stream)
{
#ifdef Q_OS_WIN
    return ::_isatty(::_fileno(stream)) != 0;
#else
    return ::isatty(::fileno(stream)) != 0;
#endif
}

/// The input's echo is off while this lives.
class EchoOff
{
public:
#ifdef Q_OS_WIN
    EchoOff()
    {
        m_input = ::GetStdHandle(STD_INPUT_HANDLE);
        ::GetConsoleMode(m_input, &m_before);
        ::SetConsoleMode(m_input, m_before & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~EchoOff()
    {
        ::SetConsoleMode(m_input, m_before);
    }

private:
    HANDLE m_input = nullptr;
    DWORD m_before = 0;
#else
    EchoOff()
    {
        m_isValid = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        if (m_isValid)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~EchoOff()
    {
        if (m_isValid)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

private:
    termios m_before{};
    bool m_isValid = false;
#endif
};

#ifdef Q_OS_WIN
/// In the console's own Unicode: its code page need not have every letter of a password.
std::optional<QString> readLine()
{
    QString line;
    while (!line.endsWith(u'\n')) {
        std::array<wchar_t, 256> buffer;
        DWORD count = 0;
        if (!::ReadConsoleW(::GetStdHandle(STD_INPUT_HANDLE), buffer.data(), DWORD(buffer.size()),
                            &count, nullptr) ||
            count == 0)
            return std::nullopt;
        line += QString::fromWCharArray(buffer.data(), qsizetype(count));
    }
    return line;
}
#else
std::optional<QString> readLine()
{
    std::string line;
    if (!std::getline(std::cin, line))
        return std::nullopt;
    return QString::fromLocal8Bit(line);
}
#endif

} // namespace

bool isOutputTerminal()
{
    return isTerminal(stdout);
}

bool isErrorTerminal()
{
    return isTerminal(stderr);
}

bool canAsk()
{
    return isTerminal(stdin) && isTerminal(stderr);
}

std::optional<QString> askSecretly(const QString& question)
{
    std::optional<QString> line;
    {
        // Before the question: turning the echo off throws away what was typed until then, so an
        // answer that is quicker than us would be lost, and shown.
        const EchoOff echoOff;
        std::fprintf(stderr, "%s", question.toLocal8Bit().constData());
        std::fflush(stderr);
        line = readLine();
    }
    std::fprintf(stderr, "\n");
    while (line && (line->endsWith(u'\n') || line->endsWith(u'\r')))
        line->chop(1);
    return line;
}

#ifdef Q_OS_WIN

Console::Console() : m_codePage(::GetConsoleOutputCP())
{
    ::SetConsoleOutputCP(CP_UTF8);
    for (const DWORD stream : {STD_OUTPUT_HANDLE, STD_ERROR_HANDLE}) {
        const HANDLE handle = ::GetStdHandle(stream);
        if (DWORD mode = 0; ::GetConsoleMode(handle, &mode))
            ::SetConsoleMode(handle, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    }
}

Console::~Console()
{
    if (m_codePage != 0)
        ::SetConsoleOutputCP(m_codePage);
}

namespace {
std::atomic<std::function<void(int)>*> currentHandler{nullptr};
std::atomic<int> interruptCount{0};

BOOL WINAPI onConsoleEvent(DWORD)
{
    // Windows calls this on a thread of its own.
    auto* handler = currentHandler.load();
    const int count = ++interruptCount;
    if (handler == nullptr || count > 2)
        return FALSE;
    (*handler)(count);
    return TRUE;
}
} // namespace

struct Interrupts::Private
{
    std::function<void(int)> handler;
};

Interrupts::Interrupts(std::function<void(int)> handler, Afterwards afterwards)
    : d(std::make_unique<Private>()), m_afterwards(afterwards)
{
    d->handler = std::move(handler);
    interruptCount = 0;
    currentHandler = &d->handler;
    ::SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

void Interrupts::countAnew()
{
    interruptCount = 0;
}

Interrupts::~Interrupts()
{
    if (m_afterwards == Afterwards::Ignored)
        ::SetConsoleCtrlHandler(nullptr, TRUE);
    ::SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    currentHandler = nullptr;
}

#else

Console::Console() = default;
Console::~Console() = default;

namespace {
int wakePipe[2] = {-1, -1};

/// A signal handler may do next to nothing: it wakes the thread that does the rest.
void onSignal(int)
{
    const int before = errno;
    const char byte = 'i';
    [[maybe_unused]] const auto written = ::write(wakePipe[1], &byte, 1);
    errno = before;
}
} // namespace

struct Interrupts::Private
{
    std::thread thread;
    std::atomic<int> count{0};
    struct sigaction beforeInterrupt
    {};
    struct sigaction beforeTerminate
    {};
};

Interrupts::Interrupts(std::function<void(int)> handler, Afterwards afterwards)
    : d(std::make_unique<Private>()), m_afterwards(afterwards)
{
    if (::pipe(wakePipe) != 0)
        return;
    d->thread = std::thread([handler = std::move(handler), &total = d->count] {
        char byte = 0;
        while (::read(wakePipe[0], &byte, 1) == 1 && byte == 'i') {
            const int count = ++total;
            if (count > 2) {
                std::signal(SIGINT, SIG_DFL);
                ::kill(::getpid(), SIGINT);
            }
            handler(count);
        }
    });
    struct sigaction action
    {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, &d->beforeInterrupt);
    ::sigaction(SIGTERM, &action, &d->beforeTerminate);
}

void Interrupts::countAnew()
{
    d->count = 0;
}

Interrupts::~Interrupts()
{
    if (!d->thread.joinable())
        return;
    if (m_afterwards == Afterwards::Ignored)
        std::signal(SIGINT, SIG_IGN);
    else
        ::sigaction(SIGINT, &d->beforeInterrupt, nullptr);
    ::sigaction(SIGTERM, &d->beforeTerminate, nullptr);
    const char byte = 'e';
    [[maybe_unused]] const auto written = ::write(wakePipe[1], &byte, 1);
    d->thread.join();
    for (int& end : wakePipe) {
        ::close(end);
        end = -1;
    }
}

#endif

} // namespace socrates::cli::terminal
