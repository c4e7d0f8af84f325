// SPDX-License-Identifier: MIT
#include "core/postgres/connectionprofile.h"

#include "core/base/filereplacement.h"
#include "core/base/texts.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QStandardPaths>
#include <QThread>
#include <QUrl>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int formatVersion = 1;
constexpr int lockTimeoutMs = 10000;

struct EnvironmentKey
{
    Environment environment;
    QLatin1StringView key;
};
constexpr EnvironmentKey environmentKeys[] = {
    {Environment::Local, "local"_L1},
    {Environment::Staging, "staging"_L1},
    {Environment::Production, "production"_L1},
};

const QStringList& secretKeywords()
{
    static const QStringList keywords{u"password"_s, u"sslpassword"_s};
    return keywords;
}

const QStringList& seenKeys()
{
    static const QStringList keys{u"system_identifier"_s, u"address"_s, u"database"_s,
                                  u"database_oid"_s};
    return keys;
}

QJsonObject seenObject(const ServerIdentity& seen)
{
    return {{u"system_identifier"_s, seen.systemIdentifier},
            {u"address"_s, seen.address},
            {u"database"_s, seen.database},
            {u"database_oid"_s, seen.databaseOid}};
}

/// Whether both lead to the same database, as far as the parameters say.
bool isSamePlace(const ConnectionParameters& a, const ConnectionParameters& b)
{
    const QStringList keys{u"host"_s, u"hostaddr"_s, u"port"_s, u"dbname"_s, u"service"_s};
    return std::all_of(keys.cbegin(), keys.cend(),
                       [&](const QString& key) { return a.value(key) == b.value(key); });
}

/// One file being read: keeps what every error must name.
class Reader
{
public:
    explicit Reader(QString file) : m_file(std::move(file)) {}

    tl::unexpected<Error> error(const QString& summary, const QString& hint = {}) const
    {
        return fail(Error{.code = u"usage.profiles"_s,
                          .summary = summary,
                          .hint = hint,
                          .where = {.file = m_file}});
    }

    Result<QList<ConnectionProfile>> profiles(const QByteArray& bytes) const;

private:
    Result<void> onlyKeys(const QJsonObject& object, const QStringList& known,
                          const QString& what) const;
    Result<ConnectionProfile> profile(const QJsonValue& value, qsizetype number) const;
    Result<ConnectionProfile::Entry> entry(const QJsonValue& value, const QString& what) const;

    QString m_file;
};

Result<void> Reader::onlyKeys(const QJsonObject& object, const QStringList& known,
                              const QString& what) const
{
    for (const QString& key : object.keys()) {
        if (!known.contains(key))
            return error(Texts::tr("%1 has an unknown key \"%2\".").arg(what, key),
                         Texts::tr("Known keys are: %1.").arg(known.join(u", "_s)));
    }
    return {};
}

Result<ConnectionProfile::Entry> Reader::entry(const QJsonValue& value, const QString& what) const
{
    if (!value.isObject())
        return error(Texts::tr("%1 must be an object.").arg(what));
    const QJsonObject object = value.toObject();
    if (const auto keys = onlyKeys(
            object, {u"parameters"_s, u"role"_s, u"stored_password"_s, u"last_seen"_s}, what);
        !keys)
        return fail(keys.error());
    if (!object.value("parameters"_L1).isObject())
        return error(Texts::tr("%1 must have an object \"parameters\".").arg(what));
    const QJsonValue role = object.value("role"_L1);
    const QJsonValue stored = object.value("stored_password"_L1);
    if ((!role.isUndefined() && !role.isString()) || (!stored.isUndefined() && !stored.isBool()))
        return error(Texts::tr("%1: \"role\" must be a text and \"stored_password\" true or false.")
                         .arg(what));

    ConnectionProfile::Entry result;
    result.role = role.toString();
    result.hasStoredPassword = stored.toBool();
    const QJsonValue seen = object.value("last_seen"_L1);
    if (!seen.isUndefined() && !seen.isObject())
        return error(Texts::tr("%1: \"last_seen\" must be an object.").arg(what));
    if (const auto keys =
            onlyKeys(seen.toObject(), seenKeys(), Texts::tr("%1, \"last_seen\"").arg(what));
        !keys)
        return fail(keys.error());
    result.lastSeen = {seen["system_identifier"_L1].toString(), seen["address"_L1].toString(),
                       seen["database"_L1].toString(), seen["database_oid"_L1].toString()};
    const QJsonObject parameters = object.value("parameters"_L1).toObject();
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        if (!it.value().isString())
            return error(Texts::tr("%1: the parameter \"%2\" must be a text.").arg(what, it.key()));
        if (secretKeywords().contains(it.key()))
            return error(Texts::tr("%1 holds a password. This file keeps none.").arg(what),
                         Texts::tr("Remove the \"%1\" line; the password belongs in the keychain.")
                             .arg(it.key()));
        result.parameters.setValue(it.key(), it.value().toString());
    }
    return result;
}

