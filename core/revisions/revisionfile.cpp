// SPDX-License-Identifier: MIT
#include "core/revisions/revisionfile.h"

#include "core/base/texts.h"
#include "core/revisions/textfile.h"
#include "core/sql/lexer.h"
#include "core/sql/lintrules.h"
#include "core/sql/statementkind.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxIdLength = 32; // alembic_version.version_num is varchar(32)

/// Reads one file from top to bottom and collects what is wrong with it.
class Reader
{
public:
    Reader(const QString& text, const QString& filePath) : m_text(text)
    {
        m_revision.filePath = filePath;
    }

    ResultOrErrors<Revision> read()
    {
        readLines();
        readHeader();
        checkFileName();
        readSections();
        if (!m_errors.isEmpty())
            return tl::unexpected(m_errors);
        return std::move(m_revision);
    }

private:
    struct RawSection
    {
        int markerLine = 0;
        QStringView name;
        qsizetype begin = 0;
        qsizetype end = 0;
        bool transactional = true;
    };
    struct HeaderLine
    {
        QString value;
        int line = 0;
    };

    void error(const QString& code, int line, const QString& summary, const QString& hint,
               int column = 0)
    {
        Error error;
        error.code = u"project."_s + code;
        error.summary = summary;
        error.hint = hint;
        error.revision = m_revision.id.text();
        error.where = {m_revision.filePath, line, column};
        m_errors << error;
    }

    // --- lines -------------------------------------------------------------------------------

    void readLines()
    {
        int line = 0;
        qsizetype begin = 0;
        bool toldAboutSql = false;
        while (begin <= m_text.size()) {
            qsizetype end = m_text.indexOf(u'\n', begin);
            if (end < 0)
                end = m_text.size();
            const QStringView content = QStringView(m_text).mid(begin, end - begin);
            ++line;
            if (isMarker(content)) {
                closeSection(begin);
                openSection(content, line, end + 1);
            } else if (m_sections.isEmpty()) {
                readHeaderLine(content, line, toldAboutSql);
            }
            begin = end + 1;
        }
        closeSection(m_text.size());
        m_lastLine = line;
    }

    static bool isMarker(QStringView line)
    {
        if (!line.startsWith("--"_L1))
            return false;
        return line.mid(2).trimmed().startsWith("migrate:"_L1, Qt::CaseInsensitive);
    }

    void closeSection(qsizetype end)
    {
        if (!m_sections.isEmpty())
            m_sections.last().end = qMax(m_sections.last().begin, end);
    }

    void openSection(QStringView content, int line, qsizetype begin)
    {
        const QStringView words = content.mid(2).trimmed().mid(8);
        const qsizetype space = words.indexOf(u' ');
        RawSection section;
        section.markerLine = line;
        section.begin = qMin(begin, m_text.size());
        section.name = space < 0 ? words : words.first(space);
        if (section.name != "up"_L1 && section.name != "down"_L1) {
            error(u"section.unknown"_s, line,
                  Texts::tr("Unknown section 'migrate:%1'.").arg(section.name),
                  Texts::tr("The sections are '-- migrate:up' and '-- migrate:down'."));
        }
        if (space >= 0)
            readOptions(words.mid(space), line, section);
        checkOrder(section);
        m_sections.append(section);
    }

    void readOptions(QStringView options, int line, RawSection& section)
    {
        for (const QStringView option : options.split(u' ', Qt::SkipEmptyParts)) {
            if (option == "transaction:false"_L1) {
                section.transactional = false;
            } else if (option != "transaction:true"_L1) {
                error(u"section.option"_s, line,
                      Texts::tr("Unknown option '%1' of a section.").arg(option),
                      Texts::tr("The one option is 'transaction:false'."));
            }
        }
    }

