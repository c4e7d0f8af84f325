// SPDX-License-Identifier: MIT
#include "core/engine/checklist.h"

#include "core/base/texts.h"

#include <QRegularExpression>
#include <QSet>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kVersionTable = "alembic_version"_L1;

/// Reads the plan's Markdown line by line; what is neither a database's heading, a list of
/// expectations nor psql's \d is prose and passes.
class ChecklistReader
{
public:
    ChecklistReader(const QString& filePath, const QList<DatabaseName>& databases)
        : m_filePath(filePath), m_databases(databases)
    {}

    ResultOrErrors<QList<ChecklistItem>> read(const QString& markdown)
    {
        for (const QStringView line : QStringView(markdown).split(u'\n')) {
            ++m_line;
            readLine(line.trimmed().toString());
        }
        closeList();
        if (!m_errors.isEmpty())
            return tl::unexpected(m_errors);
        return m_items;
    }

private:
    enum class List { None, Tables, Columns };

    void error(const QString& code, const QString& summary, const QString& hint)
    {
        errorAt(m_line, code, summary, hint);
    }
    void errorAt(int line, const QString& code, const QString& summary, const QString& hint)
    {
        Error error;
        error.code = u"project.checklist."_s + code;
        error.summary = summary;
        error.hint = hint;
        error.where = {m_filePath, line, 0};
        error.database = m_database.text();
        m_errors << error;
    }

    void readLine(const QString& line)
    {
        if (line.startsWith("```"_L1) || line.startsWith("~~~"_L1)) {
            m_inCode = !m_inCode;
            closeList();
        } else if (m_inCode) {
            readCode(line);
        } else if (line.startsWith(u'#')) {
            readHeading(line);
        } else if (line.startsWith("**"_L1)) {
            readCaption(line);
        } else if (line.startsWith("- "_L1) || line.startsWith("* "_L1)) {
            readItem(line.mid(2).trimmed());
        }
    }

