// SPDX-License-Identifier: MIT
#include "core/schema/defaultgrants.h"

#include "core/postgres/connection.h"

#include <QRegularExpression>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;

namespace {

bool isRunner(const QString& key)
{
    return key == "CURRENT_USER"_L1 || key == "CURRENT_ROLE"_L1 || key == "SESSION_USER"_L1;
}

/// As the catalog reader writes a grantee.
QString granteeText(const QString& name)
{
    static const QRegularExpression plain(u"^[a-z_][a-z0-9_$]*$"_s);
    return plain.match(name).hasMatch() ? name : Connection::identifier(name);
}

/// Reads names between commas, and leaves `at` behind them.
QStringList namesFrom(const Phrases& phrases, qsizetype& at)
{
    QStringList names{phrases.name(at)};
    while (phrases.key(at + 1) == ","_L1) {
        at += 2;
        names << phrases.name(at);
    }
    ++at;
    return names;
}

class Reader
{
public:
    explicit Reader(const QString& sql) : m_phrases(sql) {}

    std::optional<DefaultGrantStatement> read()
    {
        if (!m_phrases.startsWith("ALTER DEFAULT PRIVILEGES"_L1))
            return std::nullopt;
        readRoles();
        if (take("IN SCHEMA"_L1, 2))
            m_result.schemas = namesFrom(m_phrases, m_at);
        m_result.isRevoke = take("REVOKE"_L1, 1);
        if (!m_result.isRevoke && !take("GRANT"_L1, 1))
            return m_result;
        if (m_result.isRevoke && take("GRANT OPTION FOR"_L1, 3))
            m_result.isOption = true;
        m_result.isWhole = readPrivileges() && readObjects() && readGrantees();
        return m_result;
    }

private:
    bool take(QLatin1StringView phrase, qsizetype length)
    {
        if (!m_phrases.matches(m_at, phrase))
            return false;
        m_at += length;
        return true;
    }

    void readRoles()
    {
        if (!take("FOR ROLE"_L1, 2) && !take("FOR USER"_L1, 2)) {
            m_result.isOfRunner = true;
            return;
        }
        for (;; m_at += 2) {
            if (isRunner(m_phrases.key(m_at)))
                m_result.isOfRunner = true;
            else
                m_result.roles << m_phrases.name(m_at);
            if (m_phrases.key(m_at + 1) != ","_L1)
                break;
        }
        ++m_at;
    }

    bool readPrivileges()
    {
        if (take("ALL"_L1, 1)) {
            m_result.isAll = true;
            take("PRIVILEGES"_L1, 1);
            return take("ON"_L1, 1);
        }
        for (;; m_at += 2) {
            m_result.privileges << m_phrases.key(m_at);
            if (m_phrases.key(m_at + 1) != ","_L1)
                break;
        }
        ++m_at;
        return take("ON"_L1, 1);
    }

    bool readObjects()
    {
        if (take("LARGE OBJECTS"_L1, 2)) {
            m_result.objects = u"large objects"_s;
            return true;
        }
        QString word = m_phrases.key(m_at++).toLower();
        if (word == "routines"_L1)
            word = u"functions"_s;
        for (const auto& known : defaultGrantWords()) {
            if (known.second == word)
                m_result.objects = word;
        }
        return !m_result.objects.isEmpty();
    }

    bool readGrantees()
    {
        if (!take(m_result.isRevoke ? "FROM"_L1 : "TO"_L1, 1))
            return false;
        for (;; m_at += 2) {
            take("GROUP"_L1, 1);
            const QString& key = m_phrases.key(m_at);
            if (isRunner(key) || m_phrases.name(m_at).isEmpty())
                return false;
            m_result.grantees << (key == "PUBLIC"_L1 ? u"PUBLIC"_s
                                                     : granteeText(m_phrases.name(m_at)));
            if (m_phrases.key(m_at + 1) != ","_L1)
                break;
        }
        ++m_at;
        if (take("WITH GRANT OPTION"_L1, 3))
            m_result.isOption = true;
        return true;
    }

    const Phrases m_phrases;
    qsizetype m_at = 3;
    DefaultGrantStatement m_result;
};

} // namespace

std::optional<DefaultGrantStatement> DefaultGrantStatement::parse(const QString& sql)
{
    return Reader(sql).read();
}

QStringList DefaultGrants::privilegesOf(const DefaultGrantStatement& statement) const
{
    if (!statement.isAll)
        return statement.privileges;
    static const QHash<QString, QString> all{
        {u"tables"_s, u"DELETE INSERT REFERENCES SELECT TRIGGER TRUNCATE UPDATE"_s},
        {u"sequences"_s, u"SELECT UPDATE USAGE"_s},
        {u"functions"_s, u"EXECUTE"_s},
        {u"types"_s, u"USAGE"_s},
        {u"schemas"_s, u"CREATE USAGE"_s},
        {u"large objects"_s, u"SELECT UPDATE"_s}};
    QStringList result = all.value(statement.objects).split(u' ');
    if (statement.objects == "tables"_L1 && m_serverMajor >= 17)
        result << u"MAINTAIN"_s;
    return result;
}

void DefaultGrants::apply(const DefaultGrantStatement& statement)
{
    const QStringList schemas =
        statement.schemas.isEmpty() ? QStringList{QString()} : statement.schemas;
    for (const QString& schema : schemas) {
        const Schema::Key key{Kind::DefaultGrant, schema, {}, statement.objects};
        if (!m_privileges.contains(key)) {
            for (const GrantList::Entry& entry : usualGrants(key, m_serverMajor).entries) {
                for (const QString& privilege : entry.privileges)
                    m_privileges[key][entry.grantee][privilege] = false;
            }
        }
        for (const QString& grantee : statement.grantees) {
            if (grantee == granteeText(m_role) && !statement.isRevoke)
                continue; // an owner has all
            QMap<QString, bool>& held = m_privileges[key][grantee];
            for (const QString& privilege : privilegesOf(statement)) {
                if (!statement.isRevoke)
                    held[privilege] = held.value(privilege) || statement.isOption;
                else if (!statement.isOption)
                    held.remove(privilege);
                else if (held.contains(privilege))
                    held[privilege] = false;
            }
        }
    }
}

QMap<Schema::Key, GrantList> DefaultGrants::lists() const
{
    QMap<Schema::Key, GrantList> result;
    for (auto it = m_privileges.cbegin(); it != m_privileges.cend(); ++it) {
        GrantList list;
        for (auto held = it->cbegin(); held != it->cend(); ++held) {
            GrantList::Entry entry{held.key(), {}};
            for (auto privilege = held->cbegin(); privilege != held->cend(); ++privilege)
                entry.privileges << (*privilege ? privilege.key() + u'*' : privilege.key());
            if (!entry.privileges.isEmpty())
                list.entries << entry;
        }
        if (list != usualGrants(it.key(), m_serverMajor))
            result.insert(it.key(), list);
    }
    return result;
}

} // namespace socrates::core
