// SPDX-License-Identifier: MIT
#include "core/revisions/revisiongraph.h"
#include "tests/support/testmain.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// One revision per word: "id<parent,parent!dependency#label". File order is the order of words.
QList<RevisionPtr> drawn(const QString& drawing)
{
    QList<RevisionPtr> result;
    for (const QString& word : drawing.split(u' ', Qt::SkipEmptyParts)) {
        auto revision = std::make_shared<Revision>();
        QChar part;
        QString text;
        const auto finish = [&] {
            if (part.isNull())
                revision->id = RevisionId(text);
            else if (part == u'<' || part == u',')
                revision->downRevisions << RevisionId(text);
            else if (part == u'!')
                revision->dependsOn << text;
            else
                revision->branchLabels << text;
            text.clear();
        };
        for (const QChar c : word) {
            if (u"<,!#"_s.contains(c)) {
                finish();
                part = c;
            } else {
                text += c;
            }
        }
        finish();
        revision->filePath = revision->id.text() + u".sql"_s;
        revision->keyLines = {{u"revision"_s, 2}, {u"down_revision"_s, 3}};
        if (!revision->dependsOn.isEmpty())
            revision->keyLines.insert(u"depends_on"_s, 4);
        if (!revision->branchLabels.isEmpty())
            revision->keyLines.insert(u"branch_labels"_s, 5);
        result << revision;
    }
    return result;
}

RevisionGraph graphOf(const QString& drawing)
{
    const auto graph = RevisionGraph::build(drawn(drawing));
    if (!graph)
        qFatal("%s", qPrintable(graph.error().first().text()));
    return *graph;
}

QList<RevisionId> idsOf(const QString& words)
{
    QList<RevisionId> result;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts))
        result << RevisionId(word);
    return result;
}

QString textOf(const QList<RevisionId>& ids)
{
    QStringList words;
    for (const RevisionId& id : ids)
        words << id.text();
    return words.join(u' ');
}

QString textOf(const QSet<RevisionId>& ids)
{
    QList<RevisionId> sorted(ids.cbegin(), ids.cend());
    std::sort(sorted.begin(), sorted.end());
    return textOf(sorted);
}

/// "002: 001>002; ..." per step: each change of the version table, nothing for no row.
QString textOf(const QList<LineageStep>& steps)
{
    QStringList result;
    for (const LineageStep& step : steps) {
        QStringList changes;
        for (const VersionChange& change : step.versionChanges)
            changes << change.from.text() + u'>' + change.to.text();
        result << step.revision->id.text() + u": "_s + changes.join(u", "_s);
    }
    return result.join(u"; "_s);
}

// The lineages that the rows below speak of.
const QString kLine = u"001 002<001 003<002"_s;
const QString kFork = u"base a1<base#left a2<a1 b1<base#right b2<b1"_s;
const QString kMerge = kFork + u" join<a2,b2 last<join"_s;
const QString kTwoBases = u"001#auth 002<001 003#specs 004<003"_s;
const QString kDepends = u"001#auth 002<001 003!002#specs 004<003"_s;

} // namespace

class TestRevisionGraph : public QObject
{
    Q_OBJECT
private slots:
    void nothing();
    void shape_data();
    void shape();
    void labels_data();
    void labels();
    void refused_data();
    void refused();
    void faultsAreReportedTogether();
    void rowsFor_data();
    void rowsFor();
    void upgrade_data();
    void upgrade();
    void downgrade_data();
    void downgrade();
    void targetErrors_data();
    void targetErrors();
    void stamp_data();
    void stamp();
    void stampErrors();
    void resolveAndKnow_data();
    void resolveAndKnow();
    void stepsShowTheRows();
    void sectionsByDirection();
    void manyRevisionsInTwoBranches();
};

void TestRevisionGraph::nothing()
{
    const RevisionGraph graph;
    QVERIFY(graph.revisions().isEmpty());
    QVERIFY(graph.heads().isEmpty());
    QVERIFY(graph.labels().isEmpty());
    QVERIFY(!graph.contains(RevisionId(u"001"_s)));
    QCOMPARE(graph.revision(RevisionId(u"001"_s)), nullptr);
    QVERIFY(graph.children(RevisionId(u"001"_s)).isEmpty());
    QVERIFY(graph.labelsOf(RevisionId(u"001"_s)).isEmpty());
    const auto steps = graph.upgradeSteps({}, u"head"_s);
    QVERIFY(steps);
    QVERIFY(steps->isEmpty());
}

