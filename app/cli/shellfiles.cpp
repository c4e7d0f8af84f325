// SPDX-License-Identifier: MIT
#include "app/cli/shellfiles.h"

#include "app/cli/command.h"

namespace socrates::cli {

using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const CommandSpec& command)
{
    return command.alias.isEmpty() ? QStringList(command.name)
                                   : QStringList{command.name, command.alias};
}

QStringList commandNames()
{
    QStringList result;
    for (const Command& command : commands())
        result += namesOf(command.spec);
    return result;
}

/// The options of a command alone; with an empty name those of all commands.
QList<OptionSpec> optionsOf(const QString& command)
{
    QList<OptionSpec> result;
    const QList<OptionSpec> all = grammar().options;
    for (const OptionSpec& option : all) {
        if (command.isEmpty() ? option.commands.isEmpty() : option.commands.contains(command))
            result << option;
    }
    return result;
}

QStringList flags(const QList<OptionSpec>& options)
{
    QStringList result;
    for (const OptionSpec& option : options)
        result << u"--"_s + option.name;
    return result;
}

/// The words that can stand for an argument or a value that the tables describe as `text`.
QStringList wordsFor(const QString& text)
{
    if (text.contains(u"TARGET"_s))
        return {u"head"_s, u"heads"_s, u"base"_s};
    if (text == "ID"_L1 || text == "[FROM:]TO"_L1)
        return {u"head"_s};
    return text.contains(u'|') ? text.split(u'|') : QStringList();
}

QString bashValues()
{
    QString result;
    QStringList others;
    const QList<OptionSpec> all = grammar().options;
    for (const OptionSpec& option : all) {
        const QString flag = u"--"_s + option.name;
        const QStringList words = wordsFor(option.valueName);
        QString how;
        if (option.valueName == "DIR"_L1)
            how = u"-d"_s;
        else if (option.valueName == "FILE"_L1)
            how = u"-f"_s;
        else if (!words.isEmpty())
            how = u"-W '%1'"_s.arg(words.join(u' '));
        if (!how.isEmpty())
            result +=
                u"        %1) mapfile -t COMPREPLY < <(compgen %2 -- \"$current\"); return ;;\n"_s
                    .arg(flag, how);
        else if (!option.valueName.isEmpty())
            others << flag;
    }
    return result + u"        %1) return ;;\n"_s.arg(others.join(u" | "_s));
}

QString zshQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

QString zshOption(const OptionSpec& option)
{
    QString help = option.help;
    help.replace(u'[', "\\["_L1).replace(u']', "\\]"_L1);
    QString result =
        u"%1--%2[%3]"_s.arg(option.isRepeatable ? u"*"_s : QString(), option.name, help);
    if (option.valueName.isEmpty())
        return zshQuoted(result);
    const QStringList words = wordsFor(option.valueName);
    QString how;
    if (option.valueName == "DIR"_L1)
        how = u"_files -/"_s;
    else if (option.valueName == "FILE"_L1)
        how = u"_files"_s;
    else if (!words.isEmpty())
        how = u'(' + words.join(u' ') + u')';
    return zshQuoted(result + u':' + option.valueName.toLower().replace(u'|', u' ') + u':' + how);
}

/// Text as man prints it: a dash that can be copied, and no line taken for a macro.
QString manText(QString text)
{
    text.replace(u'\\', "\\e"_L1).replace(u'-', "\\-"_L1);
    return text.startsWith(u'.') || text.startsWith(u'\'') ? u"\\&"_s + text : text;
}

QString sentence(const QString& text)
{
    return manText(text.at(0).toUpper() + text.mid(1) + (text.endsWith(u'.') ? u""_s : u"."_s));
}

QStringList manOptions(const QList<OptionSpec>& options)
{
    QStringList lines;
    for (const OptionSpec& option : options) {
        QString head = u"\\fB\\-\\-%1\\fR"_s.arg(manText(option.name));
        if (!option.valueName.isEmpty())
            head += u" \\fI%1\\fR"_s.arg(manText(option.valueName));
        lines << u".TP"_s << head << sentence(option.help);
    }
    return lines;
}

