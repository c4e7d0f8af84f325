// SPDX-License-Identifier: MIT
// Writes what a package for Unix has for the command line, while it is built.
#include "app/cli/shellfiles.h"

#include <QDir>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace socrates::cli;

namespace {

bool writeFile(const QString& path, const QString& text)
{
    QFile file(path);
    const QByteArray bytes = text.toUtf8();
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           file.write(bytes) == bytes.size();
}

} // namespace

/// shellfiles MANUAL FOLDER
int main(int argc, char* argv[])
{
    if (argc != 3)
        return 2;
    QFile manual(QString::fromLocal8Bit(argv[1]));
    const QString folder = QString::fromLocal8Bit(argv[2]);
    const bool isDone = manual.open(QIODevice::ReadOnly) && QDir().mkpath(folder) &&
                        writeFile(folder + u"/socrates-migrate.1"_s,
                                  completedManual(QString::fromUtf8(manual.readAll()))) &&
                        writeFile(folder + u"/socrates-migrate"_s, bashCompletion()) &&
                        writeFile(folder + u"/_socrates-migrate"_s, zshCompletion());
    if (!isDone)
        std::fprintf(stderr, "The files could not be written to %s.\n", argv[2]);
    return isDone ? 0 : 1;
}
