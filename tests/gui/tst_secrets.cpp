// SPDX-License-Identifier: MIT
#include "app/shell/actionregistry.h"
#include "app/shell/connectionflow.h"
#include "app/shell/reportexport.h"
#include "app/shell/workspace.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"

#include <QAction>
#include <QClipboard>
#include <QDirIterator>
#include <QFile>
#include <QPushButton>
#include <QTreeWidget>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::DatabaseName;
using test::TestServer;
using test::WindowFixture;

namespace {

constexpr int kPatience = 60000;

/// The password as it is, and as a URL, JSON, HTML and an INI file would write it.
bool holdsPassword(const QString& text)
{
    const QString password = TestServer::password();
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(password));
    for (const QString& form :
         {password, encoded, password.toHtmlEscaped(), encoded.left(12), u"pässword"_s,
          u"p\\u00e4ssword"_s, u"p\\xe4ssword"_s, u"p%E4ssword"_s}) {
        if (text.contains(form, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

QString contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }

    void aboutNamesEveryLibrary()
    {
        WindowFixture fixture;
        fixture.window.show();
        triggerAction(fixture, u"help.about"_s);
        auto* list = fixture.find<QTreeWidget>("librariesView");
        QVERIFY(list != nullptr);
        QStringList names;
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            const QTreeWidgetItem* item = list->topLevelItem(i);
            names << item->text(0);
            static const QRegularExpression version(u"^\\d+\\.\\d+"_s);
            QVERIFY2(version.match(item->text(1)).hasMatch(), qPrintable(item->text(0)));
            QVERIFY2(!item->text(2).isEmpty(), qPrintable(item->text(0)));
        }
        QCOMPARE(names, (QStringList{u"Qt"_s, u"libpq"_s, u"QtKeychain"_s, u"tl::expected"_s,
                                     u"libpg_query"_s}));
        fixture.find<QPushButton>("copyDiagnosticsButton")->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(u"Socrates Admin "_s));
        QVERIFY(copied.contains(u"libpq "_s));
    }

    /// A password that was typed is in the keychain and nowhere else.
    void aPasswordIsNowhere()
    {
        WindowFixture fixture;
        fixture.window.show();
        fixture.window.connections().openProject(WindowFixture::planProject());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window.workspace().project() != nullptr, kPatience);
        const auto pair = fixture.createPair();
        QString text;
        for (auto it = pair.begin(); it != pair.end(); ++it)
            text += u"DATABASE_URL_%1=%2\n"_s.arg(it.key().text().section(u'_', 1).toUpper(),
                                                  it->toUri(true));
        QVERIFY(holdsPassword(text));
        fixture.window.connections().editConnection({}, text);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QWidget>("connectionDialog") != nullptr, kPatience);
        fixture.find<QPushButton>("connectButton")->click();
        Workspace& workspace = fixture.window.workspace();
        QTRY_COMPARE_WITH_TIMEOUT(workspace.statuses().size(), 2, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.isRefreshing(), kPatience);
        for (const core::DatabaseStatus& status : workspace.statuses())
            QVERIFY2(!status.error, qPrintable(status.error ? status.error->text() : QString()));
        QVERIFY(!holdsPassword(fixture.window.windowTitle()));
        workspace.verify();
        QTRY_COMPARE_WITH_TIMEOUT(workspace.verifications().size(), 2, kPatience);
        for (const auto kind : core::report::allReportKinds) {
            const auto document =
                core::report::makeReport(kind, {u"/project"_s, {}, workspace.verifications(), {}});
            for (const QString& suffix : {u"html"_s, u"md"_s, u"json"_s, u"pdf"_s})
                QVERIFY(
                    writeReport(document, fixture.folder() + u'/' + document.kind + u'.' + suffix));
        }
        copyDiagnosticsOf(fixture);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"socrates_auth: PostgreSQL"_s));

        // Nor after a failure, whose words come from the server or the network.
        core::ConnectionProfile wrong = workspace.profile();
        QMap<DatabaseName, QString> passwords;
        for (auto it = wrong.databases.begin(); it != wrong.databases.end(); ++it) {
            it->parameters.setValue(u"port"_s, u"1"_s);
            passwords.insert(it.key(), TestServer::password());
        }
        workspace.connectTo(wrong, passwords);
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.isRefreshing() && workspace.statuses().size() == 2 &&
                                     workspace.statuses().constFirst().error,
                                 kPatience);
        copyDiagnosticsOf(fixture);
        QVERIFY(!holdsPassword(fixture.window.windowTitle()));

        // Settings, profiles, reports: every file that was written.
        fixture.window.close();
        QTRY_VERIFY_WITH_TIMEOUT(
            contents(fixture.folder() + u"/settings.ini"_s).contains(u"window.geometry"_s),
            kPatience);
        QVERIFY(!contents(fixture.folder() + u"/profiles.json"_s).isEmpty());
        QDirIterator files(fixture.folder(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        int read = 0;
        for (; files.hasNext(); ++read)
            QVERIFY2(!holdsPassword(contents(files.next())), qPrintable(files.fileName()));
        QVERIFY(read >= 6);
    }

private:
    static void copyDiagnosticsOf(WindowFixture& fixture)
    {
        triggerAction(fixture, u"help.diagnostics"_s);
        QVERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        QVERIFY(!holdsPassword(QGuiApplication::clipboard()->text()));
    }
};

SOCRATES_GUI_TEST_MAIN(TestSecrets)
#include "tst_secrets.moc"
