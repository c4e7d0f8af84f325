// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/schema.h"

#include <optional>

namespace socrates::core {

/// Results of replays on this computer, one file each. A cache: whatever is wrong with a file,
/// it is as if it were not there.
class SchemaCache
{
public:
    /// `folder` empty: the user's own cache folder.
    explicit SchemaCache(const QString& folder);

    /// By the content that was applied (upHash) and the server's major version.
    std::optional<Schema> load(const QString& hash, int major) const;
    void store(const QString& hash, int major, const Schema& schema) const;
    QString filePath(const QString& hash, int major) const;
    /// Where the schemas at every revision of a lineage rest together, as an ExpectedFile.
    QString historyPath(const QString& hash, int major) const;

private:
    QString m_folder;
};

} // namespace socrates::core
