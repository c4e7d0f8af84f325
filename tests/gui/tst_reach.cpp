// SPDX-License-Identifier: MIT
#include "app/revisions/databasepane.h"
#include "app/revisions/revisionspage.h"
#include "app/shell/actionregistry.h"
#include "app/shell/connectionflow.h"
#include "app/shell/workspace.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"
#include "tests/support/projectfolder.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using test::connectPair;
using test::ProjectFolder;
using test::TestServer;
using test::WindowFixture;

namespace {

constexpr int kPatience = 60000; ///< for things that end by themselves
constexpr int kMostTabs = 200;   ///< more than any page has

QString nameOf(const QWidget* widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
}

/// What of the visible page is cut off or wants scrolling sideways.
QString faultsOf(MainWindow& window)
{
    QStringList faults;
    const auto areas = window.findChildren<QAbstractScrollArea*>();
    for (const QAbstractScrollArea* area : areas) {
        if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0)
            faults << nameOf(area) + u" scrolls sideways"_s;
    }
    const auto buttons = window.findChildren<QAbstractButton*>();
    for (const QAbstractButton* button : buttons) {
        // The icons inside a line edit are Qt's own and as large as it makes them.
        if (button->isVisible() && !button->inherits("QLineEditIconButton") &&
            button->width() < button->minimumSizeHint().width())
            faults << nameOf(button) + u" is clipped"_s;
    }
    return faults.join(u'\n');
}

/// Labels whose text has less room than it needs. One that may shrink to nothing says elsewhere
/// what it leaves out.
QString clippedLabels(MainWindow& window)
{
    QStringList faults;
    const auto labels = window.findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        const bool mayShrink = label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
        if (!label->isVisible() || label->text().isEmpty() || mayShrink)
            continue;
        const QSize wanted = label->minimumSizeHint();
        if (label->height() < wanted.height() ||
            (!label->wordWrap() && label->width() < wanted.width()))
            faults << nameOf(label) + u" clips "_s + label->text();
    }
    return faults.join(u'\n');
}

/// Whether a reader would have come to `next` before `last`: it is all above it and not in a column
/// to the right, or before it in the same row.
bool isBefore(const QWidget& next, const QWidget& last)
{
    const auto place = [](const QWidget& widget) {
        return QRect(widget.mapTo(widget.window(), QPoint()), widget.size());
    };
    const QRect to = place(next);
    const QRect from = place(last);
    if (to.bottom() < from.top())
        return to.left() <= from.right();
    return to.top() <= from.bottom() && to.right() < from.left();
}

/// The widgets that Tab goes to until it comes back to the first one.
QList<const QWidget*> tabWalk(MainWindow& window)
{
    QTest::keyClick(&window, Qt::Key_Tab);
    QList<const QWidget*> walk{qApp->focusWidget()};
    for (int step = 0; step < kMostTabs && qApp->focusWidget() != nullptr; ++step) {
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
        walk << qApp->focusWidget();
        if (walk.constLast() == walk.constFirst())
            return walk;
    }
    return {}; // it lets nobody out
}

/// Where Tab goes against the order in which the window is read, but for the one way back from its
/// end to its begin.
QString jumpsBack(const QList<const QWidget*>& walk)
{
    QStringList jumps;
    for (qsizetype i = 1; i < walk.size(); ++i) {
        if (isBefore(*walk.at(i), *walk.at(i - 1)))
            jumps << nameOf(walk.at(i - 1)) + u" to "_s + nameOf(walk.at(i));
    }
    return jumps.size() > 1 ? jumps.join(u'\n') : QString();
}

void addPages()
{
    QTest::addColumn<MainWindow::Page>("page");
    QTest::newRow("home") << MainWindow::Page::Home;
    QTest::newRow("revisions") << MainWindow::Page::Revisions;
    QTest::newRow("verification") << MainWindow::Page::Verification;
    QTest::newRow("activity") << MainWindow::Page::Activity;
    QTest::newRow("map") << MainWindow::Page::Map;
    QTest::newRow("plan") << MainWindow::Page::Plan;
}

} // namespace

/// Everything on a page can be reached by Tab, and is whole at the smallest size.
class TestReach : public QObject
{
    Q_OBJECT

private slots:
    void init() { socrates::test::failOnWarnings(); }

