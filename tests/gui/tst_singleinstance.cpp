// SPDX-License-Identifier: MIT
#include "app/shell/singleinstance.h"
#include "app/shell/startrequest.h"
#include "app/shell/workspace.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <future>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::DatabaseName;
using test::WindowFixture;

namespace {

constexpr int kPatience = 60000;

/// A second start, beside this process's event loop.
std::future<bool> handOver(const QString& folder, const QByteArray& message)
{
    return std::async(std::launch::async,
                      [folder, message] { return SingleInstance(folder).handOver(message); });
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT

private slots:
    void theFirstStartTakesWhatLaterOnesAskFor()
    {
        const QTemporaryDir folder;
        SingleInstance first(folder.path());
        QVERIFY(first.claim());
        QVERIFY(!SingleInstance(folder.path()).claim());
        QSignalSpy received(&first, &SingleInstance::received);
        const QByteArray message(300000, 'x');
        auto taken = handOver(folder.path(), message);
        QTRY_COMPARE_WITH_TIMEOUT(received.size(), 1, kPatience);
        QCOMPARE(received.at(0).at(0).toByteArray(), message);
        QVERIFY(taken.get());
    }

    void onlyItsUserReachesTheSocket()
    {
#ifdef Q_OS_WIN
        QSKIP("A named pipe is no file.");
#endif
        const QTemporaryDir folder;
        SingleInstance first(folder.path());
        QVERIFY(first.claim());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeGroup | QFile::ExeOther;
        const QFileInfo socket(first.serverName());
        QVERIFY(socket.exists());
        QVERIFY(!(socket.permissions() & others));
    }

    /// With the program itself: the second start ends at once, the first is killed, the next one
    /// finds its socket and its lock and takes their place.
    void whatACrashLeftBehindIsTakenOver()
    {
#ifdef Q_OS_WIN
        QSKIP("A named pipe goes with its process.");
#endif
        const QTemporaryDir folder;
        QProcess first;
        start(first, folder.path());
        const QString socket = folder.filePath(u"socrates-admin.socket"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(socket), kPatience);
        QProcess second;
        start(second, folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, kPatience);
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(first.state(), QProcess::Running);
        first.kill();
        QTRY_COMPARE_WITH_TIMEOUT(first.state(), QProcess::NotRunning, kPatience);
        QVERIFY(QFileInfo::exists(socket));

        QVERIFY(!SingleInstance(folder.path()).handOver("nobody is there"));
        SingleInstance next(folder.path());
        QVERIFY(next.claim());
        QSignalSpy received(&next, &SingleInstance::received);
        QProcess later;
        start(later, folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(received.size(), 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(later.state(), QProcess::NotRunning, kPatience);
        const auto request = StartRequest::fromBytes(received.at(0).at(0).toByteArray());
        QVERIFY(request);
        QCOMPARE(request->projectFolder, WindowFixture::planProject());
        QCOMPARE(request->urls.value(DatabaseName(u"socrates_auth"_s)).user(), u"olga"_s);
    }

    void halfAMessageIsNone()
    {
        const QTemporaryDir folder;
        SingleInstance first(folder.path());
        QVERIFY(first.claim());
        QSignalSpy received(&first, &SingleInstance::received);
        {
            QLocalSocket socket;
            socket.connectToServer(first.serverName());
            QVERIFY(socket.waitForConnected());
            socket.write(QByteArray::fromHex("00000010aabb"));
            // A named pipe of Windows takes what is being read, and the reader is this thread.
            QTRY_COMPARE_WITH_TIMEOUT(socket.bytesToWrite(), qint64(0), kPatience);
        }
        auto taken = handOver(folder.path(), "whole");
        QTRY_COMPARE_WITH_TIMEOUT(received.size(), 1, kPatience);
        QCOMPARE(received.at(0).at(0).toByteArray(), QByteArray("whole"));
        QVERIFY(taken.get());
    }

    void aRequestSurvivesItsBytes()
    {
        StartRequest request;
        request.projectFolder = u"/a b/ü"_s;
        request.profile = u"Local"_s;
        core::ConnectionParameters parameters;
        parameters.setValue(u"host"_s, u"db.example.com"_s);
        parameters.setPassword(u"p@ss wörd/%"_s);
        request.urls.insert(DatabaseName(u"socrates_auth"_s), parameters);
        const auto read = StartRequest::fromBytes(request.toBytes());
        QVERIFY(read);
        QCOMPARE(read->projectFolder, request.projectFolder);
        QCOMPARE(read->profile, request.profile);
        QVERIFY(read->urls == request.urls);
        QVERIFY(!StartRequest::fromBytes("anything"));
        QVERIFY(!StartRequest::fromBytes(request.toBytes() + "more"));
        QVERIFY(!StartRequest::fromBytes(request.toBytes().chopped(3)));
    }

    void theWindowFollowsALaterStart()
    {
        WindowFixture fixture;
        fixture.window.showMinimized();
        StartRequest request;
        request.projectFolder = WindowFixture::planProject();
        request.urls = fixture.createPair();
        followLaterStart(fixture.window, request);
        QVERIFY(!fixture.window.isMinimized());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window.workspace().isConnected(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRefreshing(), kPatience);
        QCOMPARE(fixture.window.workspace().profile().databases.size(), 2);
    }

private:
    /// The program with nothing of this user's: `folder` holds its socket and its settings.
    static void start(QProcess& process, const QString& folder)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString& name :
             {u"XDG_RUNTIME_DIR"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"HOME"_s})
            environment.insert(name, folder);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SOCRATES_BINARY_DIR "/socrates-admin"),
                      {u"--project"_s, WindowFixture::planProject(), u"--url"_s,
                       u"socrates_auth=postgresql://olga@127.0.0.1:1/nowhere"_s});
        QVERIFY(process.waitForStarted(kPatience));
    }
};

SOCRATES_GUI_TEST_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
