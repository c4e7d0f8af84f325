// SPDX-License-Identifier: MIT
#include "app/shell/actionregistry.h"

#include "app/theme/icons.h"

#include <QAction>

namespace socrates::ui {

using namespace Qt::StringLiterals;

QString plainText(const QAction& action)
{
    return action.text().remove(u'&').remove(u'…');
}

ActionRegistry::ActionRegistry(QObject* parent) : QObject(parent) {}

QAction* ActionRegistry::add(const QString& id, const QString& text, const QString& iconName,
                             const QList<QKeySequence>& defaultKeys)
{
    Q_ASSERT(action(id) == nullptr);
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcuts(defaultKeys);
    m_entries << Entry{id, action, defaultKeys};
    return action;
}

QAction* ActionRegistry::action(const QString& id) const
{
    for (const Entry& entry : m_entries) {
        if (entry.id == id)
            return entry.action;
    }
    return nullptr;
}

void ActionRegistry::applyKeys(const QMap<QString, QKeySequence>& keys)
{
    for (const Entry& entry : std::as_const(m_entries)) {
        const auto own = keys.constFind(entry.id);
        if (own == keys.constEnd())
            entry.action->setShortcuts(entry.defaultKeys);
        else
            entry.action->setShortcut(*own);
    }
}

QList<ActionRegistry::Conflict> ActionRegistry::conflicts() const
{
    QList<Conflict> result;
    QMap<QKeySequence, QString> owners;
    for (const Entry& entry : m_entries) {
        const QList<QKeySequence> keys = entry.action->shortcuts();
        for (const QKeySequence& key : keys) {
            if (key.isEmpty())
                continue;
            const auto owner = owners.constFind(key);
            if (owner != owners.constEnd() && *owner != entry.id)
                result << Conflict{*owner, entry.id, key};
            else
                owners.insert(key, entry.id);
        }
    }
    return result;
}

} // namespace socrates::ui
