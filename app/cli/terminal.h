// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>
#include <memory>
#include <optional>

/// What differs between operating systems' terminals, in one place.
namespace socrates::cli::terminal {

bool isOutputTerminal(); ///< standard output
bool isErrorTerminal();  ///< standard error

/// While it lives, a Windows console takes what is written to it as UTF-8 and obeys escapes. Other
/// systems' terminals do so anyway.
class Console
{
public:
    Console();
    ~Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

private:
    [[maybe_unused]] unsigned m_codePage = 0; ///< to be given back
};

/// Whether somebody can be asked: standard input and standard error are terminals.
bool canAsk();
/// Prints the question on standard error and reads a line without showing it. Nothing when the
/// input ended.
std::optional<QString> askSecretly(const QString& question);

/// While it lives, Ctrl-C (and a polite request to end) does not end the program: `handler` is
/// called on a thread of its own with 1 for the first, 2 for the second time. A third time ends the
/// program as the system would have. At most one may live at a time.
class Interrupts
{
public:
    enum class Afterwards {
        AsBefore,
        Ignored, ///< Ctrl-C does nothing any more; for what lives until the program ends
    };
    explicit Interrupts(std::function<void(int)> handler,
                        Afterwards afterwards = Afterwards::AsBefore);
    /// The next is the first again: what came before was about something that is over.
    void countAnew();
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;

private:
    struct Private;
    std::unique_ptr<Private> d;
    Afterwards m_afterwards;
};

} // namespace socrates::cli::terminal
