// SPDX-License-Identifier: MIT
#include "tests/support/schemafixtures.h"

#include "core/sql/splitter.h"

#include <QFile>

namespace socrates::test {

using namespace Qt::StringLiterals;

QStringList schemaFixtures()
{
    return {u"shop"_s, u"forum"_s, u"cms"_s};
}

QStringList biggerFixtures()
{
    return {u"ledger"_s, u"tracker"_s};
}

QString fixtureText(const QString& file)
{
    QFile opened(QStringLiteral(SOCRATES_SOURCE_DIR "/tests/data/schemas/") + file);
    if (!opened.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(opened.fileName()));
    return QString::fromUtf8(opened.readAll());
}

QStringList statementsOf(const QString& sql)
{
    QStringList result;
    for (const core::Statement& statement : core::splitStatements(sql))
        result << statement.text;
    return result;
}

void makeFixtureRoles()
{
    for (const QString& role : {u"app_owner"_s, u"app_reader"_s, u"app_writer"_s})
        TestServer::shared().run(u"postgres"_s, {u"CREATE ROLE "_s + role});
}

QString databaseOfFixture(const QString& name)
{
    TestServer& server = TestServer::shared();
    const QString database = server.createDatabase(name);
    server.run(database, statementsOf(fixtureText(name + u".sql"_s)));
    return database;
}

} // namespace socrates::test
