// SPDX-License-Identifier: MIT
#include "core/revisions/project.h"
#include "core/revisions/projectreader.h"
#include "core/revisions/revisionfile.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

const QByteArray kJson = R"({
  "databases": [
    {"name": "a"},
    {"name": "b", "folder": "bb", "url_variable": "DATABASE_URL_B"}
  ]
}
)";

QByteArray revision(const QByteArray& id, const QByteArray& down, const QByteArray& database,
                    const QByteArray& extraHeader = {})
{
    return "-- socrates-migration: 1\n-- revision: " + id + "\n-- down_revision: " + down +
           "\n-- database: " + database + "\n" + extraHeader + "-- migrate:up\nCREATE TABLE t" +
           id + " (i int);\n-- migrate:down\nDROP TABLE t" + id + ";\n";
}

/// Path below the project -> content. Paths ending in '/' are folders; content that starts with
/// "->" makes a symbolic link.
using Files = QList<QPair<QString, QByteArray>>;

void write(const QString& root, const Files& files)
{
    for (const auto& [path, content] : files) {
        const QString full = root + u'/' + path;
        if (path.endsWith(u'/')) {
            QVERIFY(QDir().mkpath(full));
            continue;
        }
        QVERIFY(QDir().mkpath(QFileInfo(full).path()));
        QFile::remove(full);
        if (content.startsWith("->")) {
            QVERIFY(QFile::link(QString::fromUtf8(content.mid(2)), full));
            continue;
        }
        QFile file(full);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
}

/// Qt makes shortcuts of Windows there, which are files like others.
bool needsLinks(const Files& files)
{
#ifdef Q_OS_WIN
    return std::any_of(files.cbegin(), files.cend(),
                       [](const auto& file) { return file.second.startsWith("->"); });
#else
    Q_UNUSED(files)
    return false;
#endif
}

Files soundProject()
{
    return {{u"socrates.json"_s, kJson},
            {u"a/001_first.sql"_s, revision("001", "", "a")},
            {u"a/002_second.sql"_s, revision("002", "001", "a")},
            {u"bb/003_third.sql"_s, revision("003", "", "b", "-- requires: a@002\n")}};
}

QString summaryOf(const Errors& errors)
{
    QStringList lines;
    for (const Error& error : errors)
        lines << error.code + u" | "_s + error.text();
    return lines.join(u'\n');
}

} // namespace

class TestProject : public QObject
{
    Q_OBJECT
private slots:
    void theShippedProjectIsSound();
    void defaultsAndOrder();
    void malformed_data();
    void malformed();
    void allFaultsAreReportedTogether();
    void oneFaultIsToldOnce();
    void tolerated_data();
    void tolerated();
    void pipesAreRefusedAndNotWaitedFor();
    void ignorePatterns_data();
    void ignorePatterns();
    void aThousandRevisions();
};

