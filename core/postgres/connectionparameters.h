// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QMap>

namespace socrates::core {

/// How to reach one database: libpq's own key words (host, port, dbname, user, password, sslmode,
/// target_session_attrs, service, ...), so that a URI means exactly what libpq says it means.
class ConnectionParameters
{
public:
    ConnectionParameters() = default;

    /// Parses a URI or a "key=value" string with libpq itself. `postgresql+psycopg2://`, as
    /// SQLAlchemy writes it, is accepted. Errors: usage.url (never quoting the password).
    static Result<ConnectionParameters> fromUri(const QString& uri);
    /// The URI that fromUri reads back, every value percent-encoded.
    QString toUri(bool withPassword) const;

    QString value(const QString& keyword) const { return m_values.value(keyword); }
    /// An empty value removes the key word.
    void setValue(const QString& keyword, const QString& value);
    const QMap<QString, QString>& values() const { return m_values; }

    QString host() const { return value(QStringLiteral("host")); }
    QString port() const { return value(QStringLiteral("port")); }
    QString databaseName() const { return value(QStringLiteral("dbname")); }
    QString user() const { return value(QStringLiteral("user")); }
    QString password() const { return value(QStringLiteral("password")); }
    bool hasPassword() const { return m_values.contains(QStringLiteral("password")); }
    void setPassword(const QString& password) { setValue(QStringLiteral("password"), password); }

    /// True for a unix socket, localhost or a loopback address.
    bool isLocal() const;
    /// "user@host:port/dbname" for people; never the password.
    QString displayText() const;

    bool operator==(const ConnectionParameters&) const = default;

private:
    QMap<QString, QString> m_values;
};

} // namespace socrates::core