void TestRevisionGraph::shape_data()
{
    QTest::addColumn<QString>("drawing");
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("bases");
    QTest::addColumn<QString>("heads");
    QTest::addColumn<QString>("childrenOfFirst");
    const auto row = [](const char* name, const QString& drawing, const QString& order,
                        const QString& bases, const QString& heads, const QString& children) {
        QTest::newRow(name) << drawing << order << bases << heads << children;
    };
    row("one", u"001"_s, u"001"_s, u"001"_s, u"001"_s, u""_s);
    row("line", kLine, u"001 002 003"_s, u"001"_s, u"003"_s, u"002"_s);
    row("files backwards", u"003<002 002<001 001"_s, u"001 002 003"_s, u"001"_s, u"003"_s, u""_s);
    row("fork", kFork, u"base a1 a2 b1 b2"_s, u"base"_s, u"a2 b2"_s, u"a1 b1"_s);
    row("merge", kMerge, u"base a1 a2 b1 b2 join last"_s, u"base"_s, u"last"_s, u"a1 b1"_s);
    row("two bases", kTwoBases, u"001 002 003 004"_s, u"001 003"_s, u"002 004"_s, u"002"_s);
    // A dependency is no descent: 002 stays a head.
    row("depends", kDepends, u"001 002 003 004"_s, u"001 003"_s, u"002 004"_s, u"002"_s);
    row("depends on a later file", u"003!002 001 002<001"_s, u"001 002 003"_s, u"003 001"_s,
        u"003 002"_s, u""_s);
    row("depends on a label", u"001#auth 002!auth"_s, u"001 002"_s, u"001 002"_s, u"001 002"_s,
        u""_s);
}

void TestRevisionGraph::shape()
{
    QFETCH(QString, drawing);
    const RevisionGraph graph = graphOf(drawing);
    QStringList order;
    for (const RevisionPtr& revision : graph.revisions()) {
        order << revision->id.text();
        QVERIFY(graph.contains(revision->id));
        QCOMPARE(graph.revision(revision->id), revision);
    }
    QTEST(order.join(u' '), "order");
    QTEST(textOf(graph.bases()), "bases");
    QTEST(textOf(graph.heads()), "heads");
    const RevisionId first = drawn(drawing).first()->id;
    QTEST(textOf(graph.children(first)), "childrenOfFirst");
}

void TestRevisionGraph::labels_data()
{
    QTest::addColumn<QString>("drawing");
    QTest::addColumn<QString>("expected"); ///< "id=label,label id=..."
    // To all descendants, and down to the previous branch point.
    QTest::newRow("line") << u"001 002<001#x 003<002"_s << u"001=x 002=x 003=x"_s;
    QTest::newRow("fork") << kFork << u"base= a1=left a2=left b1=right b2=right"_s;
    QTest::newRow("at the tip of a fork")
        << u"base a1<base a2<a1#left b1<base"_s << u"base= a1=left a2=left b1="_s;
    QTest::newRow("behind a merge")
        << kMerge << u"base= a1=left a2=left b1=right b2=right join=left,right last=left,right"_s;
    QTest::newRow("two on one") << u"001#b#a 002<001"_s << u"001=a,b 002=a,b"_s;
    QTest::newRow("none") << kLine << u"001= 002= 003="_s;
}

void TestRevisionGraph::labels()
{
    QFETCH(QString, drawing);
    const RevisionGraph graph = graphOf(drawing);
    QStringList found;
    QSet<QString> all;
    for (const RevisionPtr& revision : graph.revisions()) {
        const QStringList labels = graph.labelsOf(revision->id);
        found << revision->id.text() + u'=' + labels.join(u',');
        all.unite({labels.cbegin(), labels.cend()});
    }
    QTEST(found.join(u' '), "expected");
    QStringList sorted = all.values();
    sorted.sort();
    QCOMPARE(graph.labels(), sorted);
}

