// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLineEdit;
class QListWidget;
class QTextBrowser;
class QUrl;

namespace socrates::ui {

/// The help in a window of its own: contents, pages, search in the page. It has no parent, so that
/// a dialog that is open does not block it.
class HelpWindow final : public QWidget
{
    Q_OBJECT
public:
    HelpWindow();

    /// Shows the topic and comes to the front; an unknown one shows the first.
    void showTopic(const QString& topic);
    QString topic() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* createBar();
    void markTopic(const QUrl& page);
    void findNext(bool backwards);

    QListWidget* m_contents;
    QTextBrowser* m_page;
    QLineEdit* m_search;
};

} // namespace socrates::ui
