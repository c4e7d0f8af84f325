// SPDX-License-Identifier: MIT
#include "app/problems/problemcard.h"

#include "app/problems/problemsmodel.h"
#include "app/problems/problemtext.h"
#include "app/theme/statusshape.h"
#include "app/widgets/flowlayout.h"
#include "core/base/redaction.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QPushButton* addButton(QLayout* layout, const QString& name, const QString& text)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    layout->addWidget(button);
    return button;
}

/// Shows a text with its title in front; hides the label when there is nothing to say.
void setSection(QLabel* label, const QString& text)
{
    label->setText(text.isEmpty() ? QString()
                                  : u"<b>%1</b>&nbsp; %2"_s.arg(
                                        label->property("title").toString().toHtmlEscaped(),
                                        redacted(text).toHtmlEscaped().replace(u'\n', u"<br>"_s)));
    label->setVisible(!text.isEmpty());
}

/// Something is there already, or is not there, that the version row speaks of otherwise.
bool isAboutWhatIsThere(const Error& problem)
{
    static const QStringList states{u"42P07"_s, u"42P01"_s, u"42701"_s, u"42703"_s,
                                    u"42710"_s, u"42704"_s, u"42P16"_s};
    static const QStringList codes{u"version.unknown"_s, u"version.schema_differs"_s,
                                   u"server.other_tables"_s};
    return !problem.database.isEmpty() &&
           (states.contains(problem.sqlState) || codes.contains(problem.code));
}

} // namespace

ProblemCard::ProblemCard(QWidget* parent) : QWidget(parent), m_icon(new QLabel)
{
    auto* layout = new QVBoxLayout(this);
    auto* head = new QHBoxLayout;
    m_summary = new QLabel;
    m_summary->setObjectName(u"problemSummaryLabel"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont bold = m_summary->font();
    bold.setBold(true);
    m_summary->setFont(bold);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_summary, 1);
    layout->addLayout(head);

    m_where = addSection(layout, u"problemWhereLabel"_s, tr("Where:"));
    m_sql = new QPlainTextEdit;
    m_sql->setObjectName(u"problemSqlEdit"_s);
    m_sql->setAccessibleName(tr("The SQL at fault"));
    m_sql->setReadOnly(true);
    m_sql->setTabChangesFocus(true);
    m_sql->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_sql->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    layout->addWidget(m_sql);
    m_why = addSection(layout, u"problemWhyLabel"_s, tr("Why:"));
    m_whatToDo = addSection(layout, u"problemHintLabel"_s, tr("What to do:"));
    layout->addWidget(createButtons());

    m_technicalButton = new QToolButton;
    m_technicalButton->setObjectName(u"technicalDetailsButton"_s);
    m_technicalButton->setText(tr("Technical details"));
    m_technicalButton->setCheckable(true);
    m_technicalButton->setAutoRaise(true);
    m_technicalButton->setArrowType(Qt::RightArrow);
    m_technicalButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    layout->addWidget(m_technicalButton);
    m_technical = addSection(layout, u"problemTechnicalLabel"_s, tr("Code:"));
    connect(m_technicalButton, &QToolButton::toggled, this, [this](bool open) {
        m_technicalButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_technical->setVisible(open);
    });
    layout->addStretch(1);
}

QLabel* ProblemCard::addSection(QVBoxLayout* layout, const QString& name, const QString& title)
{
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setProperty("title", title);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(label);
    return label;
}

