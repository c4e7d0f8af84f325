// SPDX-License-Identifier: MIT
#include "core/schema/expectedfile.h"

#include "core/base/filereplacement.h"
#include "core/base/texts.h"
#include "core/schema/catalogqueries.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFileFormat = 1;

Error unreadable(const QString& path, const QString& detail)
{
    Error error;
    error.code = u"project.expected"_s;
    error.summary = Texts::tr("The carried expected schema cannot be read.");
    error.detail = detail;
    error.hint = Texts::tr("Make the file again with \"socrates-migrate expected\".");
    error.where.file = path;
    return error;
}

QJsonArray keyToJson(const Schema::Key& key)
{
    return {kindText(key.kind), key.schema, key.table, key.name};
}

/// What must be removed from and added to `before` to make `after`. One walk through both, which
/// are sorted: a history of a thousand revisions compares a thousand whole schemas.
QJsonObject differenceOf(const Schema& before, const Schema& after)
{
    const auto& old = before.objects();
    const auto& now = after.objects();
    QJsonArray removed;
    QJsonArray added;
    auto was = old.cbegin();
    auto is = now.cbegin();
    while (was != old.cend() || is != now.cend()) {
        if (is == now.cend() || (was != old.cend() && was.key() < is.key())) {
            removed << keyToJson(was.key());
            ++was;
        } else if (was == old.cend() || is.key() < was.key()) {
            added << objectToJson(*is);
            ++is;
        } else {
            if (was->definition != is->definition || was->position != is->position)
                added << objectToJson(*is);
            ++was;
            ++is;
        }
    }
    return {{u"removed"_s, removed},
            {u"objects"_s, added},
            {u"not_compared"_s, QJsonArray::fromStringList(after.notCompared)}};
}

Result<void> applyDifference(Schema& schema, const QJsonObject& entry, const QString& path)
{
    for (const QJsonArray rows = entry.value("removed"_L1).toArray();
         const QJsonValue& value : rows) {
        const QJsonArray key = value.toArray();
        const auto kind = kindFromText(key.at(0).toString());
        if (!kind || key.size() != 4 ||
            !schema.remove(
                {*kind, key.at(1).toString(), key.at(2).toString(), key.at(3).toString()}))
            return fail(unreadable(path, Texts::tr("An entry removes what is not there.")));
    }
    for (const QJsonArray rows = entry.value("objects"_L1).toArray();
         const QJsonValue& value : rows) {
        auto object = objectFromJson(value, path);
        if (!object)
            return fail(object.error());
        schema.add(std::move(*object));
    }
    schema.notCompared.clear();
    for (const QJsonArray texts = entry.value("not_compared"_L1).toArray();
         const QJsonValue& text : texts)
        schema.notCompared << text.toString();
    return {};
}

QByteArray lineOf(const QJsonArray& array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

/// An array with one element a line, so that a change of one object is one line in a review.
QByteArray linesOf(const QJsonArray& elements)
{
    QByteArrayList lines;
    for (const QJsonValue& element : elements)
        lines << "        " + lineOf(element.toArray());
    return lines.isEmpty() ? QByteArray("[]") : "[\n" + lines.join(",\n") + "\n      ]";
}

QByteArray entryText(const QJsonObject& entry)
{
    return "      {\"rows\": " + lineOf(entry.value("rows"_L1).toArray()) +
           ",\n       \"hash\": \"" + entry.value("hash"_L1).toString().toUtf8() +
           "\",\n       \"removed\": " + linesOf(entry.value("removed"_L1).toArray()) +
           ",\n       \"objects\": " + linesOf(entry.value("objects"_L1).toArray()) +
           ",\n       \"not_compared\": " + lineOf(entry.value("not_compared"_L1).toArray()) + '}';
}

} // namespace

QList<RevisionPtr> revisionsAt(const RevisionGraph& graph, const QList<RevisionId>& rows)
{
    const QSet<RevisionId> applied = graph.appliedAt(rows);
    QList<RevisionPtr> result;
    for (const RevisionPtr& revision : graph.revisions()) {
        if (applied.contains(revision->id))
            result << revision;
    }
    return result;
}

