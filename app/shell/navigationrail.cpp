// SPDX-License-Identifier: MIT
#include "app/shell/navigationrail.h"

#include <QActionGroup>
#include <QToolButton>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;

NavigationRail::NavigationRail(QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_group(new QActionGroup(this))
{
    setObjectName(u"navigationRail"_s);
    setAccessibleName(tr("Pages"));
    m_column->setContentsMargins(4, 6, 4, 6);
    m_column->setSpacing(4);
    m_column->addStretch();
}

void NavigationRail::addPage(QAction* action, const QString& label)
{
    action->setCheckable(true);
    m_group->addAction(action);
    auto* button = new QToolButton(this);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setDefaultAction(action);
    button->setText(label);
    button->setAccessibleName(label);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    const int side = fontMetrics().height() + 8;
    button->setIconSize(QSize(side, side));
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    button->setMinimumWidth(fontMetrics().averageCharWidth() * 11);
    // A default action's text comes back with every change of the action.
    connect(action, &QAction::changed, button, [button, label] {
        if (button->text() != label)
            button->setText(label);
    });
    m_column->insertWidget(m_column->count() - 1, button);
}

} // namespace socrates::ui