void TestRevisionGraph::refused_data()
{
    QTest::addColumn<QString>("drawing");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("summary");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const QString& drawing, const QString& code,
                        const QString& summary, const QString& where) {
        QTest::newRow(name) << drawing << code << summary << where;
    };
    row("duplicate", u"001 002<001 002<001"_s, u"project.graph.duplicate"_s,
        u"Revision 002 is present more than once"_s, u"002.sql:2"_s);
    row("missing parent", u"001 003<002"_s, u"project.graph.missing"_s,
        u"Revision 002 referenced from 003 is not present"_s, u"003.sql:3"_s);
    row("a label is no parent", u"001#auth 002<auth"_s, u"project.graph.missing"_s,
        u"Revision auth referenced from 002 is not present"_s, u"002.sql:3"_s);
    row("missing dependency", u"001 002<001!nosuch"_s, u"project.graph.missing"_s,
        u"Revision nosuch referenced from 002 is not present"_s, u"002.sql:4"_s);
    row("self-loop", u"001 002<002"_s, u"project.graph.cycle"_s,
        u"Self-loop is detected in revisions (002)"_s, u"002.sql:3"_s);
    row("dependency self-loop", u"001 002<001!002"_s, u"project.graph.cycle"_s,
        u"Dependency self-loop is detected in revisions (002)"_s, u"002.sql:4"_s);
    row("cycle", u"001<003 002<001 003<002"_s, u"project.graph.cycle"_s,
        u"Cycle is detected in revisions (001, 002, 003)"_s, u"001.sql:3"_s);
    row("cycle, what stands on it is not part of it", u"001 002<001,003 003<002 004<003"_s,
        u"project.graph.cycle"_s, u"Cycle is detected in revisions (002, 003)"_s, u"002.sql:3"_s);
    row("dependency cycle", u"001!002 002<001"_s, u"project.graph.cycle"_s,
        u"Dependency cycle is detected in revisions (001, 002)"_s, u"001.sql:4"_s);
    row("label twice", u"001#auth 002<001#auth"_s, u"project.graph.label"_s,
        u"Branch name 'auth' in revision 002 already used by revision 001"_s, u"002.sql:5"_s);
    row("label like a revision", u"001 002<001#001"_s, u"project.graph.label"_s,
        u"Branch name '001' in revision 002 already used by revision 001"_s, u"002.sql:5"_s);
}

void TestRevisionGraph::refused()
{
    QFETCH(QString, drawing);
    const auto graph = RevisionGraph::build(drawn(drawing));
    QVERIFY(!graph);
    QCOMPARE(graph.error().size(), 1);
    QTEST(graph.error().first().code, "code");
    QTEST(graph.error().first().summary, "summary");
    QTEST(graph.error().first().where.text(), "where");
    QVERIFY(!graph.error().first().hint.isEmpty());
}

void TestRevisionGraph::faultsAreReportedTogether()
{
    const auto graph = RevisionGraph::build(drawn(u"001 001 002<nosuch 003<003 004#x 005#x"_s));
    QVERIFY(!graph);
    QStringList codes;
    for (const Error& error : graph.error())
        codes << error.code.section(u'.', -1);
    codes.sort();
    QCOMPARE(codes, QStringList({u"cycle"_s, u"duplicate"_s, u"label"_s, u"missing"_s}));
}

void TestRevisionGraph::rowsFor_data()
{
    QTest::addColumn<QString>("drawing");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("applied");
    QTest::addColumn<QString>("rowsAgain");
    const auto row = [](const char* name, const QString& drawing, const QString& rows,
                        const QString& applied, const QString& again) {
        QTest::newRow(name) << drawing << rows << applied << again;
    };
    row("nothing", kLine, u""_s, u""_s, u""_s);
    row("middle", kLine, u"002"_s, u"001 002"_s, u"002"_s);
    row("overlap", kLine, u"001 003"_s, u"001 002 003"_s, u"003"_s);
    row("unknown rows count for nothing", kLine, u"dead 001"_s, u"001"_s, u"001"_s);
    row("two heads", kFork, u"b1 a2"_s, u"a1 a2 b1 base"_s, u"a2 b1"_s);
    row("merge", kMerge, u"join"_s, u"a1 a2 b1 b2 base join"_s, u"join"_s);
    // 002 has no row though it ran: never infer that it did not.
    row("depends", kDepends, u"004"_s, u"001 002 003 004"_s, u"004"_s);
}