    void checkOrder(const RawSection& section)
    {
        for (const RawSection& earlier : std::as_const(m_sections)) {
            if (earlier.name == section.name) {
                error(u"section.repeated"_s, section.markerLine,
                      Texts::tr("The section 'migrate:%1' stands twice; the first is on line %2.")
                          .arg(section.name)
                          .arg(earlier.markerLine),
                      Texts::tr("Put all statements into one section."));
            } else if (earlier.name == "down"_L1 && section.name == "up"_L1) {
                error(u"section.order"_s, section.markerLine,
                      Texts::tr("The section 'migrate:up' comes after 'migrate:down'."),
                      Texts::tr("Put 'migrate:up' first."));
            }
        }
    }

    void readHeaderLine(QStringView content, int line, bool& toldAboutSql)
    {
        const QStringView trimmed = content.trimmed();
        if (trimmed.isEmpty())
            return;
        if (!trimmed.startsWith("--"_L1)) {
            if (!toldAboutSql) {
                error(u"header.sql"_s, line, Texts::tr("There is text before the first section."),
                      Texts::tr("Only '-- key: value' lines may stand before '-- migrate:up'."));
            }
            toldAboutSql = true;
            return;
        }
        if (const auto ignore = lintIgnoreOf(trimmed.toString())) {
            m_revision.lintIgnores.append({ignore->rule, ignore->reason, line});
            return;
        }
        static const QRegularExpression pattern(uR"(^--\s*([A-Za-z_][\w-]*)\s*:\s*(.*)$)"_s);
        const QRegularExpressionMatch match = pattern.match(trimmed.toString());
        if (!match.hasMatch()) // a plain remark
            return;
        const QString key = match.captured(1);
        const HeaderLine value{match.captured(2).trimmed(), line};
        static const QSet<QString> known{
            u"socrates-migration"_s, u"revision"_s,      u"down_revision"_s,
            u"database"_s,           u"branch_labels"_s, u"depends_on"_s,
            u"requires"_s,           u"references"_s,    u"title"_s,
            u"create_date"_s,        u"phase"_s,         u"lock_timeout"_s,
            u"irreversible"_s};
        if (!known.contains(key) && !key.startsWith("x-"_L1)) {
            error(u"header.unknown-key"_s, line, Texts::tr("Unknown header key '%1'.").arg(key),
                  Texts::tr(
                      "Keys of your own start with 'x-'; the others are listed in the README."));
        } else if (m_header.contains(key) && key != u"references") {
            error(u"header.repeated-key"_s, line,
                  Texts::tr("The header key '%1' stands twice; the first is on line %2.")
                      .arg(key)
                      .arg(m_header.value(key).first().line),
                  Texts::tr("Keep one of the two lines."));
        } else {
            m_header[key].append(value);
            if (!m_revision.keyLines.contains(key))
                m_revision.keyLines.insert(key, line);
        }
    }

    // --- header ------------------------------------------------------------------------------

    bool has(const QString& key) const { return m_header.contains(key); }
    QString value(const QString& key) const
    {
        return has(key) ? m_header.value(key).first().value : QString();
    }
    int line(const QString& key) const { return m_revision.keyLines.value(key, 1); }

    QStringList listOf(const QString& key)
    {
        QStringList result;
        if (value(key).isEmpty())
            return result;
        for (const QString& part : value(key).split(u',')) {
            const QString item = part.trimmed();
            if (item.isEmpty()) {
                error(u"header.value"_s, line(key), Texts::tr("'%1' has an empty entry.").arg(key),
                      Texts::tr("Separate the entries with one comma each."));
            } else if (result.contains(item)) {
                error(u"header.value"_s, line(key),
                      Texts::tr("'%1' names '%2' twice.").arg(key, item),
                      Texts::tr("Name it once."));
            } else {
                result << item;
            }
        }
        return result;
    }

    void checkIdentifier(const QString& key, const QString& text)
    {
        QStringList bad;
        for (const QChar c : text) {
            const QString shown =
                c.isSpace() || !c.isPrint() ? Texts::tr("white space") : QString(c);
            if ((u"@-+:"_s.contains(c) || c.isSpace() || !c.isPrint()) && !bad.contains(shown))
                bad << shown;
        }
        if (!bad.isEmpty()) {
            error(u"header.identifier"_s, line(key),
                  Texts::tr("Character(s) '%1' not allowed in revision identifier '%2'")
                      .arg(bad.join(u", "_s), text),
                  Texts::tr(
                      "Alembic's targets give '@', '-', '+' and ':' a meaning; use letters, digits "
                      "and '_'."));
        } else if (text == u"head" || text == u"heads" || text == u"base") {
            error(u"header.identifier"_s, line(key),
                  Texts::tr("'%1' cannot be used as a name: it is a target of its own.").arg(text),
                  Texts::tr("Choose another one."));
        }
    }

