// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statuscolors.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace socrates::ui {

/// A banner inside a page: an icon, a sentence, what to do, and buttons. Hidden until shown.
class InlineMessage final : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Information, Success, Warning, Error };

    explicit InlineMessage(QWidget* parent = nullptr);

    /// Plain text; shows the banner.
    void showMessage(Kind kind, const QString& text, const QString& hint = {});
    /// A button at the right end; removed by the next showMessage.
    QAction* addButton(const QString& text);
    void setClosable(bool closable);
    QString text() const;

signals:
    void closed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateColors();

    Kind m_kind = Kind::Information;
    QLabel* m_icon;
    QLabel* m_text;
    QLabel* m_hint;
    QHBoxLayout* m_buttons;
    QToolButton* m_close;
};

} // namespace socrates::ui