QWidget* ProblemCard::createButtons()
{
    auto* bar = new QWidget;
    auto* layout = new FlowLayout(bar);
    layout->setContentsMargins({});
    m_retryButton = addButton(layout, u"retryButton"_s, tr("Retry"));
    m_recogniseButton = addButton(layout, u"recogniseButton"_s, tr("Recognise…"));
    m_recogniseButton->setToolTip(
        tr("Finds out which revision the tables are, and offers what puts it right"));
    m_revisionButton = addButton(layout, u"showRevisionButton"_s, tr("Show Revision"));
    m_openFileButton = addButton(layout, u"openFileButton"_s, tr("Open File"));
    m_restoreButton = addButton(layout, u"restoreFileButton"_s, tr("Restore File"));
    m_restoreButton->setToolTip(tr("Writes the SQL as it was applied back into the file; what is "
                                   "there now is kept beside it"));
    m_acceptButton = addButton(layout, u"acceptFileButton"_s, tr("Accept Change"));
    m_acceptButton->setToolTip(tr("Keeps the file as it is; this is noted in the database's log"));
    m_copySqlButton = addButton(layout, u"copySqlButton"_s, tr("Copy SQL"));
    QPushButton* copyButton = addButton(layout, u"copyProblemButton"_s, tr("Copy"));
    copyButton->setToolTip(tr("Copies the problem as Markdown, without passwords"));
    m_withValues = new QCheckBox(tr("Include row values"));
    m_withValues->setObjectName(u"includeRowValuesCheckBox"_s);
    m_withValues->setToolTip(tr("The server's message may quote rows of the database. They are "
                                "left out of the copied text unless this is ticked."));
    layout->addWidget(m_withValues);
    connect(m_retryButton, &QPushButton::clicked, this, [this] {
        if (m_problem)
            emit retryRequested(*m_problem);
    });
    connect(m_recogniseButton, &QPushButton::clicked, this, [this] {
        if (m_problem)
            emit recogniseRequested(DatabaseName(m_problem->database));
    });
    connect(m_revisionButton, &QPushButton::clicked, this, [this] {
        if (m_problem)
            emit revisionRequested(DatabaseName(m_problem->database),
                                   RevisionId(m_problem->revision));
    });
    connect(m_openFileButton, &QPushButton::clicked, this, &ProblemCard::openFile);
    connect(m_restoreButton, &QPushButton::clicked, this, [this] {
        if (m_problem)
            emit fileRestoreRequested(DatabaseName(m_problem->database),
                                      RevisionId(m_problem->revision));
    });
    connect(m_acceptButton, &QPushButton::clicked, this, [this] {
        if (m_problem)
            emit fileAcceptRequested(DatabaseName(m_problem->database),
                                     RevisionId(m_problem->revision));
    });
    connect(m_copySqlButton, &QPushButton::clicked, this, [this] {
        if (m_problem)
            QGuiApplication::clipboard()->setText(redacted(m_problem->statement));
    });
    connect(copyButton, &QPushButton::clicked, this, &ProblemCard::copy);
    return bar;
}

void ProblemCard::setProblem(const std::optional<Error>& problem)
{
    m_problem = problem;
    setVisible(problem.has_value());
    if (!problem)
        return;
    m_summary->setText(redacted(problem->summary));
    showSeverity();
    QStringList place;
    if (!problem->database.isEmpty())
        place << problem->database;
    if (!problem->revision.isEmpty())
        place << tr("revision %1").arg(problem->revision);
    if (problem->where.isValid())
        place << problem->where.text();
    setSection(m_where, place.join(u", "_s));
    const QString sql = sqlWithCaret(*problem);
    m_sql->setPlainText(sql);
    m_sql->setVisible(!sql.isEmpty());
    constexpr int kMostLines = 12; // the rest is scrolled to
    const auto lines = qMin(int(sql.count(u'\n')) + 1, kMostLines);
    m_sql->setFixedHeight(m_sql->fontMetrics().lineSpacing() * (lines + 1) + 12);
    setSection(m_why, problem->detail);
    setSection(m_whatToDo, problem->hint);
    QStringList technical{problem->code};
    if (!problem->sqlState.isEmpty())
        technical << tr("SQLSTATE %1").arg(problem->sqlState);
    if (!problem->technical.isEmpty())
        technical << problem->technical;
    setSection(m_technical, technical.join(u'\n'));
    m_technical->setVisible(m_technicalButton->isChecked());
    m_recogniseButton->setVisible(isAboutWhatIsThere(*problem));
    m_revisionButton->setVisible(!problem->revision.isEmpty());
    m_openFileButton->setVisible(QFileInfo(problem->where.file).isFile());
    const bool isChangedFile = problem->code == "version.changed"_L1;
    m_restoreButton->setVisible(isChangedFile);
    m_acceptButton->setVisible(isChangedFile);
    m_copySqlButton->setVisible(!problem->statement.isEmpty());
    m_retryButton->setVisible(!problem->isKind("internal"_L1));
}

void ProblemCard::showSeverity()
{
    const bool warning = isWarning(*m_problem);
    const QIcon icon = statusIcon(warning ? StatusShape::Exclamation : StatusShape::Cross,
                                  warning ? StatusRole::Warning : StatusRole::Failed);
    m_icon->setPixmap(icon.pixmap(16, 16));
    m_icon->setAccessibleName(warning ? tr("Warning") : tr("Error"));
}

void ProblemCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_problem)
        showSeverity();
}

void ProblemCard::copy()
{
    if (m_problem)
        QGuiApplication::clipboard()->setText(
            problemMarkdown(*m_problem, m_withValues->isChecked()));
}

void ProblemCard::openFile()
{
    if (m_problem)
        emit fileRequested(m_problem->where);
}

} // namespace socrates::ui
