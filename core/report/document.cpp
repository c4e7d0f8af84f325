// SPDX-License-Identifier: MIT
// Markdown and HTML of a verification: what people attach to a ticket or print.
#include "core/report/text.h"
#include "core/report/wording.h"

namespace socrates::core::report {

using namespace Qt::StringLiterals;

namespace {

/// A cell of a Markdown table: a bar would end it, a line break would end the row.
QString cell(QString text)
{
    text.replace(u'|', "\\|"_L1);
    text.replace(u'\n', u' ');
    return text;
}

QString verdictText(const DatabaseVerification& verification)
{
    if (verification.error)
        return u"could not be verified: "_s + verification.error->summary;
    if (verification.isOk())
        return u"as expected"_s;
    const auto differences = verification.comparison.differences().size();
    if (differences > 0)
        return counted(differences, u"difference"_s);
    return counted(uncheckedCount(verification), u"checklist item missing"_s,
                   u"checklist items missing"_s);
}

QList<std::pair<QString, QString>> facts(const DatabaseVerification& verification)
{
    QList<std::pair<QString, QString>> result{{u"Result"_s, verdictText(verification)}};
    if (verification.error)
        return result;
    result.append({u"Server"_s, placeText(verification.status)});
    result.append({u"PostgreSQL"_s, verification.status.server.versionText});
    result.append({u"Revision"_s, positionText(verification.revision)});
    result.append({u"Checks"_s, QString::number(verification.comparison.lines.size())});
    result.append({u"Expected schema"_s, verification.expectedOrigin});
    if (!verification.status.pending.isEmpty())
        result.append({u"Pending"_s, joined(verification.status.pending)});
    if (!verification.comparison.notCompared.isEmpty())
        result.append({u"Not compared"_s, verification.comparison.notCompared.join(u", "_s)});
    if (verification.verifiedAt.isValid())
        result.append({u"Verified at"_s, verification.verifiedAt.toString(Qt::ISODate)});
    return result;
}

QString html(const QString& text)
{
    return text.toHtmlEscaped();
}

QString row(const QStringList& cells, const QString& tag = u"td"_s)
{
    QString result = u"<tr>"_s;
    for (const QString& text : cells)
        result += u"<%1>%2</%1>"_s.arg(tag, html(text));
    return result + u"</tr>\n"_s;
}

QString databaseHtml(const DatabaseVerification& verification)
{
    QString result = u"<h2>%1</h2>\n<table>\n"_s.arg(html(verification.name.text()));
    for (const auto& [label, value] : facts(verification))
        result += u"<tr><th>%1</th><td>%2</td></tr>\n"_s.arg(html(label), html(value));
    result += u"</table>\n"_s;
    const QList<ComparisonLine> differences = verification.comparison.differences();
    if (!differences.isEmpty()) {
        result += u"<h3>Differences</h3>\n<table>\n"_s +
                  row({u"Kind"_s, u"Object"_s, u"Expected"_s, u"Found"_s, u"Note"_s}, u"th"_s);
        for (const ComparisonLine& line : differences)
            result += row({outcomeText(line.outcome), objectText(line), line.expected, line.found,
                           line.hint});
        result += u"</table>\n"_s;
    }
    if (!verification.checklist.isEmpty()) {
        result += u"<h3>Checklist</h3>\n<ul>\n"_s;
        for (const TickedItem& item : verification.checklist) {
            result += u"<li>%1 %2 <small>%3</small></li>\n"_s.arg(
                item.ok ? u"&#9745;"_s : u"&#9744;"_s, html(item.item.text), html(item.evidence));
        }
        result += u"</ul>\n"_s;
    }
    for (const QString& problem : verification.rightsProblems)
        result += u"<p><b>Rights:</b> %1</p>\n"_s.arg(html(problem));
    for (const QString& finding : verification.ownership)
        result += u"<p>%1</p>\n"_s.arg(html(finding));
    return result;
}

} // namespace

QString verificationMarkdown(const QList<DatabaseVerification>& verifications)
{
    QStringList lines{u"# Verification"_s, {}};
    for (const DatabaseVerification& verification : verifications) {
        lines << u"## Database: "_s + verification.name.text() << QString();
        for (const auto& [label, value] : facts(verification))
            lines << u"- %1: %2"_s.arg(label, value);
        lines << QString();
        const QList<ComparisonLine> differences = verification.comparison.differences();
        if (!differences.isEmpty()) {
            lines << u"| Kind | Object | Expected | Found | Note |"_s << u"|---|---|---|---|---|"_s;
            for (const ComparisonLine& line : differences) {
                lines << u"| %1 | %2 | %3 | %4 | %5 |"_s.arg(
                    outcomeText(line.outcome), cell(objectText(line)), cell(line.expected),
                    cell(line.found), cell(line.hint));
            }
            lines << QString();
        }
        for (const TickedItem& item : verification.checklist) {
            lines << u"- [%1] %2"_s.arg(item.ok ? u"x"_s : u" "_s, item.item.text) +
                         (item.evidence.isEmpty() ? QString() : u" ("_s + item.evidence + u')');
        }
        for (const QString& problem : verification.rightsProblems)
            lines << u"- Rights: "_s + problem;
        for (const QString& finding : verification.ownership)
            lines << u"- Owner: "_s + finding;
        lines << QString();
    }
    return lines.join(u'\n');
}

QString verificationHtml(const QList<DatabaseVerification>& verifications)
{
    QString result =
        u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Verification</title>\n"
        "<style>body{font-family:sans-serif}table{border-collapse:collapse}"
        "td,th{border:1px solid #999;padding:2px 8px;text-align:left}</style></head><body>\n"
        "<h1>Verification</h1>\n"_s;
    for (const DatabaseVerification& verification : verifications)
        result += databaseHtml(verification);
    return result + u"</body></html>\n"_s;
}

} // namespace socrates::core::report
