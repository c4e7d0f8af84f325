// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/aspects.h"
#include "core/sql/phrases.h"

#include <optional>

namespace socrates::core {

/// One ALTER DEFAULT PRIVILEGES, as far as its text tells whose they are.
struct DefaultGrantStatement
{
    QStringList roles;       ///< by name
    bool isOfRunner = false; ///< of whoever runs it: no role, or CURRENT_USER among them
    QStringList schemas;     ///< empty: all
    QString objects;         ///< "tables"
    bool isRevoke = false;
    bool isOption = false; ///< WITH GRANT OPTION, or GRANT OPTION FOR
    bool isAll = false;
    QStringList privileges; ///< upper case; empty with `isAll`
    QStringList grantees;   ///< PUBLIC, or quoted where needed
    bool isWhole = false;   ///< false: only roles were understood

    /// Nothing: it is another statement.
    static std::optional<DefaultGrantStatement> parse(const QString& sql);
};

/// What such statements leave of the default privileges of one role.
class DefaultGrants
{
public:
    DefaultGrants(QString role, int serverMajor)
        : m_role(std::move(role)), m_serverMajor(serverMajor)
    {}

    void apply(const DefaultGrantStatement& statement);
    /// By the keys of default privileges without a role; without what is as usual.
    QMap<Schema::Key, GrantList> lists() const;

private:
    using Privileges = QMap<QString, QMap<QString, bool>>; ///< grantee, privilege, may pass it on

    QStringList privilegesOf(const DefaultGrantStatement& statement) const;

    QString m_role;
    int m_serverMajor;
    QMap<Schema::Key, Privileges> m_privileges;
};

} // namespace socrates::core