void TestProject::theShippedProjectIsSound()
{
    const auto project = Project::load(QStringLiteral(SOCRATES_SOURCE_DIR) + u"/migrations"_s);
    QVERIFY2(project, project ? "" : qPrintable(summaryOf(project.error())));
    QCOMPARE(project->databases().size(), 2);
    const RevisionGraph& auth = project->graph(DatabaseName(u"socrates_auth"_s));
    const RevisionGraph& specs = project->graph(DatabaseName(u"socrates_specs"_s));
    QCOMPARE(auth.heads(), QList<RevisionId>{RevisionId(u"002"_s)});
    QCOMPARE(auth.bases(), QList<RevisionId>{RevisionId(u"001"_s)});
    QCOMPARE(specs.heads(), QList<RevisionId>{RevisionId(u"004"_s)});
    QCOMPARE(specs.bases(), QList<RevisionId>{RevisionId(u"003"_s)});
    QCOMPARE(auth.labelsOf(RevisionId(u"002"_s)), QStringList{u"auth"_s});
    QCOMPARE(specs.labelsOf(RevisionId(u"004"_s)), QStringList{u"specs"_s});
    const RevisionPtr projects = specs.revision(RevisionId(u"003"_s));
    QCOMPARE(projects->requirements.size(), 1);
    QCOMPARE(projects->requirements.first().database, DatabaseName(u"socrates_auth"_s));
    QCOMPARE(projects->requirements.first().revision, RevisionId(u"002"_s));
    QCOMPARE(projects->references.size(), 1);
    QCOMPARE(projects->references.first().otherTable, u"users"_s);
    QCOMPARE(projects->up.statements.size(), 6);
    QCOMPARE(project->planned().size(), 2);
    QCOMPARE(project->planned().at(0).database, DatabaseName(u"socrates_specs"_s));
    QVERIFY(project->planned().at(1).database.isEmpty());
    QCOMPARE(project->planned().at(1).tables,
             QStringList({u"llm_providers"_s, u"llm_usage_tracking"_s, u"api_keys"_s}));
    QVERIFY(project->checklistText().contains(u"### Database: socrates_specs"_s));
}

void TestProject::defaultsAndOrder()
{
    QTemporaryDir folder;
    write(folder.path(), soundProject());
    const auto project = Project::load(folder.path());
    QVERIFY2(project, project ? "" : qPrintable(summaryOf(project.error())));
    QCOMPARE(project->databases().at(0).name, DatabaseName(u"a"_s));
    QCOMPARE(project->databases().at(0).folder, u"a"_s);
    QCOMPARE(project->databases().at(1).folder, u"bb"_s);
    QCOMPARE(project->databases().at(1).urlVariable, u"DATABASE_URL_B"_s);
    QVERIFY(project->checklistText().isEmpty());
    QCOMPARE(project->database(DatabaseName(u"nosuch"_s)), nullptr);
    QVERIFY(project->graph(DatabaseName(u"nosuch"_s)).revisions().isEmpty());
}

