// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/names.h"
#include "core/base/result.h"
#include "core/postgres/connectionparameters.h"
#include "core/revisions/project.h"

#include <QMap>

namespace socrates::ui {

/// A database of the project as far as connecting to it goes.
struct DatabaseSlot
{
    core::DatabaseName name;
    QString branchLabel;
    QString urlVariable;
    QString purpose;
};

QList<DatabaseSlot> slotsOf(const core::Project& project);

/// Connections found in a pasted text or a dropped file.
struct FoundConnections
{
    QMap<core::DatabaseName, core::ConnectionParameters> databases;
    /// A URL that names no database of the project: its server is meant for all of them.
    std::optional<core::ConnectionParameters> server;

    bool isEmpty() const { return databases.isEmpty() && !server; }
};

/// Reads what people paste: one or several URLs, a libpq "key=value" string, the text of a .env
/// file or of an alembic.ini. Errors: usage.url, usage.env_file, usage.connections; never quoting a
/// value.
core::Result<FoundConnections> readConnectionText(const QString& text,
                                                  const QList<DatabaseSlot>& databases);
/// The same from a file: .env, alembic.ini or any text; UTF-8 or UTF-16 with its mark. Only an
/// ordinary file of a sensible size is read.
core::Result<FoundConnections> readConnectionFile(const QString& filePath,
                                                  const QList<DatabaseSlot>& databases);

} // namespace socrates::ui
