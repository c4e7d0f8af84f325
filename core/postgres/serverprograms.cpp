// SPDX-License-Identifier: MIT
#include "core/postgres/localserver.h"

#include "core/base/childprocess.h"
#include "core/base/texts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int oldestMajor = 13;

#ifdef Q_OS_WIN
constexpr QLatin1StringView suffix = ".exe"_L1;
#else
constexpr QLatin1StringView suffix = ""_L1;
#endif

/// The folders that a pattern with one * in its last but one part names ("/usr/pgsql-*/bin").
QStringList matching(const QString& pattern)
{
    const QString parent = QFileInfo(pattern).path(); // ".../pgsql-*"
    QStringList result;
    const QDir folder(QFileInfo(parent).path());
    for (const QString& name :
         folder.entryList({QFileInfo(parent).fileName()}, QDir::Dirs | QDir::NoDotAndDotDot))
        result << folder.filePath(name) + u'/' + QFileInfo(pattern).fileName();
    return result;
}

QStringList candidateFolders()
{
    const QString here = QCoreApplication::applicationDirPath();
    QStringList result{here + u"/pgsql/bin"_s, here + u"/../pgsql/bin"_s,
                       here + u"/../lib/socrates-admin/pgsql/bin"_s};
#if defined(Q_OS_WIN)
    for (const char* variable : {"ProgramW6432", "ProgramFiles"}) {
        if (const QString root = qEnvironmentVariable(variable); !root.isEmpty())
            result << matching(QDir::fromNativeSeparators(root) + u"/PostgreSQL/*/bin"_s);
    }
#else
    for (const QString& pattern :
         {u"/usr/lib/postgresql/*/bin"_s, u"/usr/pgsql-*/bin"_s, u"/usr/local/pgsql*/bin"_s,
          u"/opt/homebrew/opt/postgresql*/bin"_s, u"/usr/local/opt/postgresql*/bin"_s,
          u"/Library/PostgreSQL/*/bin"_s, u"/Applications/Postgres.app/Contents/Versions/*/bin"_s})
        result << matching(pattern);
#endif
    result << qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    return result;
}

/// The installation of these programs in this folder, its version told by the last of them; major
/// 0 when there is none.
LocalServer::Programs programsIn(const QString& folder, const QStringList& names)
{
    for (const QString& name : names) {
        if (!QFileInfo(folder + u'/' + name + suffix).isExecutable())
            return {};
    }
    QProcess process;
    hideConsole(process);
    process.start(folder + u'/' + names.last() + suffix, {u"--version"_s});
    constexpr int kPatienceMs = 30000; // of a computer that is busy with other things
    if (!process.waitForFinished(kPatienceMs))
        return {};
    // "postgres (PostgreSQL) 15.18 (Debian ...)", or "17beta1"
    static const QRegularExpression version(u"\\)\\s+(([0-9]+)\\S*)"_s);
    const QRegularExpressionMatch match =
        version.match(QString::fromUtf8(process.readAllStandardOutput()));
    return {.folder = folder, .major = match.captured(2).toInt(), .version = match.captured(1)};
}

QList<LocalServer::Programs> findInstalled(const QStringList& names)
{
    QList<LocalServer::Programs> result;
    QSet<QString> seen;
    for (const QString& candidate : candidateFolders()) {
        const QString folder = QFileInfo(candidate).canonicalFilePath();
        if (folder.isEmpty() || seen.contains(folder))
            continue;
        seen.insert(folder);
        if (const auto programs = programsIn(folder, names); programs.major >= oldestMajor)
            result << programs;
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto& a, const auto& b) { return a.major > b.major; });
    return result;
}

} // namespace

QList<LocalServer::Programs> LocalServer::findPrograms()
{
    return findInstalled({u"initdb"_s, u"pg_ctl"_s, u"postgres"_s});
}

QList<LocalServer::Programs> LocalServer::findDumpPrograms()
{
    return findInstalled({u"pg_restore"_s, u"pg_dump"_s});
}

QString LocalServer::adviceWithoutPrograms()
{
#if defined(Q_OS_WIN)
    return Texts::tr("Run the installer of Socrates Admin again and choose the private server, or "
                     "install PostgreSQL.");
#elif defined(Q_OS_MACOS)
    return Texts::tr("Install PostgreSQL (with Homebrew: brew install postgresql@17).");
#else
    return Texts::tr("Install PostgreSQL's server (on Debian: sudo apt install postgresql).");
#endif
}

} // namespace socrates::core
