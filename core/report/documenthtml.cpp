// SPDX-License-Identifier: MIT
#include "core/report/document.h"

#include "core/base/texts.h"

namespace socrates::core::report {

using namespace Qt::StringLiterals;

namespace {

/// Colours by the reader's scheme, and when printed black on white. On a telephone a row of a table
/// stands as a list, each cell behind the name of its column.
constexpr auto kBrowserStyle = R"(
:root { color-scheme: light dark; --ink: #1c1f23; --paper: #ffffff; --line: #c3c9d1;
  --head: #eef1f5; --soft: #5a6270; --bad: #a3261d; --good: #1b6b35; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e7eb; --paper: #16191d; --line: #434a54; --head: #23282f; --soft: #a3abb8;
    --bad: #ff9a8f; --good: #7fd79b; } }
body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 72rem; margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.7rem; } h2 { margin-top: 2.2rem; border-bottom: 2px solid var(--line); }
table { border-collapse: collapse; margin: .6rem 0 1.2rem; width: 100%; }
table.facts { width: auto; }
th, td { border: 1px solid var(--line); padding: .25rem .6rem; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
th { background: var(--head); } table.facts th { white-space: nowrap; }
table.list th, table.list td:first-child { overflow-wrap: normal; }
pre { background: var(--head); padding: .75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
ul.ticks { list-style: none; padding-left: 0; } small { color: var(--soft); }
.bad { color: var(--bad); font-weight: 600; } .good { color: var(--good); }
@media screen and (max-width: 44rem) {
  table.list thead, table.list td:empty { display: none; }
  table.list, table.list tbody, table.list tr, table.list td { display: block; }
  table.list tr { border: 1px solid var(--line); margin-bottom: .6rem; padding: .3rem .6rem; }
  table.list td { border: 0; padding: .1rem 0; }
  table.list td::before { content: attr(data-label) ": "; color: var(--soft); } }
@media print {
  :root { --ink: #000; --paper: #fff; --line: #999; --head: #eee; --soft: #444; --bad: #000;
    --good: #000; }
  body { font-size: 10pt; max-width: none; margin: 0; padding: 0; }
  h2, h3, h4 { break-after: avoid; } tr, li { break-inside: avoid; } thead { display: table-header-group; } }
)"_L1;

constexpr auto kTextDocumentStyle = R"(
body { font-family: sans-serif; font-size: 9pt; color: #000000; }
h1 { font-size: 17pt; } h2 { font-size: 13pt; } h3 { font-size: 11pt; } h4 { font-size: 10pt; }
table { margin-top: 4px; margin-bottom: 10px; }
th { background-color: #eeeeee; text-align: left; } pre { font-size: 8pt; white-space: pre-wrap; }
)"_L1;

class Writer
{
public:
    explicit Writer(HtmlFor reader) : m_isBrowser(reader == HtmlFor::Browser) {}

    QString write(const Document& document)
    {
        m_text = u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">\n"_s.arg(
            //: The code of this language. Not a word.
            Texts::tr("en"));
        if (m_isBrowser) {
            m_text += u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                      "style-src 'unsafe-inline'\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width\">\n"_s;
        }
        m_text += u"<title>%1</title>\n<style>%2</style></head><body>\n<h1>%1</h1>\n"_s.arg(
            document.title.toHtmlEscaped(), m_isBrowser ? kBrowserStyle : kTextDocumentStyle);
        facts(document.facts);
        for (const DocumentSection& one : document.sections)
            section(one, 2);
        return m_text + u"</body></html>\n"_s;
    }

private:
    void heading(const QString& text, int level)
    {
        if (!text.isEmpty())
            element(u'h' + QString::number(std::min(level, 6)), text);
    }

    void element(const QString& tag, const QString& text, const QString& attributes = {})
    {
        m_text += u'<' + tag + attributes + u'>' + text.toHtmlEscaped() + u"</"_s + tag + u">\n"_s;
    }

    void beginTable(const QString& kind)
    {
        m_text += m_isBrowser
                      ? u"<table class=\"%1\">\n"_s.arg(kind)
                      : u"<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" "
                        "style=\"border-collapse: collapse; border-color: #999999\"%1>\n"_s.arg(
                            kind == "facts"_L1 ? QString() : u" width=\"100%\""_s);
    }

    void facts(const DocumentFacts& facts)
    {
        if (facts.isEmpty())
            return;
        beginTable(u"facts"_s);
        for (const auto& [label, value] : facts) {
            m_text += u"<tr>"_s;
            element(u"th"_s, labelText(label));
            element(u"td"_s, value);
            m_text += u"</tr>\n"_s;
        }
        m_text += u"</table>\n"_s;
    }

    QString cellAttributes(const DocumentTable& table, qsizetype column) const
    {
        return m_isBrowser ? u" data-label=\"%1\""_s.arg(
                                 labelText(table.columns.value(column)).toHtmlEscaped())
                           : QString();
    }

    void table(const DocumentTable& table, int level)
    {
        heading(table.heading, level);
        beginTable(u"list"_s);
        m_text += u"<thead><tr>"_s;
        for (const QString& column : table.columns)
            element(u"th"_s, labelText(column));
        m_text += u"</tr></thead>\n<tbody>\n"_s;
        for (const QStringList& row : table.rows) {
            m_text += u"<tr>"_s;
            const QStringList cells = cellTexts(table, row);
            for (qsizetype column = 0; column < cells.size(); ++column)
                element(u"td"_s, cells.at(column), cellAttributes(table, column));
            m_text += u"</tr>\n"_s;
        }
        m_text += u"</tbody></table>\n"_s;
    }

    /// The box and the word: neither colour nor shape alone has to be seen.
    void tick(const DocumentTick& tick)
    {
        m_text += u"<li>%1 %2 <small>%3</small></li>\n"_s.arg(
            tick.isDone ? u"<span class=\"good\">&#9745;</span>"_s
                        : u"<span class=\"bad\">&#9744;</span>"_s,
            tick.text.toHtmlEscaped(), tick.evidence.toHtmlEscaped());
    }

    void section(const DocumentSection& section, int level)
    {
        heading(section.heading, level);
        facts(section.facts);
        for (const DocumentTable& one : section.tables)
            table(one, level + 1);
        if (!section.ticks.isEmpty()) {
            m_text += m_isBrowser ? u"<ul class=\"ticks\">\n"_s
                                  : u"<ul style=\"list-style-type: none\">\n"_s;
            for (const DocumentTick& one : section.ticks)
                tick(one);
            m_text += u"</ul>\n"_s;
        }
        if (!section.notes.isEmpty()) {
            m_text += u"<ul>\n"_s;
            for (const QString& note : section.notes)
                element(u"li"_s, note);
            m_text += u"</ul>\n"_s;
        }
        if (!section.sql.isEmpty())
            element(u"pre"_s, section.sql);
        for (const DocumentSection& below : section.sections)
            this->section(below, level + 1);
    }

    bool m_isBrowser;
    QString m_text;
};

} // namespace

QString toHtml(const Document& document, HtmlFor reader)
{
    return Writer(reader).write(document);
}

} // namespace socrates::core::report