void TestProject::malformed_data()
{
    QTest::addColumn<Files>("changes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("line");

    const auto json = [](const QByteArray& text) { return Files{{u"socrates.json"_s, text}}; };
    const QString jsonFile = u"socrates.json"_s;
    const QString value = u"project.json.value"_s;

    QTest::newRow("json: syntax") << json("{\n\"databases\": [\n{\"name\": }\n]}")
                                  << u"project.json.syntax"_s << jsonFile << 3;
    QTest::newRow("json: empty file") << json("") << u"project.json.syntax"_s << jsonFile << 1;
    QTest::newRow("json: a list") << json("[]") << u"project.json.type"_s << jsonFile << 1;
    QTest::newRow("json: no databases") << json("{}") << value << jsonFile << 1;
    QTest::newRow("json: empty databases")
        << json("{\n\n\"databases\": []}") << value << jsonFile << 3;
    QTest::newRow("json: databases an object")
        << json("{\"databases\": {\"name\": \"a\"}}") << value << jsonFile << 1;
    QTest::newRow("json: a database is a text")
        << json("{\"databases\": [\"a\"]}") << value << jsonFile << 1;
    QTest::newRow("json: unknown key")
        << json("{\"databases\": [{\"name\": \"a\"}],\n\n\"databses\": 1}") << value << jsonFile
        << 3;
    QTest::newRow("json: unknown key of a database")
        << json("{\"databases\": [\n{\"name\": \"a\",\n\"url\": \"x\"}]}") << value << jsonFile
        << 3;
    QTest::newRow("json: name is a number")
        << json("{\"databases\": [\n{\"name\": 1}]}") << value << jsonFile << 2;
    QTest::newRow("json: no name")
        << json("{\"databases\": [{\"folder\": \"a\"}]}") << value << jsonFile << 1;
    QTest::newRow("json: name with @")
        << json("{\"databases\": [\n{\"name\": \"a@b\", \"folder\": \"a\"}]}") << value << jsonFile
        << 2;
    QTest::newRow("json: duplicate name")
        << json("{\"databases\": [{\"name\": \"a\"},\n{\"name\": \"a\", \"folder\": \"bb\"}]}")
        << value << jsonFile << 2;
    QTest::newRow("json: duplicate folder")
        << json("{\"databases\": [{\"name\": \"a\"},\n{\"name\": \"b\", \"folder\": \"a\"}]}")
        << value << jsonFile << 2;
    QTest::newRow("json: duplicate folder, spelled differently")
        << json("{\"databases\": [{\"name\": \"a\"},\n{\"name\": \"b\", \"folder\": \"./a\"}]}")
        << value << jsonFile << 2;
    QTest::newRow("json: folder ..")
        << json("{\"databases\": [\n{\"name\": \"a\", \"folder\": \"../x\"}]}") << value << jsonFile
        << 2;
    QTest::newRow("json: folder absolute")
        << json("{\"databases\": [\n{\"name\": \"a\", \"folder\": \"/tmp\"}]}") << value << jsonFile
        << 2;
    QTest::newRow("json: folder on a drive")
        << json("{\"databases\": [\n{\"name\": \"a\", \"folder\": \"C:a\"}]}") << value << jsonFile
        << 2;
    QTest::newRow("json: folder missing") << json("{\"databases\": [{\"name\": \"nosuch\"}]}")
                                          << u"project.folder.missing"_s << u"nosuch"_s << 0;
    QTest::newRow("json: folder is a file")
        << Files{{jsonFile, "{\"databases\": [{\"name\": \"f\"}]}"}, {u"f"_s, "x"}}
        << u"project.folder.missing"_s << u"f"_s << 0;
    QTest::newRow("json: planned a text")
        << json("{\"databases\": [{\"name\": \"a\"}],\n\"planned\": \"x\"}") << value << jsonFile
        << 2;
    QTest::newRow("json: planned without phase")
        << json("{\"databases\": [{\"name\": \"a\"}],\n\"planned\": [{\"tables\": [\"t\"]}]}")
        << value << jsonFile << 2;
    QTest::newRow("json: planned for an unknown database")
        << json("{\"databases\": [{\"name\": \"a\"}],\n\"planned\": [{\"phase\": 2, \"database\": "
                "\"zz\", \"tables\": []}]}")
        << value << jsonFile << 2;
    QTest::newRow("json: planned tables numbers")
        << json("{\"databases\": [{\"name\": \"a\"}],\n\"planned\": [{\"phase\": 2, \"tables\": "
                "[1]}]}")
        << value << jsonFile << 2;
    QTest::newRow("json: ignore without schema")
        << json("{\"databases\": [{\"name\": \"a\"}],\n\"ignore\": [\"tmp_x\"]}") << value
        << jsonFile << 2;
    QTest::newRow("json: utf-16") << json(QByteArray("\xFF\xFE{\0}\0", 6))
                                  << u"project.file.encoding"_s << jsonFile << 1;
    QTest::newRow("json: missing") << Files{{u"socrates.json"_s, "->nowhere"}}
                                   << u"project.file.unreadable"_s << jsonFile << 0;

    const QString second = u"a/002_second.sql"_s;
    QTest::newRow("duplicate revision") << Files{{u"a/002_zz.sql"_s, revision("002", "001", "a")}}
                                        << u"project.graph.duplicate"_s << u"a/002_zz.sql"_s << 2;
    QTest::newRow("missing parent") << Files{{second, revision("002", "000", "a")}}
                                    << u"project.graph.missing"_s << second << 3;
    QTest::newRow("cycle") << Files{{u"a/001_first.sql"_s, revision("001", "002", "a")}}
                           << u"project.graph.cycle"_s << u"a/001_first.sql"_s << 3;
    QTest::newRow("self-loop") << Files{{second, revision("002", "002", "a")}}
                               << u"project.graph.cycle"_s << second << 3;
    QTest::newRow("dependency cycle")
        << Files{{u"a/001_first.sql"_s, revision("001", "", "a", "-- depends_on: 002\n")}}
        << u"project.graph.cycle"_s << u"a/001_first.sql"_s << 5;
    QTest::newRow("depends_on another database")
        << Files{{second, revision("002", "001", "a", "-- depends_on: 003\n")}}
        << u"project.graph.missing"_s << second << 5;
    QTest::newRow("label twice")
        << Files{{u"a/001_first.sql"_s, revision("001", "", "a", "-- branch_labels: x\n")},
                 {second, revision("002", "001", "a", "-- branch_labels: x\n")}}
        << u"project.graph.label"_s << second << 5;
    QTest::newRow("header of another database") << Files{{second, revision("002", "001", "b")}}
                                                << u"project.header.database"_s << second << 4;
    QTest::newRow("file name of another revision")
        << Files{{u"a/005_x.sql"_s, revision("004", "002", "a")}} << u"project.header.file-name"_s
        << u"a/005_x.sql"_s << 2;
    QTest::newRow("requires an unknown database")
        << Files{{second, revision("002", "001", "a", "-- requires: zz@001\n")}}
        << u"project.graph.requires"_s << second << 5;
    QTest::newRow("requires an unknown revision")
        << Files{{second, revision("002", "001", "a", "-- requires: b@099\n")}}
        << u"project.graph.requires"_s << second << 5;
    QTest::newRow("requires its own database")
        << Files{{second, revision("002", "001", "a", "-- requires: a@001\n")}}
        << u"project.graph.requires"_s << second << 5;
    QTest::newRow("requires each other")
        << Files{{second, revision("002", "001", "a", "-- requires: b@003\n")}}
        << u"project.graph.requires"_s << second << 5;
    QTest::newRow("references an unknown database")
        << Files{{second, revision("002", "001", "a", "-- references: t.c -> zz.u.id\n")}}
        << u"project.graph.references"_s << second << 5;
    QTest::newRow("symbolic link out") << Files{{u"a/009_x.sql"_s, "->/etc/hostname"}}
                                       << u"project.path.outside"_s << u"a/009_x.sql"_s << 0;
    QTest::newRow("symbolic link to nowhere")
        << Files{{u"a/009_x.sql"_s, "->nowhere.sql"}} << u"project.file.unreadable"_s
        << u"a/009_x.sql"_s << 0;
    QTest::newRow("folder is a link out")
        << Files{{jsonFile, "{\"databases\": [{\"name\": \"out\"}]}"}, {u"out"_s, "->/tmp"}}
        << u"project.path.outside"_s << u"out"_s << 0;
    QTest::newRow("checklist is a link out") << Files{{u"CHECKLIST.md"_s, "->/etc/hostname"}}
                                             << u"project.path.outside"_s << u"CHECKLIST.md"_s << 0;
    QTest::newRow("checklist not utf-8") << Files{{u"CHECKLIST.md"_s, "a\nb\xE9\n"}}
                                         << u"project.file.encoding"_s << u"CHECKLIST.md"_s << 2;
    QTest::newRow("over-large") << Files{{second, revision("002", "001", "a") +
                                                      QByteArray(kMaxRevisionFileBytes, ' ')}}
                                << u"project.file.too-large"_s << second << 0;
    QTest::newRow("empty revision file")
        << Files{{second, ""}} << u"project.header.missing-key"_s << second << 1;
}

void TestProject::malformed()
{
    QFETCH(Files, changes);
    QFETCH(QString, code);
    QFETCH(QString, file);
    QFETCH(int, line);
    if (needsLinks(changes))
        QSKIP("Symbolic links cannot be made on this system.");
    QTemporaryDir folder;
    write(folder.path(), soundProject());
    write(folder.path(), changes);
    const auto project = Project::load(folder.path());
    QVERIFY(!project);
    const QString all = summaryOf(project.error());
    const QString path = QFileInfo(folder.path()).canonicalFilePath() + u'/' + file;
    bool found = false;
    for (const Error& error : project.error()) {
        QVERIFY2(error.isKind("project"_L1), qPrintable(all));
        QVERIFY2(!error.hint.isEmpty(), qPrintable(all));
        QVERIFY2(error.where.isValid(), qPrintable(all));
        found =
            found || (error.code == code && error.where.file == path && error.where.line == line);
    }
    QVERIFY2(found, qPrintable(all));
    // One fault is told once, not as a heap of consequences.
    QVERIFY2(project.error().size() <= 4, qPrintable(all));
}

void TestProject::allFaultsAreReportedTogether()
{
    QTemporaryDir folder;
    write(folder.path(), soundProject());
    write(folder.path(), {{u"a/002_second.sql"_s, revision("002", "000", "a", "-- colour: red\n")},
                          {u"a/009_nul.sql"_s, QByteArray("-- a\n\0", 6)},
                          {u"bb/003_third.sql"_s, revision("003", "", "a")},
                          {u"CHECKLIST.md"_s, "\xFF"}});
    const auto project = Project::load(folder.path());
    QVERIFY(!project);
    QStringList codes;
    for (const Error& error : project.error())
        codes << error.code;
    for (const QString& code : {u"project.header.unknown-key"_s, u"project.file.encoding"_s,
                                u"project.header.database"_s})
        QVERIFY2(codes.contains(code), qPrintable(summaryOf(project.error())));
    QCOMPARE(codes.count(u"project.file.encoding"_s), 2);
}

void TestProject::oneFaultIsToldOnce()
{
    // What stands on the broken file, in its own database or in another, is not at fault.
    QTemporaryDir folder;
    write(folder.path(), soundProject());
    write(folder.path(),
          {{u"a/002_second.sql"_s, revision("002", "001", "a", "-- colour: red\n")},
           {u"a/005_next.sql"_s, revision("005", "002", "a")},
           {u"bb/003_third.sql"_s, revision("003", "", "b", "-- requires: a@002\n")}});
    const auto project = Project::load(folder.path());
    QVERIFY(!project);
    QVERIFY2(project.error().size() == 1, qPrintable(summaryOf(project.error())));
    QCOMPARE(project.error().first().code, u"project.header.unknown-key"_s);
}

void TestProject::tolerated_data()
{
    QTest::addColumn<Files>("changes");
    QTest::newRow("BOM") << Files{
        {u"a/002_second.sql"_s, "\xEF\xBB\xBF" + revision("002", "001", "a")}};
    QTest::newRow("CRLF") << Files{
        {u"a/002_second.sql"_s, revision("002", "001", "a").replace("\n", "\r\n")}};
    QTest::newRow("BOM in socrates.json") << Files{{u"socrates.json"_s, "\xEF\xBB\xBF" + kJson}};
    QTest::newRow("other files") << Files{{u"a/README.md"_s, "\xFF\xFE"},
                                          {u"a/.gitkeep"_s, ""},
                                          {u"a/.002_second.sql.swp"_s, "x"},
                                          {u"a/._003.sql"_s, QByteArray("\0", 1)}};
    QTest::newRow("folders are not entered")
        << Files{{u"a/archive/001_first.sql"_s, "nonsense"}, {u"a/x.sql/"_s, {}}};
    QTest::newRow("two heads") << Files{{u"a/004_x.sql"_s, revision("004", "001", "a")}};
    QTest::newRow("the same id in two databases")
        << Files{{u"bb/001_x.sql"_s, revision("001", "003", "b")}};
    QTest::newRow("a link inside") << Files{{u"a/010_x.sql"_s, "->../store/010.txt"},
                                            {u"store/010.txt"_s, revision("010", "002", "a")}};
    QTest::newRow("no revisions yet") << Files{
        {u"socrates.json"_s, "{\"databases\": [{\"name\": \"empty\"}]}"}, {u"empty/"_s, {}}};
    QTest::newRow("five databases")
        << Files{{u"socrates.json"_s,
                  R"({"databases": [{"name": "a"}, {"name": "b", "folder": "bb"}, {"name": "c"},
                      {"name": "d"}, {"name": "e", "folder": "deep/er"}], "ignore": ["*.*.tmp"]})"},
                 {u"c/"_s, {}},
                 {u"d/"_s, {}},
                 {u"deep/er/"_s, {}}};
    QTest::newRow("hexadecimal id")
        << Files{{u"a/ae1027a6acf_x.sql"_s, revision("ae1027a6acf", "002", "a")}};
}

