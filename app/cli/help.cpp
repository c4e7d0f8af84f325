// SPDX-License-Identifier: MIT
#include "app/cli/help.h"

#include "app/cli/command.h"

namespace socrates::cli {

using namespace Qt::StringLiterals;

namespace {

QString optionLine(const OptionSpec& option)
{
    const QString name =
        option.valueName.isEmpty() ? option.name : option.name + u' ' + option.valueName;
    return u"  --%1 %2"_s.arg(name, -26).arg(option.help);
}

} // namespace

QString generalHelp()
{
    QStringList lines{
        u"Usage: socrates-migrate [--project DIR] CONNECTION COMMAND [TARGET] [options]"_s,
        {},
        u"Migrates the databases of a project and proves what is in them."_s,
        {},
        u"Commands:"_s,
    };
    for (const Command& command : commands()) {
        const QString name = command.spec.alias.isEmpty()
                                 ? command.spec.name
                                 : u"%1 (%2)"_s.arg(command.spec.name, command.spec.alias);
        lines << u"  %1 %2"_s.arg(name, -18).arg(command.summary);
    }
    lines << QString() << u"Options:"_s;
    const Grammar known = grammar();
    for (const OptionSpec& option : known.options) {
        if (option.commands.isEmpty())
            lines << optionLine(option);
    }
    lines
        << QString()
        << u"Targets: head, heads, base, a revision's id, a branch label, +1, -1, 002+1; for one "
           u"database:\n"
           "  socrates_specs@head. Without a database's name a target is meant for each that knows it."_s
        << QString()
        << u"First steps, with a private server and nothing installed but PostgreSQL's programs:\n"
           "  socrates-migrate --private provision      make the databases\n"
           "  socrates-migrate --private plan           see what would run\n"
           "  socrates-migrate --private upgrade        run it, then verify\n"
           "With databases of one's own:\n"
           "  socrates-migrate --url socrates_auth=postgresql://me@db.example/auth_prod status"_s
        << QString()
        << u"Exit codes: 0 done, 1 failed, 2 wrong usage or unreadable project, 3 the schema "
           u"differs,\n"
           "  4 cannot connect, 5 busy, 6 stopped.  COMMAND --help says more."_s;
    return lines.join(u'\n');
}

QString commandHelp(const QString& command)
{
    for (const Command& known : commands()) {
        if (known.spec.name != command)
            continue;
        QStringList lines{
            u"Usage: socrates-migrate [--project DIR] [CONNECTION] %1 %2"_s
                .arg(command, known.spec.arguments)
                .trimmed(),
            {},
            known.summary.at(0).toUpper() + known.summary.mid(1) + u'.',
            {},
            known.details,
        };
        const Grammar all = grammar();
        QStringList own;
        for (const OptionSpec& option : all.options) {
            if (option.commands.contains(command))
                own << optionLine(option);
        }
        if (!own.isEmpty())
            lines << QString() << u"Its options:"_s << own;
        lines << QString() << u"Options of all commands: socrates-migrate --help"_s;
        return lines.join(u'\n');
    }
    return generalHelp();
}

} // namespace socrates::cli
