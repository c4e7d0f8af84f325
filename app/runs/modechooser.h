// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/runner.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace socrates::ui {

/// How the steps of a plan share transactions, with what that means. A mode that the plan does not
/// allow cannot be chosen, and says why.
class ModeChooser final : public QWidget
{
    Q_OBJECT
public:
    explicit ModeChooser(QWidget* parent = nullptr);

    void setPlan(const core::Plan& plan);
    /// The mode that is wished for; where the plan does not allow it, each step is on its own.
    void setMode(core::TransactionMode mode);
    core::TransactionMode mode() const;

signals:
    void modeChosen(socrates::core::TransactionMode mode);

private:
    void update();

    core::Plan m_plan;
    core::TransactionMode m_wished = core::TransactionMode::EachStep;
    QComboBox* m_box;
    QLabel* m_text;
};

} // namespace socrates::ui
