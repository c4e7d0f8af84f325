// SPDX-License-Identifier: MIT
#include "core/postgres/networksettings.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

QStringList networkSettingCalls(const ServerInfo& server, bool isLocal)
{
    const auto set = [isLocal](const QString& name, const QString& value) {
        return u"pg_catalog.set_config('%1', '%2', %3)"_s.arg(name, value,
                                                              isLocal ? u"true"_s : u"false"_s);
    };
    QStringList calls{
        set(u"tcp_keepalives_idle"_s, u"10"_s), set(u"tcp_keepalives_interval"_s, u"5"_s),
        set(u"tcp_keepalives_count"_s, u"3"_s), set(u"tcp_user_timeout"_s, u"20000"_s)};
    constexpr int kFirstThatLooks = 14; // while a statement runs; a system that cannot refuses it
    if (server.major() >= kFirstThatLooks)
        calls << u"CASE WHEN pg_catalog.version() LIKE '%linux%' THEN "_s +
                     set(u"client_connection_check_interval"_s, u"2s"_s) + u" END"_s;
    return calls;
}

PipelineItem networkSettings(const Connection& connection)
{
    return {u"SELECT "_s + networkSettingCalls(connection.server(), true).join(u", "_s), {}};
}

} // namespace socrates::core
