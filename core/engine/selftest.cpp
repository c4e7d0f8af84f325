// SPDX-License-Identifier: MIT
#include "core/engine/selftest.h"

#include "core/base/texts.h"
#include "core/credentials/credentialstore.h"
#include "core/postgres/connectionprofile.h"
#include "core/postgres/libpqversion.h"
#include "core/postgres/localserver.h"
#include "core/revisions/project.h"
#include "core/revisions/projectlookup.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using State = SelfCheck::State;

const QString installAgain = u"Install the program again; files of it are missing or damaged."_s;

SelfCheck checkLibpq()
{
    return {u"libpq"_s, State::Ok, u"version "_s + libpqVersion(), {}};
}

SelfCheck checkEncryption()
{
    const QString name = u"Encryption"_s;
    if (const QString library = libpqTlsLibrary(); !library.isEmpty())
        return {name, State::Ok, u"connections by TLS, with "_s + library, {}};
    if (libpqVersion().section(u'.', 0, 0).toInt() < 15)
        return {name, State::Warning, u"this libpq does not tell whether it knows TLS"_s,
                u"Test a connection with sslmode=require, or install a libpq of 15 or newer."_s};
    return {name, State::Failed, u"this libpq was made without TLS"_s,
            u"Install a libpq with OpenSSL: servers that want encryption cannot be reached."_s};
}

SelfCheck checkServerPrograms()
{
    const QString name = u"Private server"_s;
    const QList<LocalServer::Programs> found = LocalServer::findPrograms();
    if (found.isEmpty()) {
        return {name, State::Warning, u"PostgreSQL's programs are not on this machine"_s,
                LocalServer::adviceWithoutPrograms() + u' ' +
                    Texts::tr("Databases elsewhere need none.")};
    }
    return {name,
            State::Ok,
            u"PostgreSQL %1 in %2"_s.arg(found.first().version,
                                         QDir::toNativeSeparators(found.first().folder)),
            {}};
}

/// Nothing was proven, and the program works all the same: passwords are asked for.
bool isWithoutKeyring(const Error& error)
{
    return error.code == "credentials.unavailable"_L1 || error.code == "credentials.locked"_L1;
}

SelfCheck keyringProblem(const Error& error)
{
    QString finding = error.summary;
    if (!error.detail.isEmpty())
        finding += u' ' + error.detail.simplified();
    return {u"Keyring"_s, isWithoutKeyring(error) ? State::Warning : State::Failed, finding,
            error.hint.isEmpty() ? u"Passwords are not kept until the keyring works again."_s
                                 : error.hint};
}

/// The folder itself, or the nearest above it that there is.
QString existing(const QString& folder)
{
    QString result = QDir::cleanPath(folder);
    while (!QFileInfo::exists(result) && result != QFileInfo(result).path())
        result = QFileInfo(result).path();
    return result;
}

bool isWritable(const QString& folder)
{
    // By writing, since permissions tell only a part of it (read-only mounts, quotas, Windows).
    QTemporaryFile probe(existing(folder) + u"/socrates-self-test-XXXXXX"_s);
    return probe.open() && probe.write("probe") == 5 && probe.flush();
}

} // namespace

SelfCheck checkProject(const QString& folder)
{
    const QString name = u"Migrations"_s;
    if (folder.isEmpty())
        return {name, State::Failed, u"the project that comes with the program is not there"_s,
                installAgain};
    const ResultOrErrors<Project> project = Project::load(folder);
    if (!project)
        return {name, State::Failed, project.error().first().text().simplified(), installAgain};
    qsizetype revisions = 0;
    for (const ProjectDatabase& database : project->databases())
        revisions += database.graph.revisions().size();
    return {name,
            State::Ok,
            u"%1 databases, %2 revisions in %3"_s.arg(project->databases().size())
                .arg(revisions)
                .arg(QDir::toNativeSeparators(folder)),
            {}};
}

SelfCheck checkKeyring(CredentialStore& keyring)
{
    // Two self-tests at once do not meet on one entry.
    const QString key = u"self-test-%1"_s.arg(QCoreApplication::applicationPid());
    const QString secret = u"pröbe πρόβα проба \"'\\ %"_s;
    if (const auto written = keyring.write(key, secret); !written)
        return keyringProblem(written.error());
    const auto read = keyring.read(key, true);
    const auto removed = keyring.remove(key);
    if (!read)
        return keyringProblem(read.error());
    if (read->value_or(QString()) != secret) {
        return {u"Keyring"_s, State::Failed, u"an entry came back other than it was written"_s,
                u"Passwords are not safe there: do not save any, and report this."_s};
    }
    if (!removed)
        return keyringProblem(removed.error());
    return {u"Keyring"_s, State::Ok, u"an entry was written, read and removed"_s, {}};
}

SelfCheck checkFolders(const QStringList& folders)
{
    QStringList bad;
    QStringList good;
    for (const QString& folder : folders)
        (isWritable(folder) ? good : bad) << QDir::toNativeSeparators(QDir::cleanPath(folder));
    if (bad.isEmpty())
        return {u"Folders"_s, State::Ok, u"can be written: "_s + good.join(u", "_s), {}};
    return {u"Folders"_s, State::Failed, u"cannot be written: "_s + bad.join(u", "_s),
            u"Give this user the right to write there; settings and the private server live in "
            "them."_s};
}

QList<SelfCheck> selfTest(const QString& programFolder, CredentialStore& keyring)
{
    return {checkLibpq(),
            checkEncryption(),
            checkKeyring(keyring),
            checkProject(installedProjectFolder(programFolder)),
            checkFolders({QFileInfo(ProfileStore().file()).path(), LocalServer().folder(),
                          QStandardPaths::writableLocation(QStandardPaths::CacheLocation)}),
            checkServerPrograms()};
}

SelfCheck::State worstOf(const QList<SelfCheck>& checks)
{
    State worst = State::Ok;
    for (const SelfCheck& check : checks)
        worst = std::max(worst, check.state);
    return worst;
}

} // namespace socrates::core
