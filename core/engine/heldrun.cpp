// SPDX-License-Identifier: MIT
#include "core/engine/heldrun.h"

#include "core/base/texts.h"
#include "core/engine/pairrecovery.h"
#include "core/sql/lexer.h"

#include <QThread>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

bool isBusy(const Error& error)
{
    return error.code == "busy.lock"_L1 || error.code == "busy.migrating"_L1;
}

/// What PREPARE TRANSACTION would refuse, as far as a statement's text shows.
QString unpreparable(const Statement& statement)
{
    QStringList words;
    for (const Token& token : tokenize(statement.text)) {
        if (token.kind == Token::Kind::Word && words.size() < 4)
            words << statement.text.mid(token.offset, token.length).toUpper();
    }
    const QString verb = words.value(0);
    if (verb == "LISTEN"_L1 || verb == "NOTIFY"_L1 || verb == "UNLISTEN"_L1)
        return Texts::tr("uses %1").arg(verb);
    if (words.contains("TEMP"_L1) || words.contains("TEMPORARY"_L1))
        return Texts::tr("makes a temporary object");
    return {};
}

} // namespace

std::optional<Error> transactionModeObstacle(const Plan& plan, TransactionMode mode)
{
    if (mode == TransactionMode::EachStep)
        return std::nullopt;
    Error error;
    error.code = u"usage.mode"_s;
    QList<DatabaseName> order = plan.touchedDatabases();
    for (const PlannedStep& step : plan.steps) {
        error.database = step.database.text();
        error.revision = step.step.revision->id.text();
        if (!step.step.section().transactional) {
            error.summary =
                Texts::tr("%1 runs outside a transaction, so this run cannot be one transaction.")
                    .arg(step.step.revision->id.text());
            error.hint = Texts::tr(
                "Run it with each step in its own transaction (--mode each), or up to the "
                "revision before it.");
            error.where = {step.step.revision->filePath, step.step.section().firstLine, 0};
            return error;
        }
        for (const int other : step.waitsFor) {
            if (mode == TransactionMode::AllInOne &&
                order.indexOf(plan.steps.at(other).database) > order.indexOf(step.database)) {
                error.summary =
                    Texts::tr("The databases require each other in turns, so neither can be "
                              "committed as a whole before the other.");
                error.hint = Texts::tr("Use the mode for both databases or neither (--mode both).");
                return error;
            }
        }
    }
    return std::nullopt;
}

QString twoPhaseObstacle(const Plan& plan)
{
    const QList<DatabaseName> order = plan.touchedDatabases();
    const auto statusOf = [&plan](const DatabaseName& name) -> const DatabaseStatus& {
        return *std::find_if(plan.databases.cbegin(), plan.databases.cend(),
                             [&](const DatabaseStatus& status) { return status.name == name; });
    };
    if (order.size() < 2)
        return {};
    const DatabaseStatus& decider = statusOf(order.constFirst());
    if (!decider.log.isUsable())
        return Texts::tr("%1 lets this role keep no log, where the decision is recorded")
            .arg(decider.name.text());
    if (identityOf(decider).isEmpty())
        return Texts::tr("the server of %1 does not say who it is").arg(decider.name.text());
    QMap<DatabaseName, QStringList> rows;
    for (const PlannedStep& step : plan.steps) {
        rows.insert(step.database, idTexts(step.step.rowsAfter));
        if (step.database == decider.name)
            continue;
        for (const Statement& statement : step.step.section().statements) {
            const QString why = unpreparable(statement);
            if (!why.isEmpty())
                return Texts::tr("%1 %2 %3, which cannot be prepared")
                    .arg(step.database.text(), step.step.revision->id.text(), why);
        }
    }
    for (const DatabaseName& name : order.mid(1)) {
        if (!statusOf(name).allowsPrepared)
            return Texts::tr("the server of %1 allows no prepared transactions "
                             "(max_prepared_transactions is 0)")
                .arg(name.text());
        const QString gid = PreparedHalf::makeGid(newLogToken(), identityOf(decider), decider.name,
                                                  rows.value(name).join(u','));
        if (gid.toUtf8().size() > kLongestGid)
            return Texts::tr("the name of the prepared transaction would be too long");
    }
    return {};
}

