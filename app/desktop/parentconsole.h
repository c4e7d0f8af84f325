// SPDX-License-Identifier: MIT
#pragma once

namespace socrates::ui {

/// A program with windows has no console on Windows, and what it prints goes nowhere. While this
/// lives it prints into the console it was started from, in UTF-8; what is redirected stays so.
/// Short-lived: closing that console would end the program. Nothing on other systems.
class ParentConsole
{
public:
    ParentConsole();
    ~ParentConsole();
    ParentConsole(const ParentConsole&) = delete;
    ParentConsole& operator=(const ParentConsole&) = delete;

private:
    unsigned m_codePage = 0; ///< of the console before; 0: none was attached
};

} // namespace socrates::ui
