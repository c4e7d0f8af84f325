// SPDX-License-Identifier: MIT
#include "app/runs/modechooser.h"

#include "app/runs/plantext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QStandardItemModel>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::TransactionMode;

ModeChooser::ModeChooser(QWidget* parent)
    : QWidget(parent), m_box(new QComboBox(this)), m_text(new QLabel(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 2);
    auto* label = new QLabel(tr("&Transactions:"), this);
    label->setBuddy(m_box);
    m_box->setObjectName(u"planModeBox"_s);
    m_box->setAccessibleName(tr("How the steps share transactions"));
    m_box->addItem(tr("Each step its own"), int(TransactionMode::EachStep));
    m_box->addItem(tr("One for each database"), int(TransactionMode::AllInOne));
    m_box->addItem(tr("Both databases or neither"), int(TransactionMode::BothOrNeither));
    m_text->setObjectName(u"planModeLabel"_s);
    m_text->setWordWrap(true);
    layout->addWidget(label);
    layout->addWidget(m_box);
    layout->addWidget(m_text, 1);
    setEnabled(false);
    connect(m_box, &QComboBox::activated, this, [this] {
        m_wished = mode();
        update();
        emit modeChosen(m_wished);
    });
}

TransactionMode ModeChooser::mode() const
{
    return TransactionMode(m_box->currentData().toInt());
}

void ModeChooser::setMode(TransactionMode mode)
{
    m_wished = mode;
    update();
}

void ModeChooser::setPlan(const core::Plan& plan)
{
    m_plan = plan;
    update();
}

void ModeChooser::update()
{
    setEnabled(!m_plan.isEmpty());
    const auto* model = qobject_cast<QStandardItemModel*>(m_box->model());
    for (int row = 0; row < m_box->count(); ++row) {
        const QString why = modeObstacle(m_plan, TransactionMode(m_box->itemData(row).toInt()));
        model->item(row)->setEnabled(why.isEmpty());
        m_box->setItemData(row, why, Qt::ToolTipRole);
        m_box->setItemData(row, why, Qt::AccessibleDescriptionRole);
    }
    const int wished = m_box->findData(int(m_wished));
    m_box->setCurrentIndex(model->item(wished)->isEnabled() ? wished : 0);
    m_text->setText(modeText(m_plan, mode(), m_wished));
}

} // namespace socrates::ui
