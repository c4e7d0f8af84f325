// SPDX-License-Identifier: MIT
#include "core/schema/schema.h"

#include <QCryptographicHash>

namespace socrates::core {

QString fingerprint(const Schema& schema)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    // Every text is followed by a zero byte, which no PostgreSQL text can contain.
    const auto add = [&hash](const QString& text) {
        hash.addData(text.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    };
    for (const SchemaObject& object : schema.objects()) {
        add(kindText(object.kind));
        for (const QString* text :
             {&object.schema, &object.table, &object.name, &object.definition})
            add(*text);
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace socrates::core