void TestRevisionGraph::rowsFor()
{
    QFETCH(QString, drawing);
    QFETCH(QString, rows);
    const RevisionGraph graph = graphOf(drawing);
    const QSet<RevisionId> applied = graph.appliedAt(idsOf(rows));
    QTEST(textOf(applied), "applied");
    QTEST(textOf(graph.rowsFor(applied)), "rowsAgain");
    // What stands on a revision is what has it among its ancestors.
    for (const RevisionPtr& one : graph.revisions()) {
        for (const RevisionPtr& other : graph.revisions()) {
            QCOMPARE(graph.withDescendants({one->id}).contains(other->id),
                     graph.withAncestors({other->id}).contains(one->id));
        }
    }
}

void TestRevisionGraph::upgrade_data()
{
    QTest::addColumn<QString>("drawing");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("steps");
    const auto row = [](const QString& drawing, const QString& rows, const QString& target,
                        const QString& steps) {
        QTest::newRow(qPrintable(u"%1 from '%2' in %3"_s.arg(target, rows, drawing)))
            << drawing << rows << target << steps;
    };
    row(kLine, u""_s, u"head"_s, u"001: >001; 002: 001>002; 003: 002>003"_s);
    row(kLine, u"001"_s, u"heads"_s, u"002: 001>002; 003: 002>003"_s);
    row(kLine, u"003"_s, u"head"_s, u""_s);
    row(kLine, u"003"_s, u"001"_s, u""_s); // already below: nothing to do, no error
    row(kLine, u"002"_s, u"base"_s, u""_s);
    row(kLine, u""_s, u"002"_s, u"001: >001; 002: 001>002"_s);
    row(kLine, u""_s, u"+1"_s, u"001: >001"_s);
    row(kLine, u"001"_s, u"+2"_s, u"002: 001>002; 003: 002>003"_s);
    row(kLine, u""_s, u"001+1"_s, u"001: >001; 002: 001>002"_s);
    row(kLine, u""_s, u"003-1"_s, u"001: >001; 002: 001>002"_s);
    row(kLine, u""_s, u"head-1"_s, u"001: >001; 002: 001>002"_s);
    row(u"abcd1 abce2<abcd1"_s, u""_s, u"abcd"_s, u"abcd1: >abcd1"_s);

    row(kFork, u""_s, u"left@head"_s, u"base: >base; a1: base>a1; a2: a1>a2"_s);
    row(kFork, u"a2"_s, u"right@head"_s, u"b1: >b1; b2: b1>b2"_s);
    row(kFork, u"a1"_s, u"right@+1"_s, u"b1: >b1"_s);
    row(kFork, u"a1 b1"_s, u"left@+1"_s, u"a2: a1>a2"_s);
    row(kMerge, u"a2 b2"_s, u"head"_s, u"join: b2>, a2>join; last: join>last"_s);
    row(kMerge, u"a2 b1"_s, u"join"_s, u"b2: b1>b2; join: a2>, b2>join"_s);

    row(kTwoBases, u""_s, u"auth@head"_s, u"001: >001; 002: 001>002"_s);
    row(kTwoBases, u""_s, u"specs"_s, u"003: >003"_s);
    row(kTwoBases, u"002"_s, u"specs@+1"_s, u"003: >003"_s);
    // depends_on pulls the dependency in, and its row gives way.
    row(kDepends, u""_s, u"specs@head"_s, u"001: >001; 002: 001>002; 003: 002>003; 004: 003>004"_s);
    row(kDepends, u"004"_s, u"auth@head"_s, u""_s);
}

void TestRevisionGraph::upgrade()
{
    QFETCH(QString, drawing);
    QFETCH(QString, rows);
    QFETCH(QString, target);
    const auto steps = graphOf(drawing).upgradeSteps(idsOf(rows), target);
    QVERIFY2(steps, steps ? "" : qPrintable(steps.error().text()));
    if (target == u"head" && drawing == kMerge) {
        // Which of the merged rows becomes the merge is Alembic's own whim.
        const QString other = u"join: a2>, b2>join; last: join>last"_s;
        if (textOf(*steps) == other)
            return;
    }
    QTEST(textOf(*steps), "steps");
}

