// SPDX-License-Identifier: MIT
// Through PgBouncer in transaction mode.
#include "tests/support/enginebench.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::Bench;
using socrates::test::freePort;
using socrates::test::kOne;
using socrates::test::TestServer;
using socrates::test::twoSteps;

namespace {

/// A real PgBouncer in transaction mode before the shared server.
class Bouncer
{
public:
    Bouncer()
    {
        m_port = freePort();
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
        write(u"pgbouncer.ini"_s,
              u"[databases]\n* = host=127.0.0.1 port=%1 user=postgres password='%2'\n[pgbouncer]\n"
              "listen_addr = 127.0.0.1\nlisten_port = %3\nauth_type = any\n"
              "unix_socket_dir =\npool_mode = transaction\n"_s.arg(TestServer::shared().port())
                  .arg(TestServer::password().replace(u'\'', u"''"_s))
                  .arg(m_port));
        const QString file = m_folder.filePath(u"pgbouncer.ini"_s);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const bool isRoot = ::geteuid() == 0; // which PgBouncer refuses to run as
        if (isRoot)
            m_process.start(u"setpriv"_s,
                            {u"--reuid=postgres"_s, u"--regid=postgres"_s, u"--clear-groups"_s,
                             u"/usr/sbin/pgbouncer"_s, u"-q"_s, file});
        else
            m_process.start(u"/usr/sbin/pgbouncer"_s, {u"-q"_s, file});
        m_process.waitForStarted();
    }
    ~Bouncer()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    ConnectionParameters parameters(const QString& database) const
    {
        ConnectionParameters result = TestServer::shared().parameters(database);
        result.setValue(u"port"_s, QString::number(m_port));
        return result;
    }
    bool answers() const { return Connection::open(parameters(u"postgres"_s)).has_value(); }

private:
    void write(const QString& name, const QString& text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            std::abort();
        file.write(text.toUtf8());
        file.setPermissions(QFile::Permissions(0x6644));
    }
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

} // namespace

class tst_Pooler : public QObject
{
    Q_OBJECT

private slots:
    void runs()
    {
        const Bouncer bouncer;
        QTRY_VERIFY(bouncer.answers());
        Bench bench(twoSteps().load());
        bench.session = std::make_shared<Session>(kOne, bouncer.parameters(bench.database));
        const auto status = readStatuses(bench.project, {{kOne, bench.session}});
        QVERIFY2(!status.first().error,
                 status.first().error ? qPrintable(status.first().error->text()) : "");
        QVERIFY(status.first().isPooled);
        const RunReport report = bench.run();
        QVERIFY2(!report.firstError,
                 report.firstError ? qPrintable(report.firstError->text()) : "");
        QCOMPARE(report.result, RunResult::Applied);
        // Nothing of ours stays on the server's process, which serves others next.
        const auto next = Connection::open(bouncer.parameters(bench.database));
        const auto left =
            (*next)->query(u"SELECT current_setting('lock_timeout'), "
                           "current_setting('search_path'), "
                           "(SELECT count(*) FROM pg_locks WHERE locktype = 'advisory')"_s);
        QCOMPARE(left->rows.first(), (QStringList{u"0"_s, u"\"$user\", public"_s, u"0"_s}));
    }

    void refusesWhatNeedsASession()
    {
        const Bouncer bouncer;
        QTRY_VERIFY(bouncer.answers());
        Bench bench(twoSteps(false).load());
        QVERIFY(!readStatuses(bench.project, {{kOne, bench.session}}).first().isPooled);
        bench.session = std::make_shared<Session>(kOne, bouncer.parameters(bench.database));
        const auto plan = bench.plan();
        QCOMPARE(plan.error().code, u"run.pooled"_s);
        QVERIFY(bench.plan(u"001"_s));
        QVERIFY(TestServer::shared()
                    .value(bench.database, u"SELECT to_regclass('alembic_version')"_s)
                    .isEmpty());
    }
};

SOCRATES_TEST_MAIN(tst_Pooler)
#include "tst_pooler.moc"
