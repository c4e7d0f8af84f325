// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QAction;
class QVBoxLayout;

namespace socrates::ui {

/// The slim column of pages at the left.
class NavigationRail final : public QWidget
{
    Q_OBJECT
public:
    explicit NavigationRail(QWidget* parent = nullptr);

    /// The action becomes checkable; one of them is checked at a time.
    void addPage(QAction* action, const QString& label);

private:
    QVBoxLayout* m_column;
    class QActionGroup* m_group;
};

} // namespace socrates::ui
