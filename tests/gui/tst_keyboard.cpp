// SPDX-License-Identifier: MIT
#include "app/problems/problemspanel.h"
#include "app/revisions/databasepane.h"
#include "app/revisions/revisionspage.h"
#include "app/shell/connectionflow.h"
#include "app/shell/workspace.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"

#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::DatabaseName;
using test::TestServer;
using test::WindowFixture;

namespace {

constexpr int kPatience = 60000; ///< for things that end by themselves
constexpr int kMostTabs = 200;   ///< more than any dialog has

const DatabaseName kAuth(u"socrates_auth"_s);
const DatabaseName kSpecs(u"socrates_specs"_s);

QString focusName()
{
    return qApp->focusWidget() != nullptr ? qApp->focusWidget()->objectName() : QString();
}

bool isInside(const QWidget* widget, const QString& ancestor)
{
    while (widget != nullptr && widget->objectName() != ancestor)
        widget = widget->parentWidget();
    return widget != nullptr;
}

/// Presses Tab until the widget has the focus; `inside` names something around it.
bool tabTo(const QString& name, const QString& inside = {})
{
    for (int step = 0; step < kMostTabs; ++step) {
        if (focusName() == name && (inside.isEmpty() || isInside(qApp->focusWidget(), inside)))
            return true;
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
    }
    return false;
}

/// Replaces what the field with the focus holds; pasted, since a name may hold what no key types.
void type(const QString& text)
{
    QTest::keyClick(qApp->focusWidget(), Qt::Key_A, Qt::ControlModifier);
    QGuiApplication::clipboard()->setText(text);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_V, Qt::ControlModifier);
}

} // namespace

/// From the first start to a finished upgrade and back, without a mouse.
class TestKeyboard : public QObject
{
    Q_OBJECT

    /// Gives the keys to a dialog, as a window manager does; offscreen there is none.
    static bool enter(WindowFixture& fixture, const char* name)
    {
        const auto isThere = [&] { return fixture.find<QDialog>(name) != nullptr; };
        if (!QTest::qWaitFor(isThere, kPatience))
            return false;
        auto* dialog = fixture.find<QDialog>(name);
        dialog->activateWindow();
        return QTest::qWaitFor([&] { return dialog->isAncestorOf(qApp->focusWidget()); },
                               kPatience);
    }

    static bool openProject(MainWindow& window)
    {
        window.resize(1366, 768);
        window.show();
        window.connections().openProject(WindowFixture::planProject());
        return QTest::qWaitForWindowActive(&window) &&
               QTest::qWaitFor([&] { return window.workspace().project() != nullptr; }, kPatience);
    }

    static void connectByKeys(WindowFixture& fixture,
                              const QMap<DatabaseName, core::ConnectionParameters>& pair)
    {
        QCOMPARE(focusName(), u"connectDatabasesButton"_s);
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Space);
        QVERIFY(enter(fixture, "connectionDialog"));
        const QString auth = kAuth.text() + u"GroupBox"_s;
        const QString specs = kSpecs.text() + u"GroupBox"_s;
        const core::ConnectionParameters& first = pair.value(kAuth);
        const QList<std::pair<QString, QString>> fields{{u"hostEdit"_s, first.value(u"host"_s)},
                                                        {u"portEdit"_s, first.value(u"port"_s)},
                                                        {u"databaseEdit"_s, first.databaseName()},
                                                        {u"userEdit"_s, first.user()}};
        for (const auto& [name, text] : fields) {
            QVERIFY2(tabTo(name, auth), qPrintable(name));
            type(text);
        }
        if (first.hasPassword()) {
            QVERIFY(tabTo(u"passwordEdit"_s, auth));
            type(first.password());
        }
        // The server is the same for both until somebody says otherwise.
        QVERIFY(tabTo(u"databaseEdit"_s, specs));
        type(pair.value(kSpecs).databaseName());
        QVERIFY(tabTo(u"connectButton"_s));
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDialog>("connectionDialog") == nullptr, kPatience);
        fixture.window.activateWindow();
        Workspace& workspace = fixture.window.workspace();
        QTRY_VERIFY_WITH_TIMEOUT(workspace.statuses().size() == 2 && !workspace.isRefreshing(),
                                 kPatience);
    }

