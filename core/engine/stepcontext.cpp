// SPDX-License-Identifier: MIT
#include "core/engine/stepcontext.h"

#include "core/base/safeguard.h"
#include "core/base/texts.h"
#include "core/postgres/networksettings.h"

#include <QRandomGenerator>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

PipelineItem commitItem(const RunOptions& options, std::function<void()> onLate)
{
    return {u"COMMIT"_s, {}, true, options.commitTimeoutMs, std::move(onLate)};
}

bool isContention(const QString& sqlState)
{
    return sqlState == "55P03"_L1 || sqlState == "40P01"_L1 || sqlState == "40001"_L1;
}

int retryPauseMs(int attempt)
{
    return 200 * attempt + QRandomGenerator::global()->bounded(200);
}

bool isUnconfirmedByStandby(const QList<Notice>& notices)
{
    return std::any_of(notices.cbegin(), notices.cend(),
                       [](const Notice& notice) { return notice.isUnconfirmedByStandby(); });
}

PipelineItem StepContext::settings(int index, const QString& schema, bool isLocal) const
{
    // A role's or a database's defaults must not change what a revision builds (search_path) or
    // hide rows (row_security). The time zone stays the role's own, as Alembic would have it.
    const Revision& revision = *step(index).revision;
    const QString lockTimeout =
        revision.lockTimeout.isEmpty() || !options.heedsLockTimeoutOfRevision
            ? QString::number(options.lockTimeoutMs) + u"ms"_s
            : revision.lockTimeout;
    const auto set = [isLocal](const QString& name, const QString& value) {
        return u"set_config('%1', %2, %3)"_s.arg(name, Connection::literal(value),
                                                 isLocal ? u"true"_s : u"false"_s);
    };
    QStringList settings{
        set(u"search_path"_s, Connection::identifier(schema) + u", pg_temp"_s),
        set(u"row_security"_s, u"off"_s),
        set(u"lock_timeout"_s, lockTimeout),
        set(u"statement_timeout"_s, QString::number(options.statementTimeoutMs)),
        set(u"idle_in_transaction_session_timeout"_s, QString::number(options.idleTimeoutMs)),
        set(u"application_name"_s, programName(options.osUser, revision.id.text())),
    };
    settings << networkSettingCalls(server, isLocal);
    if (!role.isEmpty())
        settings << set(u"role"_s, role);
    return {u"SELECT "_s + settings.join(u", "_s), {}};
}

void StepContext::appendWork(StepLayout& layout, int index, const QString& token,
                             const VersionTable& table, const LogAccess& log) const
{
    QList<PipelineItem>& items = layout.items;
    const LineageStep& lineage = step(index);
    layout.rows = items.size();
    if (isSafeguardOn("version-assertion"))
        items << assertVersionRows(table, lineage.rowsBefore);
    layout.firstStatement = items.size();
    for (const Statement& statement : lineage.section().statements)
        items << PipelineItem{statement.text, {}, true};
    layout.statementCount = items.size() - layout.firstStatement;
    layout.firstChange = items.size();
    for (const VersionChange& change : lineage.versionChanges)
        items << versionChangeItem(table, change);
    layout.changeCount = items.size() - layout.firstChange;
    if (log.isUsable()) {
        if (!log.exists)
            items << createLogItems();
        layout.log = items.size();
        items << insertLogItem(logEntry(index, token));
    }
}

LogEntry StepContext::logEntry(int index, const QString& token) const
{
    const LineageStep& lineage = step(index);
    const bool isUpgrade = lineage.direction == Direction::Upgrade;
    const Section& section = lineage.section();
    LogEntry entry = newLogEntry(isUpgrade ? LogEntry::Event::Upgrade : LogEntry::Event::Downgrade,
                                 options.osUser);
    entry.runId = runId;
    entry.token = token;
    entry.direction = isUpgrade ? u"upgrade"_s : u"downgrade"_s;
    entry.revision = lineage.revision->id;
    entry.rowsBefore = idTexts(lineage.rowsBefore);
    entry.rowsAfter = idTexts(lineage.rowsAfter);
    entry.exactHash = section.exactHash();
    entry.meaningHash = section.meaningHash();
    entry.sql = section.sql;
    if (isUpgrade)
        entry.downSql = lineage.revision->down.sql;
    entry.statementsDone = int(section.statements.size());
    return entry;
}

QList<PipelineItem> StepContext::failureItems(int index, const Error& error, const QString& schema,
                                              const LogAccess& log) const
{
    LogEntry entry = logEntry(index, newLogToken());
    entry.event = LogEntry::Event::Failure;
    entry.rowsAfter = entry.rowsBefore;
    entry.downSql.clear();
    entry.statementsDone = 0;
    entry.sqlState = error.sqlState;
    entry.message = recordText(error);
    QList<PipelineItem> items{{u"BEGIN"_s, {}}, settings(index, schema, true)};
    if (!log.exists)
        items << createLogItems();
    items << insertLogItem(entry);
    items << commitItem(options);
    return items;
}

Error StepContext::locate(int index, qsizetype statement, Error error) const
{
    const Revision& revision = *step(index).revision;
    error.database = database.text();
    error.revision = revision.id.text();
    const Section& section = step(index).section();
    error.where = {revision.filePath, section.firstLine, 0};
    if (statement >= 0 && statement < section.statements.size()) {
        const Statement& text = section.statements.at(statement);
        error.where.line = text.line;
        error.where.column = text.column;
        if (error.statementPosition > 0) {
            const Statement::Place place = text.placeOf(error.statementPosition);
            error.where.line = place.line;
            error.where.column = place.column;
        }
        error.statement = text.text;
    }
    const QString place = Texts::tr("PostgreSQL %1 at %2, database %3")
                              .arg(server.versionText, server.serverText(), server.database);
    error.technical = error.technical.isEmpty() ? place : error.technical + u'\n' + place;
    return error;
}

Error StepContext::transactionEnded(int index) const
{
    Error error = locate(index, -1, {});
    error.code = u"sql.transaction_ended"_s;
    error.summary = Texts::tr("A statement of the revision ended the transaction.");
    error.hint = Texts::tr(
        "Remove transaction control from the revision, or mark the section transaction:false.");
    return error;
}

Result<void> StepContext::requireTag(const QString& asked, const QString& tag) const
{
    if (tag == asked)
        return {};
    Error error;
    error.code = u"sql.not_committed"_s;
    error.database = database.text();
    error.summary = Texts::tr("The server answered %1 with %2.").arg(asked, tag);
    return fail(error);
}

} // namespace socrates::core
