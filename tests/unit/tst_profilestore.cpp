// SPDX-License-Identifier: MIT
#include "core/postgres/connectionprofile.h"
#include "tests/support/testmain.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <thread>

using namespace Qt::StringLiterals;
using namespace socrates::core;

class TestProfileStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString file() const { return m_folder->filePath(u"new folder/profiles.json"_s); }
    QByteArray contents() const
    {
        QFile one(file());
        return one.open(QIODevice::ReadOnly) ? one.readAll() : QByteArray();
    }
    static ConnectionProfile profile(const QString& name)
    {
        ConnectionProfile result{.name = name,
                                 .environment = Environment::Production,
                                 .projectFolder = u"/p ä"_s,
                                 .databases = {}};
        ConnectionProfile::Entry entry;
        entry.parameters =
            *ConnectionParameters::fromUri(u"postgresql://u:hunter2@h:1/d?sslmode=verify-full"_s);
        entry.role = u"owner"_s;
        entry.hasStoredPassword = true;
        result.databases.insert(DatabaseName(u"socrates_auth"_s), entry);
        return result;
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void savesAndLoads();
    void replacesAndRemoves();
    void refuses_data();
    void refuses();
    void manyWriters();
    void credentialKeysAreUnique();
    void anotherConnectionKeepsItsName();
};

void TestProfileStore::savesAndLoads()
{
    ProfileStore store(file());
    QCOMPARE(store.load()->size(), 0);
    QVERIFY(store.save(profile(u"Büro \"1\""_s)));
    const auto found = ProfileStore(file()).find(u"Büro \"1\""_s);
    QVERIFY2(found, qPrintable(found ? QString() : found.error().text()));
    QCOMPARE(found->environment, Environment::Production);
    QCOMPARE(found->projectFolder, u"/p ä"_s);
    const ConnectionProfile::Entry entry = found->databases.value(DatabaseName(u"socrates_auth"_s));
    QCOMPARE(entry.role, u"owner"_s);
    QVERIFY(entry.hasStoredPassword);
    QCOMPARE(entry.parameters.toUri(true), u"postgresql://u@h:1/d?sslmode=verify-full"_s);
    QVERIFY(!contents().contains("hunter2"));
#ifndef Q_OS_WIN // where the folder, the user's own, says who may read what is in it
    QVERIFY(!(QFileInfo(file()).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
#endif
}

void TestProfileStore::replacesAndRemoves()
{
    ProfileStore store(file());
    for (const QString& name : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(store.save(profile(name)));
    ConnectionProfile changed = profile(u"b"_s);
    changed.environment = Environment::Staging;
    QVERIFY(store.save(changed));
    QCOMPARE(store.load()->size(), 3);
    QCOMPARE(store.load()->at(1).environment, Environment::Staging);
    QVERIFY(store.remove(u"a"_s));
    QCOMPARE(store.load()->first().name, u"b"_s);
    const auto again = store.remove(u"a"_s);
    QVERIFY(!again);
    QCOMPARE(again.error().code, u"usage.profile_unknown"_s);
    QVERIFY(again.error().hint.contains(u"b, c"_s));
    QCOMPARE(store.save(ConnectionProfile()).error().code, u"usage.profiles"_s);
}

void TestProfileStore::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QByteArray& bytes, const QString& says) {
        QTest::newRow(name) << bytes << says;
    };
    const auto one = [](const QByteArray& inner) {
        return R"({"version":1,"profiles":[{"name":"x",)" + inner + "}]}";
    };
    row("empty", "", u"cannot be read"_s);
    row("cut short", "{\"version\": 1,\n\"profiles\": [", u"cannot be read"_s);
    row("an array", "[]", u"version"_s);
    row("no version", "{}", u"version"_s);
    row("newer version", R"({"version":2,"profiles":[],"more":1})", u"version 2"_s);
    row("unknown key", R"({"version":1,"profiles":[],"more":1})", u"more"_s);
    row("no profiles", R"({"version":1})", u"profiles"_s);
    row("no name", R"({"version":1,"profiles":[{}]})", u"number 1"_s);
    row("unknown environment", one(R"("environment":"moon","databases":{})"), u"environment"_s);
    row("no databases", one(R"("environment":"local")"), u"databases"_s);
    row("unknown key inside",
        one(R"("environment":"local","databases":{"d":{"parameters":{},"colour":"red"}})"),
        u"colour"_s);
    row("number for a text",
        one(R"("environment":"local","databases":{"d":{"parameters":{"port":5432}}})"), u"port"_s);
    row("a password",
        one(R"("environment":"local","databases":{"d":{"parameters":{"password":"hunter2"}}})"),
        u"password"_s);
    row("twice the same",
        R"({"version":1,"profiles":[{"name":"x","environment":"local","databases":{}},)"
        R"({"name":"x","environment":"local","databases":{}}]})",
        u"two profiles"_s);
}

void TestProfileStore::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    ProfileStore store(file());
    QVERIFY(store.save(profile(u"a"_s)));
    QFile one(file());
    QVERIFY(one.open(QIODevice::WriteOnly | QIODevice::Truncate));
    one.write(bytes);
    one.close();
    const auto loaded = store.load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, u"usage.profiles"_s);
    QCOMPARE(loaded.error().where.file, file());
    QVERIFY2(loaded.error().summary.contains(says), qPrintable(loaded.error().text()));
    QVERIFY(!loaded.error().text().contains(u"hunter2"_s));
    // Nothing that is not understood is written over.
    QVERIFY(!store.save(profile(u"b"_s)));
    QVERIFY(!store.remove(u"a"_s));
    QCOMPARE(contents(), bytes);
}