void TestProject::tolerated()
{
    QFETCH(Files, changes);
    if (needsLinks(changes))
        QSKIP("Symbolic links cannot be made on this system.");
    QTemporaryDir folder;
    write(folder.path(), soundProject());
    write(folder.path(), changes);
    const auto project = Project::load(folder.path());
    QVERIFY2(project, project ? "" : qPrintable(summaryOf(project.error())));
}

void TestProject::pipesAreRefusedAndNotWaitedFor()
{
#ifdef Q_OS_UNIX
    QTemporaryDir folder;
    write(folder.path(), soundProject());
    const QByteArray pipe = QFile::encodeName(folder.filePath(u"a/005_pipe.sql"_s));
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    const auto project = Project::load(folder.path());
    QVERIFY(!project);
    QCOMPARE(project.error().first().code, u"project.file.unreadable"_s);
#else
    QSKIP("This system has no pipes among its files.");
#endif
}

void TestProject::ignorePatterns_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<bool>("ignored");
    QTest::newRow("prefix") << u"tmp_x"_s << true;
    QTest::newRow("other") << u"users"_s << false;
    QTest::newRow("one character") << u"log1"_s << true;
    QTest::newRow("two characters") << u"log12"_s << false;
    QTest::newRow("brackets are literal") << u"[x]"_s << true;
    QTest::newRow("not a set") << u"x"_s << false;
}

