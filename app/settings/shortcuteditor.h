// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QMap>
#include <QWidget>

class QKeySequenceEdit;
class QPushButton;
class QTreeWidget;

namespace socrates::ui {

class InlineMessage;

/// An action whose keys can be changed.
struct ShortcutAction
{
    QString id;
    QString text;
    QList<QKeySequence> defaultKeys;
};

/// Every action with its keys, changed by pressing others. A key that another action has is not
/// taken from it silently: the person is asked to reassign it.
class ShortcutEditor final : public QWidget
{
    Q_OBJECT
public:
    /// `own`: the keys that differ from the defaults, by action id; an empty one means none.
    ShortcutEditor(const QList<ShortcutAction>& actions, const QMap<QString, QKeySequence>& own,
                   QWidget* parent = nullptr);

    QMap<QString, QKeySequence> ownKeys() const { return m_own; }

private:
    QList<QKeySequence> keysOf(const ShortcutAction& action) const;
    const ShortcutAction* current() const;
    /// The other action that has this key, or null.
    const ShortcutAction* ownerOf(const QKeySequence& key, const QString& except) const;
    void showKeys();
    void showCurrent();
    void take(const QKeySequence& key);
    void assign(const QString& id, const QKeySequence& key);
    void askToReassign(const ShortcutAction& owner, const QKeySequence& key);
    void reset();
    void resetAll();

    QList<ShortcutAction> m_actions;
    QMap<QString, QKeySequence> m_own;
    QTreeWidget* m_list;
    QKeySequenceEdit* m_edit;
    InlineMessage* m_message;
    QPushButton* m_clear;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
};

} // namespace socrates::ui