Result<ConnectionProfile> Reader::profile(const QJsonValue& value, qsizetype number) const
{
    const QJsonObject object = value.toObject();
    ConnectionProfile result;
    result.name = object.value("name"_L1).toString();
    if (result.name.isEmpty())
        return error(Texts::tr("Profile number %1 has no \"name\".").arg(number));
    const QString what = Texts::tr("Profile \"%1\"").arg(result.name);
    const QStringList known{u"name"_s, u"environment"_s, u"project_folder"_s, u"databases"_s};
    if (const auto keys = onlyKeys(object, known, what); !keys)
        return fail(keys.error());

    const QString environment = object.value("environment"_L1).toString();
    const auto found =
        std::find_if(std::begin(environmentKeys), std::end(environmentKeys),
                     [&](const EnvironmentKey& one) { return one.key == environment; });
    if (found == std::end(environmentKeys))
        return error(
            Texts::tr("%1: \"environment\" must be local, staging or production.").arg(what));
    result.environment = found->environment;

    const QJsonValue folder = object.value("project_folder"_L1);
    if (!folder.isUndefined() && !folder.isString())
        return error(Texts::tr("%1: \"project_folder\" must be a text.").arg(what));
    result.projectFolder = folder.toString();

    const QJsonValue databases = object.value("databases"_L1);
    if (!databases.isObject())
        return error(Texts::tr("%1 must have an object \"databases\".").arg(what));
    const QJsonObject entries = databases.toObject();
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        const auto one = entry(it.value(), Texts::tr("%1, database \"%2\"").arg(what, it.key()));
        if (!one)
            return fail(one.error());
        result.databases.insert(DatabaseName(it.key()), *one);
    }
    return result;
}

Result<QList<ConnectionProfile>> Reader::profiles(const QByteArray& bytes) const
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsing);
    if (parsing.error != QJsonParseError::NoError) {
        Error broken =
            error(Texts::tr("The saved connections cannot be read: %1.").arg(parsing.errorString()))
                .value();
        broken.where.line =
            int(bytes.first(std::min<qsizetype>(parsing.offset, bytes.size())).count('\n')) + 1;
        broken.hint = Texts::tr("Correct the file, or move it away to begin with an empty list.");
        return fail(broken);
    }
    const QJsonObject root = document.object();
    const QJsonValue version = root.value("version"_L1);
    if (!version.isDouble())
        return error(Texts::tr("This is not a file of saved connections: it has no \"version\"."));
    if (version.toDouble() != formatVersion)
        return error(
            Texts::tr("The saved connections are of version %1; this program knows version %2. "
                      "The file is left as it is.")
                .arg(version.toDouble())
                .arg(formatVersion),
            Texts::tr("Use the newer program that wrote it."));
    if (const auto keys = onlyKeys(root, {u"version"_s, u"profiles"_s}, Texts::tr("The file"));
        !keys)
        return fail(keys.error());
    if (!root.value("profiles"_L1).isArray())
        return error(Texts::tr("The file must have an array \"profiles\"."));

    QList<ConnectionProfile> result;
    for (const QJsonArray array = root.value("profiles"_L1).toArray();
         const QJsonValue& value : array) {
        const auto one = profile(value, result.size() + 1);
        if (!one)
            return fail(one.error());
        const bool isRepeated =
            std::any_of(result.cbegin(), result.cend(),
                        [&](const ConnectionProfile& other) { return other.name == one->name; });
        if (isRepeated)
            return error(Texts::tr("There are two profiles called \"%1\".").arg(one->name));
        result << *one;
    }
    return result;
}

