// SPDX-License-Identifier: MIT
#include "app/help/helpwindow.h"

#include "app/help/helptopics.h"
#include "app/theme/icons.h"
#include "app/widgets/bringtofront.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextBrowser>
#include <QToolButton>

namespace socrates::ui {

using namespace Qt::StringLiterals;

HelpWindow::HelpWindow()
    : m_contents(new QListWidget), m_page(new QTextBrowser), m_search(new QLineEdit)
{
    setObjectName(u"helpWindow"_s);
    setWindowTitle(tr("Help – Socrates Admin"));
    setWindowIcon(programIcon());
    setAttribute(Qt::WA_QuitOnClose, false);
    m_contents->setObjectName(u"helpContentsList"_s);
    m_contents->setAccessibleName(tr("Contents of the help"));
    const QStringList topics = helpTopics();
    for (const QString& topic : topics) {
        auto* item = new QListWidgetItem(helpTitle(topic), m_contents);
        item->setData(Qt::UserRole, topic);
    }
    m_page->setObjectName(u"helpBrowser"_s);
    m_page->setAccessibleName(tr("Page of the help"));
    m_page->setOpenExternalLinks(false);
    auto* splitter = new QSplitter;
    splitter->setObjectName(u"helpSplitter"_s);
    splitter->addWidget(m_contents);
    splitter->addWidget(m_page);
    splitter->setStretchFactor(1, 1);
    // The titles whole, and for the page what it can be read in.
    constexpr int kPageWidth = 640;
    const int contentsWidth = m_contents->sizeHintForColumn(0) + 2 * m_contents->frameWidth() +
                              style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    splitter->setSizes({contentsWidth, kPageWidth});
    auto* column = new QVBoxLayout(this);
    column->addWidget(createBar());
    column->addWidget(splitter, 1);
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr)
            m_page->setSource(QUrl(u"qrc"_s + helpFile(item->data(Qt::UserRole).toString())));
    });
    connect(m_page, &QTextBrowser::sourceChanged, this, &HelpWindow::markTopic);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this,
            &QWidget::close);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(new QShortcut(QKeySequence::FindNext, this), &QShortcut::activated, this,
            [this] { findNext(false); });
    connect(new QShortcut(QKeySequence::FindPrevious, this), &QShortcut::activated, this,
            [this] { findNext(true); });
    resize(contentsWidth + kPageWidth, 600);
}

QWidget* HelpWindow::createBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto button = [row](const QString& name, const QString& text, Qt::ArrowType arrow) {
        auto* result = new QToolButton;
        result->setObjectName(name);
        result->setArrowType(arrow);
        result->setAccessibleName(text);
        result->setToolTip(text);
        result->setEnabled(false);
        row->addWidget(result);
        return result;
    };
    auto* back = button(u"helpBackButton"_s, tr("Back"), Qt::LeftArrow);
    auto* forward = button(u"helpForwardButton"_s, tr("Forward"), Qt::RightArrow);
    back->setShortcut(QKeySequence::Back);
    forward->setShortcut(QKeySequence::Forward);
    connect(back, &QToolButton::clicked, m_page, &QTextBrowser::backward);
    connect(forward, &QToolButton::clicked, m_page, &QTextBrowser::forward);
    connect(m_page, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
    connect(m_page, &QTextBrowser::forwardAvailable, forward, &QWidget::setEnabled);
    row->addStretch(1);
    m_search->setObjectName(u"helpSearchEdit"_s);
    m_search->setAccessibleName(tr("Search in the page"));
    m_search->setPlaceholderText(tr("Search in the page"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 32);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { findNext(false); });
    row->addWidget(m_search);
    return bar;
}

/// A page takes the colour of its links when it is read.
void HelpWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_page->source().isEmpty())
        return;
    const int place = m_page->verticalScrollBar()->value();
    m_page->reload();
    m_page->verticalScrollBar()->setValue(place);
}

void HelpWindow::showTopic(const QString& topic)
{
    const int row = int(qMax<qsizetype>(0, helpTopics().indexOf(topic)));
    m_contents->setCurrentRow(row);
    bringToFront(*this);
    m_page->setFocus(Qt::OtherFocusReason);
}

QString HelpWindow::topic() const
{
    return QFileInfo(m_page->source().path()).completeBaseName();
}

/// A link, Back or Forward has led to another topic: the contents follow.
void HelpWindow::markTopic(const QUrl& page)
{
    const QSignalBlocker blocker(m_contents);
    const QString topic = QFileInfo(page.path()).completeBaseName();
    m_contents->setCurrentRow(int(helpTopics().indexOf(topic)));
}

void HelpWindow::findNext(bool backwards)
{
    if (m_search->text().isEmpty())
        return;
    const QTextDocument::FindFlags flags =
        backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_page->find(m_search->text(), flags))
        return;
    m_page->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
    m_page->find(m_search->text(), flags);
}

} // namespace socrates::ui
