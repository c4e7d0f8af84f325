// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace socrates::ui {

/// What a view shows when it has nothing to show: an icon, one line, one button, which takes the
/// focus of the whole.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);

    /// `buttonText` empty: no button.
    void setContents(const QString& iconName, const QString& text, const QString& buttonText = {});

signals:
    void activated();

protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void updateIcon();

    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_button;
};

} // namespace socrates::ui