HeldRun::HeldRun(const Project& project, const Plan& plan,
                 const QMap<DatabaseName, SessionPtr>& sessions, const RunOptions& options,
                 QString runId, LaneCoordinator& coordinator)
    : m_project(project)
    , m_plan(plan)
    , m_sessions(sessions)
    , m_options(options)
    , m_runId(std::move(runId))
    , m_coordinator(coordinator)
{}

void HeldRun::cancelStatements()
{
    QList<StatementCanceller> cancellers;
    {
        const std::lock_guard lock(m_mutex);
        cancellers = m_cancellers;
    }
    for (const StatementCanceller& canceller : std::as_const(cancellers))
        static_cast<void>(canceller.cancel()); // nothing to cancel is fine
}

std::optional<Error> HeldRun::run()
{
    if (auto obstacle = transactionModeObstacle(m_plan, m_options.mode))
        return obstacle;
    const QList<DatabaseName> names = m_plan.touchedDatabases();
    if (names.isEmpty())
        return std::nullopt;
    if (m_options.mode == TransactionMode::BothOrNeither)
        return runGroup(names);
    for (const DatabaseName& name : names) {
        if (!m_coordinator.mayStart())
            break;
        if (auto error = runGroup({name}))
            return error;
    }
    return std::nullopt;
}

std::optional<Error> HeldRun::runGroup(const QList<DatabaseName>& names)
{
    for (int attempt = 1;; ++attempt) {
        Held held;
        const Done done = runOnce(names, held);
        {
            const std::lock_guard lock(m_mutex);
            m_cancellers.clear();
        }
        if (done)
            return std::nullopt;
        const Failure& failure = done.error();
        for (const auto& transaction : held)
            transaction->rollBack();
        int step = failure.step;
        for (int i = int(m_plan.steps.size()) - 1; step < 0 && i >= 0; --i) {
            if (m_plan.steps.at(i).database == failure.database)
                step = i;
        }
        if (isBusy(failure.error) && attempt < m_options.lockAttempts && m_coordinator.mayStart()) {
            const int pauseMs = retryPauseMs(attempt);
            m_coordinator.retrying(step, failure.error, pauseMs);
            QThread::msleep(static_cast<unsigned long>(pauseMs));
            continue;
        }
        if (step < 0)
            return failure.error;
        const bool isWorthALine =
            failure.error.code != "busy.migrating"_L1 && failure.error.code != "busy.moved"_L1 &&
            !failure.error.isKind("server"_L1) && !failure.error.isKind("stopped"_L1);
        for (const auto& transaction : held) {
            if (isWorthALine && transaction->database() == failure.database)
                transaction->logFailure(step, failure.error);
        }
        m_coordinator.finished(step, {StepState::Failed, 0, failure.error});
        return std::nullopt;
    }
}

HeldRun::Done HeldRun::runOnce(const QList<DatabaseName>& names, Held& held)
{
    if (const Done opened = open(names, held); !opened)
        return opened;
    m_protocol = {};
    if (held.size() > 1) {
        m_protocol.obstacle = twoPhaseObstacle(m_plan);
        m_protocol.kind = m_protocol.obstacle.isEmpty() ? CommitProtocol::Kind::TwoPhase
                                                        : CommitProtocol::Kind::NarrowWindow;
    }
    m_coordinator.protocolChosen(m_protocol);
    if (const Done ran = runSteps(held); !ran)
        return ran;
    if (!m_coordinator.mayStart()) {
        for (const auto& transaction : held)
            transaction->rollBack();
        return {};
    }
    if (const Done verified = verifyAll(held); !verified)
        return verified;
    return end(held);
}

