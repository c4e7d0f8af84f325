// SPDX-License-Identifier: MIT
#include "core/base/childprocess.h"

#include <QProcess>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace socrates::core {

void hideConsole([[maybe_unused]] QProcess& process)
{
#ifdef Q_OS_WIN
    process.setCreateProcessArgumentsModifier(
        [](QProcess::CreateProcessArguments* arguments) { arguments->flags |= CREATE_NO_WINDOW; });
#endif
}

} // namespace socrates::core
