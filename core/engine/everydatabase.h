// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/session.h"
#include "core/revisions/project.h"

#include <QFuture>
#include <QMap>

namespace socrates::core {

/// Puts a question to every connected database at once, each on the thread of its session:
/// Result<Answer> question(Connection&, const DatabaseName&, const QString& role). The answers come
/// in project order; where one could not be had, it holds the `name` and the `error`. Blocks until
/// all have answered: not for the GUI thread.
template <class Answer, class Question>
QList<Answer> askEveryDatabase(const Project& project,
                               const QMap<DatabaseName, SessionPtr>& sessions,
                               const Question& question)
{
    QList<std::pair<DatabaseName, QFuture<Result<Answer>>>> waiting;
    for (const ProjectDatabase& database : project.databases()) {
        const SessionPtr session = sessions.value(database.name);
        if (!session)
            continue;
        waiting << std::pair(
            database.name,
            session->submit([&question, name = database.name,
                             role = session->role()](Connection& connection) -> Result<Answer> {
                return question(connection, name, role);
            }));
    }
    QList<Answer> answers;
    for (auto& [name, future] : waiting) {
        Result<Answer> answer = future.result();
        if (answer) {
            answers << std::move(*answer);
            continue;
        }
        Answer broken;
        broken.name = name;
        broken.error = answer.error();
        answers << broken;
    }
    return answers;
}

} // namespace socrates::core
