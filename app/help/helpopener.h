// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

class QAction;
class QDialog;

namespace socrates::ui {

class HelpWindow;

/// Opens the help at what the person looks at: by the action in the main window, by the same keys
/// in any dialog (where a window's actions do not answer), and by a Help button that it gives to
/// each dialog with buttons.
class HelpOpener final : public QObject
{
    Q_OBJECT
public:
    HelpOpener(QAction* action, QObject* parent);
    ~HelpOpener() override;

    /// At the topic about the widget; without one about its surroundings, `otherwise`.
    void openFor(const QWidget* widget, const QString& otherwise);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addButton(QDialog& dialog);

    QAction* m_action;
    std::unique_ptr<HelpWindow> m_window;
};

} // namespace socrates::ui
