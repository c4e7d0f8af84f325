// SPDX-License-Identifier: MIT
#include "app/widgets/inlinemessage.h"

#include "app/theme/icons.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

struct Look
{
    StatusRole role;
    QString icon;
    QString word;
};

Look lookOf(InlineMessage::Kind kind)
{
    switch (kind) {
    case InlineMessage::Kind::Information:
        return {StatusRole::Pending, u"info"_s, InlineMessage::tr("Information")};
    case InlineMessage::Kind::Success:
        return {StatusRole::Applied, u"ok"_s, InlineMessage::tr("Success")};
    case InlineMessage::Kind::Warning:
        return {StatusRole::Warning, u"warning"_s, InlineMessage::tr("Warning")};
    case InlineMessage::Kind::Error:
        return {StatusRole::Failed, u"error"_s, InlineMessage::tr("Error")};
    }
    return {StatusRole::Neutral, u"info"_s, {}};
}

QLabel* textLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

InlineMessage::InlineMessage(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(textLabel(u"messageTextLabel"_s, this))
    , m_hint(textLabel(u"messageHintLabel"_s, this))
    , m_buttons(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    setObjectName(u"inlineMessageFrame"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_close->setIcon(icon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close"));
    m_close->setObjectName(u"messageCloseButton"_s);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_text);
    texts->addWidget(m_hint);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 6, 6);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addLayout(m_buttons);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    hide();
}

void InlineMessage::showMessage(Kind kind, const QString& text, const QString& hint)
{
    m_kind = kind;
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_text->setText(text);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    const Look look = lookOf(kind);
    m_icon->setAccessibleName(look.word);
    m_icon->setToolTip(look.word);
    setAccessibleName(look.word + u": "_s + text);
    setAccessibleDescription(hint);
    updateColors();
    show();
}

QAction* InlineMessage::addButton(const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(u"messageActionButton"_s);
    auto* action = new QAction(text, button);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
    m_buttons->addWidget(button);
    return action;
}

void InlineMessage::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString InlineMessage::text() const
{
    return m_text->text();
}

void InlineMessage::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    // Setting our own palette sends this event again; that one finds the colours as they should be.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
        updateColors();
}

void InlineMessage::updateColors()
{
    const QPalette outer = parentWidget() != nullptr ? parentWidget()->palette() : palette();
    const Look look = lookOf(m_kind);
    // Only this role: the others stay inherited and follow a change of theme.
    QPalette mine;
    mine.setColor(QPalette::Window, statusTint(look.role, outer));
    if (mine.color(QPalette::Window) != palette().color(QPalette::Window))
        setPalette(mine);
    const int side = fontMetrics().height();
    m_icon->setPixmap(icon(look.icon, look.role).pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace socrates::ui
