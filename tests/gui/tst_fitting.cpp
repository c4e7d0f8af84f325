// SPDX-License-Identifier: MIT
#include "app/revisions/revisiondetails.h"
#include "app/theme/statusshape.h"
#include "app/theme/theme.h"
#include "app/widgets/fitting.h"
#include "app/widgets/flowlayout.h"
#include "tests/support/guitestmain.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;

class TestFitting : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }

    void aColumnTakesItsWidestText_data()
    {
        QTest::addColumn<ColorScheme>("scheme");
        QTest::addColumn<bool>("hasSign");
        QTest::newRow("system") << ColorScheme::System << false;
        QTest::newRow("own style") << ColorScheme::Light << false;
        QTest::newRow("with a sign") << ColorScheme::Dark << true;
    }

    void aColumnTakesItsWidestText()
    {
        QFETCH(ColorScheme, scheme);
        QFETCH(bool, hasSign);
        Theme(*qApp).apply(scheme);
        const QStringList texts{u"Εφαρμόστηκε"_s, u"Failed, rolled back"_s, u"i"_s};
        QTreeWidget list;
        list.setRootIsDecorated(false);
        list.setHeaderLabels({u"State"_s, u"A title that is longer than what is below it"_s});
        fitColumn(&list, 0, texts, hasSign);
        fitColumn(&list, 1, 10);
        for (const QString& text : texts) {
            auto* item = new QTreeWidgetItem(&list, {text, u"x"_s});
            if (hasSign)
                item->setIcon(0, statusIcon(StatusShape::Check, StatusRole::Applied));
        }
        const QAbstractItemView& view = list; // where the size of a column may be asked
        QVERIFY(list.columnWidth(0) >= view.sizeHintForColumn(0));
        QVERIFY(list.columnWidth(0) < 2 * view.sizeHintForColumn(0));
        QVERIFY(list.columnWidth(1) >= list.header()->sectionSizeHint(1));
    }

    void columnsShareWhatIsLeftAndKeepTheirLeast()
    {
        QTreeWidget list;
        list.setHeaderLabels({u"1"_s, u"Title"_s, u"Risks"_s});
        list.header()->setStretchLastSection(false);
        list.header()->resizeSection(0, 50);
        SharedRoom room(&list, 120);
        room.setColumns({1, 2});
        list.resize(600, 200);
        list.show();
        const auto isFull = [&list] { return list.header()->length() == list.viewport()->width(); };
        QTRY_VERIFY(isFull());
        QVERIFY(qAbs(list.columnWidth(1) - list.columnWidth(2)) <= 1);
        list.header()->resizeSection(0, 150);
        QVERIFY(isFull());
        room.setColumns({1});
        list.header()->resizeSection(2, 70);
        QVERIFY(isFull());
        QCOMPARE(list.columnWidth(2), 70);
        list.resize(200, 200);
        QTRY_COMPARE(list.columnWidth(1), 120);
        QVERIFY(!isFull()); // it scrolls sideways
    }

    /// Filled while another tab is shown, too.
    void theRuleOfAFindingIsSeen()
    {
        RevisionDetails details;
        details.resize(900, 300);
        details.show();
        core::LintFinding finding;
        finding.rule = u"index-blocks-writes"_s;
        finding.where.line = 7;
        details.showLint({finding});
        auto* list = details.findChild<QTreeWidget*>(u"lintView"_s);
        details.setCurrentWidget(list);
        const QAbstractItemView* view = list; // where the size of a column may be asked
        QTRY_VERIFY(list->columnWidth(1) >= view->sizeHintForColumn(1));
        QVERIFY(list->columnWidth(1) >= list->fontMetrics().horizontalAdvance(finding.rule));
    }

    void whatFindsNoRoomGoesInTheNextLine_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }

    void whatFindsNoRoomGoesInTheNextLine()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QWidget bar;
        bar.setLayoutDirection(direction);
        auto* layout = new FlowLayout(&bar);
        QList<QPushButton*> buttons;
        for (const QString& text : {u"Retry"_s, u"Recognise…"_s, u"Show Revision"_s, u"Copy"_s}) {
            buttons << new QPushButton(text);
            layout->addWidget(buttons.last());
        }
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        QTRY_VERIFY(buttons.last()->isVisible());
        const int oneLine = layout->sizeHint().width();
        bar.resize(oneLine, layout->heightForWidth(oneLine));
        QTRY_COMPARE(buttons.last()->y(), buttons.first()->y());
        for (const QPushButton* button : buttons) {
            QCOMPARE(button->y(), buttons.first()->y());
            QVERIFY(bar.rect().contains(button->geometry()));
        }
        const bool isLeftFirst = buttons.first()->x() < buttons.last()->x();
        QCOMPARE(isLeftFirst, direction == Qt::LeftToRight);

        const int narrow = oneLine - 1;
        QVERIFY(layout->heightForWidth(narrow) > layout->heightForWidth(oneLine));
        bar.resize(narrow, layout->heightForWidth(narrow));
        QTRY_VERIFY(buttons.last()->y() > buttons.first()->y());
        for (const QPushButton* button : buttons)
            QVERIFY(bar.rect().contains(button->geometry()));

        buttons.at(1)->hide(); // makes room for the last again
        QTRY_COMPARE(buttons.last()->y(), buttons.first()->y());
    }
};

SOCRATES_GUI_TEST_MAIN(TestFitting)
#include "tst_fitting.moc"
