// SPDX-License-Identifier: MIT
#include "app/cli/verifying.h"
#include "core/base/clock.h"
#include "core/base/filereplacement.h"
#include "core/report/reports.h"

#include <QFileInfo>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

struct Wanted
{
    report::ReportKind kind;
    report::ReportFormat format;
    QString formatText;
};

Result<Wanted> wantedBy(const CommandLine& line)
{
    const QString text = line.arguments().first();
    const auto kind = report::reportKindFromText(text);
    if (!kind) {
        return fail(Error{.code = u"usage.arguments"_s,
                          .summary = u"There is no report \"%1\"."_s.arg(text),
                          .hint = u"Write verification, drift, schema or checklist."_s});
    }
    QString format = line.value(u"format"_s).toLower();
    if (format.isEmpty())
        format = QFileInfo(line.value(u"out"_s)).suffix().toLower();
    if (format.isEmpty())
        format = u"md"_s;
    if (const auto known = report::reportFormatFromText(format))
        return Wanted{*kind, *known, format};
    Error error{.code = u"usage.value"_s,
                .summary = u"--format: a report cannot be written as \"%1\"."_s.arg(format),
                .hint = u"Write --format html, md or json."_s};
    if (format == "pdf"_L1) {
        error.summary = u"The command line writes no PDF; the desktop program does."_s;
        error.hint = u"Write --format html and print that from a browser, or use File > Export "
                     "Report in socrates-admin."_s;
    }
    return fail(error);
}

Result<void> writeTo(const QString& filePath, const QByteArray& bytes)
{
    const auto replaced = replaceFile(filePath, bytes);
    if (replaced)
        return {};
    return fail(Error{.code = u"internal.export"_s,
                      .summary = u"The report could not be written to %1."_s.arg(filePath),
                      .detail = replaced.error()});
}

} // namespace

ExitCode reportCommand(Request& request)
{
    const Result<Wanted> wanted = wantedBy(request.line);
    if (!wanted)
        return request.output.failed(wanted.error());
    const QString filePath = request.line.value(u"out"_s);
    if (filePath.isEmpty() && request.output.isJson()) {
        return request.output.failed(
            Error{.code = u"usage.arguments"_s,
                  .summary = u"With --json the report goes to a file: say which with --out FILE."_s,
                  .hint = u"For the report itself as JSON write --format json without --json."_s});
    }
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    report::ReportSource source{request.project.folder(), Clock().now(), {}, {}};
    source.verifications = verifyDatabases(request.project, databases->sessions, expectedSource(),
                                           VerificationDetail::WithAttribution);
    if (wanted->kind == report::ReportKind::Verification)
        source.references = checkReferences(request, *databases, request.line.has(u"rows"_s));
    const QByteArray bytes =
        report::formatted(report::makeReport(wanted->kind, source), wanted->format);
    if (filePath.isEmpty()) {
        request.output.text(QString::fromUtf8(bytes).trimmed());
    } else {
        if (const auto written = writeTo(filePath, bytes); !written)
            return request.output.failed(written.error());
        request.output.text(u"written: "_s + filePath);
    }
    request.output.document({{u"project"_s, request.project.folder()},
                             {u"report"_s, report::reportKindText(wanted->kind)},
                             {u"format"_s, wanted->formatText},
                             {u"file"_s, filePath}});
    // A difference is what a report is for; what could not be looked at is a failure.
    const ExitCode code = exitCodeOf(source.verifications);
    return code == ExitCode::Differs ? ExitCode::Done : code;
}

} // namespace socrates::cli
