// SPDX-License-Identifier: MIT
#include "core/sql/lexer.h"
#include "core/sql/lint.h"
#include "core/sql/phrases.h"
#include "core/sql/statementkind.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxIdentifierBytes = 63; // NAMEDATALEN - 1

} // namespace

QList<LintRemark> lintAnywhere(const LintStatement& statement, bool isTransactional)
{
    QList<LintRemark> remarks;
    QSet<QString> longNames;
    const QString& text = statement.statement.text;
    if (!statement.isData) {
        for (const Token& token : tokenize(text)) {
            if (token.kind != Token::Kind::Word && token.kind != Token::Kind::QuotedIdentifier)
                continue;
            const QString name = Phrases(QStringView(text).mid(token.offset, token.length)).name(0);
            if (name.toUtf8().size() <= kMaxIdentifierBytes || longNames.contains(name))
                continue;
            longNames.insert(name);
            remarks << LintRemark{u"identifier-too-long"_s,
                                  name,
                                  {},
                                  {},
                                  int(text.left(token.offset).toUcs4().size()) + 1};
        }
    }
    if (!statement.parsed)
        return remarks;
    const QJsonObject& node = statement.parsed->node;
    if (statement.parsed->kind == "VariableSetStmt"_L1) {
        const QString name = node.value("name"_L1).toString();
        if (name == "search_path"_L1)
            remarks << LintRemark{u"search-path"_s, name, {}, {}, 0};
        // Outside a transaction SET LOCAL would do nothing at all.
        else if (!node.value("is_local"_L1).toBool() && isTransactional)
            remarks << LintRemark{u"set-outlives-revision"_s, name, {}, {}, 0};
    }
    const bool isDropping =
        statement.parsed->kind == "DropStmt"_L1 || statement.parsed->kind == "TruncateStmt"_L1;
    if (isDropping && node.value("behavior"_L1) == "DROP_CASCADE"_L1) {
        const QString object = traitsOf(text).object;
        remarks << LintRemark{u"drop-cascade"_s, object, {}, {}, 0};
    }
    for (const QJsonObject& action : tree::nodes(node.value("cmds"_L1), "AlterTableCmd"_L1)) {
        const QString kind = action.value("subtype"_L1).toString();
        if (kind.startsWith("AT_Drop"_L1) && action.value("behavior"_L1) == "DROP_CASCADE"_L1)
            remarks << LintRemark{u"drop-cascade"_s, action.value("name"_L1).toString(), {}, {}, 0};
    }
    return remarks;
}

} // namespace socrates::core
