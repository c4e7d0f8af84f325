// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QMap>
#include <QObject>

class QAction;

namespace socrates::ui {

/// The action's text without the mark of its menu key and without the dots of "more follows".
QString plainText(const QAction& action);

/// Every action of the program by its dotted id, with its default keys and the person's own.
class ActionRegistry final : public QObject
{
    Q_OBJECT
public:
    struct Entry
    {
        QString id;
        QAction* action = nullptr;
        QList<QKeySequence> defaultKeys;
    };
    /// Two actions that answer to the same key.
    struct Conflict
    {
        QString first;
        QString second;
        QKeySequence key;
    };

    explicit ActionRegistry(QObject* parent = nullptr);

    /// The id becomes the action's objectName.
    QAction* add(const QString& id, const QString& text, const QString& iconName,
                 const QList<QKeySequence>& defaultKeys);
    QAction* action(const QString& id) const;
    const QList<Entry>& entries() const { return m_entries; }
    /// Actions named here get that key instead of their defaults; an empty one gets none.
    void applyKeys(const QMap<QString, QKeySequence>& keys);
    QList<Conflict> conflicts() const;

private:
    QList<Entry> m_entries;
};

} // namespace socrates::ui
