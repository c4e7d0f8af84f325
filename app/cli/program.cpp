// SPDX-License-Identifier: MIT
#include "app/cli/program.h"

#include "app/cli/command.h"
#include "app/cli/help.h"
#include "core/credentials/credentialstore.h"
#include "core/engine/selftest.h"
#include "core/report/json.h"
#include "core/report/text.h"
#include "core/revisions/projectlookup.h"

#include <algorithm>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// Known before the line is parsed, so that a wrong line is answered in the right form.
bool asksFor(const QStringList& arguments, const QString& flag)
{
    return std::find(arguments.begin(), std::find(arguments.begin(), arguments.end(), u"--"_s),
                     flag) != std::find(arguments.begin(), arguments.end(), u"--"_s);
}

ExitCode showText(Output& output, const QString& key, const QString& text)
{
    output.text(text);
    output.document({{key, text}});
    return ExitCode::Done;
}

ExitCode testThisCopy(Output& output, const QString& programFolder)
{
    KeychainCredentialStore keychain;
    const QList<SelfCheck> checks = selfTest(programFolder, keychain);
    output.text(report::selfTestText(checks));
    output.document(report::selfTestDocument(checks));
    return worstOf(checks) == SelfCheck::State::Failed ? ExitCode::Failed : ExitCode::Done;
}

ExitCode runCommand(const Command& command, const CommandLine& line, Output& output,
                    const QString& programFolder)
{
    Request request{line, output, {}};
    if (!command.needsProject)
        return command.run(request);
    const QString folder = findProjectFolder(line.value(u"project"_s), programFolder);
    if (folder.isEmpty()) {
        return output.failed(
            Error{.code = u"project.not_found"_s,
                  .summary = u"There is no project here: neither this folder nor ./migrations "
                             "holds socrates.json."_s,
                  .hint = u"Name the folder with --project DIR."_s});
    }
    ResultOrErrors<Project> project = Project::load(folder);
    if (!project) {
        output.failed(project.error());
        return ExitCode::Usage;
    }
    request.project = std::move(*project);
    return command.run(request);
}

ExitCode runLine(const CommandLine& line, Output& output, const QString& programFolder)
{
    if (line.has(u"version"_s))
        return showText(output, u"version"_s,
                        u"socrates-migrate %1"_s.arg(QLatin1StringView(SOCRATES_VERSION)));
    if (line.has(u"help"_s))
        return showText(output, u"help"_s,
                        line.command().isEmpty() ? generalHelp() : commandHelp(line.command()));
    if (line.has(u"self-test"_s))
        return testThisCopy(output, programFolder);
    if (line.command().isEmpty()) {
        return output.failed(Error{.code = u"usage.command"_s,
                                   .summary = u"No command is given."_s,
                                   .hint = u"Try: socrates-migrate --help"_s});
    }
    for (const Command& command : commands()) {
        if (command.spec.name == line.command())
            return runCommand(command, line, output, programFolder);
    }
    return ExitCode::Usage;
}

} // namespace

int run(const QStringList& arguments, const QString& programFolder)
{
    Output output(asksFor(arguments, u"--json"_s), !asksFor(arguments, u"--no-color"_s));
    const Result<CommandLine> line = CommandLine::parse(arguments, grammar());
    if (!line)
        return int(output.failed(line.error()));
    return int(runLine(*line, output, programFolder));
}

} // namespace socrates::cli