    void readHeader()
    {
        QStringList missing;
        for (const QString& key :
             {u"socrates-migration"_s, u"revision"_s, u"down_revision"_s, u"database"_s}) {
            if (!has(key)) {
                missing << u'\'' + key + u'\'';
            } else if (value(key).isEmpty() && key != u"down_revision") {
                error(u"header.value"_s, line(key), Texts::tr("'%1' has no value.").arg(key),
                      Texts::tr("Write it behind the colon."));
            }
        }
        if (!missing.isEmpty()) {
            error(u"header.missing-key"_s, 1,
                  Texts::tr("The header has no %1.").arg(missing.join(u", "_s)),
                  Texts::tr("Add '-- key: value' lines before '-- migrate:up'; 'down_revision:' "
                            "stays empty "
                            "for the first revision."));
        }
        if (!value(u"socrates-migration"_s).isEmpty() && value(u"socrates-migration"_s) != u"1") {
            error(u"header.version"_s, line(u"socrates-migration"_s),
                  Texts::tr("Format '%1' is not known to this program.")
                      .arg(value(u"socrates-migration"_s)),
                  Texts::tr("Write 'socrates-migration: 1', or use a newer program."));
        }
        readIdentity();
        m_revision.database = DatabaseName(value(u"database"_s));
        m_revision.title = value(u"title"_s);
        m_revision.createDate = value(u"create_date"_s);
        readPhaseAndTimeout();
        readRequirements();
        readReferences();
        m_revision.irreversibleReason = value(u"irreversible"_s);
        if (has(u"irreversible"_s) && m_revision.irreversibleReason.isEmpty()) {
            error(u"header.value"_s, line(u"irreversible"_s),
                  Texts::tr("'irreversible' gives no reason."),
                  Texts::tr("Say why the revision cannot be undone."));
        }
        for (auto it = m_header.cbegin(); it != m_header.cend(); ++it) {
            if (it.key().startsWith("x-"_L1))
                m_revision.extra.insert(it.key(), it.value().first().value);
        }
    }

    void readIdentity()
    {
        const QString id = value(u"revision"_s);
        m_revision.id = RevisionId(id);
        if (!id.isEmpty())
            checkIdentifier(u"revision"_s, id);
        if (id.size() > kMaxIdLength) {
            error(u"header.identifier"_s, line(u"revision"_s),
                  Texts::tr("Revision identifier '%1' has %2 characters; %3 is the most.")
                      .arg(id)
                      .arg(id.size())
                      .arg(kMaxIdLength),
                  Texts::tr(
                      "alembic_version.version_num holds 32 characters; shorten the identifier."));
        }
        for (const QString& parent : listOf(u"down_revision"_s)) {
            checkIdentifier(u"down_revision"_s, parent);
            m_revision.downRevisions << RevisionId(parent);
        }
        m_revision.dependsOn = listOf(u"depends_on"_s);
        m_revision.branchLabels = listOf(u"branch_labels"_s);
        for (const QString& label : std::as_const(m_revision.branchLabels))
            checkIdentifier(u"branch_labels"_s, label);
    }

