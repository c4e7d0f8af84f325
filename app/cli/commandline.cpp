// SPDX-License-Identifier: MIT
#include "app/cli/commandline.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// Levenshtein's distance: how many characters differ.
qsizetype distance(const QString& a, const QString& b)
{
    QList<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row.at(0);
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype replaced = diagonal + (a.at(i) == b.at(j) ? 0 : 1);
            diagonal = row.at(j + 1);
            row[j + 1] = std::min({replaced, row.at(j) + 1, row.at(j + 1) + 1});
        }
    }
    return row.last();
}

QString meant(const QString& candidate, const QString& otherwise)
{
    return candidate.isEmpty() ? otherwise : u"Was \"%1\" meant? %2"_s.arg(candidate, otherwise);
}

const CommandSpec* findCommand(const Grammar& grammar, const QString& name)
{
    for (const CommandSpec& command : grammar.commands) {
        if (command.name == name || (!command.alias.isEmpty() && command.alias == name))
            return &command;
    }
    return nullptr;
}

const OptionSpec* findOption(const Grammar& grammar, const QString& name)
{
    for (const OptionSpec& option : grammar.options) {
        if (option.name == name)
            return &option;
    }
    return nullptr;
}

bool looksLikeOption(const QString& text)
{
    return text.size() > 1 && text.startsWith(u'-') && !text.at(1).isDigit();
}

Error usageError(const QString& code, const QString& summary, const QString& hint)
{
    return Error{.code = code, .summary = summary, .hint = hint};
}

} // namespace

QString closest(const QString& text, const QStringList& candidates)
{
    QString best;
    qsizetype bestDistance = std::numeric_limits<qsizetype>::max();
    for (const QString& candidate : candidates) {
        // A part of the word counts as near: "up" means upgrade.
        const qsizetype found =
            text.size() > 1 && candidate.startsWith(text) ? 1 : distance(text, candidate);
        if (found < bestDistance) {
            bestDistance = found;
            best = candidate;
        }
    }
    return bestDistance <= std::max<qsizetype>(1, (text.size() + 2) / 3) ? best : QString();
}

Result<void> CommandLine::addOption(const QString& text, QStringList& rest, const Grammar& grammar)
{
    const qsizetype equals = text.indexOf(u'=');
    QString name = text.startsWith("--"_L1) ? text.mid(2, equals < 0 ? -1 : equals - 2) : QString();
    if (text == "-h"_L1)
        name = u"help"_s;
    const OptionSpec* option = findOption(grammar, name);
    if (option == nullptr) {
        QStringList names;
        for (const OptionSpec& known : grammar.options)
            names << known.name;
        const QString near = closest(name.isEmpty() ? text.mid(1) : name, names);
        return fail(usageError(u"usage.option"_s,
                               u"There is no option %1."_s.arg(text.section(u'=', 0, 0)),
                               meant(near.isEmpty() ? near : u"--"_s + near, u"See --help."_s)));
    }
    if (m_options.contains(name) && !option->isRepeatable && !option->valueName.isEmpty())
        return fail(usageError(u"usage.option"_s, u"--%1 is given twice."_s.arg(name), {}));
    QString value = u""_s;
    if (option->valueName.isEmpty()) {
        if (equals >= 0)
            return fail(usageError(u"usage.value"_s, u"--%1 takes no value."_s.arg(name), {}));
    } else if (equals >= 0) {
        value = text.mid(equals + 1);
    } else {
        if (rest.isEmpty() || looksLikeOption(rest.first())) {
            return fail(usageError(u"usage.value"_s, u"--%1 needs a value."_s.arg(name),
                                   u"Write --%1 %2."_s.arg(name, option->valueName)));
        }
        value = rest.takeFirst();
    }
    m_options[name] << value;
    return {};
}

Result<void> CommandLine::check(const Grammar& grammar) const
{
    if (m_command.isEmpty() || has(u"help"_s))
        return {};
    for (auto it = m_options.begin(); it != m_options.end(); ++it) {
        const OptionSpec* option = findOption(grammar, it.key());
        if (!option->commands.isEmpty() && !option->commands.contains(m_command)) {
            return fail(usageError(
                u"usage.option"_s, u"%1 knows no option --%2."_s.arg(m_command, it.key()),
                u"--%1 belongs to: %2."_s.arg(it.key(), option->commands.join(u", "_s))));
        }
    }
    const CommandSpec* command = findCommand(grammar, m_command);
    const QString hint =
        u"Write: socrates-migrate %1 %2"_s.arg(m_command, command->arguments).trimmed();
    if (m_arguments.size() < command->minArguments)
        return fail(usageError(u"usage.arguments"_s,
                               u"%1 needs %2."_s.arg(m_command, command->arguments), hint));
    if (command->maxArguments >= 0 && m_arguments.size() > command->maxArguments) {
        return fail(usageError(u"usage.arguments"_s,
                               u"%1 does not know what to do with \"%2\"."_s.arg(
                                   m_command, m_arguments.at(command->maxArguments)),
                               hint));
    }
    return {};
}

Result<CommandLine> CommandLine::parse(const QStringList& arguments, const Grammar& grammar)
{
    CommandLine result;
    QStringList rest = arguments;
    bool isOnlyArguments = false;
    while (!rest.isEmpty()) {
        const QString text = rest.takeFirst();
        if (!isOnlyArguments && text == "--"_L1) {
            isOnlyArguments = true;
        } else if (!isOnlyArguments && looksLikeOption(text)) {
            const Result<void> added = result.addOption(text, rest, grammar);
            if (!added)
                return fail(added.error());
        } else if (result.m_command.isEmpty()) {
            const CommandSpec* command = findCommand(grammar, text);
            if (command == nullptr) {
                QStringList names;
                for (const CommandSpec& known : grammar.commands)
                    names << known.name << known.alias;
                names.removeAll(QString());
                return fail(
                    usageError(u"usage.command"_s, u"There is no such command: \"%1\"."_s.arg(text),
                               meant(closest(text, names), u"See --help for all commands."_s)));
            }
            result.m_command = command->name;
        } else {
            result.m_arguments << text;
        }
    }
    const Result<void> checked = result.check(grammar);
    if (!checked)
        return fail(checked.error());
    return result;
}

Result<int> parseDuration(const QString& text, const QString& option)
{
    qsizetype digits = 0;
    while (digits < text.size() && text.at(digits) >= u'0' && text.at(digits) <= u'9')
        ++digits;
    const QString unit = text.mid(digits).trimmed();
    const QList<std::pair<QLatin1StringView, qint64>> units{
        {""_L1, 1}, {"ms"_L1, 1}, {"s"_L1, 1000}, {"min"_L1, 60000}, {"h"_L1, 3600000}};
    const auto found = std::find_if(units.begin(), units.end(),
                                    [&](const auto& known) { return known.first == unit; });
    bool isNumber = false;
    const qint64 number = text.left(digits).toLongLong(&isNumber);
    if (!isNumber || found == units.end() ||
        number > std::numeric_limits<int>::max() / found->second) {
        return fail(usageError(u"usage.value"_s,
                               u"--%1: \"%2\" is no duration."_s.arg(option, text),
                               u"Write 500ms, 5s, 2min or 1h; 0 means no limit."_s));
    }
    return int(number * found->second);
}

} // namespace socrates::cli
