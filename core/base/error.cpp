// SPDX-License-Identifier: MIT
#include "core/base/error.h"

#include "core/base/texts.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

QString SourceLocation::text() const
{
    QString result = file;
    if (line > 0) {
        result += u':' + QString::number(line);
        if (column > 0)
            result += u':' + QString::number(column);
    }
    return result;
}

QString Error::text() const
{
    QStringList lines;
    QString head = where.isValid() ? where.text() + u": "_s : QString();
    head += summary;
    if (!sqlState.isEmpty())
        head += u" (SQLSTATE %1)"_s.arg(sqlState);
    lines << head;
    if (!detail.isEmpty())
        lines << detail;
    if (!hint.isEmpty())
        lines << Texts::tr("What to do: %1").arg(hint);
    return lines.join(u'\n');
}

ExitCode exitCodeOf(const Error& error)
{
    if (error.isKind("usage"_L1) || error.isKind("project"_L1))
        return ExitCode::Usage;
    if (error.isKind("schema"_L1))
        return ExitCode::Differs;
    if (error.isKind("conn"_L1))
        return ExitCode::CannotConnect;
    if (error.isKind("busy"_L1))
        return ExitCode::Busy;
    if (error.isKind("stopped"_L1))
        return ExitCode::Stopped;
    return ExitCode::Failed;
}

} // namespace socrates::core
