// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/lane.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testserver.h"

namespace socrates::test {

inline const core::DatabaseName kOne(QStringLiteral("one"));

/// A project of one database: a table, then a column of it.
inline ProjectFolder twoSteps(bool isLastTransactional = true)
{
    using namespace Qt::StringLiterals;
    ProjectFolder folder({u"one"_s});
    folder.add(u"one"_s, {u"001"_s, {}, u"CREATE TABLE a (id int);"_s, u"DROP TABLE a;"_s});
    ProjectFolder::Draft second{u"002"_s, u"001"_s, u"ALTER TABLE a ADD COLUMN x int;"_s,
                                u"ALTER TABLE a DROP COLUMN x;"_s};
    second.upOptions = isLastTransactional ? QString() : u"transaction:false"_s;
    folder.add(u"one"_s, second);
    return folder;
}

/// A database of the project (kOne, unless told otherwise) on a server, with what plans and runs
/// it.
struct Bench
{
    core::Project project;
    core::DatabaseName name;
    QString database;
    core::SessionPtr session;

    explicit Bench(core::Project p, TestServer& server = TestServer::shared(),
                   const QString& owner = {}, core::DatabaseName n = kOne)
        : project(std::move(p))
        , name(std::move(n))
        , database(server.createDatabase(QStringLiteral("one"), owner))
    {
        session = std::make_shared<core::Session>(name, server.parameters(database));
    }
    core::Result<core::Plan> plan(const QString& target = QStringLiteral("head")) const
    {
        return core::makePlan(project, core::readStatuses(project, {{name, session}}),
                              core::Direction::Upgrade, {core::TargetSpec{name, target}});
    }
    core::RunReport run(const QString& target = QStringLiteral("head"),
                        const core::RunOptions& options = {},
                        core::RunObserver* observer = nullptr) const
    {
        return core::runPlan(project, *plan(target), {{name, session}}, options, {}, observer);
    }
};

} // namespace socrates::test
