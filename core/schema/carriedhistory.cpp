// SPDX-License-Identifier: MIT
#include "core/schema/carriedhistory.h"

#include "core/base/texts.h"

#include <QDir>

namespace socrates::core {

using namespace Qt::StringLiterals;

std::optional<SchemaHistory> historyFrom(const RevisionGraph& graph,
                                         const QList<ExpectedFile::Entry>& entries)
{
    QHash<QString, const ExpectedFile::Entry*> byHash;
    for (const ExpectedFile::Entry& entry : entries)
        byHash.insert(entry.hash, &entry);
    SchemaHistory history;
    QSet<QString> used;
    QList<RevisionPtr> before;
    QSet<RevisionId> applied;
    for (const RevisionPtr& revision : graph.revisions()) {
        before << revision;
        applied.insert(revision->id);
        const QString hash = upHash(before);
        const auto* entry = byHash.value(hash);
        if (entry == nullptr)
            return std::nullopt;
        used.insert(hash);
        history.steps << SchemaAtRevision{revision, graph.rowsFor(applied), entry->schema};
    }
    for (const RevisionPtr& revision : graph.revisions()) {
        const QString hash = upHash(revisionsAt(graph, {revision->id}));
        if (used.contains(hash))
            continue;
        const auto* entry = byHash.value(hash);
        if (entry == nullptr)
            return std::nullopt;
        history.alone << SchemaAtRevision{revision, {revision->id}, entry->schema};
    }
    return history;
}

Result<SchemaHistory> carriedHistory(const Project& project, const DatabaseName& database)
{
    const RevisionGraph& graph = project.graph(database);
    if (graph.revisions().isEmpty())
        return SchemaHistory{{}, {}, Texts::tr("no revision is there")};
    const QString path = QDir(project.expectedFolder()).filePath(database.text() + u".json"_s);
    const auto file = ExpectedFile::load(path);
    if (!file)
        return fail(file.error());
    QList<int> majors = file->majors();
    std::sort(majors.begin(), majors.end(), std::greater<>());
    for (const int major : std::as_const(majors)) {
        const auto entries = file->entries(major);
        if (!entries)
            return fail(entries.error());
        if (auto history = historyFrom(graph, *entries)) {
            history->origin = Texts::tr("recorded in the project for PostgreSQL %1").arg(major);
            return std::move(*history);
        }
    }
    Error error;
    error.code = u"schema.no_history"_s;
    error.summary = Texts::tr("The project does not carry what %1 looks like at each revision.")
                        .arg(database.text());
    error.detail = majors.isEmpty()
                       ? Texts::tr("%1 is not there, or empty.").arg(path)
                       : Texts::tr("%1 was made of other revisions than there are now.").arg(path);
    error.hint =
        Texts::tr("Connect, use the private server, or write the file with socrates-migrate "
                  "expected.");
    error.database = database.text();
    return fail(error);
}

} // namespace socrates::core
