// SPDX-License-Identifier: MIT
#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace socrates::core {

/// Runs PostgreSQL's own programs: initdb and pg_ctl for the private server, and what all of them
/// need. PostgreSQL refuses to run as root, so root drops to the owner of the server's folder, and
/// that is a service user.
namespace serverprocess {

struct Outcome
{
    int exitCode = -1; ///< -1: the program could not be run, or not in time
    QString output;    ///< standard output and error together
    bool isOk() const { return exitCode == 0; }
};

/// Runs the program (on Windows without its suffix) to its end with `folder` as its working folder.
/// It gets none of libpq's environment variables and no open file of ours, so that a server it
/// starts holds no pipe of whoever reads this program's output.
Outcome run(const QString& program, const QStringList& arguments, const QString& folder,
            int timeoutMs);

/// Makes the folder if it is missing, for its user alone (0700), and gives it to the service user
/// when root makes it, or finds it empty. False when that fails.
bool makePrivateFolder(const QString& folder);
/// Writes a file for its user alone (0600), as the folder's user. False when that fails.
bool writePrivateFile(const QString& path, const QByteArray& bytes);

/// This process's, without what would tell libpq how to connect.
QProcessEnvironment environmentWithoutLibpq();
/// A path as those programs understand it. On Windows they read their arguments in the system's
/// code page, which not every letter survives: there the short name of what exists stands for it.
QString pathArgument(const QString& path);

/// True when this process is root, and so the folder's user another one.
bool isRoot();

} // namespace serverprocess

} // namespace socrates::core
