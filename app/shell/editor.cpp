// SPDX-License-Identifier: MIT
#include "app/shell/editor.h"

#include "app/theme/texts.h"

#include <QDesktopServices>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Result;
using core::SourceLocation;

namespace {

/// Editors with a window of their own, and how each is told the line.
QStringList usualCommands()
{
    return {
        u"code --goto {file}:{line}:{column}"_s, u"codium --goto {file}:{line}:{column}"_s,
        u"subl {file}:{line}:{column}"_s,        u"kate --line {line} --column {column} {file}"_s,
        u"gedit +{line}:{column} {file}"_s,      u"notepad++ -n{line} -c{column} {file}"_s};
}

QStringList filledIn(const QString& command, const SourceLocation& where)
{
    QStringList arguments = QProcess::splitCommand(command);
    bool namesFile = false;
    for (QString& argument : arguments) {
        namesFile = namesFile || argument.contains("{file}"_L1);
        argument.replace(u"{line}"_s, QString::number(qMax(1, where.line)));
        argument.replace(u"{column}"_s, QString::number(qMax(1, where.column)));
        // Last: a path may look like a placeholder.
        argument.replace(u"{file}"_s, where.file);
    }
    if (!arguments.isEmpty() && !namesFile)
        arguments << where.file;
    return arguments;
}

tl::unexpected<core::Error> fault(const QString& summary)
{
    core::Error error;
    error.code = u"usage.editor"_s;
    error.summary = summary;
    error.hint = tr("Name the editor in Tools > Settings.");
    return core::fail(error);
}

} // namespace

QStringList editorArguments(const QString& command, const SourceLocation& where,
                            const std::function<QString(const QString&)>& find)
{
    if (!command.trimmed().isEmpty())
        return filledIn(command, where);
    const QStringList usual = usualCommands();
    for (const QString& one : usual) {
        const QString program = find(one.section(u' ', 0, 0));
        if (program.isEmpty())
            continue;
        QStringList arguments = filledIn(one, where);
        arguments.first() = program;
        return arguments;
    }
    return {};
}

Result<void> openInEditor(const QString& command, const SourceLocation& where)
{
    QStringList arguments = editorArguments(
        command, where, [](const QString& name) { return QStandardPaths::findExecutable(name); });
    if (arguments.isEmpty()) {
        if (QDesktopServices::openUrl(QUrl::fromLocalFile(where.file)))
            return {};
        return fault(tr("No program on this computer opens %1.").arg(where.file));
    }
    const QString program = arguments.takeFirst();
    if (QProcess::startDetached(program, arguments))
        return {};
    return fault(tr("The editor %1 could not be started.").arg(program));
}

} // namespace socrates::ui
