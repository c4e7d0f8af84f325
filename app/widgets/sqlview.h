// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace socrates::ui {

/// SQL to look at and copy: fixed-width, numbered lines as in the file, coloured by the core's
/// lexer.
class SqlView final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit SqlView(QWidget* parent = nullptr);

    /// `firstLine` is the number that the first line has in its file.
    void setSql(const QString& sql, int firstLine = 1);
    /// Marks a line of the file (0: none) and scrolls to it.
    void setMarkedLine(int fileLine);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    friend class LineNumbers;
    int numbersWidth() const;
    void paintNumbers(QWidget* area, QPaintEvent* event);
    void updateMargins();
    void highlight();

    int m_firstLine = 1;
    int m_markedLine = 0;
    QWidget* m_numbers;
};

} // namespace socrates::ui
