// SPDX-License-Identifier: MIT
#include "app/cli/terminal.h"
#include "app/cli/verifying.h"
#include "core/report/json.h"
#include "core/report/text.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

constexpr int kProgressMs = 100;

} // namespace

QList<ReferenceCheck> checkReferences(Request& request, const Databases& databases, bool withRows)
{
    QList<ReferenceCheck> checks = checkReferenceTypes(request.project, databases.sessions);
    if (!withRows)
        return checks;
    CancelToken token;
    const terminal::Interrupts interrupts([token](int) mutable { token.cancel(); });
    for (ReferenceCheck& check : checks) {
        QElapsedTimer sinceShown;
        const auto show = [&](qint64 from, qint64 to) {
            if (sinceShown.isValid() && sinceShown.elapsed() < kProgressMs)
                return;
            const QLocale english(QLocale::English);
            request.output.progress(u"%1: %2 rows here, %3 there"_s.arg(
                check.declared.text(), english.toString(from), english.toString(to)));
            sinceShown.start();
        };
        show(0, 0);
        checkReferenceRows(check, databases.sessions, token, show);
    }
    request.output.progress({});
    return checks;
}

ExitCode exitCodeOf(const QList<ReferenceCheck>& checks)
{
    for (const ReferenceCheck& check : checks) {
        if (check.error)
            return core::exitCodeOf(*check.error);
    }
    const bool isFault = std::any_of(checks.cbegin(), checks.cend(),
                                     [](const ReferenceCheck& check) { return check.isFault(); });
    return isFault ? ExitCode::Differs : ExitCode::Done;
}

ExitCode referencesCommand(Request& request)
{
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    const QList<ReferenceCheck> checks =
        checkReferences(request, *databases, !request.line.has(u"types-only"_s));
    printHeading(request, databases->absent);
    request.output.text(checks.isEmpty() ? u"\nNo revision declares a reference."_s
                                         : u'\n' + report::referencesText(checks));
    for (const ReferenceCheck& check : checks) {
        if (check.error)
            request.output.message(report::errorText(*check.error));
    }
    request.output.document({{u"project"_s, request.project.folder()},
                             {u"absent"_s, QJsonArray::fromStringList(databases->absent)},
                             {u"references"_s, report::referencesJson(checks)}});
    return exitCodeOf(checks);
}

} // namespace socrates::cli
