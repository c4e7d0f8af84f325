// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/project.h"
#include "core/sql/lint.h"

namespace socrates::core {

/// What a rule found, at its place in a file. The texts are whole sentences.
struct LintFinding
{
    QString rule;
    DatabaseName database;
    RevisionId revision;
    SourceLocation where;
    bool isOfDowngrade = false;
    QString why;
    QString cure;
};

/// A statement that PostgreSQL's parser, in the version built in, does not know. No fault: a newer
/// server may know it, and only the server can say.
struct LintUnread
{
    DatabaseName database;
    RevisionId revision;
    SourceLocation where;
};

struct LintReport
{
    QList<LintFinding> findings; ///< by file and line
    QList<LintUnread> unread;
    int ignored = 0; ///< findings that a `-- lint:ignore RULE reason` answers

    /// Those of one revision.
    QList<LintFinding> of(const DatabaseName& database, const RevisionId& revision) const;
};

/// Reads the revisions of a database from the first to the last, so that each is judged by what is
/// new in it. From any thread.
class RevisionLinter
{
public:
    /// The next revision: parents before children.
    void read(const Revision& revision);
    const LintReport& report() const { return m_report; }

private:
    struct Found
    {
        LintRemark remark;
        bool isOfDowngrade = false;
        int statement = 0;
    };
    struct Ignore
    {
        QString rule;
        QString reason;
        int line = 0;
        int firstLine = 0; ///< of the lines it is for
        int lastLine = 0;
        bool isUsed = false;
    };
    static QList<Ignore> ignoresOf(const Revision& revision);
    void take(const Revision& revision, const QList<Found>& found);
    void finding(const Revision& revision, const LintRemark& remark, const SourceLocation& where,
                 bool isOfDowngrade);

    SchemaSketch m_sketch;
    LintReport m_report;
};

/// Every revision of the project, databases in their order.
LintReport lintProject(const Project& project);

} // namespace socrates::core