void TestProject::ignorePatterns()
{
    QFETCH(QString, object);
    QFETCH(bool, ignored);
    QTemporaryDir folder;
    write(folder.path(), soundProject());
    write(folder.path(), {{u"socrates.json"_s,
                           R"({"databases": [{"name": "a"}],
                               "ignore": ["a.public.tmp_*", "a.*.log?", "a.public.[x]"]})"}});
    const auto project = Project::load(folder.path());
    QVERIFY2(project, project ? "" : qPrintable(summaryOf(project.error())));
    QCOMPARE(project->isIgnored(DatabaseName(u"a"_s), u"public"_s, object), ignored);
    QVERIFY(!project->isIgnored(DatabaseName(u"b"_s), u"public"_s, object));
}

void TestProject::aThousandRevisions()
{
    QTemporaryDir folder;
    Files files{{u"socrates.json"_s, "{\"databases\": [{\"name\": \"a\"}]}"}};
    QByteArray previous;
    for (int i = 1; i <= 1000; ++i) {
        const QByteArray id = QByteArray::number(i).rightJustified(4, '0');
        files << qMakePair(QString::fromLatin1("a/" + id + "_x.sql"), revision(id, previous, "a"));
        previous = id;
    }
    write(folder.path(), files);
    const auto project = Project::load(folder.path());
    QVERIFY(project.has_value());
    QCOMPARE(project->databases().first().graph.revisions().size(), 1000);
    const auto steps = project->databases().first().graph.upgradeSteps({}, u"head"_s);
    QVERIFY(steps.has_value());
    QCOMPARE(steps->size(), 1000);
    QCOMPARE(steps->last().rowsAfter, QList<RevisionId>{RevisionId(u"1000"_s)});
}

SOCRATES_TEST_MAIN(TestProject)
#include "tst_project.moc"
