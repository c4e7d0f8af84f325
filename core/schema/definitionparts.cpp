// SPDX-License-Identifier: MIT
#include "core/schema/definitionparts.h"

#include "core/postgres/connection.h"
#include "core/sql/lexer.h"

#include <QRegularExpression>

#include <array>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Kind = SchemaObject::Kind;

/// A name as the server writes it, with its schema or without.
const QString kName = uR"((?:"(?:[^"]|"")+"|[^\s",.()]+)(?:\.(?:"(?:[^"]|"")+"|[^\s",.()]+))?)"_s;

/// Takes what the pattern finds at the end of the text away and returns its first group, or all of
/// it.
QString takeEnd(QString& text, const QString& pattern)
{
    const QRegularExpression expression(pattern + u'$',
                                        QRegularExpression::DotMatchesEverythingOption);
    const auto match = expression.match(text);
    if (!match.hasMatch())
        return {};
    text.chop(match.capturedLength());
    return match.lastCapturedIndex() > 0 ? match.captured(1) : match.captured().trimmed();
}

/// Walks over the text and calls `at` with each place that stands in no parentheses or quotes,
/// until it answers false.
template <typename Function>
void outsideOfBrackets(const QString& text, Function at)
{
    int depth = 0;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (c == u'(' || c == u'[') {
            ++depth;
        } else if (c == u')' || c == u']') {
            --depth;
        } else if (depth == 0 && !at(i)) {
            return;
        }
    }
}

/// The first of these words outside of brackets, at or after `from`; the text's end if none.
template <typename Words>
qsizetype findWord(const QString& text, const Words& words)
{
    qsizetype found = text.size();
    outsideOfBrackets(text, [&](qsizetype at) {
        for (const auto& word : words) {
            if (QStringView(text).sliced(at).startsWith(word)) {
                found = at;
                return false;
            }
        }
        return true;
    });
    return found;
}

bool isPartOfWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

QString wordOf(Kind kind)
{
    switch (kind) {
    case Kind::Enum:
    case Kind::CompositeType:
    case Kind::RangeType:
        return u"TYPE"_s;
    case Kind::Function:
        return u"ROUTINE"_s;
    case Kind::PrimaryKey:
    case Kind::Unique:
    case Kind::ForeignKey:
    case Kind::Check:
    case Kind::Exclusion:
        return u"CONSTRAINT"_s;
    default:
        return kindText(kind).replace(u'_', u' ').toUpper();
    }
}

} // namespace

QString qualifiedName(const QString& schema, const QString& name)
{
    const QString quoted = Connection::identifier(name);
    return schema.isEmpty() || schema == "public"_L1
               ? quoted
               : Connection::identifier(schema) + u'.' + quoted;
}

QString routineName(const QString& schema, const QString& signature)
{
    const qsizetype open = signature.lastIndexOf(u'(');
    return qualifiedName(schema, signature.left(open)) + signature.mid(open);
}

std::pair<QString, QString> nameParts(const QString& written)
{
    QStringList parts{QString()};
    bool isQuoted = false;
    for (qsizetype at = 0; at < written.size(); ++at) {
        const QChar c = written.at(at);
        if (c == u'"' && isQuoted && at + 1 < written.size() && written.at(at + 1) == u'"')
            parts.last() += written.at(at++);
        else if (c == u'"')
            isQuoted = !isQuoted;
        else if (c == u'.' && !isQuoted)
            parts << QString();
        else
            parts.last() += c;
    }
    return {parts.size() == 1 ? u"public"_s : parts.first(), parts.last()};
}

std::pair<QString, QString> statisticsTarget(const QString& definition)
{
    static const QRegularExpression target(u" FROM ("_s + kName + uR"()(?: statistics \d+)?$)"_s);
    return nameParts(target.match(definition).captured(1));
}

bool isNameOf(const QString& written, const QString& schema, const QString& name)
{
    return nameParts(written) == std::pair(schema, name);
}

QString bareRoutineName(const QString& signature)
{
    return signature.left(signature.lastIndexOf(u'('));
}

QString objectReference(const Schema::Key& key)
{
    const QString word = wordOf(key.kind) + u' ';
    switch (key.kind) {
    case Kind::Schema:
    case Kind::Extension:
    case Kind::EventTrigger:
        return word + Connection::identifier(key.name);
    case Kind::Column:
        return word + qualifiedName(key.schema, key.table) + u'.' +
               Connection::identifier(key.name);
    case Kind::Function:
        return word + routineName(key.schema, key.name);
    case Kind::Aggregate:
        return word + routineName(key.schema, QString(key.name).replace(
                                                  QRegularExpression(u"\\(\\)$"_s), u"(*)"_s));
    case Kind::PrimaryKey:
    case Kind::Unique:
    case Kind::ForeignKey:
    case Kind::Check:
    case Kind::Exclusion:
    case Kind::Trigger:
    case Kind::Policy:
    case Kind::Rule:
        return word + Connection::identifier(key.name) + u" ON "_s +
               qualifiedName(key.schema, key.table);
    default:
        return word + qualifiedName(key.schema, key.name);
    }
}

QStringList splitAtCommas(const QString& text)
{
    QStringList result;
    qsizetype from = 0;
    outsideOfBrackets(text, [&](qsizetype at) {
        if (text.at(at) == u',') {
            result << text.mid(from, at - from).trimmed();
            from = at + 1;
        }
        return true;
    });
    const QString last = text.mid(from).trimmed();
    if (!last.isEmpty() || !result.isEmpty())
        result << last;
    return result;
}

bool mentions(const QString& text, const QString& name)
{
    if (name.isEmpty())
        return false;
    // What the server quotes with doubled quotes stands in the text in no other way.
    if (name.contains(u'"'))
        return text.contains(Connection::identifier(name));
    for (qsizetype at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        const qsizetype end = at + name.size();
        if ((at == 0 || !isPartOfWord(text.at(at - 1))) &&
            (end == text.size() || !isPartOfWord(text.at(end))))
            return true;
    }
    return false;
}

QSet<QString> wordsIn(const QString& text)
{
    QSet<QString> words;
    qsizetype start = -1;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const bool isWord = at < text.size() && isPartOfWord(text.at(at));
        if (isWord && start < 0)
            start = at;
        if (isWord || start < 0)
            continue;
        words << text.mid(start, at - start) << text.mid(start, at - start).toLower();
        start = -1;
    }
    return words;
}

QString withoutSectionLines(const QString& sql)
{
    static const QRegularExpression section(uR"([\r\n]--\s*migrate:)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (!section.match(sql).hasMatch())
        return sql;
    QString result;
    for (const Token& token : tokenize(sql)) {
        QString text = sql.mid(token.offset, token.length);
        if (token.kind == Token::Kind::String && section.match(text).hasMatch()) {
            if (text.startsWith(u'$')) {
                const qsizetype tag = text.indexOf(u'$', 1) + 1;
                text = u'\'' + text.mid(tag).chopped(tag).replace(u'\'', u"''"_s) + u'\'';
            }
            if (text.startsWith(u'\''))
                text = u'E' + text.replace(u'\\', u"\\\\"_s);
            text.replace(u'\r', u"\\r"_s).replace(u'\n', u"\\n"_s);
        }
        result += text;
    }
    return result;
}

ColumnParts ColumnParts::parse(QString text)
{
    ColumnParts parts;
    parts.compression = takeEnd(text, u" compression (pglz|lz4)"_s);
    parts.statistics = takeEnd(text, uR"( statistics (\d+))"_s);
    parts.options = takeEnd(text, uR"( with \(([^()]*)\))"_s);
    parts.storage = takeEnd(text, u" storage (plain|external|main|extended)"_s);
    const qsizetype end =
        findWord(text, std::array{" not null"_L1, " generated "_L1, " default "_L1});
    parts.type = text.left(end);
    QString rest = text.mid(end);
    static const QRegularExpression notNull(u"^ not null(?: no inherit)?(?: not valid)?"_s);
    if (const auto match = notNull.match(rest); match.hasMatch()) {
        parts.isNotNull = true;
        rest = rest.mid(match.capturedLength());
    }
    static const QRegularExpression kind(
        uR"(^ (generated (?:always|by default) as identity|generated always as \(.*\) (?:stored|virtual)))"_s,
        QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = kind.match(rest); match.hasMatch()) {
        parts.generated = match.captured(1);
        rest = rest.mid(match.capturedLength());
    }
    if (rest.startsWith(" default "_L1))
        parts.fallback = rest.mid(9);
    return parts;
}

QString ColumnParts::clause() const
{
    return type + (isNotNull ? u" NOT NULL"_s : QString()) +
           (generated.isEmpty() ? QString() : u' ' + generated) +
           (fallback.isEmpty() ? QString() : u" DEFAULT "_s + fallback);
}

TableParts TableParts::parse(QString text)
{
    TableParts parts;
    parts.replicaIdentity = takeEnd(text, u" replica identity (full|nothing)"_s);
    parts.isRowSecurityForced = !takeEnd(text, u" forced row level security"_s).isEmpty();
    parts.hasRowSecurity = !takeEnd(text, u" row level security"_s).isEmpty();
    parts.options = takeEnd(text, uR"( with \(([^()]*)\))"_s);
    parts.method = takeEnd(text, u" using ("_s + kName + u')');
    if (const qsizetype at = findWord(text, std::array{" partition by "_L1}); at < text.size()) {
        parts.partitionBy = text.mid(at + 14);
        text.truncate(at);
    }
    static const QRegularExpression start(u"^(unlogged )?table(?: of ("_s + kName + u"))?"_s);
    const auto match = start.match(text);
    parts.isUnlogged = !match.captured(1).isEmpty();
    parts.ofType = match.captured(2);
    const QString rest = text.mid(match.capturedLength());
    static const QRegularExpression partition(u"^ partition of ("_s + kName + u") (.*)$"_s,
                                              QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression inherits(uR"(^ inherits \((.*)\)$)"_s);
    if (const auto found = partition.match(rest); found.hasMatch()) {
        parts.parent = found.captured(1);
        parts.bound = found.captured(2);
    } else if (const auto listed = inherits.match(rest); listed.hasMatch()) {
        parts.parents = splitAtCommas(listed.captured(1));
    }
    return parts;
}

IndexParts IndexParts::parse(QString text)
{
    IndexParts parts;
    parts.statistics = takeEnd(text, uR"( statistics \(([\d ,]+)\))"_s);
    parts.parent = takeEnd(text, u" partition of ("_s + kName + u')');
    parts.isReplicaIdentity = !takeEnd(text, u" replica identity"_s).isEmpty();
    parts.isClustered = !takeEnd(text, u" clustered"_s).isEmpty();
    parts.isInvalid = !takeEnd(text, u" INVALID"_s).isEmpty();
    parts.isUnique = text.startsWith("unique "_L1);
    parts.rest = text.mid(parts.isUnique ? 7 : 0);
    static const QRegularExpression with(uR"( WITH \(([^()]*)\)(?= WHERE |$))"_s);
    parts.options = with.match(parts.rest).captured(1);
    return parts;
}

QString IndexParts::structure() const
{
    QString text = rest;
    if (!options.isEmpty())
        text.remove(u" WITH (%1)"_s.arg(options));
    return (isUnique ? u"unique "_s : QString()) + text;
}

DomainParts DomainParts::parse(const QString& definition)
{
    DomainParts parts;
    QString text = definition;
    static const std::array start{" constraint "_L1};
    static const QRegularExpression name(u"^ constraint ("_s + kName + u") "_s);
    qsizetype at = findWord(text, start);
    QString constraints = text.mid(at);
    text.truncate(at);
    while (!constraints.isEmpty()) {
        const auto match = name.match(constraints);
        constraints = constraints.mid(qMax<qsizetype>(1, match.capturedLength()));
        at = findWord(constraints, start);
        parts.constraints.insert(match.captured(1), constraints.left(at));
        constraints = constraints.mid(at);
    }
    const qsizetype end = findWord(text, std::array{" not null"_L1, " default "_L1});
    parts.type = text.left(end);
    QString rest = text.mid(end);
    if (rest.startsWith(" not null"_L1)) {
        parts.isNotNull = true;
        rest = rest.mid(9);
    }
    if (rest.startsWith(" default "_L1))
        parts.fallback = rest.mid(9);
    return parts;
}

SwitchedParts SwitchedParts::parse(const QString& definition)
{
    SwitchedParts parts;
    parts.statement = definition;
    parts.state = takeEnd(parts.statement, u" (disabled|enabled replica|enabled always)"_s);
    if (parts.statement.endsWith(u';'))
        parts.statement.chop(1);
    return parts;
}

QString SwitchedParts::word() const
{
    return state.isEmpty() ? u"ENABLE"_s
                           : QString(state)
                                 .replace(u"disabled"_s, u"DISABLE"_s)
                                 .replace(u"enabled"_s, u"ENABLE"_s)
                                 .toUpper();
}

} // namespace socrates::core