private slots:
    void init() { socrates::test::failOnWarnings(); }

    void fromHomeToAnUpgradeAndBack()
    {
        WindowFixture fixture;
        MainWindow& window = fixture.window;
        window.resize(1366, 768);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.connections().openProject(WindowFixture::planProject()); // as the program does
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().project() != nullptr, kPatience);
        const auto pair = fixture.createPair();
        connectByKeys(fixture, pair);
        QCOMPARE(window.workspace().pendingCount(), 4);

        QTest::keyClick(&window, Qt::Key_U, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), u"planRunButton"_s, kPatience);
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(window.page(), MainWindow::Page::Verification, kPatience);
        QCOMPARE(window.workspace().pendingCount(), 0);

        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window.page(), MainWindow::Page::Revisions);
        QTest::keyClick(&window, Qt::Key_2, Qt::AltModifier);
        QVERIFY(isInside(qApp->focusWidget(), kSpecs.text() + u"Pane"_s));
        QTest::keyClick(qApp->focusWidget(), Qt::Key_End);
        QTest::keyClick(&window, Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), u"planRunButton"_s, kPatience);
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Space);
        QVERIFY(enter(fixture, "confirmByNameDialog"));
        QCOMPARE(focusName(), u"confirmNameEdit"_s);
        type(pair.value(kSpecs).databaseName());
        QVERIFY(tabTo(u"confirmButton"_s));
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Space);
        const DatabasePane* pane = fixture.find<RevisionsPage>("revisionsPage")->pane(kSpecs);
        QTRY_COMPARE_WITH_TIMEOUT(pane->badgeText(), u"1 pending"_s, kPatience);
        const QString database = pair.value(kSpecs).databaseName();
        QCOMPARE(TestServer::shared().value(database, u"SELECT version_num FROM alembic_version"_s),
                 u"003"_s);
    }

    void theKeysGoThroughThePartsOfTheWindow()
    {
        WindowFixture fixture;
        MainWindow& window = fixture.window;
        QVERIFY(openProject(window));
        window.showPage(MainWindow::Page::Revisions);
        auto* page = fixture.find<RevisionsPage>("revisionsPage");
        const auto inPane = [](const DatabaseName& name) {
            return isInside(qApp->focusWidget(), name.text() + u"Pane"_s);
        };
        QTest::keyClick(&window, Qt::Key_1, Qt::AltModifier);
        QVERIFY(inPane(kAuth));
        QTest::keyClick(&window, Qt::Key_F6);
        QCOMPARE(focusName(), u"revisionsView"_s);
        QVERIFY(inPane(kSpecs));
        // The details follow the keys.
        QCOMPARE(page->activePane()->name(), kSpecs);
        QCOMPARE(page->activePane()->selectedRevision().text(), u"003"_s);
        QTest::keyClick(&window, Qt::Key_F6);
        QVERIFY(isInside(qApp->focusWidget(), u"revisionDetailsTabs"_s));
        QTest::keyClick(&window, Qt::Key_F6);
        QVERIFY(isInside(qApp->focusWidget(), u"navigationRail"_s));
        QTest::keyClick(&window, Qt::Key_F6);
        QVERIFY(inPane(kAuth)); // round
        QTest::keyClick(&window, Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(isInside(qApp->focusWidget(), u"navigationRail"_s));
        QTest::keyClick(&window, Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(isInside(qApp->focusWidget(), u"revisionDetailsTabs"_s));
    }

    /// The keys go to the button that says what to do, not to a list that is not shown.
    void whereNothingIsShownTheKeysReachTheButton()
    {
        WindowFixture fixture;
        MainWindow& window = fixture.window;
        QVERIFY(openProject(window));
        QTest::keyClick(&window, Qt::Key_5, Qt::AltModifier);
        QCOMPARE(focusName(), u"emptyActionButton"_s);
        QVERIFY(isInside(qApp->focusWidget(), u"runPanel"_s));
        window.showPage(MainWindow::Page::Revisions);
        auto* filter = fixture.find<QLineEdit>("filterEdit");
        for (const Qt::Key key : {Qt::Key_1, Qt::Key_2}) {
            const QString pane = (key == Qt::Key_1 ? kAuth : kSpecs).text() + u"Pane"_s;
            filter->setText(u"no such revision"_s);
            QTest::keyClick(&window, key, Qt::AltModifier);
            QCOMPARE(focusName(), u"emptyActionButton"_s);
            QVERIFY(isInside(qApp->focusWidget(), pane));
            QTest::keyClick(qApp->focusWidget(), Qt::Key_Space);
            QCOMPARE(filter->text(), QString());
            QVERIFY(isInside(qApp->focusWidget(), pane)); // to go on from here
            QCOMPARE(focusName(), u"revisionsView"_s);
        }
    }

    void keysOfThePanesWorkFromEveryPage()
    {
        WindowFixture fixture;
        MainWindow& window = fixture.window;
        QVERIFY(openProject(window));
        auto* page = fixture.find<RevisionsPage>("revisionsPage");
        for (const auto& [key, modifier] : std::initializer_list<std::pair<Qt::Key, Qt::Modifier>>{
                 {Qt::Key_Tab, Qt::CTRL}, {Qt::Key_2, Qt::ALT}, {Qt::Key_3, Qt::ALT}}) {
            window.showPage(MainWindow::Page::Activity);
            fixture.find<QWidget>("activityFilterEdit")->setFocus();
            QTest::keyClick(&window, key, Qt::KeyboardModifier(int(modifier)));
            QCOMPARE(window.page(), MainWindow::Page::Revisions);
            QVERIFY(page->isAncestorOf(qApp->focusWidget()));
        }
    }

    void aProblemOutOfSightIsShownFirst()
    {
        WindowFixture fixture;
        MainWindow& window = fixture.window;
        QVERIFY(openProject(window));
        auto* problems = fixture.find<ProblemsPanel>("problemsPanel");
        QTest::keyClick(&window, Qt::Key_F8); // nothing to show
        QVERIFY(!problems->isVisible());
        core::Error first;
        first.summary = u"first"_s;
        core::Error second;
        second.summary = u"second"_s;
        problems->setProblems({first, second});
        auto* summary = fixture.find<QLabel>("problemSummaryLabel");
        QTest::keyClick(&window, Qt::Key_F8);
        QTRY_VERIFY(problems->isVisible());
        QCOMPARE(summary->text(), u"first"_s);
        QTRY_VERIFY(!problems->visibleRegion().isEmpty());
        QTest::keyClick(&window, Qt::Key_F8);
        QCOMPARE(summary->text(), u"second"_s);
        QTest::keyClick(&window, Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(summary->text(), u"first"_s);
        QTest::keyClick(&window, Qt::Key_4, Qt::AltModifier);
        QCOMPARE(focusName(), u"problemsList"_s);
        QTest::keyClick(&window, Qt::Key_Escape);
        QVERIFY(!problems->isVisible());
    }
};

SOCRATES_GUI_TEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
