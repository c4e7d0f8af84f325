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

QString installAgain()
{
    return Texts::tr("Install the program again; files of it are missing or damaged.");
}

SelfCheck checkLibpq()
{
    return {u"libpq"_s, State::Ok, Texts::tr("version %1").arg(libpqVersion()), {}};
}

SelfCheck checkEncryption()
{
    const QString name = Texts::tr("Encryption");
    if (const QString library = libpqTlsLibrary(); !library.isEmpty())
        return {name, State::Ok, Texts::tr("connections by TLS, with %1").arg(library), {}};
    if (libpqVersion().section(u'.', 0, 0).toInt() < 15)
        return {name, State::Warning, Texts::tr("this libpq does not tell whether it knows TLS"),
                Texts::tr(
                    "Test a connection with sslmode=require, or install a libpq of 15 or newer.")};
    return {
        name, State::Failed, Texts::tr("this libpq was made without TLS"),
        Texts::tr("Install a libpq with OpenSSL: servers that want encryption cannot be reached.")};
}

SelfCheck checkServerPrograms()
{
    const QString name = Texts::tr("Private server");
    const QList<LocalServer::Programs> found = LocalServer::findPrograms();
    if (found.isEmpty()) {
        return {name, State::Warning, Texts::tr("PostgreSQL's programs are not on this machine"),
                LocalServer::adviceWithoutPrograms() + u' ' +
                    Texts::tr("Databases elsewhere need none.")};
    }
    return {name,
            State::Ok,
            Texts::tr("PostgreSQL %1 in %2")
                .arg(found.first().version, QDir::toNativeSeparators(found.first().folder)),
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
    return {Texts::tr("Keyring"), isWithoutKeyring(error) ? State::Warning : State::Failed, finding,
            error.hint.isEmpty()
                ? Texts::tr("Passwords are not kept until the keyring works again.")
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
    const QString name = Texts::tr("Migrations");
    if (folder.isEmpty())
        return {name, State::Failed,
                Texts::tr("the project that comes with the program is not there"), installAgain()};
    const ResultOrErrors<Project> project = Project::load(folder);
    if (!project)
        return {name, State::Failed, project.error().first().text().simplified(), installAgain()};
    qsizetype revisions = 0;
    for (const ProjectDatabase& database : project->databases())
        revisions += database.graph.revisions().size();
    return {name,
            State::Ok,
            Texts::tr("%1, %2 in %3")
                .arg(Texts::tr("%n database(s)", nullptr, int(project->databases().size())),
                     Texts::tr("%n revision(s)", nullptr, int(revisions)),
                     QDir::toNativeSeparators(folder)),
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
        return {Texts::tr("Keyring"), State::Failed,
                Texts::tr("an entry came back other than it was written"),
                Texts::tr("Passwords are not safe there: do not save any, and report this.")};
    }
    if (!removed)
        return keyringProblem(removed.error());
    return {
        Texts::tr("Keyring"), State::Ok, Texts::tr("an entry was written, read and removed"), {}};
}

SelfCheck checkFolders(const QStringList& folders)
{
    QStringList bad;
    QStringList good;
    for (const QString& folder : folders)
        (isWritable(folder) ? good : bad) << QDir::toNativeSeparators(QDir::cleanPath(folder));
    if (bad.isEmpty())
        return {Texts::tr("Folders"),
                State::Ok,
                Texts::tr("can be written: %1").arg(good.join(u", "_s)),
                {}};
    return {Texts::tr("Folders"), State::Failed,
            Texts::tr("cannot be written: %1").arg(bad.join(u", "_s)),
            Texts::tr(
                "Give this user the right to write there; settings and the private server live in "
                "them.")};
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
