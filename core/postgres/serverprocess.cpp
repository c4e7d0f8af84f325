// SPDX-License-Identifier: MIT
#include "core/postgres/serverprocess.h"

#include "core/base/childprocess.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryFile>

#include <algorithm>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace socrates::core::serverprocess {

using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_UNIX

struct User
{
    uid_t uid;
    gid_t gid;
};

/// Whom PostgreSQL's programs run as when this process is root: the data's owner, since a data
/// folder must belong to its server; for a new folder "postgres", else "nobody".
User userOf(const QString& folder)
{
    for (const QString& path : {folder + u"/data"_s, folder}) {
        struct stat status = {};
        if (::stat(QFile::encodeName(path).constData(), &status) == 0 && status.st_uid != 0)
            return {status.st_uid, status.st_gid};
    }
    for (const char* name : {"postgres", "nobody"}) {
        if (const passwd* entry = ::getpwnam(name); entry != nullptr)
            return {entry->pw_uid, entry->pw_gid};
    }
    return {65534, 65534};
}

/// Runs between fork and exec: only calls that are safe there.
void becomeServer(bool drops, User user)
{
    if (drops &&
        (::setgroups(0, nullptr) != 0 || ::setgid(user.gid) != 0 || ::setuid(user.uid) != 0))
        ::_exit(126);
    ::umask(077);
    // A descriptor that our own parent left open would be kept open by the server for ever, and
    // whoever waits for the end of that pipe would wait as long.
    const long limit = qMin(::sysconf(_SC_OPEN_MAX), 4096L);
    for (int descriptor = 3; descriptor < limit; ++descriptor) {
        const int flags = ::fcntl(descriptor, F_GETFD);
        if (flags >= 0)
            ::fcntl(descriptor, F_SETFD, flags | FD_CLOEXEC);
    }
}

#endif

} // namespace

QProcessEnvironment environmentWithoutLibpq()
{
    QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
    for (const QString& name : result.keys()) {
        if (name.startsWith("PG"_L1))
            result.remove(name);
    }
    return result;
}

bool isRoot()
{
#ifdef Q_OS_UNIX
    return ::geteuid() == 0;
#else
    return false;
#endif
}

Outcome run(const QString& program, const QStringList& arguments, const QString& folder,
            int timeoutMs)
{
    // A file, not a pipe: a server that pg_ctl starts on Windows inherits the handle and would
    // keep a pipe open. Not in `folder`, where its user could put a link in root's way.
    QTemporaryFile output;
    if (!output.open())
        return {.exitCode = -1, .output = output.errorString()};
    QProcess process;
    process.setProcessEnvironment(environmentWithoutLibpq());
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(output.fileName());
    hideConsole(process); // in ours, Ctrl+C or closing it would end a server
#ifdef Q_OS_UNIX
    const bool drops = isRoot();
    const User user = userOf(folder);
    process.setChildProcessModifier([drops, user] { becomeServer(drops, user); });
#endif
    process.start(pathArgument(program), arguments);
    Outcome outcome;
    if (!process.waitForStarted(timeoutMs) || !process.waitForFinished(timeoutMs)) {
        outcome.output = process.errorString();
        process.kill();
        process.waitForFinished(5000);
    } else if (process.exitStatus() == QProcess::NormalExit) {
        outcome.exitCode = process.exitCode();
    }
    output.seek(0);
    outcome.output += QString::fromUtf8(output.readAll()).trimmed();
    return outcome;
}

QString pathArgument(const QString& path)
{
#ifdef Q_OS_WIN
    const QFileInfo file(path);
    const bool isPlain = std::all_of(path.cbegin(), path.cend(),
                                     [](QChar letter) { return letter.unicode() < 0x80; });
    if (isPlain)
        return path;
    if (!file.exists())
        return file.path() == path ? path : pathArgument(file.path()) + u'/' + file.fileName();
    const QString native = QDir::toNativeSeparators(path);
    std::wstring name(size_t(MAX_PATH), L'\0');
    const DWORD length =
        GetShortPathNameW(native.toStdWString().c_str(), name.data(), DWORD(name.size()));
    // A volume may have no short names; then the code page must do.
    return length > 0 && length < name.size()
               ? QDir::fromNativeSeparators(QString::fromStdWString(name.substr(0, length)))
               : path;
#else
    return path;
#endif
}

bool makePrivateFolder(const QString& folder)
{
    static const QStringList ours{u"lock"_s,     u"data"_s, u"data.new"_s,
                                  u"password"_s, u"port"_s, u"server.log"_s};
    if (QFileInfo(folder).isDir()) {
        if (!isRoot() || QFileInfo(folder).ownerId() != 0)
            return true;
        // Root made it beforehand. It is only taken over when nothing else is in it: whoever
        // names /etc must not find it given away.
        const QStringList entries = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden |
                                                           QDir::System | QDir::NoDotAndDotDot);
        const bool isFree = std::all_of(entries.cbegin(), entries.cend(),
                                        [](const QString& name) { return ours.contains(name); });
        if (!isFree)
            return false;
    } else if (!QDir().mkpath(folder)) {
        return false;
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
#ifdef Q_OS_UNIX
    if (isRoot()) {
        const User user = userOf(folder);
        return ::lchown(QFile::encodeName(folder).constData(), user.uid, user.gid) == 0;
    }
#endif
    return true;
}

bool writePrivateFile(const QString& path, const QByteArray& bytes)
{
    // Permissions before contents; a new name, so that nobody can have it open already.
    const QString fresh = path + u".new"_s;
    QFile::remove(fresh);
    QFile file(fresh);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size())
        return false;
#ifdef Q_OS_UNIX
    const User user = userOf(QFileInfo(path).path());
    if (isRoot() && ::fchown(file.handle(), user.uid, user.gid) != 0)
        return false;
    file.close();
    return ::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) == 0;
#else
    file.close();
    QFile::remove(path);
    return file.rename(path);
#endif
}

} // namespace socrates::core::serverprocess
