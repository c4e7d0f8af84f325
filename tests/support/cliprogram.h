// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/temporaryfolder.h"

#include <QJsonObject>
#include <QProcess>

namespace socrates::test {

/// What a run of the program left.
struct Ran
{
    int code = -1;
    QString out;
    QString err;

    QJsonObject json() const; ///< warns when it is not one document
    QString all() const;
};

/// This process's, without what would say how to connect.
QProcessEnvironment cleanEnvironment();

/// socrates-migrate as a process, with a folder of its own for what it keeps.
class CliProgram
{
public:
    /// `arguments` go before those of every run.
    explicit CliProgram(QStringList arguments) : m_arguments(std::move(arguments)) {}

    void start(QProcess& process, const QStringList& arguments) const;
    static Ran finish(QProcess& process);
    /// `input` is what it reads from standard input.
    Ran run(const QStringList& arguments, const QByteArray& input = {}) const;

private:
    QStringList m_arguments;
    TemporaryFolder m_folder{new QTemporaryDir};
};

/// One run that keeps nothing for the next.
Ran runMigrate(const QStringList& arguments, const QByteArray& input = {});

} // namespace socrates::test
