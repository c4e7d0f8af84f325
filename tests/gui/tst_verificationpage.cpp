// SPDX-License-Identifier: MIT
#include "app/verification/checklistmodel.h"
#include "app/verification/definitiondiff.h"
#include "app/verification/verificationfilter.h"
#include "app/verification/verificationmodel.h"
#include "app/verification/verificationpage.h"
#include "app/widgets/language.h"
#include "tests/support/guitestmain.h"
#include "tests/support/pagesamples.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::ui;
using namespace socrates::test;

namespace {

QModelIndex findRow(const QAbstractItemModel& model, const QString& text)
{
    const QModelIndexList found = model.match(model.index(0, 0), Qt::DisplayRole, text, 1,
                                              Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.constFirst();
}

} // namespace

class VerificationPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void modelIsSound();
    void treeHasTheShapeOfADatabase();
    void kindsOfOneLabelShareANode();
    void aTableIsCalledOneInTheReadersLanguage();
    void chipsFilterAndCount();
    void textFilters();
    void headline_data();
    void headline();
    void fixIsCopied();
    void misplacedTableSaysHowItCouldLeave();
    void rowShowsItsDifference();
    void theResultStaysInSight();
    void busyAndUnavailable();
    void findingsAreListed();
    void diff_data();
    void diff();
};

