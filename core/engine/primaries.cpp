// SPDX-License-Identifier: MIT
#include "core/engine/primaries.h"

#include "core/base/texts.h"
#include "core/postgres/connection.h"

#include <future>
#include <vector>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 3000;

/// A server as it knows itself: two names may lead to the same one.
struct Primary
{
    QString identity;
    QString place; ///< host:port as connected
};

std::optional<Primary> primaryAt(const ConnectionParameters& parameters, const CancelToken& token)
{
    const auto connection = Connection::open(parameters, kPatienceMs, token);
    if (!connection)
        return std::nullopt;
    const auto asked =
        (*connection)
            ->query(u"SELECT pg_is_in_recovery(), coalesce(host(inet_server_addr()) || ':' || "
                    "inet_server_port()::text, '') || ' ' || pg_postmaster_start_time()::text"_s);
    if (!asked || asked->at(0, 0) == "t"_L1)
        return std::nullopt;
    return Primary{asked->at(0, 1), (*connection)->server().serverText()};
}

/// One connection for each host.
QList<ConnectionParameters> hostsOf(const ConnectionParameters& parameters)
{
    qsizetype count = 1;
    const QStringList keys{u"host"_s, u"hostaddr"_s, u"port"_s};
    for (const QString& key : keys)
        count = std::max(count, parameters.value(key).split(u',').size());
    QList<ConnectionParameters> hosts;
    for (qsizetype i = 0; i < count; ++i) {
        ConnectionParameters one = parameters;
        for (const QString& key : keys) {
            const QStringList all = parameters.value(key).split(u',');
            one.setValue(key, all.size() == 1 ? all.first() : all.value(i)); // one port serves all
        }
        one.setValue(u"target_session_attrs"_s, u"any"_s);
        hosts << one;
    }
    return hosts;
}

} // namespace

Result<void> checkPrimaries(const DatabaseName& database, const ConnectionParameters& parameters,
                            const CancelToken& token)
{
    const QList<ConnectionParameters> hosts = hostsOf(parameters);
    if (hosts.size() < 2)
        return {};
    std::vector<std::future<std::optional<Primary>>> answers;
    for (const ConnectionParameters& host : hosts)
        answers.push_back(std::async(std::launch::async, &primaryAt, host, token));
    QMap<QString, QString> primaries;
    for (auto& answer : answers) {
        if (const auto primary = answer.get())
            primaries.insert(primary->identity, primary->place);
    }
    if (primaries.size() < 2)
        return {};
    Error error;
    error.code = u"server.two_primaries"_s;
    error.database = database.text();
    error.summary = Texts::tr("%1 can be written to on several servers at once: %2.")
                        .arg(database.text(), QStringList(primaries.values()).join(u", "_s));
    error.detail =
        Texts::tr("A cluster has one primary. A failover that did not stop the old one leaves two, "
                  "and what one of them commits is lost. Nothing was run.");
    error.hint = Texts::tr(
        "Let the cluster's manager stop the stale primary (with Patroni: patronictl list), "
        "then start this again.");
    return fail(error);
}

} // namespace socrates::core