HeldRun::Done HeldRun::open(const QList<DatabaseName>& names, Held& held)
{
    for (const DatabaseName& name : names) {
        const SessionPtr session = m_sessions.value(name);
        auto connection = Connection::open(session->parameters());
        if (!connection) {
            Error error = connection.error();
            error.database = name.text();
            return tl::unexpected(Failure{-1, name, error});
        }
        {
            const std::lock_guard lock(m_mutex);
            m_cancellers << (*connection)->canceller();
        }
        const auto status =
            std::find_if(m_plan.databases.cbegin(), m_plan.databases.cend(),
                         [&](const DatabaseStatus& candidate) { return candidate.name == name; });
        if (!m_expected.contains(name)) {
            QList<RevisionId> rows;
            for (const PlannedStep& step : m_plan.steps) {
                if (step.database == name)
                    rows = step.step.rowsAfter;
            }
            auto expected = expectedStateAt(
                **connection, m_project, name, rows,
                m_options.expected.cancelledBy([this](const StatementCanceller& replay) {
                    const std::lock_guard lock(m_mutex);
                    m_cancellers << replay;
                }));
            if (!expected)
                return tl::unexpected(Failure{-1, name, expected.error()});
            m_expected.insert(name, std::move(*expected));
        }
        StepContext context{m_plan,          name,    (*connection)->server(),
                            session->role(), m_runId, m_options};
        held.push_back(std::make_unique<HeldTransaction>(std::move(*connection), m_plan, *status,
                                                         std::move(context), m_coordinator));
    }
    return {};
}

HeldRun::Done HeldRun::runSteps(Held& held)
{
    for (int step = 0; step < m_plan.steps.size(); ++step) {
        const DatabaseName& name = m_plan.steps.at(step).database;
        const auto at = std::find_if(held.cbegin(), held.cend(), [&](const auto& transaction) {
            return transaction->database() == name;
        });
        if (at == held.cend())
            continue;
        if (!m_coordinator.mayStart())
            return {};
        if (!isTold(step)) {
            m_told.insert(step);
            m_coordinator.started(step);
        }
        HeldTransaction& transaction = **at;
        auto done = transaction.done().isEmpty() ? transaction.begin(step) : Result<void>();
        if (done)
            done = transaction.runStep(step);
        if (done)
            done = transaction.checkConstraints();
        if (!done)
            return tl::unexpected(Failure{step, name, done.error()});
    }
    return {};
}

HeldRun::Done HeldRun::verifyAll(Held& held)
{
    for (const auto& transaction : held) {
        const DatabaseName name = transaction->database();
        DatabaseVerification verification;
        const auto verified = transaction->verify(m_project, m_expected.value(name), verification);
        m_verifications.removeIf(
            [&name](const DatabaseVerification& earlier) { return earlier.name == name; });
        m_verifications << verification;
        if (!verified)
            return tl::unexpected(Failure{-1, name, verified.error()});
    }
    return {};
}

void HeldRun::finish(const HeldTransaction& transaction)
{
    for (const auto& [step, ms] : transaction.done()) {
        StepOutcome outcome{StepState::Applied, ms, std::nullopt};
        outcome.isUnconfirmedByStandby = transaction.isUnconfirmedByStandby();
        m_coordinator.finished(step, outcome);
    }
}

HeldRun::Done HeldRun::end(Held& held)
{
    switch (m_protocol.kind) {
    case CommitProtocol::Kind::OneDatabase:
        return commitOne(*held.front(), {});
    case CommitProtocol::Kind::TwoPhase:
        return endByTwoPhases(held);
    case CommitProtocol::Kind::NarrowWindow:
        return endInNarrowWindow(held);
    }
    return {};
}

/// `standing`: what is committed already and stays, for the error's words.
HeldRun::Done HeldRun::commitOne(HeldTransaction& transaction, const QString& standing)
{
    const auto committed = transaction.commit();
    const bool isLost = !committed && committed.error().code == "conn.lost"_L1;
    const CommitOutcome outcome = committed ? CommitOutcome::Committed
                                  : isLost  ? transaction.findOutcome()
                                            : CommitOutcome::RolledBack;
    if (outcome == CommitOutcome::Committed) {
        finish(transaction);
        return {};
    }
    Error error = committed.error();
    const QString name = transaction.database().text();
    error.database = name;
    if (outcome == CommitOutcome::Unknown) {
        error.code = u"run.outcome_unknown"_s;
        error.summary =
            Texts::tr("The connection was lost while %1 was being committed, and the server "
                      "cannot be asked yet.")
                .arg(name);
        error.hint = Texts::tr("Look at the status when the server is back.");
    } else if (isLost) {
        error.code = u"run.connection_lost"_s;
    }
    if (!standing.isEmpty()) {
        if (outcome != CommitOutcome::Unknown)
            error.code = u"run.half_committed"_s;
        const QString other =
            outcome == CommitOutcome::Unknown
                ? Texts::tr("Whether %1 was committed is not known yet.")
                : Texts::tr("%1 was not committed: it is as it was before the run.");
        error.summary = standing + u' ' + other.arg(name);
        error.hint = Texts::tr("Upgrade again to finish %1, or downgrade what stands.").arg(name);
    }
    return tl::unexpected(Failure{-1, transaction.database(), error});
}

