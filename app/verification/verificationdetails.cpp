// SPDX-License-Identifier: MIT
#include "app/verification/verificationdetails.h"

#include "app/theme/statuscolors.h"
#include "app/verification/definitiondiff.h"
#include "app/verification/verificationmodel.h"
#include "app/verification/verificationwords.h"
#include "core/report/text.h"
#include "core/schema/mend.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// One side of the diff. What only this side has is struck or underlined besides being coloured.
QString sideHtml(const QList<DiffPart>& parts, DiffPart::Side side, const QPalette& palette)
{
    const bool expected = side == DiffPart::Side::Expected;
    const QString style = u"color:%1; background-color:%2; text-decoration:%3;"_s.arg(
        statusColor(expected ? StatusRole::Failed : StatusRole::Pending, palette).name(),
        statusTint(expected ? StatusRole::Failed : StatusRole::Pending, palette).name(),
        expected ? u"line-through"_s : u"underline"_s);
    QString html;
    for (const DiffPart& part : parts) {
        if (part.side == DiffPart::Side::Both)
            html += part.text.toHtmlEscaped();
        else if (part.side == side)
            html += u"<span style=\"%1\">%2</span>"_s.arg(style, part.text.toHtmlEscaped());
    }
    return html;
}

} // namespace

VerificationDetails::VerificationDetails(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget)
    , m_difference(new QTextBrowser)
    , m_table(new QPlainTextEdit)
    , m_copyFix(new QPushButton(tr("Copy Fix SQL")))
{
    m_tabs->setObjectName(u"verificationDetailsTabs"_s);
    m_tabs->setAccessibleName(tr("Selected object"));
    m_difference->setObjectName(u"verificationDifferenceBrowser"_s);
    m_difference->setAccessibleName(tr("Difference between expected and found"));
    m_difference->setOpenLinks(false);
    m_difference->setFrameShape(QFrame::NoFrame);
    m_table->setObjectName(u"describeTableEdit"_s);
    m_table->setAccessibleName(tr("The table as psql describes it"));
    m_table->setReadOnly(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_table->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_table->setTabChangesFocus(true);
    m_tabs->addTab(m_difference, tr("Difference"));
    m_tabs->addTab(m_table, tr("Table as psql \\d"));
    auto* copy = new QPushButton(tr("Copy"));
    copy->setObjectName(u"copyDetailsButton"_s);
    copy->setAccessibleName(tr("Copy the text shown"));
    copy->setFlat(true);
    m_copyFix->setObjectName(u"copyFixSqlButton"_s);
    m_copyFix->setAccessibleName(tr("Copy the SQL that takes the difference away"));
    m_copyFix->setToolTip(tr("For review, and for a revision of its own. It is never run here."));
    m_copyFix->setFlat(true);
    auto* corner = new QWidget;
    auto* cornerLayout = new QHBoxLayout(corner);
    cornerLayout->setContentsMargins({});
    cornerLayout->addWidget(m_copyFix);
    cornerLayout->addWidget(copy);
    m_tabs->setCornerWidget(corner);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_tabs);

    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(
            m_tabs->currentIndex() == 0 ? m_difference->toPlainText() : m_table->toPlainText());
    });
    connect(m_copyFix, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_fix); });
    connect(m_difference, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        emit revisionLinkActivated(m_database, RevisionId(url.path()));
    });
    clear();
}

void VerificationDetails::clear()
{
    m_line.reset();
    m_fix.clear();
    m_obstacle.clear();
    m_copyFix->setEnabled(false);
    m_table->clear();
    m_tabs->setTabEnabled(1, false);
    render();
}

