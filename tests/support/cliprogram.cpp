// SPDX-License-Identifier: MIT
#include "tests/support/cliprogram.h"

#include <QFile>
#include <QJsonDocument>

namespace socrates::test {

using namespace Qt::StringLiterals;

QJsonObject Ran::json() const
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(out.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("not one JSON document: %s\n%s", qPrintable(error.errorString()), qPrintable(out));
    return document.object();
}

QString Ran::all() const
{
    return u"exit %1\n%2\n%3"_s.arg(QString::number(code), out, err);
}

QProcessEnvironment cleanEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys()) {
        if (name.startsWith("DATABASE_URL"_L1) || name.startsWith("PG"_L1))
            environment.remove(name);
    }
    return environment;
}

void CliProgram::start(QProcess& process, const QStringList& arguments) const
{
    // The private server does not run as root, and has to get to its folder.
    QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7055));
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"XDG_CACHE_HOME"_s, m_folder->filePath(u"cache"_s));
    environment.insert(u"SOCRATES_PRIVATE_SERVER_DIR"_s, m_folder->filePath(u"server"_s));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder->path());
    process.start(QStringLiteral(SOCRATES_BINARY_DIR "/socrates-migrate"), m_arguments + arguments);
    if (!process.waitForStarted())
        qFatal("the program cannot be started");
}

Ran CliProgram::finish(QProcess& process)
{
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(120000))
        qFatal("the program did not end");
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode()
                                                         : -int(process.exitCode()),
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

Ran CliProgram::run(const QStringList& arguments, const QByteArray& input) const
{
    QProcess process;
    start(process, arguments);
    process.write(input);
    process.closeWriteChannel();
    return finish(process);
}

Ran runMigrate(const QStringList& arguments, const QByteArray& input)
{
    return CliProgram({}).run(arguments, input);
}

} // namespace socrates::test
