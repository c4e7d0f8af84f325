// SPDX-License-Identifier: MIT
#include "core/base/coredumps.h"

#include <QtGlobal>

#if defined(Q_OS_WIN)
#include <windows.h>
#else
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace socrates::core {

void forbidCoreDumps()
{
#ifdef Q_OS_WIN
    // Without the box that reports a fault to Microsoft, whose report has the memory in it.
    ::SetErrorMode(::GetErrorMode() | SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
#else
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    // A core handler that is a program (systemd-coredump, apport) is not bound by the limit.
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace socrates::core