void VerificationDetails::show(const DatabaseVerification& verification, const ComparisonLine* line,
                               const QString& schema, const QString& table, const Origin& origin)
{
    m_origin = origin;
    m_database = verification.name;
    m_line = line ? std::optional(*line) : std::nullopt;
    findFix(verification, line);
    // A missing table is described as it should be, every other as it is.
    const SchemaObject::Kind kind = SchemaObject::Kind::Table;
    const bool isFound = verification.found.find({kind, schema, {}, table}) != nullptr;
    const QString description =
        table.isEmpty() ? QString()
                        : report::describeTable(
                              isFound ? verification.found : verification.expected, schema, table);
    m_table->setPlainText(isFound || description.isEmpty()
                              ? description
                              : tr("Not in the database. As expected:") + u"\n\n"_s + description);
    m_tabs->setTabEnabled(1, !description.isEmpty());
    render();
}

/// Of the selected object; of the whole database where none is selected.
void VerificationDetails::findFix(const DatabaseVerification& verification,
                                  const ComparisonLine* line)
{
    const Comparison wanted =
        line != nullptr ? onlyLine(verification.comparison, *line) : verification.comparison;
    QStringList statements;
    const QList<MendStatement> mends =
        wanted.isEqual() ? QList<MendStatement>()
                         : mendStatements(verification.expected, verification.found, wanted);
    for (const MendStatement& mend : mends) {
        if (mend.destroysData)
            statements << u"-- "_s + tr("This destroys data: %1").arg(mend.object);
        statements << (mend.sql.isEmpty() ? u"-- %1: %2"_s.arg(mend.object, mend.note)
                                          : mend.sql + u';');
    }
    // Misplaced tables go together, or not at all.
    const bool isMisplaced = line != nullptr && line->outcome == ComparisonLine::Outcome::Misplaced;
    m_obstacle = isMisplaced ? verification.misplaced.obstacle : QString();
    if (isMisplaced || line == nullptr) {
        for (const QString& sql : verification.misplaced.sql)
            statements << sql + u';';
    }
    m_fix = statements.join(u'\n');
    m_copyFix->setEnabled(!m_fix.isEmpty());
}

QString VerificationDetails::differenceHtml(const ComparisonLine& line) const
{
    const QString title =
        tr("%1 %2 – %3")
            .arg(kindLabel(line.kind),
                 line.table.isEmpty() ? line.name : tr("%1 of %2").arg(line.name, line.table),
                 outcomeLabel(line.outcome));
    const QList<DiffPart> parts = diffDefinitions(line.expected, line.found);
    const QString row =
        u"<tr><td style=\"padding-right:12px\">%1 %2</td><td><tt>%3</tt></td></tr>"_s;
    QString html = u"<p><b>%1</b></p><table cellspacing=\"4\">"_s.arg(title.toHtmlEscaped());
    const auto definition = [&](DiffPart::Side side, const QString& text) {
        return text.isEmpty() ? tr("nothing").toHtmlEscaped() : sideHtml(parts, side, palette());
    };
    html += row.arg(u"−"_s, tr("Expected"), definition(DiffPart::Side::Expected, line.expected));
    html += row.arg(u"+"_s, tr("Found"), definition(DiffPart::Side::Found, line.found));
    html += u"</table>"_s;
    if (!line.hint.isEmpty())
        html += u"<p>%1</p>"_s.arg(line.hint.toHtmlEscaped());
    if (!m_obstacle.isEmpty())
        html += u"<p>%1</p>"_s.arg(m_obstacle.toHtmlEscaped());
    if (!m_fix.isEmpty())
        html += u"<p>%1</p><pre>%2</pre>"_s.arg(
            tr("Would put it right, and is never run here:").toHtmlEscaped(),
            m_fix.toHtmlEscaped());
    const QString revision = m_origin.revision.text();
    if (!revision.isEmpty()) {
        QString text = m_origin.text;
        text[0] = text.at(0).toUpper();
        html += u"<p><a href=\"revision:%1\">%2</a></p>"_s.arg(
            QString::fromLatin1(QUrl::toPercentEncoding(revision)), text.toHtmlEscaped());
    }
    return html;
}

void VerificationDetails::render()
{
    m_difference->setHtml(
        m_line ? differenceHtml(*m_line)
               : u"<p>%1</p>"_s.arg(tr("Select an object to see both definitions.")));
}

void VerificationDetails::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render(); // the colours are in the text
}

} // namespace socrates::ui