void VerificationPageTest::modelIsSound()
{
    VerificationModel model;
    VerificationFilter filter(&model);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester proxyTester(
        &filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setVerifications({authVerification(false)});
    filter.setFilter({int(ComparisonLine::Outcome::Missing)}, {});
    model.setVerifications({authVerification(true), authVerification(false)});
    model.setVerifications({});
    ChecklistModel checklist;
    const QAbstractItemModelTester checklistTester(
        &checklist, QAbstractItemModelTester::FailureReportingMode::QtTest);
    checklist.setVerifications({authVerification(false)});
    QCOMPARE(checklist.itemCount(), 3);
    QCOMPARE(checklist.rowCount(), 4); // a heading for the database
    QVERIFY(checklist.isHeading(0));
    QCOMPARE(checklist.tickedCount(), 2);
}

void VerificationPageTest::treeHasTheShapeOfADatabase()
{
    VerificationModel model;
    model.setVerifications({authVerification(false)});
    const QModelIndex email = findRow(model, u"email"_s);
    QVERIFY(email.isValid());
    QCOMPARE(email.parent().data().toString(), u"Columns"_s);
    QCOMPARE(email.parent().parent().data().toString(), u"users"_s);
    QCOMPARE(email.parent().parent().parent().data().toString(), u"socrates_auth"_s);
    QCOMPARE(email.siblingAtColumn(VerificationModel::FoundColumn).data().toString(),
             u"character varying(100)"_s);
    QVERIFY(email.siblingAtColumn(VerificationModel::ResultColumn)
                .data()
                .toString()
                .startsWith(u"Different"_s));
    QVERIFY(!email.siblingAtColumn(VerificationModel::ResultColumn)
                 .data(Qt::DecorationRole)
                 .value<QIcon>()
                 .isNull());
    QCOMPARE(findRow(model, u"mood"_s).parent().data().toString(), u"Types"_s);
    // A table that matches does not hide what differs in it.
    const QModelIndex users = findRow(model, u"users"_s);
    QCOMPARE(users.data(VerificationModel::OutcomeRole).toInt(),
             int(ComparisonLine::Outcome::Match));
    QVERIFY(
        users.siblingAtColumn(VerificationModel::ResultColumn).data().toString().contains(u'2'));
    QVERIFY(!email.data(Qt::AccessibleTextRole).toString().isEmpty());
}

void VerificationPageTest::kindsOfOneLabelShareANode()
{
    using Kind = SchemaObject::Kind;
    DatabaseVerification verification = authVerification(true);
    verification.comparison.lines.clear();
    for (const Kind kind :
         {Kind::Enum, Kind::RangeType, Kind::Function, Kind::Aggregate, Kind::Grant, Kind::Owner})
        verification.comparison.lines
            << comparisonLine(ComparisonLine::Outcome::Extra, kind, {}, kindText(kind), {}, {});
    VerificationModel model;
    model.setVerifications({verification});
    QStringList groups;
    const QModelIndex database = model.index(0, 0);
    for (int row = 0; row < model.rowCount(database); ++row)
        groups << model.index(row, 0, database).data().toString();
    QCOMPARE(groups, (QStringList{u"Types"_s, u"Functions"_s, u"Owners and grants"_s}));
}

void VerificationPageTest::aTableIsCalledOneInTheReadersLanguage()
{
    using Kind = SchemaObject::Kind;
    DatabaseVerification verification = authVerification(true);
    verification.comparison.lines = {comparisonLine(ComparisonLine::Outcome::Match, Kind::Table, {},
                                                    u"users"_s, u"table"_s, u"table"_s),
                                     comparisonLine(ComparisonLine::Outcome::Match, Kind::Column,
                                                    u"users"_s, u"id"_s, u"uuid not null"_s,
                                                    u"uuid not null"_s)};
    VerificationModel model;
    model.setVerifications({verification});
    const auto expectedOf = [&](const QString& name) {
        return findRow(model, name)
            .siblingAtColumn(VerificationModel::ExpectedColumn)
            .data()
            .toString();
    };
    QCOMPARE(expectedOf(u"users"_s), u"table"_s);
    const Translation greek(u"el"_s);
    QCOMPARE(expectedOf(u"users"_s), u"πίνακας"_s);
    QCOMPARE(expectedOf(u"id"_s), u"uuid not null"_s); // SQL is no language of people
}

void VerificationPageTest::chipsFilterAndCount()
{
    VerificationPage page;
    page.setVerifications({authVerification(false)});
    auto* tree = page.findChild<QTreeView*>(u"verificationTree"_s);
    auto* missing = page.findChild<QToolButton*>(u"missingChipButton"_s);
    QVERIFY(missing->text().contains(u'1'));
    QTest::mouseClick(missing, Qt::LeftButton);
    QVERIFY(findRow(*tree->model(), u"idx_users_email"_s).isValid());
    QVERIFY(!findRow(*tree->model(), u"email"_s).isValid());
    QTest::mouseClick(page.findChild<QToolButton*>(u"differentChipButton"_s), Qt::LeftButton);
    QVERIFY(findRow(*tree->model(), u"email"_s).isValid());
    QTest::mouseClick(missing, Qt::LeftButton);
    QVERIFY(!findRow(*tree->model(), u"idx_users_email"_s).isValid());
}

void VerificationPageTest::textFilters()
{
    VerificationPage page;
    page.setVerifications({authVerification(false)});
    auto* tree = page.findChild<QTreeView*>(u"verificationTree"_s);
    QTest::keyClicks(page.filterEdit(), u"btree"_s);
    QVERIFY(findRow(*tree->model(), u"idx_users_email"_s).isValid());
    QVERIFY(!findRow(*tree->model(), u"mood"_s).isValid());
    page.setFilterText(u"no such object"_s);
    QCOMPARE(tree->model()->rowCount(), 0);
    QVERIFY(!page.findChild<QLabel*>(u"nothingShownLabel"_s)->isHidden());
}

void VerificationPageTest::headline_data()
{
    QTest::addColumn<QList<int>>("outcomes");
    QTest::addColumn<QStringList>("pending");
    QTest::addColumn<QString>("text");
    using Outcome = ComparisonLine::Outcome;
    const int match = int(Outcome::Match);
    const int missing = int(Outcome::Missing);
    QTest::newRow("all") << QList{match, match} << QStringList() << u"All 2 checks match"_s;
    QTest::newRow("one") << QList{match, missing} << QStringList()
                         << u"1 of 2 checks match – 1 missing index: i1"_s;
    QTest::newRow("several") << QList{missing, match, missing, int(Outcome::Extra)} << QStringList()
                             << u"1 of 4 checks match – 2 missing, 1 extra"_s;
    QTest::newRow("pending") << QList{match} << QStringList{u"002"_s}
                             << u"The 1 check matches – 1 revision is pending: 002 in db"_s;
    QTest::newRow("many pending") << QList{match, missing}
                                  << QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}
                                  << u"1 of 2 checks match – 1 missing index: i1, "
                                     "5 revisions are pending: 5 in db"_s;
}

void VerificationPageTest::headline()
{
    QFETCH(QList<int>, outcomes);
    DatabaseVerification verification;
    verification.name = DatabaseName(u"db"_s);
    for (qsizetype i = 0; i < outcomes.size(); ++i)
        verification.comparison.lines
            << comparisonLine(ComparisonLine::Outcome(outcomes.at(i)), SchemaObject::Kind::Index,
                              u"t"_s, u"i%1"_s.arg(i), u"a"_s, u"a"_s);
    QFETCH(QStringList, pending);
    for (const QString& id : pending)
        verification.status.pending << RevisionId(id);
    VerificationPage page;
    page.setVerifications({verification});
    QTEST(page.findChild<QLabel*>(u"verificationHeadlineLabel"_s)->text(), "text");
}

