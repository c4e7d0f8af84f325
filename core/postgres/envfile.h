// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QList>

namespace socrates::core {

/// A .env file: NAME=value lines, `export ` allowed, '...' and "..." quoting, # comments.
/// UTF-8 with or without BOM, and UTF-16 with BOM, as PowerShell writes it.
class EnvFile
{
public:
    struct Variable
    {
        QString name;
        QString value;
        int line = 0;
    };

    static ResultOrErrors<EnvFile> parse(const QByteArray& bytes, const QString& filePath);
    static ResultOrErrors<EnvFile> load(const QString& filePath);

    const QList<Variable>& variables() const { return m_variables; }
    /// The last value given for the name, or nothing.
    const Variable* find(const QString& name) const;

private:
    QList<Variable> m_variables;
};

} // namespace socrates::core
