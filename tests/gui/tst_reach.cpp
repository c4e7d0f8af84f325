// SPDX-License-Identifier: MIT
#include "app/shell/connectionflow.h"
#include "app/shell/workspace.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using test::WindowFixture;

namespace {

constexpr int kPatience = 60000; ///< for things that end by themselves
constexpr int kMostTabs = 200;   ///< more than any page has

QString nameOf(const QWidget* widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
}

void connectPair(WindowFixture& fixture)
{
    fixture.window.show();
    fixture.window.connections().openProject(WindowFixture::planProject());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window.workspace().project() != nullptr, kPatience);
    fixture.window.connections().connectUrls(fixture.createPair());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window.workspace().statuses().size() == 2 &&
                                 !fixture.window.workspace().isRefreshing(),
                             kPatience);
}

void addPages()
{
    QTest::addColumn<MainWindow::Page>("page");
    QTest::newRow("home") << MainWindow::Page::Home;
    QTest::newRow("revisions") << MainWindow::Page::Revisions;
    QTest::newRow("verification") << MainWindow::Page::Verification;
    QTest::newRow("activity") << MainWindow::Page::Activity;
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
        fixture.window.showPage(page);
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window));
        QSet<const QWidget*> visited;
        QTest::keyClick(&fixture.window, Qt::Key_Tab);
        const QWidget* first = qApp->focusWidget();
        QVERIFY(first != nullptr);
        bool isBack = false;
        for (int step = 0; step < kMostTabs && !isBack; ++step) {
            visited.insert(qApp->focusWidget());
            QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
            QVERIFY(qApp->focusWidget() != nullptr);
            isBack = qApp->focusWidget() == first;
        }
        QVERIFY2(isBack, qPrintable(nameOf(qApp->focusWidget()))); // it lets nobody out
        QStringList missed;
        const QList<QWidget*> widgets = fixture.window.findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
            if (takesTab && widget->isVisible() && widget->isEnabled() &&
                widget->focusProxy() == nullptr && !visited.contains(widget))
                missed << nameOf(widget);
        }
        QCOMPARE(missed.join(u'\n'), QString());
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
        QStringList faults;
        const auto areas = fixture.window.findChildren<QAbstractScrollArea*>();
        for (const QAbstractScrollArea* area : areas) {
            if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0)
                faults << nameOf(area) + u" scrolls sideways"_s;
        }
        const auto buttons = fixture.window.findChildren<QAbstractButton*>();
        for (const QAbstractButton* button : buttons) {
            // The icons inside a line edit are Qt's own and as large as it makes them.
            if (button->isVisible() && !button->inherits("QLineEditIconButton") &&
                button->width() < button->minimumSizeHint().width())
                faults << nameOf(button) + u" is clipped"_s;
        }
        QCOMPARE(faults.join(u'\n'), QString());
    }
};

SOCRATES_GUI_TEST_MAIN(TestReach)
#include "tst_reach.moc"