QByteArray written(const QList<ConnectionProfile>& profiles)
{
    QJsonArray array;
    for (const ConnectionProfile& profile : profiles) {
        QJsonObject databases;
        for (auto it = profile.databases.cbegin(); it != profile.databases.cend(); ++it) {
            QJsonObject parameters;
            const QMap<QString, QString>& values = it->parameters.values();
            for (auto value = values.cbegin(); value != values.cend(); ++value) {
                if (!secretKeywords().contains(value.key()))
                    parameters.insert(value.key(), value.value());
            }
            QJsonObject entry{{u"parameters"_s, parameters},
                              {u"role"_s, it->role},
                              {u"stored_password"_s, it->hasStoredPassword}};
            if (it->lastSeen.isKnown())
                entry.insert(u"last_seen"_s, seenObject(it->lastSeen));
            databases.insert(it.key().text(), entry);
        }
        const auto key = std::find_if(
            std::begin(environmentKeys), std::end(environmentKeys),
            [&](const EnvironmentKey& one) { return one.environment == profile.environment; });
        array.append(QJsonObject{{u"name"_s, profile.name},
                                 {u"environment"_s, QString(key->key)},
                                 {u"project_folder"_s, profile.projectFolder},
                                 {u"databases"_s, databases}});
    }
    return QJsonDocument(QJsonObject{{u"version"_s, formatVersion}, {u"profiles"_s, array}})
        .toJson();
}

/// Reads, changes and writes the file while no other program of ours does.
template <class Change>
Result<void> changeProfiles(const ProfileStore& store, const Change& change)
{
    const Reader reader(store.file());
    if (!QDir().mkpath(QFileInfo(store.file()).path()))
        return reader.error(Texts::tr("The folder of the saved connections cannot be made."));
    QLockFile lock(store.file() + u".lock"_s);
    // In small steps: QLockFile doubles its pauses, so that one of several would starve.
    const QDeadlineTimer patience(lockTimeoutMs);
    bool isLocked = lock.tryLock(0);
    while (!isLocked && !patience.hasExpired()) {
        QThread::msleep(10);
        isLocked = lock.tryLock(0);
    }
    if (!isLocked)
        return reader.error(Texts::tr("The saved connections are in use by another program."),
                            Texts::tr("Try again."));

    auto profiles = store.load();
    if (!profiles)
        return fail(profiles.error());
    if (const Result<void> changed = change(*profiles); !changed)
        return changed;

    const auto replaced = replaceFile(store.file(), written(*profiles),
                                      QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!replaced)
        return reader.error(
            Texts::tr("The connections cannot be saved: %1.").arg(replaced.error()));
    return {};
}

Error unknownProfile(const QString& name, const QList<ConnectionProfile>& profiles,
                     const QString& file)
{
    QStringList names;
    for (const ConnectionProfile& profile : profiles)
        names << profile.name;
    return Error{.code = u"usage.profile_unknown"_s,
                 .summary = Texts::tr("There is no saved connection called \"%1\".").arg(name),
                 .hint = names.isEmpty()
                             ? Texts::tr("None is saved yet; the desktop program saves them.")
                             : Texts::tr("Saved are: %1.").arg(names.join(u", "_s)),
                 .where = {.file = file}};
}

} // namespace

QString environmentText(Environment environment)
{
    switch (environment) {
    case Environment::Local:
        return u"LOCAL"_s;
    case Environment::Staging:
        return u"STAGING"_s;
    case Environment::Production:
        return u"PRODUCTION"_s;
    }
    Q_UNREACHABLE();
}

