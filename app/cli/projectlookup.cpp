// SPDX-License-Identifier: MIT
#include "app/cli/projectlookup.h"

#include <QDir>
#include <QFile>

namespace socrates::cli {

using namespace Qt::StringLiterals;

QString findProjectFolder(const QString& given, const QString& programFolder)
{
    if (!given.isEmpty())
        return QDir(given).absolutePath();
    const QString current = QDir::currentPath();
    const QStringList candidates{
        current,
        current + u"/migrations"_s,
        programFolder + u"/../share/socrates-admin/migrations"_s,
        programFolder + u"/migrations"_s, // beside the program, as on Windows
        programFolder + u"/../migrations"_s,
    };
    for (const QString& candidate : candidates) {
        const QString folder = QDir::cleanPath(candidate);
        if (QFile::exists(folder + u"/socrates.json"_s))
            return folder;
    }
    return {};
}

} // namespace socrates::cli
