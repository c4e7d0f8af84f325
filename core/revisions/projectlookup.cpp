// SPDX-License-Identifier: MIT
#include "core/revisions/projectlookup.h"

#include <QDir>
#include <QFile>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

QString firstProject(const QStringList& candidates)
{
    for (const QString& candidate : candidates) {
        const QString folder = QDir::cleanPath(candidate);
        if (QFile::exists(folder + u"/socrates.json"_s))
            return folder;
    }
    return {};
}

} // namespace

QString installedProjectFolder(const QString& programFolder)
{
    return firstProject({programFolder + u"/../share/socrates-admin/migrations"_s,
                         programFolder + u"/migrations"_s,              // as on Windows
                         programFolder + u"/../Resources/migrations"_s, // in a bundle of macOS
                         programFolder + u"/../migrations"_s});
}

QString findProjectFolder(const QString& given, const QString& programFolder)
{
    if (!given.isEmpty())
        return QDir(given).absolutePath();
    const QString current = QDir::currentPath();
    const QString here = firstProject({current, current + u"/migrations"_s});
    return here.isEmpty() ? installedProjectFolder(programFolder) : here;
}

} // namespace socrates::core