void VerificationPageTest::fixIsCopied()
{
    VerificationPage page;
    DatabaseVerification broken = authVerification(false);
    broken.expected.add(schemaObject(SchemaObject::Kind::Index, u"users"_s, u"idx_users_email"_s,
                                     u"btree (email)"_s));
    page.setVerifications({broken});
    auto* tree = page.findChild<QTreeView*>(u"verificationTree"_s);
    auto* copy = page.findChild<QPushButton*>(u"copyFixSqlButton"_s);
    QVERIFY(!copy->isEnabled());
    tree->setCurrentIndex(findRow(*tree->model(), u"idx_users_email"_s));
    QVERIFY(copy->isEnabled());
    QTest::mouseClick(copy, Qt::LeftButton);
    const QString sql = QGuiApplication::clipboard()->text();
    QVERIFY2(sql.startsWith(u"CREATE INDEX \"idx_users_email\" ON "_s) &&
                 sql.endsWith(u"(email);"_s),
             qPrintable(sql));
    tree->setCurrentIndex(findRow(*tree->model(), u"users_pkey"_s));
    QVERIFY(!copy->isEnabled());
}

void VerificationPageTest::misplacedTableSaysHowItCouldLeave()
{
    VerificationPage page;
    DatabaseVerification verification = authVerification(true);
    verification.found.add(schemaObject(SchemaObject::Kind::Table, {}, u"projects"_s, {}));
    verification.comparison.lines << comparisonLine(
        ComparisonLine::Outcome::Misplaced, SchemaObject::Kind::Table, {}, u"projects"_s, {}, {});
    verification.misplaced.sql = {u"DROP TABLE public.projects"_s};
    page.setVerifications({verification});
    auto* tree = page.findChild<QTreeView*>(u"verificationTree"_s);
    auto* copy = page.findChild<QPushButton*>(u"copyFixSqlButton"_s);
    auto* told = page.findChild<QTextBrowser*>(u"verificationDifferenceBrowser"_s);
    tree->setCurrentIndex(findRow(*tree->model(), u"projects"_s));
    QVERIFY(told->toPlainText().contains(u"DROP TABLE public.projects;"_s));
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"DROP TABLE public.projects;"_s);

    verification.misplaced = {{}, {}, {u"table projects with 3 rows"_s}, u"There are rows."_s};
    page.setVerifications({verification});
    tree->setCurrentIndex({});
    tree->setCurrentIndex(findRow(*tree->model(), u"projects"_s));
    QVERIFY2(told->toPlainText().contains(u"There are rows."_s), qPrintable(told->toPlainText()));
    QVERIFY(!copy->isEnabled());
}

void VerificationPageTest::rowShowsItsDifference()
{
    const auto project = Project::load(u"" SOCRATES_SOURCE_DIR "/migrations"_s);
    QVERIFY(project);
    VerificationPage page;
    page.setProject(*project);
    page.setVerifications({authVerification(false)});
    auto* tree = page.findChild<QTreeView*>(u"verificationTree"_s);
    auto* difference = page.findChild<QTextBrowser*>(u"verificationDifferenceBrowser"_s);
    tree->setCurrentIndex(findRow(*tree->model(), u"email"_s));
    QVERIFY(difference->toPlainText().contains(u"character varying(255) not null"_s));
    QVERIFY(difference->toPlainText().contains(u"character varying(100)"_s));
    QVERIFY(difference->toHtml().contains(u"line-through"_s));
    auto* table = page.findChild<QPlainTextEdit*>(u"describeTableEdit"_s);
    QVERIFY(table->toPlainText().contains(u"users_pkey"_s));
    QTest::mouseClick(page.findChild<QPushButton*>(u"copyDetailsButton"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), difference->toPlainText());

    tree->setCurrentIndex(findRow(*tree->model(), u"idx_users_email"_s));
    QSignalSpy link(&page, &VerificationPage::revisionLinkActivated);
    emit difference->anchorClicked(QUrl(u"revision:001"_s));
    QCOMPARE(link.size(), 1);
    QCOMPARE(link.at(0).at(0).value<DatabaseName>().text(), u"socrates_auth"_s);
    QCOMPARE(link.at(0).at(1).value<RevisionId>().text(), u"001"_s);
    QVERIFY(difference->toHtml().contains(u"revision:001"_s));
}