QString ConnectionProfile::credentialKey(const QString& profile, const DatabaseName& database)
{
    const auto encoded = [](const QString& text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    return u"socrates-admin/"_s + encoded(profile) + u'/' + encoded(database.text());
}

ProfileStore::ProfileStore(QString file) : m_file(std::move(file))
{
    // Not AppConfigLocation: the desktop and the command line are two applications with one list.
    if (m_file.isEmpty())
        m_file = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                 u"/socrates-admin/profiles.json"_s;
}

Result<QList<ConnectionProfile>> ProfileStore::load() const
{
    QFile file(m_file);
    if (!file.exists())
        return QList<ConnectionProfile>();
    const Reader reader(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return reader.error(
            Texts::tr("The saved connections cannot be read: %1.").arg(file.errorString()));
    return reader.profiles(file.readAll());
}

Result<ConnectionProfile> ProfileStore::find(const QString& name) const
{
    const auto profiles = load();
    if (!profiles)
        return fail(profiles.error());
    for (const ConnectionProfile& profile : *profiles) {
        if (profile.name == name)
            return profile;
    }
    return fail(unknownProfile(name, *profiles, m_file));
}

bool isSameConnection(const ConnectionProfile& kept, const ConnectionProfile& profile)
{
    return kept.environment == profile.environment &&
           kept.databases.keys() == profile.databases.keys() &&
           std::all_of(kept.databases.keyBegin(), kept.databases.keyEnd(),
                       [&](const DatabaseName& name) {
                           return isSamePlace(kept.databases.value(name).parameters,
                                              profile.databases.value(name).parameters);
                       });
}

QString freeProfileName(const QString& wanted, const ConnectionProfile& profile,
                        const QList<ConnectionProfile>& kept)
{
    const auto isFree = [&](const QString& name) {
        return std::none_of(kept.cbegin(), kept.cend(), [&](const ConnectionProfile& one) {
            return one.name == name && !isSameConnection(one, profile);
        });
    };
    QString name = wanted;
    for (int number = 2; !isFree(name); ++number)
        name = wanted + u' ' + QString::number(number);
    return name;
}

Result<void> ProfileStore::save(const ConnectionProfile& profile)
{
    if (profile.name.isEmpty())
        return fail(Error{.code = u"usage.profiles"_s,
                          .summary = Texts::tr("A saved connection needs a name.")});
    return changeProfiles(*this, [&](QList<ConnectionProfile>& profiles) -> Result<void> {
        const auto found =
            std::find_if(profiles.begin(), profiles.end(),
                         [&](const ConnectionProfile& one) { return one.name == profile.name; });
        if (found == profiles.end()) {
            profiles << profile;
            return {};
        }
        const ConnectionProfile before = std::exchange(*found, profile);
        for (auto it = found->databases.begin(); it != found->databases.end(); ++it) {
            const ConnectionProfile::Entry old = before.databases.value(it.key());
            if (!isSamePlace(it->parameters, old.parameters))
                it->lastSeen = {};
            else if (!it->lastSeen.isKnown())
                it->lastSeen = old.lastSeen;
        }
        return {};
    });
}

Result<void> ProfileStore::remember(const QString& name,
                                    const QMap<DatabaseName, ServerIdentity>& seen)
{
    if (!find(name))
        return {}; // it was never saved, or is gone
    return changeProfiles(*this, [&](QList<ConnectionProfile>& profiles) -> Result<void> {
        for (ConnectionProfile& profile : profiles) {
            if (profile.name != name)
                continue;
            for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
                if (profile.databases.contains(it.key()))
                    profile.databases[it.key()].lastSeen = *it;
            }
        }
        return {};
    });
}

Result<void> ProfileStore::remove(const QString& name)
{
    return changeProfiles(*this, [&](QList<ConnectionProfile>& profiles) -> Result<void> {
        const auto isIt = [&](const ConnectionProfile& one) { return one.name == name; };
        if (profiles.removeIf(isIt) == 0)
            return fail(unknownProfile(name, profiles, m_file));
        return {};
    });
}

} // namespace socrates::core
