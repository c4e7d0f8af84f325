// SPDX-License-Identifier: MIT
#include "app/settings/shortcuteditor.h"

#include "app/widgets/inlinemessage.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

QPushButton* createButton(const QString& name, const QString& text)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    return button;
}

QString textOf(const QList<QKeySequence>& keys)
{
    return QKeySequence::listToString(keys, QKeySequence::NativeText);
}

} // namespace

ShortcutEditor::ShortcutEditor(const QList<ShortcutAction>& actions,
                               const QMap<QString, QKeySequence>& own, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_own(own)
    , m_list(new QTreeWidget)
    , m_edit(new QKeySequenceEdit)
    , m_message(new InlineMessage)
    , m_clear(createButton(u"clearShortcutButton"_s, tr("&No Key")))
    , m_reset(createButton(u"resetShortcutButton"_s, tr("&Reset")))
    , m_resetAll(createButton(u"resetAllShortcutsButton"_s, tr("Reset &All")))
{
    setObjectName(u"shortcutEditor"_s);
    m_list->setObjectName(u"shortcutActionsView"_s);
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setRootIsDecorated(false);
    m_list->setHeaderLabels({tr("Action"), tr("Keys")});
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const ShortcutAction& action : std::as_const(m_actions)) {
        auto* item = new QTreeWidgetItem(m_list, {action.text, QString()});
        item->setData(0, Qt::UserRole, action.id);
    }
    m_edit->setObjectName(u"shortcutKeyEdit"_s);
    m_edit->setAccessibleName(tr("New key"));
    auto* label = new QLabel(tr("New &key:"));
    label->setBuddy(m_edit);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_edit, 1);
    for (QPushButton* button : {m_clear, m_reset, m_resetAll})
        row->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_list, 1);
    column->addWidget(m_message);
    column->addLayout(row);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutEditor::showCurrent);
    connect(m_edit, &QKeySequenceEdit::editingFinished, this,
            [this] { take(m_edit->keySequence()); });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        if (const ShortcutAction* action = current())
            assign(action->id, {});
    });
    connect(m_reset, &QPushButton::clicked, this, &ShortcutEditor::reset);
    connect(m_resetAll, &QPushButton::clicked, this, &ShortcutEditor::resetAll);
    showKeys();
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

QList<QKeySequence> ShortcutEditor::keysOf(const ShortcutAction& action) const
{
    const auto own = m_own.constFind(action.id);
    if (own == m_own.constEnd())
        return action.defaultKeys;
    return own->isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{*own};
}

const ShortcutAction* ShortcutEditor::current() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row < 0 ? nullptr : &m_actions.at(row);
}

const ShortcutAction* ShortcutEditor::ownerOf(const QKeySequence& key, const QString& except) const
{
    for (const ShortcutAction& action : m_actions) {
        if (action.id != except && keysOf(action).contains(key))
            return &action;
    }
    return nullptr;
}

void ShortcutEditor::showKeys()
{
    for (int row = 0; row < m_actions.size(); ++row) {
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        item->setText(1, textOf(keysOf(m_actions.at(row))));
        QFont font = m_list->font();
        font.setBold(m_own.contains(m_actions.at(row).id));
        item->setFont(1, font);
    }
    m_resetAll->setEnabled(!m_own.isEmpty());
    showCurrent();
}

void ShortcutEditor::showCurrent()
{
    const ShortcutAction* action = current();
    m_message->hide();
    m_edit->setEnabled(action != nullptr);
    m_clear->setEnabled(action != nullptr && !keysOf(*action).isEmpty());
    m_reset->setEnabled(action != nullptr && m_own.contains(action->id));
    if (action != nullptr)
        m_edit->setKeySequence(keysOf(*action).value(0));
}

/// Also called when the field is left, with the key that is there already.
void ShortcutEditor::take(const QKeySequence& pressed)
{
    const ShortcutAction* action = current();
    if (action == nullptr || pressed.isEmpty())
        return;
    // An action answers to one key, not to a sequence of them.
    const QKeySequence key(pressed[0]);
    if (keysOf(*action).contains(key))
        return;
    if (const ShortcutAction* owner = ownerOf(key, action->id))
        askToReassign(*owner, key);
    else
        assign(action->id, key);
}

void ShortcutEditor::askToReassign(const ShortcutAction& owner, const QKeySequence& key)
{
    const QString id = current()->id;
    m_edit->setKeySequence(keysOf(*current()).value(0));
    m_message->showMessage(
        InlineMessage::Kind::Warning,
        tr("%1 belongs to %2.").arg(key.toString(QKeySequence::NativeText), owner.text));
    QAction* reassign = m_message->addButton(tr("Reassign"));
    reassign->setObjectName(u"reassignShortcutAction"_s);
    connect(reassign, &QAction::triggered, this, [this, id, key, owner = owner.id] {
        for (const ShortcutAction& action : std::as_const(m_actions)) {
            if (action.id != owner)
                continue;
            QList<QKeySequence> left = keysOf(action);
            left.removeAll(key);
            m_own[owner] = left.value(0);
        }
        assign(id, key);
    });
}

void ShortcutEditor::assign(const QString& id, const QKeySequence& key)
{
    m_own[id] = key;
    for (const ShortcutAction& action : std::as_const(m_actions)) {
        if (action.id == id && action.defaultKeys == keysOf(action))
            m_own.remove(id);
    }
    showKeys();
}

/// The default keys come back, unless another action has got one of them meanwhile.
void ShortcutEditor::reset()
{
    const ShortcutAction* action = current();
    if (action == nullptr)
        return;
    for (const QKeySequence& key : action->defaultKeys) {
        if (const ShortcutAction* owner = ownerOf(key, action->id)) {
            askToReassign(*owner, key);
            return;
        }
    }
    m_own.remove(action->id);
    showKeys();
}

void ShortcutEditor::resetAll()
{
    m_own.clear();
    showKeys();
}

} // namespace socrates::ui