void TestRevisionGraph::downgrade_data()
{
    QTest::addColumn<QString>("drawing");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("steps");
    const auto row = [](const QString& drawing, const QString& rows, const QString& target,
                        const QString& steps) {
        QTest::newRow(qPrintable(u"%1 from '%2' in %3"_s.arg(target, rows, drawing)))
            << drawing << rows << target << steps;
    };
    row(kLine, u"003"_s, u"base"_s, u"003: 003>002; 002: 002>001; 001: 001>"_s);
    row(kLine, u"003"_s, u"-1"_s, u"003: 003>002"_s);
    row(kLine, u"003"_s, u"001"_s, u"003: 003>002; 002: 002>001"_s);
    row(kLine, u"003"_s, u"003"_s, u""_s);
    row(kLine, u""_s, u"base"_s, u""_s);
    row(kLine, u"003"_s, u"001+1"_s, u"003: 003>002"_s);
    row(kLine, u"003"_s, u"003-2"_s, u"003: 003>002; 002: 002>001"_s);
    row(kLine, u"001"_s, u"-1"_s, u"001: 001>"_s);
    row(kFork, u"a2 b2"_s, u"left@-1"_s, u"a2: a2>a1"_s);
    // The base is shared, so both branches go, as Alembic has it.
    row(kFork, u"a1 b2"_s, u"left@base"_s, u"a1: a1>; b2: b2>b1; b1: b1>base; base: base>"_s);
    row(kTwoBases, u"002 004"_s, u"auth@base"_s, u"002: 002>001; 001: 001>"_s);
    row(kTwoBases, u"002 004"_s, u"specs@003"_s, u"004: 004>003"_s);
    // Unmerge: one row comes back beside the other.
    row(kMerge, u"join"_s, u"a2"_s, u"join: >a2, join>b2"_s);
    // 002 comes back when the last one that depended on it is gone.
    row(kDepends, u"004"_s, u"specs@base"_s, u"004: 004>003; 003: 003>002"_s);
    row(kDepends, u"004"_s, u"auth@base"_s,
        u"004: 004>003; 003: 003>002; 002: 002>001; 001: 001>"_s);
}

void TestRevisionGraph::downgrade()
{
    QFETCH(QString, drawing);
    QFETCH(QString, rows);
    QFETCH(QString, target);
    const auto steps = graphOf(drawing).downgradeSteps(idsOf(rows), target);
    QVERIFY2(steps, steps ? "" : qPrintable(steps.error().text()));
    QTEST(textOf(*steps), "steps");
}

void TestRevisionGraph::targetErrors_data()
{
    QTest::addColumn<QString>("drawing");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("direction");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("summary");
    const auto row = [](const QString& drawing, const QString& rows, const QString& direction,
                        const QString& target, const QString& summary) {
        QTest::newRow(qPrintable(u"%1 %2 from '%3' in %4"_s.arg(direction, target, rows, drawing)))
            << drawing << rows << direction << target << summary;
    };
    const QString up = u"upgrade"_s;
    const QString down = u"downgrade"_s;
    for (const QString& direction : {up, down}) {
        row(kLine, u"002"_s, direction, u"nosuch"_s,
            u"Can't locate revision identified by 'nosuch'"_s);
        // Ids of three characters are never abbreviated.
        row(kLine, u"002"_s, direction, u"00"_s, u"Can't locate revision identified by '00'"_s);
        row(kLine, u"dead"_s, direction, u"001"_s, u"Can't locate revision identified by 'dead'"_s);
        row(kFork, u"a2 b2"_s, direction, u"head"_s,
            u"Multiple head revisions are present for given argument 'head'; please specify a "
            u"specific target revision, '<branchname>@head' to narrow to a specific head, or "
            u"'heads' for all heads"_s);
    }
    row(u"abcd1 abcd2<abcd1"_s, u""_s, up, u"abcd"_s,
        u"Can't locate revision identified by 'abcd'"_s);
    row(kTwoBases, u""_s, up, u"auth@003"_s, u"Can't locate revision identified by '003'"_s);
    row(kLine, u""_s, up, u"+4"_s, u"Relative revision +4 didn't produce 4 migrations"_s);
    row(kLine, u"003"_s, up, u"+1"_s, u"Relative revision +1 didn't produce 1 migrations"_s);
    row(kLine, u"003"_s, up, u"-1"_s, u"Relative revision -1 didn't produce 1 migrations"_s);
    row(kFork, u"a1 b1"_s, up, u"+1"_s, u"Ambiguous upgrade from multiple current revisions"_s);
    row(kFork, u"base"_s, up, u"+1"_s, u"Ambiguous walk"_s);
    row(kLine, u"002"_s, down, u"-3"_s, u"Relative revision -3 didn't produce 3 migrations"_s);
    row(kLine, u""_s, down, u"-1"_s, u"Relative revision -1 didn't produce 1 migrations"_s);
    row(kLine, u"002"_s, down, u"+1"_s, u"Relative revision +1 didn't produce 1 migrations"_s);
    row(kLine, u"002"_s, down, u"001-3"_s, u"Walked too far"_s);
    row(kLine, u"001"_s, down, u"002"_s,
        u"Destination 002 is not a valid downgrade target from current head(s)"_s);
    row(kFork, u"a2 b2"_s, down, u"-1"_s, u"downgrade -1 from multiple heads is ambiguous"_s);
    row(kLine, u"002"_s, down, u"nosuch@base"_s, u"Can't locate revision identified by 'nosuch'"_s);
}

