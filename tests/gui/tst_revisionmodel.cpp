// SPDX-License-Identifier: MIT
#include "app/revisions/lanes.h"
#include "app/revisions/revisionmodel.h"
#include "app/widgets/timetext.h"
#include "core/sql/lexer.h"
#include "tests/support/guitestmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::ui;

namespace {

RevisionPtr revision(const QString& id, const QStringList& parents, const QString& required = {})
{
    auto result = std::make_shared<Revision>();
    result->id = RevisionId(id);
    for (const QString& parent : parents)
        result->downRevisions << RevisionId(parent);
    result->title = u"Title of "_s + id;
    result->up.sql = u"SELECT '%1'"_s.arg(id);
    if (!required.isEmpty())
        result->requirements << Revision::Requirement{DatabaseName(u"other"_s),
                                                      RevisionId(required), 0};
    return result;
}

ProjectDatabase lineage(const QList<RevisionPtr>& revisions)
{
    ProjectDatabase database;
    database.name = DatabaseName(u"specs"_s);
    auto graph = RevisionGraph::build(revisions);
    if (!graph)
        qFatal("%s", qPrintable(graph.error().first().text()));
    database.graph = *graph;
    return database;
}

LogEntry entry(qint64 id, const QString& revision)
{
    LogEntry result;
    result.id = id;
    result.revision = RevisionId(revision);
    result.startedAt = QDateTime(QDate(2026, 5, 4), QTime(12, 0), Qt::UTC);
    result.durationMs = 17;
    result.databaseUser = u"postgres"_s;
    result.osUser = u"themi"_s;
    return result;
}

DatabaseStatus status(const ProjectDatabase& database, const QStringList& current,
                      const QList<LogEntry>& log)
{
    DatabaseStatus result;
    result.name = database.name;
    for (const QString& row : current)
        result.current << RevisionId(row);
    result.applied = database.graph.appliedAt(result.current);
    for (const RevisionPtr& item : database.graph.revisions()) {
        if (!result.applied.contains(item->id))
            result.pending << item->id;
    }
    for (const LogEntry& item : log)
        result.appliedBy.insert(item.revision, item);
    return result;
}

/// The whole column as one text: a readable literal to compare with.
QString column(const RevisionModel& model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts.join(u" | "_s);
}

} // namespace

class TestRevisionModel : public QObject
{
    Q_OBJECT
private slots:
    void init() { socrates::test::failOnWarnings(); }

    void statesComeFromTheServerAndTheLog()
    {
        RevisionModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        const ProjectDatabase database =
            lineage({revision(u"001"_s, {}), revision(u"002"_s, {u"001"_s}),
                     revision(u"003"_s, {u"002"_s}), revision(u"004"_s, {u"003"_s})});
        model.setLineage(database, {});
        QCOMPARE(column(model, RevisionModel::StateColumn),
                 u"Not known | Not known | Not known | Not known"_s);
        DatabaseStatus first =
            status(database, {u"003"_s}, {entry(5, u"001"_s), entry(3, u"002"_s)});
        first.changedFiles = {{RevisionId(u"001"_s), false}, {RevisionId(u"002"_s), true}};
        model.setStatus(first);
        // 002 was changed afterwards, 003 has no log entry; 001 ran after 002, which stands on it.
        QCOMPARE(column(model, RevisionModel::StateColumn),
                 u"Out of order | Changed | Adopted | Pending"_s);
        QCOMPARE(model.index(0, RevisionModel::ByColumn).data().toString(), u"themi"_s);
        QCOMPARE(model.index(0, RevisionModel::DurationColumn).data().toString(), u"17"_s);
        const QModelIndex applied = model.index(0, RevisionModel::AppliedColumn);
        const QDateTime moment = entry(5, u"001"_s).startedAt;
        QCOMPARE(applied.data().toString(), timeText(moment));
        QCOMPARE(applied.data(Qt::ToolTipRole).toString(), timeToolTip(moment));
        QCOMPARE(model.index(3, RevisionModel::AppliedColumn).data().toString(), QString());
        QCOMPARE(model.currentRow(), 3);
        model.setStatus(status(
            database, {u"004"_s},
            {entry(1, u"001"_s), entry(2, u"002"_s), entry(3, u"003"_s), entry(4, u"004"_s)}));
        QCOMPARE(column(model, RevisionModel::StateColumn),
                 u"Applied | Applied | Applied | Applied"_s);
        model.setStatus(std::nullopt);
        QCOMPARE(column(model, RevisionModel::StateColumn),
                 u"Not known | Not known | Not known | Not known"_s);
    }

    void aRunShowsAndAFailureStaysUntilApplied()
    {
        RevisionModel model;
        const ProjectDatabase database =
            lineage({revision(u"001"_s, {}), revision(u"002"_s, {u"001"_s})});
        model.setLineage(database, {});
        model.setStatus(status(database, {}, {}));
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setRunState(RevisionId(u"001"_s), RevisionState::Running);
        model.setRunState(RevisionId(u"002"_s), RevisionState::Failed);
        QCOMPARE(changes.count(), 2);
        QCOMPARE(column(model, RevisionModel::StateColumn), u"Running | Failed"_s);
        model.setStatus(status(database, {u"001"_s}, {entry(1, u"001"_s)}));
        QCOMPARE(column(model, RevisionModel::StateColumn), u"Applied | Failed"_s);
        model.setStatus(status(database, {u"002"_s}, {entry(1, u"001"_s), entry(2, u"002"_s)}));
        QCOMPARE(column(model, RevisionModel::StateColumn), u"Applied | Applied"_s);
    }

