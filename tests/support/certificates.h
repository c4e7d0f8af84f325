// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/testserver.h"

#include <QTemporaryDir>

namespace socrates::test {

/// Certificates made by openssl for one test: authorities that nobody else knows, and what they
/// signed. NAME.crt and NAME.key, in PEM format.
class Certificates
{
public:
    QString folder() const { return m_folder.path(); }
    QString path(const QString& name) const { return m_folder.filePath(name); }

    void addAuthority(const QString& name)
    {
        openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                 QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-subj"),
                 QStringLiteral("/CN=") + name, QStringLiteral("-keyout"),
                 path(name + QStringLiteral(".key")), QStringLiteral("-out"),
                 path(name + QStringLiteral(".crt"))});
    }

    /// For a host or a user, `commonName`, signed by `authority`.
    void add(const QString& name, const QString& commonName, const QString& authority)
    {
        openssl({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                 QStringLiteral("-nodes"), QStringLiteral("-subj"),
                 QStringLiteral("/CN=") + commonName, QStringLiteral("-keyout"),
                 path(name + QStringLiteral(".key")), QStringLiteral("-out"),
                 path(name + QStringLiteral(".csr"))});
        openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"),
                 path(name + QStringLiteral(".csr")), QStringLiteral("-CA"),
                 path(authority + QStringLiteral(".crt")), QStringLiteral("-CAkey"),
                 path(authority + QStringLiteral(".key")), QStringLiteral("-CAcreateserial"),
                 QStringLiteral("-out"), path(name + QStringLiteral(".crt"))});
    }

private:
    static void openssl(const QStringList& arguments)
    {
        TestServer::runProgram(QStringLiteral("openssl"), arguments);
    }

    QTemporaryDir m_folder;
};

} // namespace socrates::test
