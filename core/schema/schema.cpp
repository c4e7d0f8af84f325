// SPDX-License-Identifier: MIT
#include "core/schema/schema.h"

#include "core/base/texts.h"

#include <QJsonArray>

#include <array>
#include <limits>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int kJsonFormat = 1;

constexpr size_t kKinds = size_t(SchemaObject::kLastKind) + 1;

const std::array<QString, kKinds>& kindTexts()
{
    static const std::array<QString, kKinds> texts{
        u"schema"_s,
        u"table"_s,
        u"column"_s,
        u"primary_key"_s,
        u"unique"_s,
        u"foreign_key"_s,
        u"check"_s,
        u"exclusion"_s,
        u"index"_s,
        u"sequence"_s,
        u"enum"_s,
        u"domain"_s,
        u"composite_type"_s,
        u"view"_s,
        u"materialized_view"_s,
        u"function"_s,
        u"trigger"_s,
        u"policy"_s,
        u"extension"_s,
        u"rule"_s,
        u"statistics"_s,
        u"collation"_s,
        u"aggregate"_s,
        u"range_type"_s,
        u"event_trigger"_s,
        u"default_privileges"_s,
        u"comment"_s,
        u"grant"_s,
        u"owner"_s,
    };
    return texts;
}

Error damaged(const QString& filePath, const QString& detail)
{
    Error error;
    error.code = u"project.expected"_s;
    error.summary = Texts::tr("This is not an expected schema that this program can read.");
    error.detail = detail;
    error.hint = Texts::tr("Make the file again with \"socrates-migrate expected\".");
    error.where.file = filePath;
    return error;
}

} // namespace

QString kindText(SchemaObject::Kind kind)
{
    return kindTexts().at(size_t(kind));
}

std::optional<SchemaObject::Kind> kindFromText(const QString& text)
{
    for (size_t index = 0; index < kindTexts().size(); ++index) {
        if (kindTexts()[index] == text)
            return SchemaObject::Kind(index);
    }
    return std::nullopt;
}

std::strong_ordering Schema::Key::operator<=>(const Key& other) const
{
    if (kind != other.kind)
        return kind <=> other.kind;
    for (const auto member : {&Key::schema, &Key::table, &Key::name}) {
        const int order = (this->*member).compare(other.*member);
        if (order != 0)
            return order <=> 0;
    }
    return std::strong_ordering::equal;
}

Schema::Key keyOf(const SchemaObject& object)
{
    return {object.kind, object.schema, object.table, object.name};
}

bool isView(SchemaObject::Kind kind)
{
    return kind == SchemaObject::Kind::View || kind == SchemaObject::Kind::MaterializedView;
}

bool isTableLike(SchemaObject::Kind kind)
{
    return kind == SchemaObject::Kind::Table || isView(kind);
}

bool hasIndex(SchemaObject::Kind kind)
{
    return kind == SchemaObject::Kind::PrimaryKey || kind == SchemaObject::Kind::Unique ||
           kind == SchemaObject::Kind::Exclusion;
}

bool isConstraint(SchemaObject::Kind kind)
{
    return hasIndex(kind) || kind == SchemaObject::Kind::ForeignKey ||
           kind == SchemaObject::Kind::Check;
}

void Schema::add(SchemaObject object)
{
    Key key = keyOf(object);
    if (key.kind == SchemaObject::Kind::Sequence)
        m_sequenceTables.insert({key.schema, key.name}, key.table);
    // Objects mostly come in key order; then the hint makes this cheap.
    m_objects.insert(m_objects.cend(), std::move(key), std::move(object));
}

bool Schema::remove(const Key& key)
{
    if (key.kind == SchemaObject::Kind::Sequence &&
        m_sequenceTables.value({key.schema, key.name}) == key.table)
        m_sequenceTables.remove({key.schema, key.name});
    return m_objects.remove(key) > 0;
}

const SchemaObject* Schema::find(const Key& key) const
{
    const auto found = m_objects.constFind(key);
    return found == m_objects.cend() ? nullptr : &*found;
}

const SchemaObject* Schema::findSequence(const QString& schema, const QString& name) const
{
    return find(
        {SchemaObject::Kind::Sequence, schema, m_sequenceTables.value({schema, name}), name});
}

QList<SchemaObject> Schema::objectsOf(const QString& schema, const QString& table) const
{
    QList<SchemaObject> result;
    for (size_t kind = 0; kind < kindTexts().size(); ++kind) {
        auto it = m_objects.lowerBound({SchemaObject::Kind(kind), schema, table, QString()});
        for (; it != m_objects.cend() && it->kind == SchemaObject::Kind(kind) &&
               it->schema == schema && it->table == table;
             ++it)
            result << *it;
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const SchemaObject& a, const SchemaObject& b) {
                         return a.kind != b.kind ? a.kind < b.kind : a.position < b.position;
                     });
    return result;
}

Schema::Range Schema::ofKind(SchemaObject::Kind kind) const
{
    return {m_objects.lowerBound({kind, {}, {}, {}}),
            m_objects.lowerBound({SchemaObject::Kind(int(kind) + 1), {}, {}, {}})};
}

QList<SchemaObject> Schema::tables() const
{
    const Range tables = ofKind(SchemaObject::Kind::Table);
    return {tables.begin(), tables.end()};
}

QJsonArray objectToJson(const SchemaObject& object)
{
    QJsonArray row{kindText(object.kind), object.schema, object.table, object.name,
                   object.definition};
    if (object.position > 0)
        row << object.position;
    return row;
}

Result<SchemaObject> objectFromJson(const QJsonValue& value, const QString& filePath)
{
    const QJsonArray row = value.toArray();
    const auto kind = row.size() >= 5 ? kindFromText(row.at(0).toString()) : std::nullopt;
    bool isWhole = kind && row.size() <= 6;
    for (int field = 1; field < 5 && isWhole; ++field)
        isWhole = row.at(field).isString();
    if (!isWhole)
        return fail(damaged(
            filePath, Texts::tr("An object is not [kind, schema, table, name, definition].")));
    return SchemaObject{*kind,
                        row.at(1).toString(),
                        row.at(2).toString(),
                        row.at(3).toString(),
                        row.at(4).toString(),
                        {},
                        row.at(5).toInt()};
}

QJsonObject Schema::toJson() const
{
    QJsonArray rows;
    for (const SchemaObject& object : m_objects)
        rows << objectToJson(object);
    return {{u"format"_s, kJsonFormat},
            {u"objects"_s, rows},
            {u"not_compared"_s, QJsonArray::fromStringList(notCompared)}};
}

Result<Schema> Schema::fromJson(const QJsonObject& json, const QString& filePath)
{
    if (json.value("format"_L1).toInt() != kJsonFormat)
        return fail(damaged(filePath, Texts::tr("Its format is not %1.").arg(kJsonFormat)));
    if (!json.value("objects"_L1).isArray())
        return fail(damaged(filePath, Texts::tr("It holds no list of objects.")));
    Schema schema;
    for (const QJsonArray rows = json.value("objects"_L1).toArray(); const QJsonValue& row : rows) {
        auto object = objectFromJson(row, filePath);
        if (!object)
            return fail(object.error());
        schema.add(std::move(*object));
    }
    for (const QJsonArray texts = json.value("not_compared"_L1).toArray();
         const QJsonValue& text : texts)
        schema.notCompared << text.toString();
    return schema;
}

} // namespace socrates::core
