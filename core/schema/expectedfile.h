// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/revisiongraph.h"
#include "core/schema/schema.h"

#include <QMap>

#include <optional>

namespace socrates::core {

/// What is applied at the rows, parents before children. Unknown rows count for nothing.
QList<RevisionPtr> revisionsAt(const RevisionGraph& graph, const QList<RevisionId>& rows);
/// SHA-256 in hex over the meaning of the up sections in order: the same schema comes of the same.
QString upHash(const QList<RevisionPtr>& revisions);

/// The carried results of replays of one database (`expected/<database>.json`):
///
///     {"socrates_expected": 1, "catalog_format": 5, "database": "socrates_auth",
///      "versions": {"15": [{"rows": ["001"], "hash": "...", "removed": [], "objects": [...],
///                           "not_compared": []}, ...]}}
///
/// Every entry of a version is told as its difference from the entry before it, since a revision
/// changes little; `hash` is upHash of what is applied. Objects are one a line, for reviews.
class ExpectedFile
{
public:
    struct Entry
    {
        QList<RevisionId> rows;
        QString hash;
        Schema schema;
    };

    /// A missing file is an empty one. Errors: project.expected.
    static Result<ExpectedFile> load(const QString& path);
    Result<void> save(const QString& path, const DatabaseName& database) const;

    /// The server versions that have results.
    QList<int> majors() const { return m_versions.keys(); }
    /// The schema recorded for this content on this version. Errors: project.expected.
    Result<std::optional<Schema>> find(int major, const QString& hash) const;
    /// Everything recorded for this version, in one pass over the differences; `rows` too.
    /// Errors: project.expected.
    Result<QList<Entry>> entries(int major) const;
    void setEntries(int major, const QList<Entry>& entries);

private:
    QString m_path;
    QMap<int, QJsonArray> m_versions;
};

} // namespace socrates::core
