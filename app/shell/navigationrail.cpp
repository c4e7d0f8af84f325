// SPDX-License-Identifier: MIT
#include "app/shell/navigationrail.h"

#include <QActionGroup>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

/// A page's button; a bar at its side marks the page that is shown in every theme.
class RailButton final : public QToolButton
{
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QToolButton::paintEvent(event);
        if (!isChecked())
            return;
        QPainter painter(this);
        const bool isLeft = isLeftToRight();
        painter.fillRect(isLeft ? 0 : width() - kBar, 0, kBar, height(),
                         palette().brush(QPalette::Highlight));
    }

private:
    static constexpr int kBar = 3;
};

} // namespace

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
    auto* button = new RailButton(this);
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
