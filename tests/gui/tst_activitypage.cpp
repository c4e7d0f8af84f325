// SPDX-License-Identifier: MIT
#include "app/runs/activityexport.h"
#include "app/runs/activitymodel.h"
#include "app/runs/activitypage.h"
#include "app/widgets/language.h"
#include "tests/support/guitestmain.h"
#include "tests/support/pagesamples.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QFile>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::ui;
using namespace socrates::test;

namespace {

const DatabaseName auth(u"socrates_auth"_s);
const DatabaseName specs(u"socrates_specs"_s);

} // namespace

class ActivityPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void modelIsSound();
    void newestFirstOverAllDatabases();
    void filters();
    void detailShowsTheSql();
    void exports();
    void states();
    void durations();
    void everyWordOfAColumnIsSeen_data();
    void everyWordOfAColumnIsSeen();
};

void ActivityPageTest::modelIsSound()
{
    ActivityModel model;
    ActivityFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester proxyTester(
        &filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries(auth, {logEntry(1, LogEntry::Event::Upgrade, u"001"_s)});
    filter.setFailuresOnly(true);
    model.setEntries(auth, {logEntry(2, LogEntry::Event::Failure, u"002"_s, u"no"_s)});
    model.clear();
}

void ActivityPageTest::newestFirstOverAllDatabases()
{
    ActivityModel model;
    model.setEntries(auth, {logEntry(1, LogEntry::Event::Upgrade, u"001"_s),
                            logEntry(4, LogEntry::Event::Downgrade, u"002"_s)});
    model.setEntries(specs, {logEntry(3, LogEntry::Event::Failure, u"004"_s, u"no"_s)});
    model.setEntries(auth, {logEntry(5, LogEntry::Event::Stamp, u"002"_s),
                            logEntry(1, LogEntry::Event::Upgrade, u"001"_s)});
    QStringList order;
    for (int row = 0; row < model.rowCount(); ++row)
        order << model.index(row, ActivityModel::EventColumn).data().toString();
    QCOMPARE(order, (QStringList{u"Stamped"_s, u"Upgrade failed"_s, u"Upgraded"_s}));
    // Seen by word, shape and colour.
    const QModelIndex failure = model.index(1, ActivityModel::EventColumn);
    QVERIFY(!failure.data(Qt::DecorationRole).value<QIcon>().isNull());
    QVERIFY(failure.data(Qt::ForegroundRole).isValid());
}

void ActivityPageTest::filters()
{
    ActivityPage page;
    page.setEntries(auth, {logEntry(1, LogEntry::Event::Upgrade, u"001"_s),
                           logEntry(2, LogEntry::Event::Failure, u"002"_s, u"relation exists"_s)});
    auto* table = page.findChild<QTreeView*>(u"activityTable"_s);
    QCOMPARE(table->model()->rowCount(), 2);
    page.findChild<QCheckBox*>(u"failuresOnlyCheckBox"_s)->click();
    QCOMPARE(table->model()->rowCount(), 1);
    page.findChild<QCheckBox*>(u"failuresOnlyCheckBox"_s)->click();
    QTest::keyClicks(page.filterEdit(), u"RELATION"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    QTest::keyClicks(page.filterEdit(), u"no such thing"_s);
    QCOMPARE(table->model()->rowCount(), 0);
}

void ActivityPageTest::detailShowsTheSql()
{
    ActivityPage page;
    LogEntry entry =
        logEntry(2, LogEntry::Event::Failure, u"002"_s, u"postgresql://u:s3cret@h/d failed"_s);
    page.setEntries(auth, {entry, logEntry(1, LogEntry::Event::Upgrade, u"001"_s)});
    auto* facts = page.findChild<QLabel*>(u"activityFactsLabel"_s);
    QVERIFY(facts->text().contains(u"42P07"_s));
    QVERIFY(!facts->text().contains(u"s3cret"_s));
    QVERIFY(page.findChild<QPlainTextEdit*>(u"activitySqlView"_s)
                ->toPlainText()
                .contains(u"CREATE TABLE users"_s));
    QTest::keyClick(page.findChild<QTreeView*>(u"activityTable"_s), Qt::Key_Down);
    QVERIFY(facts->text().contains(u"001"_s));
}

void ActivityPageTest::exports()
{
    ActivityPage page;
    page.setEntries(auth,
                    {logEntry(1, LogEntry::Event::Failure, u"001"_s, u"a \"quoted\"\nmessage"_s)});
    QTemporaryDir folder;
    const QString csv = folder.filePath(u"log.csv"_s);
    page.exportTo(csv);
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"
                             "database,"));
    QVERIFY(bytes.contains("\"a \"\"quoted\"\"\nmessage\""));
    const QString json = folder.filePath(u"log.json"_s);
    page.exportTo(json);
    QFile jsonFile(json);
    QVERIFY(jsonFile.open(QIODevice::ReadOnly));
    const QJsonArray entries =
        QJsonDocument::fromJson(jsonFile.readAll()).object().value(u"activity"_s).toArray();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.at(0).toObject().value(u"revision"_s).toString(), u"001"_s);
    QCOMPARE(entries.at(0).toObject().value(u"duration_ms"_s).toInt(), 12);
    page.exportTo(folder.filePath(u"missing/log.csv"_s));
    QVERIFY(!page.findChild<QLabel*>(u"messageTextLabel"_s)->text().isEmpty());
}

