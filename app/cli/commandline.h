// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QStringList>

namespace socrates::cli {

/// An option as the tables of commands.cpp describe it.
struct OptionSpec
{
    QString name;      ///< without the dashes
    QString valueName; ///< "DIR" in the help; empty: the option takes no value
    QString help;
    QStringList commands; ///< the commands that know it; empty: all of them
    bool isRepeatable = false;
};

/// What a command line may hold, apart from what commands do.
struct CommandSpec
{
    QString name;
    QString alias; ///< Alembic's name for it; may be empty
    int minArguments = 0;
    int maxArguments = 0; ///< -1: any number
    QString arguments;    ///< "[TARGET]" in the help
};

struct Grammar
{
    QList<OptionSpec> options;
    QList<CommandSpec> commands;
};

/// A command line, taken apart. QCommandLineParser is not used: it takes the targets -1 and +1 for
/// options, and knows no commands.
class CommandLine
{
public:
    /// Options may stand before and after the command; `--name=value` and `--name value` are the
    /// same; `-1` is a target; after `--` everything is an argument. `arguments` is without the
    /// program's name. Errors: usage.option, usage.value, usage.command, usage.arguments.
    static core::Result<CommandLine> parse(const QStringList& arguments, const Grammar& grammar);

    const QString& command() const { return m_command; } ///< never the alias; empty: none given
    const QStringList& arguments() const { return m_arguments; }
    bool has(const QString& option) const { return m_options.contains(option); }
    /// The last value given.
    QString value(const QString& option) const
    {
        const QStringList given = values(option);
        return given.isEmpty() ? QString() : given.last();
    }
    QStringList values(const QString& option) const { return m_options.value(option); }

private:
    core::Result<void> addOption(const QString& text, QStringList& rest, const Grammar& grammar);
    core::Result<void> check(const Grammar& grammar) const;

    QString m_command;
    QStringList m_arguments;
    QMap<QString, QStringList> m_options; ///< a flag holds one empty string
};

/// The candidate that is written most like `text`, or empty when none is near.
QString closest(const QString& text, const QStringList& candidates);

/// Milliseconds of "5s", "500ms", "2min", "1h" or a bare number of milliseconds, as PostgreSQL
/// reads a time-out. Errors: usage.value.
core::Result<int> parseDuration(const QString& text, const QString& option);

} // namespace socrates::cli
