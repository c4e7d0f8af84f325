// SPDX-License-Identifier: MIT
// References to other databases in the Verification page, and the reports.
#include "app/shell/actionregistry.h"
#include "app/shell/reportdialog.h"
#include "app/shell/reportexport.h"
#include "app/shell/workspace.h"
#include "tests/gui/pictures.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"
#include "tests/support/projectfixture.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QPrintPreviewDialog>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::DatabaseName;
using test::TestServer;
using test::WindowFixture;

namespace {

constexpr int kPatience = 60000;
const DatabaseName kAuth(u"socrates_auth"_s);
const DatabaseName kSpecs(u"socrates_specs"_s);
const QString kNobody = u"00000000-0000-0000-0000-00000000abcd"_s;

/// Both databases at head, with one project of a user that there is not.
void connectVerified(WindowFixture& fixture)
{
    const QString auth = test::databaseAt(kAuth, {u"002"_s});
    const QString specs = test::databaseAt(
        kSpecs, {u"004"_s},
        {u"INSERT INTO projects (user_id, name) VALUES ('%1', 'p')"_s.arg(kNobody)});
    TestServer& server = TestServer::shared();
    test::connectWindow(fixture, WindowFixture::planProject(),
                        {{kAuth, server.parameters(auth)}, {kSpecs, server.parameters(specs)}});
    triggerAction(fixture, u"migrate.verify"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.window.workspace().verifications().size(), 2, kPatience);
}

QString contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestExports : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }

    void rowsAreCheckedWhenAsked()
    {
        WindowFixture fixture;
        connectVerified(fixture);
        auto* tree = fixture.find<QTreeWidget>("referencesTree");
        auto* check = fixture.find<QPushButton>("checkRowsButton");
        QTRY_COMPARE_WITH_TIMEOUT(tree->topLevelItemCount(), 1, kPatience);
        const auto result = [tree] { return tree->topLevelItem(0)->text(1); };
        QCOMPARE(result(), u"Types equal, rows not checked"_s);
        auto* tabs = fixture.find<QTabWidget>("verificationSideTabs");
        tabs->setCurrentIndex(1);
        QVERIFY(check->isVisible() && check->isEnabled());
        QTest::mouseClick(check, Qt::LeftButton);
        QVERIFY(!check->isEnabled());
        QVERIFY(fixture.find<QPushButton>("cancelRowsButton")->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(result(), u"1 row without partner"_s, kPatience);
        QVERIFY(check->isEnabled());
        QCOMPARE(tabs->tabText(1), u"References (1)"_s);
        QVERIFY(
            fixture.find<QPlainTextEdit>("referenceDetailsEdit")->toPlainText().contains(kNobody));
    }

    void rowsCanBeCancelled()
    {
        WindowFixture fixture;
        connectVerified(fixture);
        auto* tree = fixture.find<QTreeWidget>("referencesTree");
        QTRY_COMPARE_WITH_TIMEOUT(tree->topLevelItemCount(), 1, kPatience);
        const QString auth = fixture.window.workspace().statusMap().value(kAuth).server.database;
        const auto holder = TestServer::shared().connect(auth);
        QVERIFY(holder->query(u"BEGIN"_s) && holder->query(u"LOCK TABLE users"_s));
        fixture.find<QPushButton>("checkRowsButton")->click();
        fixture.find<QPushButton>("cancelRowsButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QPushButton>("checkRowsButton")->isEnabled() ||
                                     tree->topLevelItem(0)->text(1) == "Stopped"_L1,
                                 kPatience);
        QCOMPARE(tree->topLevelItem(0)->text(1), u"Stopped"_s);
    }

    void everyReportIsExported_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("sign");
        QTest::newRow("verification, html") << 0 << u"html"_s << u"<h1>Verification</h1>"_s;
        QTest::newRow("drift, markdown") << 1 << u"md"_s << u"# Drift"_s;
        QTest::newRow("schema, json") << 2 << u"json"_s << u"\"introduced by 001\""_s;
        QTest::newRow("checklist, pdf") << 3 << u"pdf"_s << u"%PDF-1"_s;
    }

    void everyReportIsExported()
    {
        QFETCH(int, kind);
        QFETCH(QString, format);
        QFETCH(QString, sign);
        WindowFixture fixture;
        QVERIFY(!fixture.window.actions().action(u"file.export"_s)->isEnabled());
        connectVerified(fixture);
        triggerAction(fixture, u"file.export"_s);
        auto* dialog = fixture.find<ReportDialog>("reportDialog");
        QVERIFY(dialog != nullptr);
        auto* kinds = dialog->findChild<QComboBox*>(u"reportKindCombo"_s);
        kinds->setCurrentIndex(kinds->findData(kind));
        auto* formats = dialog->findChild<QComboBox*>(u"reportFormatCombo"_s);
        formats->setCurrentIndex(formats->findData(format));
        dialog->findChild<QPushButton*>(u"exportReportButton"_s)->click();
        auto* files = fixture.find<QFileDialog>("exportReportDialog");
        QVERIFY(files != nullptr);
        const QString path = fixture.folder() + u"/report."_s + format;
        emit files->fileSelected(path);
        files->close();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), kPatience);
        QVERIFY2(contents(path).contains(sign), qPrintable(contents(path).left(500)));
    }

    /// PDF and HTML of every report, beside the pictures of the pages: to be looked at.
    void reportsToLookAt()
    {
        WindowFixture fixture;
        connectVerified(fixture);
        const Workspace& workspace = fixture.window.workspace();
        for (const auto kind : core::report::allReportKinds) {
            const auto document = core::report::makeReport(kind, {workspace.project()->folder(),
                                                                  QDateTime::currentDateTimeUtc(),
                                                                  workspace.verifications(),
                                                                  {}});
            for (const QString& format : {u"pdf"_s, u"html"_s}) {
                const QString path =
                    test::pictureFolder().filePath(u"report-%1.%2"_s.arg(document.kind, format));
                QVERIFY(writeReport(document, path));
                QVERIFY(QFileInfo(path).size() > 1000);
            }
        }
    }

    void previewShowsTheReport()
    {
        WindowFixture fixture;
        connectVerified(fixture);
        triggerAction(fixture, u"file.printPreview"_s);
        auto* dialog = fixture.find<QPrintPreviewDialog>("reportPreviewDialog");
        QVERIFY(dialog != nullptr && dialog->isVisible());
        dialog->close();
    }
};

SOCRATES_GUI_TEST_MAIN(TestExports)
#include "tst_exports.moc"
