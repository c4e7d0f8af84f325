// SPDX-License-Identifier: MIT
#include "core/schema/objectwords.h"

#include "core/base/texts.h"

#include <QRegularExpression>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate must see: the words come from elsewhere.
[[maybe_unused]] constexpr const char* kWords[] = {
    QT_TRANSLATE_NOOP("Core", "schema"),
    QT_TRANSLATE_NOOP("Core", "table"),
    QT_TRANSLATE_NOOP("Core", "column"),
    QT_TRANSLATE_NOOP("Core", "primary key"),
    QT_TRANSLATE_NOOP("Core", "unique"),
    QT_TRANSLATE_NOOP("Core", "foreign key"),
    QT_TRANSLATE_NOOP("Core", "check"),
    QT_TRANSLATE_NOOP("Core", "exclusion"),
    QT_TRANSLATE_NOOP("Core", "index"),
    QT_TRANSLATE_NOOP("Core", "sequence"),
    QT_TRANSLATE_NOOP("Core", "enum"),
    QT_TRANSLATE_NOOP("Core", "domain"),
    QT_TRANSLATE_NOOP("Core", "composite type"),
    QT_TRANSLATE_NOOP("Core", "view"),
    QT_TRANSLATE_NOOP("Core", "materialized view"),
    QT_TRANSLATE_NOOP("Core", "function"),
    QT_TRANSLATE_NOOP("Core", "trigger"),
    QT_TRANSLATE_NOOP("Core", "policy"),
    QT_TRANSLATE_NOOP("Core", "extension"),
    QT_TRANSLATE_NOOP("Core", "statistics"),
    QT_TRANSLATE_NOOP("Core", "grant"),
    QT_TRANSLATE_NOOP("Core", "owner"),
    QT_TRANSLATE_NOOP("Core", "comment on"),
    QT_TRANSLATE_NOOP("Core", "grants on"),
    QT_TRANSLATE_NOOP("Core", "owner of"),
    QT_TRANSLATE_NOOP("Core", "default privileges on"),
    QT_TRANSLATE_NOOP("Core", "tables"),
    QT_TRANSLATE_NOOP("Core", "sequences"),
    QT_TRANSLATE_NOOP("Core", "functions"),
    QT_TRANSLATE_NOOP("Core", "types"),
    QT_TRANSLATE_NOOP("Core", "schemas"),
    QT_TRANSLATE_NOOP("Core", "large objects"),
    QT_TRANSLATE_NOOP("Core", "type"),
    QT_TRANSLATE_NOOP("Core", "procedure"),
    QT_TRANSLATE_NOOP("Core", "role"),
    // Counted and not compared (catalogqueries.cpp).
    QT_TRANSLATE_NOOP("Core", "foreign table"),
    QT_TRANSLATE_NOOP("Core", "foreign tables"),
    QT_TRANSLATE_NOOP("Core", "aggregate"),
    QT_TRANSLATE_NOOP("Core", "aggregates"),
    QT_TRANSLATE_NOOP("Core", "range type"),
    QT_TRANSLATE_NOOP("Core", "range types"),
    QT_TRANSLATE_NOOP("Core", "base type"),
    QT_TRANSLATE_NOOP("Core", "base types"),
    QT_TRANSLATE_NOOP("Core", "operator"),
    QT_TRANSLATE_NOOP("Core", "operators"),
    QT_TRANSLATE_NOOP("Core", "operator class"),
    QT_TRANSLATE_NOOP("Core", "operator classes"),
    QT_TRANSLATE_NOOP("Core", "collation"),
    QT_TRANSLATE_NOOP("Core", "collations"),
    QT_TRANSLATE_NOOP("Core", "conversion"),
    QT_TRANSLATE_NOOP("Core", "conversions"),
    QT_TRANSLATE_NOOP("Core", "statistics object"),
    QT_TRANSLATE_NOOP("Core", "statistics objects"),
    QT_TRANSLATE_NOOP("Core", "text search configuration"),
    QT_TRANSLATE_NOOP("Core", "text search configurations"),
    QT_TRANSLATE_NOOP("Core", "text search dictionary"),
    QT_TRANSLATE_NOOP("Core", "text search dictionaries"),
    QT_TRANSLATE_NOOP("Core", "text search parser"),
    QT_TRANSLATE_NOOP("Core", "text search parsers"),
    QT_TRANSLATE_NOOP("Core", "text search template"),
    QT_TRANSLATE_NOOP("Core", "text search templates"),
    QT_TRANSLATE_NOOP("Core", "cast"),
    QT_TRANSLATE_NOOP("Core", "casts"),
    QT_TRANSLATE_NOOP("Core", "event trigger"),
    QT_TRANSLATE_NOOP("Core", "event triggers"),
    QT_TRANSLATE_NOOP("Core", "publication"),
    QT_TRANSLATE_NOOP("Core", "publications"),
    QT_TRANSLATE_NOOP("Core", "foreign server"),
    QT_TRANSLATE_NOOP("Core", "foreign servers"),
    QT_TRANSLATE_NOOP("Core", "default privilege"),
    QT_TRANSLATE_NOOP("Core", "default privileges"),
    QT_TRANSLATE_NOOP("Core", "rule"),
    QT_TRANSLATE_NOOP("Core", "rules"),
    QT_TRANSLATE_NOOP("Core", "comment"),
    QT_TRANSLATE_NOOP("Core", "comments"),
    QT_TRANSLATE_NOOP("Core", "object with grants"),
    QT_TRANSLATE_NOOP("Core", "objects with grants"),
};

} // namespace

QString kindWord(SchemaObject::Kind kind)
{
    return kindWord(kindText(kind));
}

QString kindWord(const QString& kind)
{
    return Texts::tr(QString(kind).replace(u'_', u' ').toUtf8().constData());
}

QString outcomeWord(ComparisonLine::Outcome outcome)
{
    switch (outcome) {
    case ComparisonLine::Outcome::Match:
        return Texts::tr("match");
    case ComparisonLine::Outcome::Missing:
        return Texts::tr("missing");
    case ComparisonLine::Outcome::Extra:
        return Texts::tr("extra");
    case ComparisonLine::Outcome::Different:
        return Texts::tr("different");
    case ComparisonLine::Outcome::Misplaced:
        return Texts::tr("misplaced");
    }
    return {};
}

QStringList notComparedWords(const QStringList& notCompared)
{
    static const QRegularExpression counted(u"^(\\d+) (.+?)( that no revision sets)?$"_s);
    static const QRegularExpression versions(u"^versions of extensions \\((.*)\\)$"_s);
    static const QRegularExpression unknown(
        u"^default privileges on (.*), which the revisions do not say whose they are$"_s);
    QStringList result;
    for (const QString& text : notCompared) {
        if (const auto grants = unknown.match(text); grants.hasMatch())
            result << Texts::tr("default privileges on %1, which the revisions do not say whose "
                                "they are")
                          .arg(kindWord(grants.captured(1)));
        else if (const auto kinds = counted.match(text); kinds.hasMatch()) {
            const QString count = kinds.captured(1) + u' ' + kindWord(kinds.captured(2));
            result << (kinds.hasCaptured(3) ? Texts::tr("%1 that no revision sets").arg(count)
                                            : count);
        } else if (const auto extensions = versions.match(text); extensions.hasMatch())
            result << Texts::tr("versions of extensions (%1)").arg(extensions.captured(1));
        else
            result << text;
    }
    return result;
}

} // namespace socrates::core
