// SPDX-License-Identifier: MIT
#include "app/problems/problemsmodel.h"
#include "app/problems/problemspanel.h"
#include "app/problems/problemtext.h"
#include "app/widgets/language.h"
#include "tests/support/guitestmain.h"
#include "tests/support/pagesamples.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::ui;
using namespace socrates::test;

class ProblemsPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void modelIsSound();
    void goesRound();
    void copyIsRedacted();
    void buttonsFindRoom();
    void buttonsAsk();
    void caret_data();
    void caret();
    void caretComesFromTheFile();
    void rowValues_data();
    void rowValues();
};

void ProblemsPanelTest::modelIsSound()
{
    ProblemsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(duplicateKeyError());
    model.setProblems({duplicateKeyError(), duplicateKeyError()});
    QVERIFY(
        model.index(0, 0).data().toString().startsWith(u"Error: "_s)); // a word, not only a colour
    Error busy;
    busy.code = u"busy.lock"_s;
    model.setProblems({busy});
    QVERIFY(model.index(0, 0).data().toString().startsWith(u"Warning: "_s));
}

void ProblemsPanelTest::goesRound()
{
    ProblemsPanel panel;
    QSignalSpy counts(&panel, &ProblemsPanel::countChanged);
    auto* list = panel.findChild<QTreeView*>(u"problemsList"_s);
    panel.next(); // nothing to go to
    Error first = duplicateKeyError();
    first.summary = u"first"_s;
    Error second = duplicateKeyError();
    second.summary = u"second"_s;
    panel.setProblems({first});
    panel.addProblem(second);
    QCOMPARE(counts.constLast().at(0).toInt(), 2);
    auto* summary = panel.findChild<QLabel*>(u"problemSummaryLabel"_s);
    QCOMPARE(summary->text(), u"second"_s); // the newest is shown
    panel.next();
    QCOMPARE(summary->text(), u"first"_s);
    panel.previous();
    QCOMPARE(summary->text(), u"second"_s);
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(summary->text(), u"first"_s);
    panel.clear();
    QCOMPARE(panel.count(), 0);
    QCOMPARE(counts.constLast().at(0).toInt(), 0);
}

/// Other languages say it longer: the buttons go on in the next line, and nothing is cut.
void ProblemsPanelTest::buttonsFindRoom()
{
    const Translation greek(u"el"_s);
    QTemporaryDir folder;
    Error problem = duplicateKeyError();
    problem.code = u"version.changed"_s; // has all the buttons
    problem.where = {folder.filePath(u"002.sql"_s), 1, 1};
    QFile file(problem.where.file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    ProblemsPanel panel;
    panel.resize(1200, 320);
    panel.setProblems({problem});
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const auto* scroll = panel.findChild<QScrollArea*>(u"problemCardScrollArea"_s);
    QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    const QWidget* bar = panel.findChild<QPushButton*>(u"copyProblemButton"_s)->parentWidget();
    QRegion taken;
    QSet<int> lines;
    for (const auto* button : bar->findChildren<QAbstractButton*>()) {
        if (!button->isVisible())
            continue;
        QVERIFY2(bar->rect().contains(button->geometry()), qPrintable(button->objectName()));
        QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->objectName()));
        QVERIFY2(!taken.intersects(button->geometry()), qPrintable(button->objectName()));
        taken += button->geometry();
        lines.insert(button->geometry().center().y() / button->height());
    }
    QVERIFY(lines.size() > 1);
}

void ProblemsPanelTest::copyIsRedacted()
{
    ProblemsPanel panel;
    panel.setProblems({duplicateKeyError()});
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    const auto copied = [&panel] {
        QGuiApplication::clipboard()->clear();
        QTest::mouseClick(panel.findChild<QPushButton*>(u"copyProblemButton"_s), Qt::LeftButton);
        return QGuiApplication::clipboard()->text();
    };
    QString text = copied();
    QVERIFY2(text.contains(u"23505"_s) && text.contains(u"002"_s), qPrintable(text));
    QVERIFY(!text.contains(u"s3cret"_s));
    QVERIFY(!text.contains(u"maria@example.com"_s));
    panel.findChild<QCheckBox*>(u"includeRowValuesCheckBox"_s)->click();
    text = copied();
    QVERIFY(text.contains(u"maria@example.com"_s));
    QVERIFY(!text.contains(u"s3cret"_s));
    // Nothing on the screen shows the password either.
    for (const QLabel* label : panel.findChildren<QLabel*>())
        QVERIFY(!label->text().contains(u"s3cret"_s));
    QTest::mouseClick(panel.findChild<QPushButton*>(u"copySqlButton"_s), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"CREATE UNIQUE INDEX"_s));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u"s3cret"_s));
    // Ctrl+C on the row is the same as the button.
    QGuiApplication::clipboard()->clear();
    auto* list = panel.findChild<QTreeView*>(u"problemsList"_s);
    list->setFocus();
    QTest::keySequence(list, QKeySequence::Copy);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"23505"_s));
}

