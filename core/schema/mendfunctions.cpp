// SPDX-License-Identifier: MIT
// Functions are made in the order in which they call each other.
#include "core/base/texts.h"
#include "core/schema/definitionparts.h"
#include "core/schema/mender.h"

#include <QRegularExpression>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;

namespace {

/// A function that is to be made, and what PostgreSQL looks at while it makes it.
struct NewFunction
{
    const SchemaObject* object;
    QSet<QString> words;
    int phase;
    int depth = -1; ///< how many of the new ones it calls, one by the other
    bool isBeingAsked = false;
};

int depthOf(NewFunction& function, const QHash<QString, QList<NewFunction*>>& byName)
{
    if (function.depth >= 0 || function.isBeingAsked)
        return qMax(0, function.depth);
    function.isBeingAsked = true;
    int depth = 0;
    for (const QString& word : std::as_const(function.words)) {
        for (NewFunction* called : byName.value(word)) {
            if (called == &function)
                continue;
            depth = qMax(depth, 1 + depthOf(*called, byName));
            function.phase = qMax(function.phase, called->phase);
        }
    }
    return function.depth = depth;
}

} // namespace

void Mender::createAggregate(const SchemaObject& object)
{
    if (object.definition.contains(") ordered by "_L1))
        return refuse(object, Texts::tr("ordered-set aggregates are not written by this program"));
    static const QRegularExpression none(uR"(\(\)$)"_s);
    static const QString kVariadic = u" variadic"_s;
    QString signature = QString(object.name).replace(none, u"(*)"_s);
    const bool isVariadic = object.definition.endsWith(kVariadic);
    if (isVariadic) {
        const qsizetype start = signature.lastIndexOf(u'(') + 1;
        QStringList types = splitAtCommas(signature.mid(start).chopped(1));
        types.last().prepend(u"VARIADIC "_s);
        signature = signature.left(start) + types.join(u", "_s) + u')';
    }
    add(CreateFunctions, object,
        u"CREATE OR REPLACE AGGREGATE %1 %2"_s.arg(
            routineName(object.schema, signature),
            object.definition.chopped(isVariadic ? kVariadic.size() : 0)),
        false, kSteps - 1);
}

void Mender::createFunctions()
{
    if (m_newFunctions.isEmpty())
        return;
    // What speaks of what is yet to be made comes after it.
    QSet<QString> tables, views, columns;
    for (const SchemaObject& object : m_after.objects()) {
        const Schema::Key key = keyOf(object);
        const bool isNew = m_found.find(key) == nullptr || m_gone.contains(key);
        if (object.kind == Kind::Table && isNew)
            tables << object.name;
        else if (object.kind == Kind::Column && (isNew || m_differing.contains(key)))
            columns << object.name;
        else if (isNew && isView(object.kind))
            views << object.name;
    }
    QList<NewFunction> functions;
    for (const SchemaObject* object : std::as_const(m_newFunctions)) {
        const QString& text = object->definition;
        const QSet<QString> signature = wordsIn(text.section(u"\n LANGUAGE "_s, 0, 0));
        const bool isChecked =
            text.contains("\n LANGUAGE sql"_L1) || signature.contains(u"SETOF"_s);
        const QSet<QString> words = isChecked ? wordsIn(text) : signature;
        functions << NewFunction{object, words,
                                 words.intersects(views)                  ? CreateFunctionsOnTables
                                 : words.intersects(tables)               ? CreateFunctionsOnColumns
                                 : isChecked && words.intersects(columns) ? CreateFunctionsOnColumns
                                                                          : CreateFunctions};
    }
    QHash<QString, QList<NewFunction*>> byName;
    for (NewFunction& function : functions)
        byName[bareRoutineName(function.object->name)] << &function;
    for (NewFunction& function : functions) {
        const SchemaObject& object = *function.object;
        const int depth = depthOf(function, byName);
        const qsizetype open = object.definition.indexOf(u'(');
        add(Phase(function.phase), object,
            u"CREATE OR REPLACE %1 %2%3"_s.arg(
                object.definition.left(open).toUpper(),
                qualifiedName(object.schema, bareRoutineName(object.name)),
                object.definition.mid(open)),
            false, qMin(depth + 2, kSteps - 1));
    }
}

} // namespace socrates::core
