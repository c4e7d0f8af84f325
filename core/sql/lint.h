// SPDX-License-Identifier: MIT
#pragma once

#include "core/sql/lintrules.h"
#include "core/sql/schemasketch.h"
#include "core/sql/splitter.h"

namespace socrates::core {

/// Something a rule has to say of a statement.
struct LintRemark
{
    QString rule;
    QString object; ///< "users.email", "table users"
    QString table;
    QString other;
    int position = 0; ///< code points from 1 in the statement; 0: its beginning
};

/// A statement and its parse tree, where the parser understands it.
struct LintStatement
{
    Statement statement;
    std::optional<ParsedStatement> parsed;
    /// Data only (INSERT): not parsed, and nothing is to be said of it.
    bool isData = false;
};
QList<LintStatement> parsedStatements(const QList<Statement>& statements);

/// Looks at the statements of one section in order.
class StatementLinter
{
public:
    /// `before` is what the revisions before have made.
    StatementLinter(SchemaSketch before, bool isTransactional);

    /// The remarks on one more statement of an upgrade.
    QList<LintRemark> look(const LintStatement& statement);

private:
    /// Made by this section, or by nobody we know: only tables of before can be in use.
    bool isInUse(const QString& table) const { return !m_created.contains(table); }
    void add(const QString& rule, const QString& object, const QString& table = {},
             const QString& other = {}, const QJsonValue& place = {});

    void lookAtIndex(const QJsonObject& node);
    void lookAtTable(const QJsonObject& node);
    void lookAtAlter(const QJsonObject& node);
    void lookAtAction(const QString& table, const QJsonObject& action);
    void lookAtNewColumn(const QString& table, const QJsonObject& action);
    void lookAtNewConstraint(const QString& table, const QJsonObject& constraint);
    void lookAtType(const QString& table, const QJsonObject& action);
    void lookAtNotNull(const QString& table, const QString& column);
    void lookAtDrop(const QJsonObject& node);
    void lookAtRename(const QJsonObject& node);
    void lookAtEnums(const QString& statement);
    void noteCreated(const ParsedStatement& parsed);
    void overlap(const QString& table, const SchemaSketch::Index& index, const QJsonValue& place);

    SchemaSketch m_sketch;
    bool m_isTransactional;
    QSet<QString> m_created;
    QSet<QString> m_createdTypes;
    QSet<QString> m_newNotValid; ///< table + constraint, added NOT VALID in this section
    QStringList m_newEnumValues;
    const LintStatement* m_statement = nullptr;
    QList<LintRemark> m_remarks;
};

/// What can be said of a statement of either direction: names, SET, CASCADE.
QList<LintRemark> lintAnywhere(const LintStatement& statement, bool isTransactional);

} // namespace socrates::core