    void readCode(const QString& line)
    {
        static const QRegularExpression describe(uR"(\\d(t?)[+S]*(?:\s+([^\s"'`;]+))?)"_s);
        const QRegularExpressionMatch match = describe.match(line);
        if (match.hasMatch())
            m_table = match.captured(1).isEmpty() ? match.captured(2) : QString();
    }

    void readHeading(const QString& line)
    {
        closeList();
        m_table.clear();
        m_database = {};
        static const QRegularExpression pattern(uR"(^#+\s*Database\s*:\s*`?([^`]*?)`?\s*$)"_s,
                                                QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch match = pattern.match(line);
        m_isForDatabase = match.hasMatch();
        if (!m_isForDatabase)
            return;
        m_database = DatabaseName(match.captured(1));
        if (!m_databases.contains(m_database)) {
            QStringList names;
            for (const DatabaseName& name : m_databases)
                names << name.text();
            error(u"database"_s,
                  Texts::tr("'%1' is no database of the project.").arg(m_database.text()),
                  Texts::tr("The databases are: %1.").arg(names.join(u", "_s)));
        }
    }

    void readCaption(const QString& line)
    {
        closeList();
        static const QRegularExpression pattern(
            uR"(^\*\*Expected\s+(\w+)(?:\s+of\s+`?([^`:*]+?)`?)?\s*:?\s*\*\*\s*:?\s*$)"_s,
            QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch match = pattern.match(line);
        if (!match.hasMatch())
            return;
        const QString what = match.captured(1).toLower();
        if (!m_isForDatabase) {
            error(u"database"_s, Texts::tr("Expectations stand outside a database."),
                  Texts::tr("Put them below a heading '### Database: NAME'."));
        }
        m_captionLine = m_line;
        m_listItems = 0;
        if (what == u"tables") {
            m_list = List::Tables;
        } else if (what == u"columns") {
            m_list = List::Columns;
            if (!match.captured(2).isEmpty())
                m_table = match.captured(2);
            if (m_table.isEmpty()) {
                error(u"table"_s, Texts::tr("A list of columns does not say of which table."),
                      Texts::tr("Put a code block with '\\d TABLE' above it."));
            }
        } else {
            error(u"caption"_s, Texts::tr("'Expected %1' is not understood.").arg(what),
                  Texts::tr("A checklist has 'Expected tables' and 'Expected columns'."));
        }
    }

    // Columns of one table end with their list: the next list must name its own table.
    void closeList()
    {
        if (m_list != List::None && m_listItems == 0) {
            errorAt(m_captionLine, u"empty"_s, Texts::tr("Nothing is listed here."),
                    Texts::tr("List the names below, each line beginning with '- '."));
        }
        if (m_list == List::Columns)
            m_table.clear();
        m_list = List::None;
    }

    void readItem(const QString& text)
    {
        static const QRegularExpression box(uR"(^\[(.)\]\s*(.*)$)"_s);
        const QRegularExpressionMatch match = box.match(text);
        if (m_list == List::None) {
            if (match.hasMatch() && m_isForDatabase) {
                error(u"caption"_s, Texts::tr("This entry belongs to no list."),
                      Texts::tr("Put '**Expected tables:**' above it."));
            }
            return;
        }
        ++m_listItems;
        if (!match.hasMatch() && m_list == List::Tables) {
            error(u"entry"_s, Texts::tr("A table is listed without a box."),
                  Texts::tr("Write '- [x] %1'.").arg(text));
            return;
        }
        QString content = text;
        if (match.hasMatch()) {
            const QString mark = match.captured(1);
            if (mark == u" ") // not expected
                return;
            if (mark != u"x" && mark != u"X") {
                error(u"entry"_s, Texts::tr("'[%1]' is not understood.").arg(mark),
                      Texts::tr("'[x]' means expected, '[ ]' not expected."));
                return;
            }
            content = match.captured(2);
        }
        if (m_list == List::Tables)
            addItem(ChecklistItem::Kind::Table, content, {});
        else
            for (const QString& column : withoutRemarks(content).split(u','))
                addItem(ChecklistItem::Kind::Column, m_table, column);
    }

    // "alembic_version (created automatically by Alembic)"
    static QString withoutRemarks(const QString& text)
    {
        static const QRegularExpression remark(uR"(\s*\([^()]*\))"_s);
        QString result = text;
        return result.remove(remark).remove(u'`').trimmed();
    }

    void addItem(ChecklistItem::Kind kind, const QString& table, const QString& column)
    {
        ChecklistItem item;
        item.database = m_database;
        item.kind = kind;
        item.table = withoutRemarks(table);
        item.column = withoutRemarks(column);
        item.line = m_line;
        const bool isTable = kind == ChecklistItem::Kind::Table;
        const QString& name = isTable ? item.table : item.column;
        if (item.table.isEmpty() && !isTable) // told at the caption
            return;
        static const QRegularExpression space(uR"(\s)"_s);
        if (name.isEmpty() || name.contains(space)) {
            error(u"entry"_s, Texts::tr("'%1' is not a name.").arg(name),
                  isTable
                      ? Texts::tr("One table a line; remarks go into parentheses.")
                      : Texts::tr("Separate columns with commas; remarks go into parentheses."));
            return;
        }
        item.text = isTable ? item.table : item.table + u": "_s + item.column;
        const QString key = item.database.text() + u'/' + item.text;
        if (m_seen.contains(key)) {
            error(u"repeated"_s, Texts::tr("'%1' is listed twice.").arg(item.text),
                  Texts::tr("List it once."));
            return;
        }
        m_seen.insert(key);
        m_items << item;
    }

    const QString m_filePath;
    const QList<DatabaseName>& m_databases;
    QList<ChecklistItem> m_items;
    Errors m_errors;
    QSet<QString> m_seen;
    DatabaseName m_database;
    QString m_table;
    List m_list = List::None;
    int m_line = 0;
    int m_captionLine = 0;
    int m_listItems = 0;
    bool m_inCode = false;
    bool m_isForDatabase = false;
};

/// "schema.table", or a table wherever it is, "public" first.
const SchemaObject* findTable(const Schema& schema, const QString& name)
{
    const qsizetype dot = name.indexOf(u'.');
    if (dot > 0)
        return schema.find({SchemaObject::Kind::Table, name.left(dot), {}, name.mid(dot + 1)});
    if (const SchemaObject* table = schema.find({SchemaObject::Kind::Table, u"public"_s, {}, name}))
        return table;
    for (const SchemaObject& object : schema.objects()) {
        if (object.kind == SchemaObject::Kind::Table && object.name == name)
            return &object;
    }
    return nullptr;
}

TickedItem tick(const ChecklistItem& item, const Schema& found, bool versionTableExists)
{
    TickedItem result{item, false, Texts::tr("no such table")};
    if (item.table == kVersionTable) {
        result.ok = versionTableExists &&
                    (item.kind == ChecklistItem::Kind::Table || item.column == u"version_num");
        if (result.ok)
            result.evidence = Texts::tr("table %1").arg(kVersionTable);
        else if (versionTableExists)
            result.evidence = Texts::tr("no such column");
        return result;
    }
    const SchemaObject* table = findTable(found, item.table);
    if (table == nullptr)
        return result;
    if (item.kind == ChecklistItem::Kind::Table) {
        result.ok = true;
        const QString name = table->schema + u'.' + table->name;
        result.evidence = table->owner.isEmpty()
                              ? Texts::tr("table %1").arg(name)
                              : Texts::tr("table %1, owner %2").arg(name, table->owner);
        return result;
    }
    const SchemaObject* column =
        found.find({SchemaObject::Kind::Column, table->schema, table->name, item.column});
    result.ok = column != nullptr;
    result.evidence = result.ok ? column->definition : Texts::tr("no such column");
    return result;
}

} // namespace

ResultOrErrors<QList<ChecklistItem>> parseChecklist(const QString& markdown,
                                                    const QString& filePath,
                                                    const QList<DatabaseName>& databases)
{
    return ChecklistReader(filePath, databases).read(markdown);
}

QList<TickedItem> tickChecklist(const QList<ChecklistItem>& items, const DatabaseName& database,
                                const Schema& found, bool versionTableExists)
{
    QList<TickedItem> result;
    for (const ChecklistItem& item : items) {
        if (item.database == database)
            result << tick(item, found, versionTableExists);
    }
    return result;
}

QString checklistMarkdown(const QList<TickedItem>& items, const QString& heading)
{
    QStringList lines{u"## "_s + heading};
    DatabaseName database;
    QString table;
    auto kind = ChecklistItem::Kind::Table;
    for (const TickedItem& ticked : items) {
        const ChecklistItem& item = ticked.item;
        const bool isColumn = item.kind == ChecklistItem::Kind::Column;
        const bool isNewDatabase = lines.size() == 1 || item.database != database;
        if (isNewDatabase)
            lines << QString() << u"### Database: "_s + item.database.text();
        if (isNewDatabase || item.kind != kind || (isColumn && item.table != table)) {
            lines << QString()
                  << (isColumn ? u"**Expected columns of %1:**"_s.arg(item.table)
                               : u"**Expected tables:**"_s);
        }
        lines << u"- [%1] %2 (%3)"_s.arg(ticked.ok ? u"x"_s : u" "_s,
                                         isColumn ? item.column : item.table,
                                         QString(ticked.evidence).replace(u'\n', u' '));
        database = item.database;
        table = item.table;
        kind = item.kind;
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace socrates::core