QString upHash(const QList<RevisionPtr>& revisions)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const RevisionPtr& revision : revisions) {
        hash.addData(revision->up.meaningHash().toLatin1());
        hash.addData(revision->up.transactional ? "\n" : "!");
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<ExpectedFile> ExpectedFile::load(const QString& path)
{
    ExpectedFile result;
    result.m_path = path;
    QFile file(path);
    if (!file.exists())
        return result;
    if (!file.open(QIODevice::ReadOnly))
        return fail(unreadable(path, file.errorString()));
    QJsonParseError parseError;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll(), &parseError).object();
    if (parseError.error != QJsonParseError::NoError)
        return fail(unreadable(path, parseError.errorString()));
    if (root.value("socrates_expected"_L1).toInt() != kFileFormat ||
        root.value("catalog_format"_L1).toInt() != kCatalogFormat)
        return fail(unreadable(path, Texts::tr("It was made by another version of this program.")));
    const QJsonObject versions = root.value("versions"_L1).toObject();
    for (auto it = versions.begin(); it != versions.end(); ++it)
        result.m_versions.insert(it.key().toInt(), it->toArray());
    return result;
}

Result<void> ExpectedFile::save(const QString& path, const DatabaseName& database) const
{
    QByteArrayList versions;
    for (auto it = m_versions.cbegin(); it != m_versions.cend(); ++it) {
        QByteArrayList entries;
        for (const QJsonValue& entry : *it)
            entries << entryText(entry.toObject());
        versions << "    \"" + QByteArray::number(it.key()) + "\": [\n" + entries.join(",\n") +
                        "\n    ]";
    }
    const QByteArray name = lineOf({database.text()});
    const QByteArray text = "{\n  \"socrates_expected\": " + QByteArray::number(kFileFormat) +
                            ",\n  \"catalog_format\": " + QByteArray::number(kCatalogFormat) +
                            ",\n  \"database\": " + name.mid(1, name.size() - 2) +
                            ",\n  \"versions\": {\n" + versions.join(",\n") + "\n  }\n}\n";
    QDir().mkpath(QFileInfo(path).path());
    if (const auto replaced = replaceFile(path, text); !replaced) {
        Error error = unreadable(path, replaced.error());
        error.code = u"project.write"_s;
        error.summary = Texts::tr("The expected schema cannot be written.");
        error.hint = Texts::tr("Check that the project folder may be written to.");
        return fail(error);
    }
    return {};
}

Result<std::optional<Schema>> ExpectedFile::find(int major, const QString& hash) const
{
    const QJsonArray entries = m_versions.value(major);
    qsizetype wanted = 0;
    while (wanted < entries.size() &&
           entries.at(wanted).toObject().value("hash"_L1).toString() != hash)
        ++wanted;
    if (wanted == entries.size())
        return std::nullopt;
    Schema schema;
    for (qsizetype index = 0; index <= wanted; ++index) {
        if (const auto applied = applyDifference(schema, entries.at(index).toObject(), m_path);
            !applied)
            return fail(applied.error());
    }
    return schema;
}

Result<QList<ExpectedFile::Entry>> ExpectedFile::entries(int major) const
{
    QList<Entry> result;
    Schema schema;
    for (const QJsonArray array = m_versions.value(major); const QJsonValue& value : array) {
        const QJsonObject json = value.toObject();
        if (const auto applied = applyDifference(schema, json, m_path); !applied)
            return fail(applied.error());
        Entry entry{{}, json.value("hash"_L1).toString(), schema};
        for (const QJsonArray rows = json.value("rows"_L1).toArray(); const QJsonValue& row : rows)
            entry.rows << RevisionId(row.toString());
        result << entry;
    }
    return result;
}

void ExpectedFile::setEntries(int major, const QList<Entry>& entries)
{
    QJsonArray array;
    const Schema empty;
    const Schema* before = &empty;
    for (const Entry& entry : entries) {
        QJsonObject json = differenceOf(*before, entry.schema);
        QJsonArray rows;
        for (const RevisionId& row : entry.rows)
            rows << row.text();
        json.insert("rows"_L1, rows);
        json.insert("hash"_L1, entry.hash);
        array << json;
        before = &entry.schema;
    }
    m_versions.insert(major, array);
}

} // namespace socrates::core