void TestRevisionGraph::targetErrors()
{
    QFETCH(QString, drawing);
    QFETCH(QString, rows);
    QFETCH(QString, direction);
    QFETCH(QString, target);
    const RevisionGraph graph = graphOf(drawing);
    const auto steps = direction == u"upgrade" ? graph.upgradeSteps(idsOf(rows), target)
                                               : graph.downgradeSteps(idsOf(rows), target);
    QVERIFY2(!steps, steps ? qPrintable(textOf(*steps)) : "");
    QCOMPARE(steps.error().code, u"usage.target"_s);
    QTEST(steps.error().summary, "summary");
}

void TestRevisionGraph::stamp_data()
{
    QTest::addColumn<QString>("drawing");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("purge");
    QTest::addColumn<QString>("after");
    const auto row = [](const QString& drawing, const QString& rows, const QString& target,
                        const QString& after, bool purge = false) {
        QTest::newRow(qPrintable(
            u"%1%2 from '%3' in %4"_s.arg(target, purge ? u" purge"_s : QString(), rows, drawing)))
            << drawing << rows << target << purge << after;
    };
    row(kLine, u""_s, u"head"_s, u"003"_s);
    row(kLine, u"003"_s, u"001"_s, u"001"_s);
    row(kLine, u"002"_s, u"base"_s, u""_s);
    row(kLine, u"dead"_s, u"002"_s, u"002"_s, true);
    row(kLine, u"dead 001"_s, u"base"_s, u""_s, true);
    row(kTwoBases, u"002"_s, u"003"_s, u"002 003"_s);
    row(kTwoBases, u"002 004"_s, u"auth@base"_s, u"004"_s);
    row(kTwoBases, u"002 004"_s, u"001"_s, u"001 004"_s);
    row(kTwoBases, u""_s, u"heads"_s, u"002 004"_s);
    row(kTwoBases, u"002"_s, u"heads"_s, u"002 004"_s);
    row(kFork, u"a2 b2"_s, u"base"_s, u""_s);
    row(kMerge, u"a2 b2"_s, u"join"_s, u"join"_s);
}

void TestRevisionGraph::stamp()
{
    QFETCH(QString, drawing);
    QFETCH(QString, rows);
    QFETCH(QString, target);
    QFETCH(bool, purge);
    const auto after = graphOf(drawing).stampRows(idsOf(rows), target, purge);
    QVERIFY2(after, after ? "" : qPrintable(after.error().text()));
    QTEST(textOf(*after), "after");
}

void TestRevisionGraph::stampErrors()
{
    const auto unknownRow = graphOf(kLine).stampRows(idsOf(u"dead"_s), u"002"_s, false);
    QVERIFY(!unknownRow);
    QCOMPARE(unknownRow.error().summary, u"Can't locate revision identified by 'dead'"_s);
    const auto twoHeads = graphOf(kFork).stampRows({}, u"head"_s, false);
    QVERIFY(!twoHeads);
    QCOMPARE(twoHeads.error().summary,
             u"Multiple heads are present; please specify a single target revision"_s);
    for (const QString& target : {u"+1"_s, u"-1"_s, u"002+1"_s, u"nosuch"_s})
        QVERIFY(!graphOf(kLine).stampRows(idsOf(u"001"_s), target, false));
}

