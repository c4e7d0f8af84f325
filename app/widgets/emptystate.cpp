// SPDX-License-Identifier: MIT
#include "app/widgets/emptystate.h"

#include "app/theme/icons.h"

#include <QEvent>
#include <QFocusEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_text->setObjectName(u"emptyTextLabel"_s);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_button->setObjectName(u"emptyActionButton"_s);
    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_text);
    column->addSpacing(6);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::activated);
}

void EmptyState::setContents(const QString& iconName, const QString& text,
                             const QString& buttonText)
{
    m_iconName = iconName;
    m_text->setText(text);
    m_button->setText(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
    if (isVisible())
        updateIcon();
}

/// Not before: many are made at the start and few are ever seen.
void EmptyState::showEvent(QShowEvent* event)
{
    updateIcon();
    QWidget::showEvent(event);
}

/// Not by a focus proxy, from which Tab found no way on while the button is hidden.
void EmptyState::focusInEvent(QFocusEvent* event)
{
    if (m_button->isVisible())
        m_button->setFocus(event->reason());
    else
        QWidget::focusInEvent(event);
}

void EmptyState::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible())
        updateIcon();
}

void EmptyState::updateIcon()
{
    const int side = fontMetrics().height() * 3;
    m_icon->setPixmap(
        icon(m_iconName, StatusRole::Neutral).pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace socrates::ui
