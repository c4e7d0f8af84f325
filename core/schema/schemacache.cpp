// SPDX-License-Identifier: MIT
#include "core/schema/schemacache.h"

#include "core/base/filereplacement.h"
#include "core/schema/catalogqueries.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kMagic = 0x50c7a7e5;
constexpr int kCacheFormat = 1;
constexpr int kHashBytes = 20;

QByteArray checksum(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

/// Texts are written once and named by number: a schema repeats itself, and reading it back
/// shares them again.
class TextTable
{
public:
    quint32 numberOf(const QString& text)
    {
        const auto found = m_numbers.constFind(text);
        if (found != m_numbers.cend())
            return *found;
        const auto number = quint32(m_texts.size());
        m_numbers.insert(text, number);
        m_texts << text;
        return number;
    }
    const QStringList& texts() const { return m_texts; }

private:
    QHash<QString, quint32> m_numbers;
    QStringList m_texts;
};

QByteArray encode(const Schema& schema)
{
    TextTable table;
    QByteArray rows;
    QDataStream rowStream(&rows, QIODevice::WriteOnly);
    for (const SchemaObject& object : schema.objects()) {
        rowStream << quint8(object.kind) << quint32(object.position);
        for (const QString* text :
             {&object.schema, &object.table, &object.name, &object.definition})
            rowStream << table.numberOf(*text);
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << kMagic << quint32(schema.objects().size()) << schema.notCompared
           << quint32(table.texts().size());
    for (const QString& text : table.texts())
        stream << text.toUtf8();
    stream.writeRawData(rows.constData(), int(rows.size()));
    return bytes;
}

std::optional<Schema> decode(const QByteArray& bytes)
{
    QDataStream stream(bytes);
    Schema schema;
    quint32 magic = 0;
    quint32 count = 0;
    quint32 textCount = 0;
    stream >> magic >> count >> schema.notCompared >> textCount;
    if (magic != kMagic || stream.status() != QDataStream::Ok)
        return std::nullopt;
    QStringList texts;
    for (quint32 index = 0; index < textCount && stream.status() == QDataStream::Ok; ++index) {
        QByteArray text;
        stream >> text;
        texts << QString::fromUtf8(text);
    }
    for (quint32 index = 0; index < count; ++index) {
        quint8 kind = 0;
        quint32 position = 0;
        std::array<quint32, 4> numbers{};
        stream >> kind >> position;
        for (quint32& number : numbers) {
            stream >> number;
            if (number >= quint32(texts.size()))
                return std::nullopt;
        }
        if (stream.status() != QDataStream::Ok || kind > quint8(SchemaObject::kLastKind))
            return std::nullopt;
        schema.add({SchemaObject::Kind(kind),
                    texts.at(numbers[0]),
                    texts.at(numbers[1]),
                    texts.at(numbers[2]),
                    texts.at(numbers[3]),
                    {},
                    int(position)});
    }
    return schema;
}

} // namespace

SchemaCache::SchemaCache(const QString& folder)
    : m_folder(folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::CacheLocation) +
                                      u"/expected"_s
                                : folder)
{}

QString SchemaCache::filePath(const QString& hash, int major) const
{
    return m_folder +
           u"/%1-%2-%3.%4.schema"_s.arg(hash).arg(major).arg(kCatalogFormat).arg(kCacheFormat);
}

QString SchemaCache::historyPath(const QString& hash, int major) const
{
    return m_folder + u"/%1-%2.history.json"_s.arg(hash).arg(major);
}

std::optional<Schema> SchemaCache::load(const QString& hash, int major) const
{
    QFile file(filePath(hash, major));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray sum = file.read(kHashBytes);
    const QByteArray bytes = file.readAll();
    if (sum != checksum(bytes))
        return std::nullopt;
    return decode(bytes);
}

void SchemaCache::store(const QString& hash, int major, const Schema& schema) const
{
    if (!QDir().mkpath(m_folder))
        return;
    const QByteArray bytes = encode(schema);
    (void)replaceFile(filePath(hash, major), checksum(bytes) + bytes); // else it is read again
}

} // namespace socrates::core