QStringList manCommands()
{
    QStringList lines;
    for (const Command& command : commands()) {
        QString head = u"\\fB%1\\fR"_s.arg(command.spec.name);
        if (!command.spec.arguments.isEmpty())
            head += u" \\fI%1\\fR"_s.arg(manText(command.spec.arguments));
        if (!command.spec.alias.isEmpty())
            head += u" (also \\fB%1\\fR)"_s.arg(command.spec.alias);
        lines << u".TP"_s << head << sentence(command.summary);
        if (const QStringList own = manOptions(optionsOf(command.spec.name)); !own.isEmpty())
            lines << u".RS"_s << own << u".RE"_s;
    }
    return lines;
}

} // namespace

QString bashCompletion()
{
    QString cases = u"        '') words+=' %1' ;;\n"_s.arg(commandNames().join(u' '));
    for (const Command& command : commands()) {
        const QStringList own =
            flags(optionsOf(command.spec.name)) + wordsFor(command.spec.arguments);
        if (!own.isEmpty())
            cases += u"        %1) words+=' %2' ;;\n"_s.arg(namesOf(command.spec).join(u" | "_s),
                                                            own.join(u' '));
    }
    return u"# bash completion for socrates-migrate -*- shell-script -*-\n"
           "# Made from the program's table of commands.\n\n"
           "_socrates_migrate()\n{\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
           "    local word command= words='%1'\n"
           "    COMPREPLY=()\n"
           "    case $previous in\n%2    esac\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD - 1}\"; do\n"
           "        case $word in %3) command=$word; break ;; esac\n"
           "    done\n"
           "    case $command in\n%4    esac\n"
           "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
           "}\n"
           "complete -F _socrates_migrate socrates-migrate\n"_s.arg(
               flags(optionsOf({})).join(u' '), bashValues(), commandNames().join(u" | "_s), cases);
}

QString zshCompletion()
{
    QString descriptions;
    QString cases;
    for (const Command& command : commands()) {
        QStringList own;
        for (const QString& name : namesOf(command.spec))
            descriptions += u"    "_s + zshQuoted(name + u':' + command.summary) + u'\n';
        for (const OptionSpec& option : optionsOf(command.spec.name))
            own << zshOption(option);
        if (const QStringList words = wordsFor(command.spec.arguments); !words.isEmpty())
            own << zshQuoted(u"*:argument:("_s + words.join(u' ') + u')');
        if (!own.isEmpty())
            cases += u"    (%1) own=(\n        %2\n    ) ;;\n"_s.arg(
                namesOf(command.spec).join(u'|'), own.join(u"\n        "_s));
    }
    QString options;
    for (const OptionSpec& option : optionsOf({}))
        options += u"    "_s + zshOption(option) + u'\n';
    return u"#compdef socrates-migrate\n"
           "# Made from the program's table of commands.\n\n"
           "local -a commands options own\nlocal word command\n"
           "commands=(\n%1)\n"
           "options=(\n%2)\n"
           "for word in ${words[2,CURRENT-1]}; do\n"
           "    case $word in (%3) command=$word; break ;; esac\n"
           "done\n"
           "case $command in\n%4esac\n"
           "_arguments $options $own '1:command:{_describe command commands}'\n"_s.arg(
               descriptions, options, commandNames().join(u'|'), cases);
}

QString completedManual(const QString& page)
{
    QStringList lines;
    for (QString line : page.split(u'\n')) {
        if (line == ".\\\" COMMANDS"_L1)
            lines << manCommands();
        else if (line == ".\\\" OPTIONS"_L1)
            lines << manOptions(optionsOf({}));
        else
            lines << line.replace("@VERSION@"_L1, QLatin1StringView(SOCRATES_VERSION));
    }
    return lines.join(u'\n');
}

} // namespace socrates::cli