    void unknownRowsAndPlannedPhasesFollowTheRevisions()
    {
        RevisionModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        const ProjectDatabase database = lineage({revision(u"001"_s, {})});
        model.setLineage(database,
                         {PlannedPhase{2, database.name, {u"questions"_s, u"conflicts"_s}},
                          PlannedPhase{3, {}, {u"api_keys"_s}}});
        DatabaseStatus now = status(database, {}, {});
        now.unknownRows = {u"f00"_s};
        now.foreignRows.insert(u"f00"_s, DatabaseName(u"auth"_s));
        model.setStatus(now);
        QCOMPARE(column(model, RevisionModel::RevisionColumn), u"001 | f00 |  | "_s);
        QCOMPARE(column(model, RevisionModel::StateColumn),
                 u"Pending | Missing file | Planned | Planned"_s);
        QCOMPARE(model.index(1, RevisionModel::TitleColumn).data().toString(),
                 u"A revision of auth"_s);
        QCOMPARE(model.index(2, RevisionModel::TitleColumn).data().toString(),
                 u"Phase 2: questions, conflicts"_s);
        QVERIFY(
            model.index(3, RevisionModel::TitleColumn).data().toString().contains(u"not decided"));
        model.setStatus(status(database, {}, {}));
        QCOMPARE(model.rowCount(), 3);
    }

    void theGraphIsTold()
    {
        RevisionModel model;
        const ProjectDatabase database =
            lineage({revision(u"003"_s, {}, u"002"_s), revision(u"004"_s, {u"003"_s})});
        model.setLineage(database, {});
        model.setStatus(status(database, {u"003"_s}, {entry(1, u"003"_s)}));
        const auto told = [&](int row) {
            return model.index(row, RevisionModel::GraphColumn)
                .data(Qt::AccessibleTextRole)
                .toString();
        };
        QCOMPARE(told(0),
                 u"003, Title of 003, Applied, database specs, a base, requires other@002"_s);
        QCOMPARE(told(1), u"004, Title of 004, Pending, database specs, depends on 003, a head"_s);
        model.setHighlighted({RevisionId(u"003"_s)});
        QVERIFY(told(0).endsWith(u"related to the selected revision"));
        QVERIFY(!told(1).endsWith(u"related to the selected revision"));
    }

    void lanesOfALineStayInOne()
    {
        const auto rows = layoutLanes(
            lineage({revision(u"1"_s, {}), revision(u"2"_s, {u"1"_s}), revision(u"3"_s, {u"2"_s})})
                .graph);
        QCOMPARE(laneCount(rows), 1);
        QCOMPARE(rows.at(0), (LaneRow{0, {}, {0}, {}, false, false}));
        QCOMPARE(rows.at(1), (LaneRow{0, {0}, {0}, {}, false, false}));
        QCOMPARE(rows.at(2), (LaneRow{0, {0}, {}, {}, true, false}));
    }

    void branchesAndMergesConnect()
    {
        const auto rows = layoutLanes(
            lineage({revision(u"1"_s, {}), revision(u"a"_s, {u"1"_s}), revision(u"b"_s, {u"1"_s}),
                     revision(u"m"_s, {u"a"_s, u"b"_s}), revision(u"x"_s, {u"1"_s})})
                .graph);
        QCOMPARE(laneCount(rows), 3);
        QVERIFY(rows.at(3).isMerge);
        QCOMPARE(rows.at(3).above.size(), 2);
        QVERIFY(rows.at(3).isHead);
        QVERIFY(rows.at(4).isHead);
        // The three lines have become one by the time they reach what they share.
        QCOMPARE(rows.at(0).below, QList<int>{0});
        // Every lane that leaves a row below arrives in the next row: nothing ends in the air.
        for (qsizetype row = 0; row + 1 < rows.size(); ++row) {
            QSet<int> leaving(rows.at(row).below.begin(), rows.at(row).below.end());
            for (const int lane : rows.at(row).through)
                leaving.insert(lane);
            QSet<int> arriving(rows.at(row + 1).above.begin(), rows.at(row + 1).above.end());
            for (const int lane : rows.at(row + 1).through)
                arriving.insert(lane);
            QCOMPARE(leaving, arriving);
        }
    }

    void aThousandRevisionsAreOneModel()
    {
        QList<RevisionPtr> revisions;
        for (int number = 0; number < 1000; ++number)
            revisions << revision(QString::number(number),
                                  number == 0 ? QStringList()
                                              : QStringList{QString::number(number - 1)});
        RevisionModel model;
        const ProjectDatabase database = lineage(revisions);
        model.setLineage(database, {});
        model.setStatus(status(database, {u"499"_s}, {}));
        QCOMPARE(model.rowCount(), 1000);
        QCOMPARE(model.currentRow(), 500);
    }
};

SOCRATES_GUI_TEST_MAIN(TestRevisionModel)
#include "tst_revisionmodel.moc"
