// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/names.h"
#include "core/base/result.h"
#include "core/postgres/connectionparameters.h"
#include "core/postgres/serveridentity.h"

#include <QMap>

namespace socrates::core {

enum class Environment { Local, Staging, Production };

/// "LOCAL", "STAGING", "PRODUCTION".
QString environmentText(Environment environment);

/// A saved set of connections, one per database of a project. Holds no password: that is in the
/// CredentialStore under credentialKey(), and `hasStoredPassword` says so, because a locked
/// keyring reads as an empty one.
struct ConnectionProfile
{
    struct Entry
    {
        ConnectionParameters parameters;
        QString role; ///< SET ROLE for everything that runs; empty: the user itself
        bool hasStoredPassword = false;
        ServerIdentity lastSeen = {}; ///< where it led when it last succeeded
    };
    QString name;
    Environment environment = Environment::Local;
    QString projectFolder;
    QMap<DatabaseName, Entry> databases;

    static QString credentialKey(const QString& profile, const DatabaseName& database);
};

/// Whether `kept` may be replaced by `profile` with nobody missing anything: the same environment,
/// and every connection leads to the same place.
bool isSameConnection(const ConnectionProfile& kept, const ConnectionProfile& profile);
/// `wanted`, or "wanted 2" and so on where a kept profile of that name is another connection.
QString freeProfileName(const QString& wanted, const ConnectionProfile& profile,
                        const QList<ConnectionProfile>& kept);

/// Profiles on disk, one JSON file per user (in the settings folder, written whole and renamed
/// into place). Used by the desktop to save and by the command line's --profile to read.
class ProfileStore
{
public:
    /// `file` empty: the user's own (GenericConfigLocation/socrates-admin/profiles.json).
    explicit ProfileStore(QString file = {});

    /// Errors: usage.profiles (unreadable, unknown key, unknown version: the file is then never
    /// written over), usage.profile_unknown.
    Result<QList<ConnectionProfile>> load() const;
    Result<ConnectionProfile> find(const QString& name) const;
    /// Adds or replaces the profile of that name. A password in its parameters is left out. What
    /// was seen of a server stays as long as the entry leads to the same place.
    Result<void> save(const ConnectionProfile& profile);
    Result<void> remove(const QString& name);
    /// Notes where the connections of that profile led. A profile that is gone is left gone.
    Result<void> remember(const QString& name, const QMap<DatabaseName, ServerIdentity>& seen);
    const QString& file() const { return m_file; }

private:
    QString m_file;
};

} // namespace socrates::core