void TestRevisionGraph::resolveAndKnow_data()
{
    QTest::addColumn<QString>("drawing");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("known");
    QTest::addColumn<QString>("resolved"); ///< "-": an error
    const auto row = [](const QString& drawing, const QString& target, bool known,
                        const QString& resolved) {
        QTest::newRow(qPrintable(target + u" in "_s + drawing))
            << drawing << target << known << resolved;
    };
    row(kLine, u"head"_s, true, u"003"_s);
    row(kLine, u"heads"_s, true, u"003"_s);
    row(kLine, u"base"_s, true, u""_s);
    row(kLine, u"002"_s, true, u"002"_s);
    row(kLine, u"004"_s, false, u"-"_s);
    row(kLine, u"+1"_s, true, u"-"_s);
    row(kLine, u"nosuch@head"_s, false, u"-"_s);
    row(kFork, u"head"_s, true, u"-"_s); // it means something, if too much
    row(kFork, u"heads"_s, true, u"a2 b2"_s);
    row(kFork, u"left"_s, true, u"a1"_s);
    row(kFork, u"left@head"_s, true, u"a2"_s);
    row(kFork, u"right@base"_s, true, u""_s);
    row(u"abcd1 abce2<abcd1"_s, u"abce"_s, true, u"abce2"_s);
}

void TestRevisionGraph::resolveAndKnow()
{
    QFETCH(QString, drawing);
    QFETCH(QString, target);
    const RevisionGraph graph = graphOf(drawing);
    QTEST(graph.knows(target), "known");
    const auto found = graph.resolve(target);
    QTEST(found ? textOf(*found) : u"-"_s, "resolved");
}

void TestRevisionGraph::stepsShowTheRows()
{
    const RevisionGraph graph = graphOf(kMerge);
    const auto steps = graph.downgradeSteps(idsOf(u"last"_s), u"base"_s);
    QVERIFY(steps);
    QList<RevisionId> rows = idsOf(u"last"_s);
    for (const LineageStep& step : *steps) {
        QCOMPARE(step.direction, Direction::Downgrade);
        QCOMPARE(step.rowsBefore, rows);
        for (const VersionChange& change : step.versionChanges) {
            if (!change.from.isEmpty())
                QCOMPARE(rows.removeAll(change.from), 1);
            if (!change.to.isEmpty())
                rows << change.to;
        }
        std::sort(rows.begin(), rows.end());
        QCOMPARE(step.rowsAfter, rows);
    }
    QCOMPARE(steps->size(), 7);
    QVERIFY(rows.isEmpty());
}

void TestRevisionGraph::sectionsByDirection()
{
    const RevisionGraph graph = graphOf(u"001"_s);
    const auto up = graph.upgradeSteps({}, u"head"_s);
    const auto down = graph.downgradeSteps(idsOf(u"001"_s), u"base"_s);
    QVERIFY(up && down);
    QCOMPARE(&up->first().section(), &up->first().revision->up);
    QCOMPARE(&down->first().section(), &down->first().revision->down);
}

void TestRevisionGraph::manyRevisionsInTwoBranches()
{
    constexpr int kLength = 2000;
    QString drawing = u"r0"_s;
    for (int i = 1; i <= kLength; ++i) {
        for (const QString& side : {u"a"_s, u"b"_s}) {
            drawing += u" %1%2<%3"_s.arg(side).arg(i).arg(i == 1 ? u"r0"_s
                                                                 : side + QString::number(i - 1));
        }
    }
    const RevisionGraph graph = graphOf(drawing);
    const QList<RevisionId> heads = idsOf(u"a2000 b2000"_s);
    const auto up = graph.upgradeSteps({}, u"heads"_s);
    QVERIFY(up);
    QCOMPARE(up->size(), 2 * kLength + 1);
    QCOMPARE(up->last().rowsAfter, heads);
    const auto down = graph.downgradeSteps(heads, u"base"_s);
    QVERIFY(down);
    QCOMPARE(down->size(), 2 * kLength + 1);
    QVERIFY(down->last().rowsAfter.isEmpty());
    // One row goes away where the branches part, and one is left for the base.
    QCOMPARE(down->at(down->size() - 2).rowsAfter, idsOf(u"r0"_s));
}

SOCRATES_TEST_MAIN(TestRevisionGraph)
#include "tst_revisiongraph.moc"
