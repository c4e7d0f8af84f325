// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/testserver.h"

namespace socrates::test {

/// The realistic schemas of tests/data/schemas: "shop", "forum", "cms".
QStringList schemaFixtures();
/// Bigger ones, changed by mutationsOf(): "ledger", "tracker".
QStringList biggerFixtures();
/// A file of that folder.
QString fixtureText(const QString& file);
QStringList statementsOf(const QString& sql);
/// The roles that the schemas speak of, on the shared server: app_owner, app_reader, app_writer.
void makeFixtureRoles();
/// A new database with the schema in it, made by the superuser; its name.
QString databaseOfFixture(const QString& name);

} // namespace socrates::test