    void readPhaseAndTimeout()
    {
        if (has(u"phase"_s)) {
            bool ok = false;
            m_revision.phase = value(u"phase"_s).toInt(&ok);
            if (!ok || m_revision.phase < 1) {
                error(u"header.value"_s, line(u"phase"_s),
                      Texts::tr("'%1' is not the number of a phase.").arg(value(u"phase"_s)),
                      Texts::tr("Write a whole number from 1."));
            }
        }
        static const QRegularExpression duration(uR"(^\d{1,9}(\.\d+)?\s*(us|ms|s|min|h|d)?$)"_s);
        m_revision.lockTimeout = value(u"lock_timeout"_s);
        if (has(u"lock_timeout"_s) && !duration.match(m_revision.lockTimeout).hasMatch()) {
            error(u"header.value"_s, line(u"lock_timeout"_s),
                  Texts::tr("'%1' is not a duration.").arg(m_revision.lockTimeout),
                  Texts::tr("Write it as PostgreSQL does: '5s', '500ms', '2min'."));
        }
    }

    void readRequirements()
    {
        for (const QString& item : listOf(u"requires"_s)) {
            const qsizetype at = item.indexOf(u'@');
            const QString database = item.left(qMax<qsizetype>(at, 0)).trimmed();
            const QString revision = item.mid(at + 1).trimmed();
            if (database.isEmpty() || revision.isEmpty() || revision.contains(u'@')) {
                error(
                    u"header.value"_s, line(u"requires"_s),
                    Texts::tr("'requires: %1' does not name a database and a revision.").arg(item),
                    Texts::tr("Write it as 'requires: socrates_auth@002'."));
            } else {
                m_revision.requirements.append(
                    {DatabaseName(database), RevisionId(revision), line(u"requires"_s)});
            }
        }
    }

    void readReferences()
    {
        static const QRegularExpression pattern(
            uR"(^([^\s.]+)\.([^\s.]+)\s*->\s*([^\s.]+)\.([^\s.]+)\.([^\s.]+)$)"_s);
        for (const HeaderLine& header : m_header.value(u"references"_s)) {
            const QRegularExpressionMatch match = pattern.match(header.value);
            if (!match.hasMatch()) {
                error(u"header.value"_s, header.line,
                      Texts::tr("'references: %1' is not understood.").arg(header.value),
                      Texts::tr(
                          "Write it as 'references: projects.user_id -> socrates_auth.users.id'."));
                continue;
            }
            m_revision.references.append({match.captured(1), match.captured(2),
                                          DatabaseName(match.captured(3)), match.captured(4),
                                          match.captured(5), header.line});
        }
    }

    void checkFileName()
    {
        const QString id = m_revision.id.text();
        static const QRegularExpression numeric(u"^[0-9]+$"_s);
        static const QRegularExpression leading(u"^[0-9]*"_s);
        if (!numeric.match(id).hasMatch())
            return;
        const QString name = QFileInfo(m_revision.filePath).fileName();
        const QString digits = leading.match(name).captured();
        if (digits != id) {
            error(u"header.file-name"_s, line(u"revision"_s),
                  Texts::tr("The header says revision '%1', the file name '%2'.").arg(id, name),
                  Texts::tr("Rename the file to '%1_...sql', or correct the header.").arg(id));
        }
    }

    // --- sections ----------------------------------------------------------------------------

    void readSections()
    {
        bool hasUp = false;
        bool hasDown = false;
        for (const RawSection& raw : std::as_const(m_sections)) {
            if (raw.name == "up"_L1 && !hasUp) {
                hasUp = true;
                readSection(raw, m_revision.up);
            } else if (raw.name == "down"_L1 && !hasDown) {
                hasDown = true;
                readSection(raw, m_revision.down);
            }
        }
        if (!hasUp) {
            error(u"section.missing"_s, m_lastLine, Texts::tr("There is no section 'migrate:up'."),
                  Texts::tr("Add a line '-- migrate:up', with the statements below it."));
        }
        if (!hasDown && m_revision.isReversible()) {
            error(u"section.missing"_s, m_lastLine,
                  Texts::tr("There is no section 'migrate:down'."),
                  Texts::tr(
                      "Add '-- migrate:down' with the statements that undo the revision, or say "
                      "'-- irreversible: REASON' in the header."));
        }
    }

