// SPDX-License-Identifier: MIT
#include "tests/fuzz/targets.h"

#include "core/postgres/connectionparameters.h"
#include "core/postgres/envfile.h"
#include "core/revisions/revisionfile.h"
#include "core/sql/lexer.h"
#include "core/sql/splitter.h"
#include "core/sql/statementkind.h"

namespace socrates::test {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

void promise(bool holds, const char* what)
{
    if (!holds)
        qFatal("broken promise: %s", what);
}

} // namespace

void fuzzRevision(const QByteArray& bytes)
{
    const auto revision = parseRevisionFile(bytes, u"001_fuzz.sql"_s);
    if (!revision) {
        promise(!revision.error().isEmpty(), "a refusal has a reason");
        for (const Error& error : revision.error())
            promise(!error.code.isEmpty() && !error.summary.isEmpty(),
                    "an error has code and words");
        return;
    }
    promise(!revision->id.text().isEmpty(), "a revision has an id");
    for (const Statement& statement : revision->up.statements)
        promise(!statement.text.contains(QChar::Null), "no NUL reaches the server");
}

void fuzzSql(const QByteArray& bytes)
{
    const QString sql = QString::fromUtf8(bytes);
    qsizetype end = 0;
    for (const Token& token : tokenize(sql)) {
        promise(token.offset == end && token.length > 0, "tokens have no gaps");
        end = token.end();
    }
    promise(end == sql.size(), "tokens are the whole text");
    qsizetype from = 0;
    for (const Statement& statement : splitStatements(sql)) {
        promise(!statement.text.isEmpty() && statement.line > 0, "a statement has text and place");
        const qsizetype at = sql.indexOf(statement.text, from);
        promise(at >= 0, "statements stand in the text, in order");
        from = at + statement.text.size();
        const auto again = splitStatements(statement.text);
        promise(again.size() == 1 && again.first().text == statement.text,
                "a statement is one statement");
        static_cast<void>(traitsOf(statement.text));
    }
    promise(exactHash(sql).size() == 64 && meaningHash(sql).size() == 64, "hashes exist");
}

void fuzzUrl(const QByteArray& bytes)
{
    const auto parameters = ConnectionParameters::fromUri(QString::fromUtf8(bytes));
    if (!parameters) {
        promise(!parameters.error().summary.isEmpty(), "a refusal has a reason");
        return;
    }
    const auto again = ConnectionParameters::fromUri(parameters->toUri(true));
    promise(again && *again == *parameters, "a URI that was written is read as what it was");
}

void fuzzEnv(const QByteArray& bytes)
{
    const auto file = EnvFile::parse(bytes, u".env"_s);
    if (!file) {
        promise(!file.error().isEmpty(), "a refusal has a reason");
        return;
    }
    for (const EnvFile::Variable& variable : file->variables())
        promise(!variable.name.isEmpty() && variable.line > 0, "a variable has a name and a line");
}

FuzzTarget fuzzTarget(const QByteArray& name)
{
    if (name == "revision")
        return &fuzzRevision;
    if (name == "sql")
        return &fuzzSql;
    if (name == "url")
        return &fuzzUrl;
    return name == "env" ? &fuzzEnv : nullptr;
}

} // namespace socrates::test