    void tabVisitsAllAndComesBack_data() { addPages(); }
    void tabVisitsAllAndComesBack()
    {
        QFETCH(MainWindow::Page, page);
        WindowFixture fixture;
        connectPair(fixture);
        if (page == MainWindow::Page::Plan) {
            triggerAction(fixture, u"migrate.upgrade"_s);
            QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QPushButton>("planRunButton")->isEnabled(),
                                     kPatience);
        } else {
            fixture.window.showPage(page);
        }
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window));
        const QList<const QWidget*> walk = tabWalk(fixture.window);
        QVERIFY2(!walk.isEmpty(), qPrintable(nameOf(qApp->focusWidget())));
        QCOMPARE(jumpsBack(walk), QString());
        QStringList missed;
        const QList<QWidget*> widgets = fixture.window.findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
            if (takesTab && widget->isVisible() && widget->isEnabled() &&
                widget->focusProxy() == nullptr && !walk.contains(widget))
                missed << nameOf(widget);
        }
        QCOMPARE(missed.join(u'\n'), QString());
    }

    /// A window is made in two parts, and the page that is on its first picture comes first.
    void tabKeepsTheOrderOfAWindowMadeInParts_data() { addPages(); }
    void tabKeepsTheOrderOfAWindowMadeInParts()
    {
        QFETCH(MainWindow::Page, page);
        WindowFixture fixture;
        fixture.settings().setState(u"window.page"_s, int(page));
        MainWindow window(fixture.context(), MainWindow::Start::FirstPicture);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.finish();
        const QList<const QWidget*> walk = tabWalk(window);
        QVERIFY(!walk.isEmpty());
        QCOMPARE(jumpsBack(walk), QString());
    }

    void theSmallestSizeNeedsNoScrollingSideways_data() { addPages(); }
    void theSmallestSizeNeedsNoScrollingSideways()
    {
        QFETCH(MainWindow::Page, page);
        WindowFixture fixture;
        connectPair(fixture);
        fixture.window.showPage(page);
        fixture.window.resize(960, 600);
        QTRY_COMPARE(fixture.window.size(), QSize(960, 600));
        QCoreApplication::processEvents();
        QCOMPARE(faultsOf(fixture.window), QString());
    }

    void largerLettersHaveRoom_data() { addPages(); }
    void largerLettersHaveRoom()
    {
        QFETCH(MainWindow::Page, page);
        const QFont usual = QApplication::font();
        const auto putBack = qScopeGuard([&usual] { QApplication::setFont(usual); });
        QFont larger = usual;
        larger.setPointSizeF(usual.pointSizeF() + 4);
        QApplication::setFont(larger);
        WindowFixture fixture;
        connectPair(fixture);
        fixture.window.resize(1366, 768);
        fixture.window.showPage(page);
        QCoreApplication::processEvents();
        QCOMPARE(clippedLabels(fixture.window), QString());
    }

    void anyNumberOfDatabases_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 3, 5})
            QTest::addRow("%d", count) << count;
    }
    void anyNumberOfDatabases()
    {
        QFETCH(int, count);
        QStringList names;
        for (int i = 1; i <= count; ++i)
            names << u"part_%1"_s.arg(i);
        ProjectFolder folder(names);
        QMap<core::DatabaseName, core::ConnectionParameters> urls;
        TestServer& server = TestServer::shared();
        for (const QString& name : names) {
            folder.add(name, {u"001"_s, {}, u"CREATE TABLE one (id integer);"_s});
            urls.insert(core::DatabaseName(name), server.parameters(server.createDatabase(name)));
        }
        WindowFixture fixture;
        MainWindow& window = fixture.window;
        test::connectWindow(fixture, folder.path(), urls);
        QCOMPARE(window.workspace().statuses().size(), count);
        // The labels get their new size with the next turn of the event loop.
        QTRY_COMPARE(clippedLabels(window), QString());
        window.actions().action(u"migrate.upgrade"_s)->trigger();
        auto* run = fixture.find<QPushButton>("planRunButton");
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatience);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(window.page(), MainWindow::Page::Verification, kPatience);
        const auto* page = fixture.find<RevisionsPage>("revisionsPage");
        for (const QString& name : names)
            QCOMPARE(page->pane(core::DatabaseName(name))->badgeText(), u"1 of 1 applied"_s);
        QCOMPARE(window.workspace().verifications().size(), count);
    }
};

SOCRATES_GUI_TEST_MAIN(TestReach)
#include "tst_reach.moc"
