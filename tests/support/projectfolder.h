// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/project.h"
#include "tests/support/temporaryfolder.h"

namespace socrates::test {

/// A project written to a temporary folder, revision by revision.
class ProjectFolder
{
public:
    /// Names of the databases, in project order.
    explicit ProjectFolder(const QStringList& databases);

    struct Draft
    {
        QString id;
        QString downRevision;
        QString up;
        QString down;      ///< empty: a statement that does nothing
        QString header;    ///< more header lines, "requires: a@1\n"
        QString upOptions; ///< "transaction:false"
    };
    void add(const QString& database, const Draft& draft);
    void write(const QString& relativePath, const QByteArray& bytes);

    QString path() const { return m_folder->path(); }
    QString revisionPath(const QString& database, const QString& id) const;
    /// Ends the process with the errors when the project cannot be read.
    core::Project load() const;

private:
    TemporaryFolder m_folder{new QTemporaryDir};
};

/// The project that ships with the program.
core::Project shippedProject();

} // namespace socrates::test