void ActivityPageTest::states()
{
    ActivityPage page;
    QSignalSpy refresh(&page, &ActivityPage::refreshRequested);
    auto* button = page.findChild<QPushButton*>(u"refreshActivityButton"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(refresh.size(), 1);
    page.setBusy(true);
    QVERIFY(!button->isEnabled());
    page.setBusy(false);
    page.setUnavailable(u"Not connected"_s);
    QVERIFY(!button->isEnabled());
    QCOMPARE(page.findChild<QLabel*>(u"emptyTextLabel"_s)->text(), u"Not connected"_s);
    QSignalSpy connecting(&page, &ActivityPage::connectRequested);
    QTest::mouseClick(page.findChild<QPushButton*>(u"emptyActionButton"_s), Qt::LeftButton);
    QCOMPARE(connecting.size(), 1);
}

void ActivityPageTest::durations()
{
    QCOMPARE(durationText(12), u"12 ms"_s);
    QCOMPARE(durationText(125000), u"2 min 5 s"_s);
}

void ActivityPageTest::everyWordOfAColumnIsSeen_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Greek") << u"el"_s;
}

void ActivityPageTest::everyWordOfAColumnIsSeen()
{
    QFETCH(QString, language);
    const Translation translation(language);
    ActivityPage page;
    QList<LogEntry> entries;
    int id = 0;
    for (const auto event :
         {LogEntry::Event::Upgrade, LogEntry::Event::Downgrade, LogEntry::Event::Stamp,
          LogEntry::Event::Accept, LogEntry::Event::Failure})
        entries << logEntry(++id, event, u"001"_s);
    entries.last().direction = u"downgrade"_s;
    page.setEntries(auth, entries);
    page.resize(1366, 600);
    page.show();
    const auto* table = page.findChild<QTreeView*>(u"activityTable"_s);
    const QAbstractItemView* view = table; // where the size of a column may be asked
    for (const int column : {ActivityModel::TimeColumn, ActivityModel::DatabaseColumn,
                             ActivityModel::EventColumn, ActivityModel::RevisionColumn,
                             ActivityModel::DurationColumn, ActivityModel::UserColumn}) {
        QVERIFY2(table->columnWidth(column) >= view->sizeHintForColumn(column),
                 qPrintable(QString::number(column)));
        QVERIFY2(table->columnWidth(column) >= table->header()->sectionSizeHint(column),
                 qPrintable(QString::number(column)));
    }
}

SOCRATES_GUI_TEST_MAIN(ActivityPageTest)
#include "tst_activitypage.moc"