HeldRun::Done HeldRun::endInNarrowWindow(Held& held)
{
    QStringList standing;
    for (const auto& transaction : held) {
        const QString before =
            standing.isEmpty()
                ? QString()
                : Texts::tr("Only a half stands, that of: %1.").arg(enumerated(standing));
        if (const Done done = commitOne(*transaction, before); !done)
            return done;
        standing << transaction->database().text();
        m_coordinator.pairMoment(PairMoment::Decided);
    }
    return {};
}

QString HeldRun::expectedRows(const DatabaseName& name) const
{
    return idTexts(m_expected.value(name).rows).join(u',');
}

QString HeldRun::gid(const Held& held, const HeldTransaction& transaction) const
{
    const DatabaseStatus& decider = held.front()->status();
    return PreparedHalf::makeGid(m_runId, identityOf(decider), decider.name,
                                 expectedRows(transaction.database()));
}

HeldRun::Done HeldRun::prepareFollowers(Held& held)
{
    for (size_t i = 1; i < held.size(); ++i) {
        const auto prepared = held[i]->prepare(gid(held, *held[i]));
        if (prepared)
            continue;
        // Whether a lost PREPARE arrived must be asked; one that was refused left nothing.
        const size_t uncertain = prepared.error().code == "run.connection_lost"_L1 ? i : i - 1;
        held.front()->rollBack();
        for (size_t j = 1; j <= uncertain; ++j)
            static_cast<void>(endPrepared(held[j]->connection().parameters(),
                                          held[j]->context().role, gid(held, *held[j]),
                                          HalfEnd::RollBack, m_options, m_coordinator));
        return tl::unexpected(Failure{-1, held[i]->database(), prepared.error()});
    }
    return {};
}

HeldRun::Done HeldRun::endByTwoPhases(Held& held)
{
    if (const Done prepared = prepareFollowers(held); !prepared)
        return prepared;
    m_coordinator.pairMoment(PairMoment::Prepared);
    // The decision: its log rows carry the run's id.
    if (Done decided = commitOne(*held.front(), {}); !decided) {
        Failure failure = decided.error();
        if (failure.error.code == "run.outcome_unknown"_L1) {
            failure.error.hint =
                Texts::tr("The other half is prepared and waits: when the server is back, "
                          "socrates-migrate recover commits it or rolls it back, as this "
                          "one went.");
            return tl::unexpected(failure);
        }
        for (size_t i = 1; i < held.size(); ++i) {
            if (const auto ended =
                    endPrepared(held[i]->connection().parameters(), held[i]->context().role,
                                gid(held, *held[i]), HalfEnd::RollBack, m_options, m_coordinator);
                !ended)
                failure.error.hint = Texts::tr("%1 is prepared and could not be rolled back yet: "
                                               "socrates-migrate recover does it.")
                                         .arg(held[i]->database().text());
        }
        return tl::unexpected(failure);
    }
    m_coordinator.pairMoment(PairMoment::Decided);
    for (size_t i = 1; i < held.size(); ++i) {
        const auto ended =
            endPrepared(held[i]->connection().parameters(), held[i]->context().role,
                        gid(held, *held[i]), HalfEnd::Commit, m_options, m_coordinator);
        if (ended) {
            finish(*held[i]);
            continue;
        }
        Error error = ended.error();
        const QString name = held[i]->database().text();
        error.code = u"run.half_prepared"_s;
        error.database = name;
        error.summary =
            Texts::tr("%1 is committed; %2 is prepared and decided, but could not be told yet.")
                .arg(held.front()->database().text(), name);
        error.hint = Texts::tr(
            "Nothing is lost: socrates-migrate recover commits it when the server can be reached.");
        return tl::unexpected(Failure{-1, held[i]->database(), error});
    }
    return {};
}

} // namespace socrates::core