void TestProfileStore::manyWriters()
{
    std::vector<std::thread> threads;
    QList<bool> saved(8, false);
    bool* const results = saved.data();
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([this, i, results] {
            results[i] = ProfileStore(file()).save(profile(QString::number(i))).has_value();
        });
    for (std::thread& thread : threads)
        thread.join();
    QVERIFY(!saved.contains(false));
    QCOMPARE(ProfileStore(file()).load()->size(), 8);
}

void TestProfileStore::credentialKeysAreUnique()
{
    const auto key = [](const QString& profile, const QString& database) {
        return ConnectionProfile::credentialKey(profile, DatabaseName(database));
    };
    QVERIFY(key(u"a"_s, u"b"_s).startsWith(u"socrates-admin/"_s));
    QVERIFY(key(u"a/b"_s, u"c"_s) != key(u"a"_s, u"b/c"_s));
    QVERIFY(key(u"a"_s, u"b"_s) != key(u"A"_s, u"b"_s));
}

void TestProfileStore::anotherConnectionKeepsItsName()
{
    const DatabaseName name(u"socrates_auth"_s);
    const ConnectionProfile kept = profile(u"Local"_s);
    ConnectionProfile again = kept;
    again.databases[name].parameters.setValue(u"user"_s, u"other"_s);
    QCOMPARE(freeProfileName(u"Local"_s, again, {kept}), u"Local"_s);

    ConnectionProfile elsewhere = kept;
    elsewhere.databases[name].parameters.setValue(u"port"_s, u"2"_s);
    QCOMPARE(freeProfileName(u"Local"_s, elsewhere, {kept}), u"Local 2"_s);
    ConnectionProfile second = elsewhere;
    second.name = u"Local 2"_s;
    QCOMPARE(freeProfileName(u"Local"_s, elsewhere, {kept, second}), u"Local 2"_s);
    // What guards production must not go with the name.
    ConnectionProfile unguarded = kept;
    unguarded.environment = Environment::Local;
    QCOMPARE(freeProfileName(u"Local"_s, unguarded, {kept, second}), u"Local 3"_s);
    ConnectionProfile fewer = kept;
    fewer.databases.clear();
    QCOMPARE(freeProfileName(u"Local"_s, fewer, {kept}), u"Local 2"_s);
}

SOCRATES_TEST_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
