// SPDX-License-Identifier: MIT
#include "tests/support/projectfixture.h"

#include <QDir>
#include <QFile>

namespace socrates::test {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

void writeFile(const QString& path, const QString& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

Project loadProject(const QString& folder)
{
    auto project = Project::load(folder);
    if (!project)
        qFatal("%s", qPrintable(project.error().first().text()));
    return *project;
}

Project planProject()
{
    return loadProject(QStringLiteral(SOCRATES_SOURCE_DIR) + u"/migrations"_s);
}

Project writeProject(const QString& folder, const QList<RevisionText>& revisions)
{
    QDir().mkpath(folder + u"/app"_s);
    writeFile(folder + u"/socrates.json"_s, u"{\"databases\": [{\"name\": \"app\"}]}"_s);
    for (const RevisionText& revision : revisions) {
        writeFile(
            folder + u"/app/"_s + revision.id + u".sql"_s,
            u"-- socrates-migration: 1\n-- revision: %1\n-- down_revision: %2\n-- database: app\n\n"
            "-- migrate:up%3\n%4\n\n-- migrate:down\nSELECT 1;\n"_s.arg(
                revision.id, revision.down,
                revision.transactional ? QString() : u" transaction:false"_s, revision.up));
    }
    return loadProject(folder);
}

void applyRevisions(TestServer& server, const QString& database, const Project& project,
                    const DatabaseName& name, const QStringList& rows)
{
    QList<RevisionId> ids;
    QStringList statements{u"CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                           "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"_s};
    for (const QString& row : rows) {
        ids << RevisionId(row);
        statements << u"INSERT INTO alembic_version VALUES ('%1')"_s.arg(row);
    }
    const QSet<RevisionId> applied = project.graph(name).appliedAt(ids);
    for (const RevisionPtr& revision : project.graph(name).revisions()) {
        if (!applied.contains(revision->id))
            continue;
        for (const Statement& statement : revision->up.statements)
            statements << statement.text;
    }
    server.run(database, statements);
}

QString databaseAt(const core::DatabaseName& name, const QStringList& rows, const QStringList& then)
{
    TestServer& server = TestServer::shared();
    const QString database = server.createDatabase(name.text());
    applyRevisions(server, database, planProject(), name, rows);
    server.run(database, then);
    return database;
}

} // namespace socrates::test
