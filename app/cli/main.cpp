// SPDX-License-Identifier: MIT
#include "app/cli/program.h"
#include "core/base/coredumps.h"
#include "core/base/englishplurals.h"
#include "core/postgres/connection.h"

#include <QCoreApplication>

int main(int argc, char* argv[])
{
    // Before anything reads it: no connection ever comes from the environment by accident.
    socrates::core::forbidCoreDumps();
    socrates::core::clearAmbientEnvironment();
    QCoreApplication application(argc, argv);
    // The desktop's name, because both programs use the same saved profiles, cache and server.
    QCoreApplication::setApplicationName(QStringLiteral("socrates-admin"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SOCRATES_VERSION));
    const socrates::core::EnglishPlurals plurals;
    return socrates::cli::run(QCoreApplication::arguments().mid(1),
                              QCoreApplication::applicationDirPath());
}