/// In a small window with a large font, too: it is what is looked for.
void VerificationPageTest::theResultStaysInSight()
{
    QFont large = qApp->font();
    large.setPointSizeF(large.pointSizeF() + 4);
    VerificationPage page;
    page.setFont(large);
    page.setVerifications({authVerification(false)});
    page.resize(900, 500);
    page.show();
    const auto* tree = page.findChild<QTreeView*>(u"verificationTree"_s);
    const QModelIndex root = tree->model()->index(0, VerificationModel::ResultColumn);
    QVERIFY(tree->viewport()->rect().contains(tree->visualRect(root)));
    QVERIFY(tree->visualRect(root).width() > 0);
}

void VerificationPageTest::busyAndUnavailable()
{
    VerificationPage page;
    QSignalSpy verify(&page, &VerificationPage::verifyRequested);
    auto* empty = page.findChild<QPushButton*>(u"emptyActionButton"_s);
    QTest::mouseClick(empty, Qt::LeftButton);
    QCOMPARE(verify.size(), 1);
    page.setUnavailable(u"Not connected"_s);
    QSignalSpy connecting(&page, &VerificationPage::connectRequested);
    QTest::mouseClick(empty, Qt::LeftButton);
    QCOMPARE(connecting.size(), 1);
    QCOMPARE(verify.size(), 1);
    page.setUnavailable({});
    page.setVerifications({authVerification(true)});
    auto* button = page.findChild<QPushButton*>(u"verifyButton"_s);
    page.setBusy(true, u"Verifying socrates_auth..."_s);
    QVERIFY(!button->isEnabled());
    QCOMPARE(page.findChild<QLabel*>(u"verificationHeadlineLabel"_s)->text(),
             u"Verifying socrates_auth..."_s);
    page.setBusy(false);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(verify.size(), 2);
    QSignalSpy exported(&page, &VerificationPage::exportRequested);
    QTest::mouseClick(page.findChild<QPushButton*>(u"exportVerificationButton"_s), Qt::LeftButton);
    QCOMPARE(exported.size(), 1);
}

void VerificationPageTest::findingsAreListed()
{
    VerificationPage page;
    DatabaseVerification broken;
    broken.name = DatabaseName(u"socrates_specs"_s);
    broken.error = Error{.code = u"conn.refused"_s, .summary = u"Nothing listens"_s};
    page.setVerifications({authVerification(false), broken});
    QVERIFY(page.findChild<QListWidget*>(u"rightsList"_s)
                ->item(0)
                ->text()
                .contains(u"app may not read"_s));
    QVERIFY(
        page.findChild<QListWidget*>(u"notComparedList"_s)->item(0)->text().contains(u"2 rules"_s));
    QVERIFY(page.findChild<QLabel*>(u"verificationStampLabel"_s)
                ->text()
                .contains(u"Nothing listens"_s));
    QVERIFY(page.findChild<QLabel*>(u"verificationStampLabel"_s)
                ->text()
                .contains(u"db.example.com:5432"_s));
    QVERIFY(page.findChild<QLabel*>(u"verificationHeadlineLabel"_s)
                ->text()
                .contains(u"socrates_specs could not be verified"_s));
}

void VerificationPageTest::diff_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("marked");
    QTest::newRow("equal") << u"a b"_s << u"a b"_s << u"a b"_s;
    QTest::newRow("word") << u"varchar(255) not null"_s << u"varchar(100) not null"_s
                          << u"varchar([-255][+100]) not null"_s;
    QTest::newRow("nothing found") << u"a b"_s << QString() << u"[-a b]"_s;
    QTest::newRow("nothing expected") << QString() << u"a"_s << u"[+a]"_s;
    QTest::newRow("shorter") << u"text not null"_s << u"text"_s << u"text[- not null]"_s;
}

void VerificationPageTest::diff()
{
    QFETCH(QString, expected);
    QFETCH(QString, found);
    QString marked;
    QString left;
    QString right;
    for (const DiffPart& part : diffDefinitions(expected, found)) {
        if (part.side != DiffPart::Side::Found)
            left += part.text;
        if (part.side != DiffPart::Side::Expected)
            right += part.text;
        marked += part.side == DiffPart::Side::Both       ? part.text
                  : part.side == DiffPart::Side::Expected ? u"[-"_s + part.text + u']'
                                                          : u"[+"_s + part.text + u']';
    }
    QCOMPARE(left, expected);
    QCOMPARE(right, found);
    QTEST(marked, "marked");
}

SOCRATES_GUI_TEST_MAIN(VerificationPageTest)
#include "tst_verificationpage.moc"
