// SPDX-License-Identifier: MIT
#include "app/widgets/sqlview.h"

#include "app/theme/statuscolors.h"
#include "core/sql/lexer.h"

#include <QEvent>
#include <QFontDatabase>
#include <QPainter>
#include <QSet>
#include <QTextBlock>
#include <QTextLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Token;

/// The strip of line numbers beside the text.
class LineNumbers final : public QWidget
{
public:
    explicit LineNumbers(SqlView* view) : QWidget(view), m_view(view) {}

protected:
    void paintEvent(QPaintEvent* event) override { m_view->paintNumbers(this, event); }

private:
    SqlView* m_view;
};

namespace {

/// Words that PostgreSQL's DDL is written with; for colour only.
bool isKeyWord(QStringView word)
{
    static const QSet<QString> words = [] {
        const QString list =
            u"add all alter and any as asc begin by cascade check collate column comment "
            "concurrently constraint create cross current_timestamp default deferrable deferred "
            "delete desc distinct do drop else end enum except exclude exists extension false "
            "for foreign from full function generated grant group having identity if in index "
            "initially inner insert into is join key language left like limit not null on only "
            "or order outer owner partition policy primary procedure references rename replace "
            "restrict returning returns revoke right role row schema select sequence set "
            "statement table temporary then to trigger true truncate type union unique update "
            "using values view when where with without"_s;
        const QStringList split = list.split(u' ');
        return QSet<QString>(split.begin(), split.end());
    }();
    return words.contains(word.toString().toLower());
}

QTextCharFormat formatOf(const Token& token, QStringView text, const QPalette& palette)
{
    QTextCharFormat format;
    switch (token.kind) {
    case Token::Kind::Word:
        if (isKeyWord(text)) {
            format.setForeground(statusColor(StatusRole::Pending, palette));
            format.setFontWeight(QFont::DemiBold);
        }
        break;
    case Token::Kind::String:
        format.setForeground(statusColor(StatusRole::Applied, palette));
        break;
    case Token::Kind::Number:
        format.setForeground(statusColor(StatusRole::Production, palette));
        break;
    case Token::Kind::Comment:
        format.setForeground(statusColor(StatusRole::Neutral, palette));
        format.setFontItalic(true);
        break;
    default:
        break;
    }
    return format;
}

} // namespace

SqlView::SqlView(QWidget* parent) : QPlainTextEdit(parent), m_numbers(new LineNumbers(this))
{
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    // So that Tab leaves it, and the text can still be selected with the keyboard.
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    setFont(fixed);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    updateMargins();
}

void SqlView::setSql(const QString& sql, int firstLine)
{
    m_firstLine = qMax(1, firstLine);
    m_markedLine = 0;
    qsizetype end = sql.size(); // no empty lines at the end
    while (end > 0 && sql.at(end - 1).isSpace())
        --end;
    setPlainText(sql.left(end));
    updateMargins();
    highlight();
    m_numbers->update();
}

void SqlView::setMarkedLine(int fileLine)
{
    m_markedLine = fileLine;
    const QTextBlock block = document()->findBlockByNumber(fileLine - m_firstLine);
    QList<QTextEdit::ExtraSelection> marks;
    if (fileLine >= m_firstLine && block.isValid()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.format.setBackground(statusTint(StatusRole::Failed, palette()));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << mark;
        setTextCursor(mark.cursor);
        centerCursor();
    }
    setExtraSelections(marks);
    m_numbers->update();
}

void SqlView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect inside = contentsRect();
    m_numbers->setGeometry(inside.left(), inside.top(), numbersWidth(), inside.height());
}

void SqlView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        highlight();
    if (event->type() == QEvent::FontChange)
        updateMargins();
}

int SqlView::numbersWidth() const
{
    const int digits = int(QString::number(m_firstLine + blockCount()).size());
    return fontMetrics().horizontalAdvance(u'9') * qMax(3, digits) + 10;
}

void SqlView::updateMargins()
{
    setViewportMargins(numbersWidth(), 0, 0, 0);
}

void SqlView::paintNumbers(QWidget* area, QPaintEvent* event)
{
    QPainter painter(area);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    QTextBlock block = firstVisibleBlock();
    int top = qRound(blockBoundingGeometry(block).translated(contentOffset()).top());
    while (block.isValid() && top <= event->rect().bottom()) {
        const int number = block.blockNumber() + m_firstLine;
        const bool marked = number == m_markedLine;
        painter.setPen(statusColor(marked ? StatusRole::Failed : StatusRole::Neutral, palette()));
        painter.drawText(0, top, area->width() - 5, fontMetrics().height(), Qt::AlignRight,
                         marked ? u"▶"_s + QString::number(number) : QString::number(number));
        top += qRound(blockBoundingRect(block).height());
        block = block.next();
    }
}

/// Colours are laid over the blocks' layouts, so the text and its undo history stay untouched.
void SqlView::highlight()
{
    const QString text = toPlainText();
    const QList<Token> tokens = core::tokenize(text);
    QMap<int, QList<QTextLayout::FormatRange>> formats;
    for (const Token& token : tokens) {
        const QTextCharFormat format =
            formatOf(token, QStringView(text).mid(token.offset, token.length), palette());
        if (format.isEmpty())
            continue;
        QTextBlock block = document()->findBlock(int(token.offset));
        while (block.isValid() && block.position() < token.end()) {
            const int from = qMax(0, int(token.offset) - block.position());
            const int to = qMin(block.length() - 1, int(token.end()) - block.position());
            if (to > from)
                formats[block.blockNumber()] << QTextLayout::FormatRange{from, to - from, format};
            block = block.next();
        }
    }
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        block.layout()->setFormats(formats.value(block.blockNumber()));
    document()->markContentsDirty(0, document()->characterCount());
}

} // namespace socrates::ui
