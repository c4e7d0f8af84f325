// SPDX-License-Identifier: MIT
#pragma once

#include <QDebug>
#include <QHash>
#include <QString>
#include <QStringList>

#include <compare>

namespace socrates::core {

/// A text that must not be mixed up with other texts: the tag makes each use a type of its own.
/// An empty value means "none".
template <class Tag>
class Name
{
public:
    Name() = default;
    explicit Name(QString text) : m_text(std::move(text)) {}

    const QString& text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Name& a, const Name& b) { return a.m_text == b.m_text; }
    friend std::strong_ordering operator<=>(const Name& a, const Name& b)
    {
        const int order = a.m_text.compare(b.m_text);
        return order < 0   ? std::strong_ordering::less
               : order > 0 ? std::strong_ordering::greater
                           : std::strong_ordering::equal;
    }
    friend size_t qHash(const Name& name, size_t seed = 0) { return qHash(name.m_text, seed); }
    friend QDebug operator<<(QDebug debug, const Name& name) { return debug << name.m_text; }

private:
    QString m_text;
};

/// Alembic's revision identifier: a string ('001' is not '1'), at most 32 characters, none of @-+:
using RevisionId = Name<struct RevisionIdTag>;

/// The ids as plain texts, in the same order.
inline QStringList idTexts(const QList<RevisionId>& ids)
{
    QStringList result;
    result.reserve(ids.size());
    for (const RevisionId& id : ids)
        result << id.text();
    return result;
}

/// The project's name for a database ("socrates_auth"); the server may know it by another.
using DatabaseName = Name<struct DatabaseNameTag>;

} // namespace socrates::core
