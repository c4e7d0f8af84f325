// SPDX-License-Identifier: MIT
#include "app/desktop/parentconsole.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <cstdio>
#include <windows.h>
#endif

namespace socrates::ui {

#ifdef Q_OS_WIN

namespace {

bool goesNowhere(DWORD stream)
{
    return ::GetFileType(::GetStdHandle(stream)) == FILE_TYPE_UNKNOWN;
}

} // namespace

ParentConsole::ParentConsole()
{
    // Asked before: attaching gives every stream a handle.
    const bool isOutputLost = goesNowhere(STD_OUTPUT_HANDLE);
    const bool isErrorLost = goesNowhere(STD_ERROR_HANDLE);
    if ((!isOutputLost && !isErrorLost) || !::AttachConsole(ATTACH_PARENT_PROCESS))
        return;
    m_codePage = ::GetConsoleOutputCP();
    ::SetConsoleOutputCP(CP_UTF8);
    if (isOutputLost)
        std::freopen("CONOUT$", "w", stdout);
    if (isErrorLost)
        std::freopen("CONOUT$", "w", stderr);
}

ParentConsole::~ParentConsole()
{
    if (m_codePage == 0)
        return;
    std::fflush(stdout);
    std::fflush(stderr);
    ::SetConsoleOutputCP(m_codePage);
    ::FreeConsole();
}

#else

ParentConsole::ParentConsole() = default;
ParentConsole::~ParentConsole() = default;

#endif

} // namespace socrates::ui
