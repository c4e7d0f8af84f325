// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/base/names.h"
#include "core/sql/splitter.h"

#include <QMap>
#include <QStringList>

#include <memory>
#include <mutex>

namespace socrates::core {

/// `-- migrate:up` or `-- migrate:down` of a revision file.
struct Section
{
    QString sql;               ///< the text between the markers, LF line ends
    int firstLine = 0;         ///< file line on which `sql` begins
    bool transactional = true; ///< false: `transaction:false`, statement by statement
    QList<Statement> statements;

    /// See lexer.h. Computed when first asked for, from any thread: reading a project of a
    /// thousand revisions needs none of them. Copies share the result, so set `sql` once.
    QString exactHash() const { return hashes().exact; }
    QString meaningHash() const { return hashes().meaning; }

private:
    struct Hashes
    {
        std::once_flag once;
        QString exact;
        QString meaning;
    };
    const Hashes& hashes() const;
    std::shared_ptr<Hashes> m_hashes = std::make_shared<Hashes>();
};

/// One step of a lineage, as its file states it (keys: CONTRACT.md, "The revision file").
struct Revision
{
    /// `requires:`: the other database must be at this revision or beyond before this one runs.
    struct Requirement
    {
        DatabaseName database;
        RevisionId revision;
        int line = 0;
    };
    /// `references:`: rows here name rows there, with no foreign key possible.
    struct Reference
    {
        QString table, column;
        DatabaseName database;
        QString otherTable, otherColumn;
        int line = 0;
    };

    /// `-- lint:ignore RULE reason` in the header: for the whole revision.
    struct LintIgnore
    {
        QString rule;
        QString reason; ///< may be empty, which lint then finds
        int line = 0;
    };

    RevisionId id;
    QList<RevisionId> downRevisions; ///< empty: a base; several: a merge
    QStringList dependsOn;           ///< Alembic's depends_on: ids or labels in the same database
    QStringList branchLabels;
    DatabaseName database;
    QList<Requirement> requirements;
    QList<Reference> references;
    QList<LintIgnore> lintIgnores;
    QString title;
    QString createDate;
    int phase = 0;       ///< 0: not stated
    QString lockTimeout; ///< as PostgreSQL writes it ("5s"); empty: the run's default
    QString irreversibleReason;
    QMap<QString, QString> extra; ///< x-anything keys

    QString filePath;            ///< absolute
    QMap<QString, int> keyLines; ///< header key -> file line, for errors
    Section up;
    Section down;

    bool isReversible() const { return irreversibleReason.isEmpty(); }
    SourceLocation keyLocation(const QString& key) const
    {
        return {filePath, keyLines.value(key), 0};
    }
};

using RevisionPtr = std::shared_ptr<const Revision>;

} // namespace socrates::core