    void readSection(const RawSection& raw, Section& section)
    {
        const QStringView sql = QStringView(m_text).mid(raw.begin, raw.end - raw.begin);
        section.sql = sql.toString();
        section.firstLine = raw.markerLine + 1;
        section.transactional = raw.transactional;
        section.statements = splitStatements(sql, section.firstLine);
        if (section.statements.isEmpty() && (raw.name == "up"_L1 || m_revision.isReversible())) {
            error(u"section.empty"_s, raw.markerLine,
                  Texts::tr("The section 'migrate:%1' holds no statement.").arg(raw.name),
                  raw.name == "up"_L1
                      ? Texts::tr("Write the statements of the revision below the marker.")
                      : Texts::tr("Write the statements that undo the revision, or say "
                                  "'-- irreversible: REASON' in the header."));
        }
        checkTokens(section);
        for (const Statement& statement : std::as_const(section.statements))
            checkStatement(statement, section.transactional);
    }

    void checkTokens(const Section& section)
    {
        const QStringView sql = section.sql;
        int currentLine = section.firstLine;
        int lastBackslashLine = 0;
        qsizetype counted = 0;
        for (const Token& token : tokenize(sql)) {
            const bool isBackslash = token.kind == Token::Kind::Backslash;
            if (token.isTerminated && !isBackslash)
                continue;
            currentLine += int(sql.mid(counted, token.offset - counted).count(u'\n'));
            counted = token.offset;
            if (isBackslash && currentLine != lastBackslashLine) {
                lastBackslashLine = currentLine;
                error(
                    u"sql.psql"_s, currentLine,
                    Texts::tr(
                        "psql commands such as \\i or \\copy are not SQL and cannot be run here."),
                    Texts::tr("Write the statements themselves."));
            } else if (!isBackslash) {
                error(u"sql.unterminated"_s, currentLine,
                      token.kind == Token::Kind::Comment ? Texts::tr("A comment never ends.")
                      : token.kind == Token::Kind::QuotedIdentifier
                          ? Texts::tr("A quoted identifier never ends.")
                          : Texts::tr("A string never ends."),
                      Texts::tr("Close it; a section ends at the next '-- migrate:' line."));
            }
        }
    }

    void checkStatement(const Statement& statement, bool transactional)
    {
        const StatementTraits traits = traitsOf(statement.text);
        const auto refuse = [&](const QString& code, const QString& summary, const QString& hint) {
            error(code, statement.line, summary, hint, statement.column);
            m_errors.last().statement = statement.text;
        };
        if (traits.isTransactionControl) {
            refuse(u"sql.transaction-control"_s,
                   Texts::tr("%1 is transaction control, which is the program's business.")
                       .arg(traits.verb),
                   Texts::tr(
                       "Leave it out: each revision runs in a transaction of its own, unless its "
                       "section says 'transaction:false'."));
        }
        if (traits.isCopyFromStdin) {
            refuse(u"sql.copy"_s,
                   Texts::tr("COPY FROM STDIN and TO STDOUT have no data channel here."),
                   Texts::tr("Use INSERT statements."));
        }
        if (traits.touchesVersionTable) {
            refuse(
                u"sql.version-table"_s,
                Texts::tr("The statement writes alembic_version, which is the program's business."),
                Texts::tr("Leave it out: the program moves the version row with the revision."));
        }
        if (traits.needsNoTransaction && transactional) {
            refuse(u"sql.needs-no-transaction"_s,
                   Texts::tr("PostgreSQL does not run this statement inside a transaction."),
                   Texts::tr("Give it a revision of its own and write the marker with "
                             "'transaction:false'."));
        }
    }

    const QString& m_text;
    Revision m_revision;
    Errors m_errors;
    QMap<QString, QList<HeaderLine>> m_header;
    QList<RawSection> m_sections;
    int m_lastLine = 1;
};

} // namespace

ResultOrErrors<Revision> parseRevisionFile(const QByteArray& bytes, const QString& filePath)
{
    const Result<QString> text = decodeProjectText(bytes, filePath);
    if (!text)
        return tl::unexpected(Errors{text.error()});
    return parseRevisionText(*text, filePath);
}

ResultOrErrors<Revision> parseRevisionText(const QString& text, const QString& filePath)
{
    return Reader(text, filePath).read();
}

} // namespace socrates::core