void ProblemsPanelTest::buttonsAsk()
{
    ProblemsPanel panel;
    panel.setProblems({duplicateKeyError()});
    QSignalSpy retry(&panel, &ProblemsPanel::retryRequested);
    QSignalSpy revision(&panel, &ProblemsPanel::revisionRequested);
    QTest::mouseClick(panel.findChild<QPushButton*>(u"retryButton"_s), Qt::LeftButton);
    QTest::mouseClick(panel.findChild<QPushButton*>(u"showRevisionButton"_s), Qt::LeftButton);
    QCOMPARE(retry.size(), 1);
    QCOMPARE(revision.size(), 1);
    QCOMPARE(revision.at(0).at(1).value<RevisionId>().text(), u"002"_s);
    Error error;
    error.code = u"conn.refused"_s;
    error.summary = u"Nothing listens"_s;
    panel.setProblems({error});
    QVERIFY(panel.findChild<QPushButton*>(u"showRevisionButton"_s)->isHidden());
    QVERIFY(panel.findChild<QPushButton*>(u"copySqlButton"_s)->isHidden());
}

void ProblemsPanelTest::caret_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("shown");
    QTest::newRow("first") << u"SELECT"_s << 1 << u"SELECT\n^"_s;
    QTest::newRow("middle") << u"SELECT x"_s << 8 << u"SELECT x\n       ^"_s;
    QTest::newRow("tab") << u"\tx y"_s << 4 << u"\tx y\n\t  ^"_s;
    QTest::newRow("beyond the BMP") << u"'🔑' x"_s << 5 << u"'🔑' x\n    ^"_s;
    QTest::newRow("unknown") << u"SELECT"_s << 0 << u"SELECT"_s;
}

void ProblemsPanelTest::caret()
{
    QFETCH(QString, line);
    QFETCH(int, column);
    QTEST(lineWithCaret(line, column), "shown");
}

void ProblemsPanelTest::caretComesFromTheFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"001.sql"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-- one\r\nCREATE TABEL x ();\r\n");
    file.close();
    Error error = duplicateKeyError();
    error.where = {file.fileName(), 2, 8};
    QCOMPARE(sqlWithCaret(error), u"CREATE TABEL x ();\n       ^"_s);
    error.where = {};
    QVERIFY(sqlWithCaret(error).startsWith(u"CREATE UNIQUE INDEX"_s));
    // The folder may name a person: only the file's name is copied.
    error.where = {file.fileName(), 2, 8};
    QVERIFY(!problemMarkdown(error, false).contains(folder.path()));
    QVERIFY(problemMarkdown(error, false).contains(u"001.sql:2:8"_s));
}

void ProblemsPanelTest::rowValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    QTest::newRow("key") << u"Key (email)=(a@b.c) already exists."_s
                         << u"Key (email)=(...) already exists."_s;
    QTest::newRow("keys") << u"Key (a, b)=(1, (x)) is duplicated."_s
                          << u"Key (a, b)=(...) is duplicated."_s;
    QTest::newRow("row") << u"Failing row contains (1, secret, null)."_s
                         << u"Failing row contains (...)."_s;
    QTest::newRow("input") << u"invalid input syntax for type integer: \"maria\""_s
                           << u"invalid input syntax for type integer: \"...\""_s;
    QTest::newRow("none") << u"relation \"users\" does not exist"_s
                          << u"relation \"users\" does not exist"_s;
}

void ProblemsPanelTest::rowValues()
{
    QFETCH(QString, text);
    QTEST(withoutRowValues(text), "masked");
}

SOCRATES_GUI_TEST_MAIN(ProblemsPanelTest)
#include "tst_problemspanel.moc"
