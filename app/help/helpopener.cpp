// SPDX-License-Identifier: MIT
#include "app/help/helpopener.h"

#include "app/help/helptopics.h"
#include "app/help/helpwindow.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QMessageBox>
#include <QPushButton>

namespace socrates::ui {

using namespace Qt::StringLiterals;

HelpOpener::HelpOpener(QAction* action, QObject* parent) : QObject(parent), m_action(action)
{
    qApp->installEventFilter(this);
}

HelpOpener::~HelpOpener() = default;

void HelpOpener::openFor(const QWidget* widget, const QString& otherwise)
{
    if (!m_window)
        m_window = std::make_unique<HelpWindow>();
    const QString topic = helpTopicFor(widget);
    m_window->showTopic(topic.isEmpty() ? otherwise : topic);
}

bool HelpOpener::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show) {
        if (auto* dialog = qobject_cast<QDialog*>(watched))
            addButton(*dialog);
    } else if (event->type() == QEvent::KeyPress) {
        const auto* widget = qobject_cast<QWidget*>(watched);
        const auto* key = static_cast<QKeyEvent*>(event);
        if (widget != nullptr && qobject_cast<QDialog*>(widget->window()) != nullptr &&
            m_action->shortcuts().contains(QKeySequence(key->keyCombination()))) {
            openFor(widget, u"start"_s);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void HelpOpener::addButton(QDialog& dialog)
{
    auto* box = dialog.findChild<QDialogButtonBox*>();
    if (box == nullptr || qobject_cast<QMessageBox*>(&dialog) != nullptr ||
        helpTopicFor(&dialog).isEmpty() || box->button(QDialogButtonBox::Help) != nullptr)
        return;
    QPushButton* button = box->addButton(QDialogButtonBox::Help);
    // At the left, away from the buttons that end the dialog, where the platform's order would put
    // it behind them.
    if (auto* row = qobject_cast<QBoxLayout*>(box->layout())) {
        row->removeWidget(button);
        row->insertWidget(0, button);
    }
    // With each button the box chooses anew whom it hands the focus on to, and Tab would not leave
    // that one.
    box->setFocusProxy(nullptr);
    button->setObjectName(u"helpButton"_s);
    connect(box, &QDialogButtonBox::helpRequested, this,
            [this, &dialog] { openFor(&dialog, u"start"_s); });
}

} // namespace socrates::ui
