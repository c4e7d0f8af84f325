// SPDX-License-Identifier: MIT
// How long it takes to know the schema at every revision, beside an upgrade through the same
// revisions, and beside nothing but their statements, sent without waiting for the answers: all
// three in the same rounds on the same server. Prints the medians of the two ratios.
#include "core/schema/expectedschema.h"
#include "tests/support/enginebench.h"
#include "tests/support/projectfixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

/// A lineage as it grows in real life: some revisions make a table with what belongs to it, others
/// change one.
QList<RevisionText> revisions(int count)
{
    QList<RevisionText> result;
    QString down;
    for (int number = 1; number <= count; ++number) {
        const int table = number / 3;
        QString up = u"CREATE TABLE t%1 (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "
                     "name varchar(80) NOT NULL UNIQUE, state text DEFAULT 'new' NOT NULL, "
                     "parent bigint, made timestamptz DEFAULT now() NOT NULL);\n"
                     "CREATE INDEX idx_t%1_state ON t%1 (state, made);\n"
                     "ALTER TABLE t%1 ADD CONSTRAINT fk_t%1 FOREIGN KEY (parent) REFERENCES t%1 "
                     "(id) ON DELETE CASCADE;"_s.arg(table);
        if (number % 3 == 1)
            up = u"ALTER TABLE t%1 ADD COLUMN more%2 integer DEFAULT 0 NOT NULL;\n"
                 "CREATE INDEX idx_t%1_%2 ON t%1 (more%2);"_s.arg(table)
                     .arg(number);
        else if (number % 3 == 2)
            up = u"ALTER TABLE t%1 ADD CONSTRAINT check_%2 CHECK (length(name) > 0);\n"
                 "COMMENT ON TABLE t%1 IS 'table %2';"_s.arg(table)
                     .arg(number);
        if (number < 3)
            up = u"CREATE TYPE e%1 AS ENUM ('a', 'b');\nCREATE TABLE s%1 (e e%1, t text);"_s.arg(
                number);
        const QString id = u"%1"_s.arg(number, 4, 10, QLatin1Char('0'));
        result << RevisionText{id, down, up};
        down = id;
    }
    return result;
}

/// What is written so far is flushed by nobody else's time: a server that is durable does so when a
/// database is dropped.
qint64 milliseconds(TestServer& server, const std::function<void()>& work)
{
    server.run(u"postgres"_s, {u"CHECKPOINT"_s});
    QElapsedTimer timer;
    timer.start();
    work();
    return timer.elapsed();
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

void measure(const Project& project, TestServer& server, const char* kind, int rounds)
{
    const DatabaseName name = project.databases().first().name;
    const qsizetype count = project.graph(name).revisions().size();
    const auto connection = server.connect(server.createDatabase(u"bench"_s));
    ExpectedSchemaSource::Options options;
    options.useCache = false;
    options.useCarried = false;
    const ExpectedSchemaSource source(options);
    QList<double> toUpgrade;
    QList<double> toStatements;
    for (int round = 0; round < rounds; ++round) {
        const Bench bench(project, server, {}, name);
        const qint64 upgrade = milliseconds(server, [&] {
            if (const RunReport report = bench.run(); report.result != RunResult::Applied)
                qFatal("%s", qPrintable(report.firstError->text()));
        });
        const qint64 once = milliseconds(server, [&] {
            const auto head =
                source.expectedAt(project, name, project.graph(name).heads(), *connection);
            if (!head)
                qFatal("%s", qPrintable(head.error().text()));
        });
        const qint64 every = milliseconds(server, [&] {
            const auto history = source.history(project, name, *connection);
            if (!history || history->steps.size() != count)
                qFatal("no history");
        });
        toUpgrade << double(every) / double(upgrade);
        toStatements << double(every) / double(once);
        std::printf("%s, round %d: upgrade %lld ms, statements alone %lld ms, schema at every "
                    "revision %lld ms\n",
                    kind, round + 1, static_cast<long long>(upgrade), static_cast<long long>(once),
                    static_cast<long long>(every));
    }
    std::printf("%s, %lld revisions: schema at every revision / upgrade %.2f, / statements alone "
                "%.2f\n",
                kind, static_cast<long long>(count), median(toUpgrade), median(toStatements));
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 200;
    const int rounds = argc > 2 ? QByteArray(argv[2]).toInt() : 5;
    const QTemporaryDir folder;
    const Project project = writeProject(folder.path(), revisions(count));
    TestServer asInstalled({u"fsync=on"_s});
    measure(project, asInstalled, "server as installed", rounds);
    measure(project, TestServer::shared(), "server without fsync", rounds);
    return 0;
}
