// SPDX-License-Identifier: MIT
#include "core/credentials/credentialstore.h"
#include "core/engine/selftest.h"
#include "core/report/json.h"
#include "core/report/text.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using State = SelfCheck::State;

namespace {

/// A keyring that fails at one thing.
class FaultyKeyring final : public CredentialStore
{
public:
    enum class Fault { Unavailable, Locked, Forgets, Garbles, KeepsForEver };
    explicit FaultyKeyring(Fault fault) : m_fault(fault) {}

    Result<std::optional<QString>> read(const QString& key, bool expected) override
    {
        if (m_fault == Fault::Forgets)
            return std::optional<QString>();
        auto found = m_entries.read(key, expected);
        if (m_fault == Fault::Garbles && found)
            *found = QString::fromLatin1(found->value().toUtf8());
        return found;
    }
    Result<void> write(const QString& key, const QString& secret) override
    {
        if (m_fault == Fault::Unavailable)
            return failure(u"credentials.unavailable"_s);
        if (m_fault == Fault::Locked)
            return failure(u"credentials.locked"_s);
        return m_entries.write(key, secret);
    }
    Result<void> remove(const QString& key) override
    {
        if (m_fault == Fault::KeepsForEver)
            return failure(u"credentials.failed"_s);
        return m_entries.remove(key);
    }

private:
    static tl::unexpected<Error> failure(const QString& code)
    {
        return fail(Error{.code = code, .summary = u"It did not work."_s, .detail = u"a\nb"_s});
    }

    Fault m_fault;
    MemoryCredentialStore m_entries;
};

} // namespace

class TestSelfTest : public QObject
{
    Q_OBJECT

private slots:
    void keyring_data()
    {
        using Fault = FaultyKeyring::Fault;
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<State>("state");
        QTest::newRow("none runs: a warning") << Fault::Unavailable << State::Warning;
        QTest::newRow("locked: a warning") << Fault::Locked << State::Warning;
        QTest::newRow("forgets") << Fault::Forgets << State::Failed;
        QTest::newRow("garbles") << Fault::Garbles << State::Failed;
        QTest::newRow("keeps what is removed") << Fault::KeepsForEver << State::Failed;
    }
    void keyring()
    {
        QFETCH(FaultyKeyring::Fault, fault);
        QFETCH(State, state);
        FaultyKeyring keyring(fault);
        const SelfCheck check = checkKeyring(keyring);
        QCOMPARE(check.state, state);
        QVERIFY(!check.hint.isEmpty());
        QVERIFY(!check.finding.contains(u'\n'));
    }

    void goodKeyringIsLeftAsItWas()
    {
        MemoryCredentialStore keyring;
        QCOMPARE(checkKeyring(keyring).state, State::Ok);
        const QString key = u"self-test-%1"_s.arg(QCoreApplication::applicationPid());
        QCOMPARE(keyring.read(key, false).value(), std::nullopt);
    }

    void project()
    {
        QCOMPARE(checkProject(QStringLiteral(SOCRATES_SOURCE_DIR "/migrations")).state, State::Ok);
        QCOMPARE(checkProject({}).state, State::Failed);
        socrates::test::ProjectFolder broken({u"a"_s});
        broken.write(u"a/1_bad.sql"_s, "no header\n");
        const SelfCheck check = checkProject(broken.path());
        QCOMPARE(check.state, State::Failed);
        QVERIFY2(check.finding.contains(u"1_bad.sql"_s), qPrintable(check.finding));
    }

    void foldersAreTriedByWriting()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"file"_s);
        QFile blocker(file);
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        QCOMPARE(checkFolders({folder.path(), folder.filePath(u"not/yet"_s)}).state, State::Ok);
        const SelfCheck check = checkFolders({folder.path(), file + u"/below"_s});
        QCOMPARE(check.state, State::Failed);
        QVERIFY2(check.finding.endsWith(QDir::toNativeSeparators(file + u"/below"_s)),
                 qPrintable(check.finding));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(u"file"_s));
    }

    void reportTellsEachInOneLine()
    {
        const QList<SelfCheck> checks{
            {u"libpq"_s, State::Ok, u"version 15.18"_s, {}},
            {u"Keyring"_s, State::Warning, u"No keychain is available."_s, u"Start one."_s},
            {u"Fonts"_s, State::Failed, u"there is no font"_s, u"Install one."_s}};
        QCOMPARE(report::selfTestText(checks),
                 u"ok       libpq: version 15.18\n"
                 "warning  Keyring: No keychain is available. Start one.\n"
                 "FAILED   Fonts: there is no font. Install one.\n\n"
                 "Self-test of Socrates Admin %1: 1 ok, 1 warning, 1 failed"_s.arg(
                     QLatin1StringView(SOCRATES_VERSION)));
        const QJsonObject document = report::selfTestDocument(checks);
        QCOMPARE(document.value(u"result"_s).toString(), u"failed"_s);
        const QJsonObject second = document.value(u"checks"_s).toArray().at(1).toObject();
        QCOMPARE(second, (QJsonObject{{u"name"_s, u"Keyring"_s},
                                      {u"state"_s, u"warning"_s},
                                      {u"finding"_s, u"No keychain is available."_s},
                                      {u"hint"_s, u"Start one."_s}}));
        QCOMPARE(worstOf(checks.mid(0, 2)), State::Warning);
        QCOMPARE(worstOf(checks.mid(0, 1)), State::Ok);
    }
};

SOCRATES_TEST_MAIN(TestSelfTest)
#include "tst_selftest.moc"
