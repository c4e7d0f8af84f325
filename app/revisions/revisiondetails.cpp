// SPDX-License-Identifier: MIT
#include "app/revisions/revisiondetails.h"

#include "app/revisions/undotext.h"
#include "app/theme/icons.h"
#include "app/widgets/counted.h"
#include "app/widgets/effects.h"
#include "app/widgets/eventlabel.h"
#include "app/widgets/sqlview.h"
#include "app/widgets/timetext.h"
#include "core/base/texts.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QTextBrowser>
#include <QTreeWidget>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::LogEntry;
using core::Revision;

namespace {

QString tableRow(const QString& name, const QString& value)
{
    return u"<tr><td style='padding-right:14px'><b>%1</b></td><td>%2</td></tr>"_s.arg(
        name.toHtmlEscaped(), value.toHtmlEscaped());
}

QTreeWidget* listOf(const QString& name, const QString& accessibleName, const QStringList& columns)
{
    auto* list = new QTreeWidget;
    list->setObjectName(name);
    list->setAccessibleName(accessibleName);
    list->setHeaderLabels(columns);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setFrameShape(QFrame::NoFrame);
    return list;
}

} // namespace

RevisionDetails::RevisionDetails(QWidget* parent)
    : QTabWidget(parent)
    , m_overview(new QTextBrowser)
    , m_up(new SqlView)
    , m_down(new SqlView)
    , m_effects(listOf(u"effectsView"_s, tr("What the revision does here"),
                       {tr("Statement"), tr("Object"), tr("Line")}))
    , m_history(listOf(u"historyView"_s, tr("Log entries of the revision"),
                       {tr("When"), tr("What"), tr("By"), tr("ms"), tr("Note")}))
    , m_lint(listOf(u"lintView"_s, tr("What lint says of the revision"),
                    {tr("Line"), tr("Rule"), tr("Why, and what to do")}))
{
    setObjectName(u"revisionDetailsTabs"_s);
    setAccessibleName(tr("The selected revision"));
    setDocumentMode(true);
    m_overview->setObjectName(u"overviewBrowser"_s);
    m_overview->setAccessibleName(tr("Overview of the revision"));
    m_overview->setFrameShape(QFrame::NoFrame);
    m_overview->setOpenLinks(false);
    m_up->setObjectName(u"upgradeSqlView"_s);
    m_up->setAccessibleName(tr("Upgrade SQL"));
    m_up->setFrameShape(QFrame::NoFrame);
    m_down->setObjectName(u"downgradeSqlView"_s);
    m_down->setAccessibleName(tr("Downgrade SQL"));
    m_down->setFrameShape(QFrame::NoFrame);
    addTab(m_overview, tr("Overview"));
    addTab(m_up, tr("Upgrade SQL"));
    addTab(m_down, tr("Downgrade SQL"));
    addTab(m_effects, tr("Creates Here"));
    addTab(m_history, tr("History"));
    m_lint->setItemsExpandable(false);
    m_lint->setIndentation(0);
    for (int column = 0; column < 2; ++column)
        m_lint->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    addTab(m_lint, tr("Lint"));
    clear();
}

void RevisionDetails::clear()
{
    showText({}, {tr("Select a revision to see what it does.")});
}

void RevisionDetails::showText(const QString& heading, const QStringList& paragraphs)
{
    QString html;
    if (!heading.isEmpty())
        html += u"<h3>"_s + heading.toHtmlEscaped() + u"</h3>"_s;
    for (const QString& paragraph : paragraphs)
        html += u"<p>"_s + paragraph.toHtmlEscaped() + u"</p>"_s;
    m_overview->setHtml(html);
    m_up->setSql({});
    m_down->setSql({});
    m_effects->clear();
    m_history->clear();
    showLint({});
    for (int tab = 1; tab < count(); ++tab)
        setTabEnabled(tab, false);
    setCurrentIndex(0);
}

void RevisionDetails::showRevision(const core::RevisionPtr& revision, const QString& stateText,
                                   const std::optional<core::DatabaseStatus>& status,
                                   const QList<LogEntry>& log, const core::UndoProof* proof)
{
    for (int tab = 1; tab < count(); ++tab)
        setTabEnabled(tab, true);
    m_overview->setHtml(overview(*revision, stateText, status, proof));
    m_up->setSql(revision->up.sql, revision->up.firstLine);
    m_down->setSql(revision->isReversible()
                       ? revision->down.sql
                       : u"-- "_s + tr("Irreversible: %1").arg(revision->irreversibleReason),
                   revision->down.firstLine);
    showEffects(*revision);
    showHistory(revision->id, log);
}

QString RevisionDetails::overview(const Revision& revision, const QString& stateText,
                                  const std::optional<core::DatabaseStatus>& status,
                                  const core::UndoProof* proof) const
{
    QStringList parents;
    for (const core::RevisionId& parent : revision.downRevisions)
        parents << parent.text();
    QStringList requirements;
    for (const Revision::Requirement& requirement : revision.requirements)
        requirements << tr("%1 at %2 or beyond")
                            .arg(requirement.database.text(), requirement.revision.text());
    QStringList references;
    for (const Revision::Reference& reference : revision.references)
        references << tr("%1.%2 names rows of %3.%4.%5 (no foreign key is possible)")
                          .arg(reference.table, reference.column, reference.database.text(),
                               reference.otherTable, reference.otherColumn);
    QString html = u"<h3>"_s + (revision.id.text() + u" · "_s + revision.title).toHtmlEscaped() +
                   u"</h3><table>"_s;
    html += tableRow(tr("State"), stateText);
    if (status) {
        const auto entry = status->appliedBy.constFind(revision.id);
        if (entry != status->appliedBy.constEnd()) {
            html += tableRow(tr("Applied"), longTimeText(entry->startedAt));
            html += tableRow(
                tr("By"),
                tr("%1 as %2, from %3").arg(entry->osUser, entry->databaseUser, entry->clientHost));
            if (entry->event == LogEntry::Event::Upgrade)
                html +=
                    tableRow(tr("Took"), tr("%1 ms").arg(QLocale().toString(entry->durationMs)));
        }
    }
    html += tableRow(tr("Stands on"),
                     parents.isEmpty() ? tr("nothing: it is a base") : parents.join(u", "_s));
    if (!revision.dependsOn.isEmpty())
        html += tableRow(tr("Depends on"), revision.dependsOn.join(u", "_s));
    if (!requirements.isEmpty())
        html += tableRow(tr("Requires"), core::clauses(requirements));
    if (!references.isEmpty())
        html += tableRow(tr("References"), core::clauses(references));
    if (!revision.createDate.isEmpty())
        html += tableRow(tr("Written"), revision.createDate);
    html +=
        tableRow(tr("Upgrade"),
                 counted(revision.up.statements.size(), tr("1 statement"), tr("%1 statements")) +
                     (revision.up.transactional ? tr(", in one transaction")
                                                : tr(", one at a time, outside a transaction")));
    html +=
        tableRow(tr("Downgrade"), revision.isReversible()
                                      ? counted(revision.down.statements.size(), tr("1 statement"),
                                                tr("%1 statements"))
                                      : tr("irreversible: %1").arg(revision.irreversibleReason));
    html += tableRow(tr("Undo"), core::clauses(undoExplanation(proof)));
    html += tableRow(tr("File"), QFileInfo(revision.filePath).fileName());
    return html + u"</table>"_s;
}

void RevisionDetails::showEffects(const Revision& revision)
{
    m_effects->clear();
    const QList<Effect> effects = effectsOf(revision.up);
    for (const Effect& effect : effects)
        new QTreeWidgetItem(m_effects, {effect.verb, effect.object, QString::number(effect.line)});
    for (int column = 0; column < 2; ++column)
        m_effects->resizeColumnToContents(column);
}

void RevisionDetails::showLint(const QList<core::LintFinding>& findings)
{
    m_lint->clear();
    for (const core::LintFinding& finding : findings) {
        auto* item = new QTreeWidgetItem(
            m_lint, {QString::number(finding.where.line), finding.rule, finding.why});
        item->setToolTip(2, finding.why);
        auto* cure = new QTreeWidgetItem(item, {{}, {}, finding.cure});
        cure->setIcon(2, icon(u"info"_s));
        cure->setToolTip(2, finding.cure);
    }
    if (!findings.isEmpty())
        m_lint->expandAll(); // which lays out even nothing
    else
        new QTreeWidgetItem(m_lint, {{}, {}, tr("Nothing found.")});
    const int tab = indexOf(m_lint);
    setTabText(tab, findings.isEmpty() ? tr("Lint") : tr("Lint (%1)").arg(findings.size()));
    setTabIcon(tab, findings.isEmpty() ? QIcon() : icon(u"warning"_s));
}

void RevisionDetails::showHistory(const core::RevisionId& revision, const QList<LogEntry>& log)
{
    m_history->clear();
    for (const LogEntry& entry : log) {
        if (entry.revision != revision)
            continue;
        auto* item = new QTreeWidgetItem(
            m_history, {timeText(entry.startedAt), eventLabel(entry),
                        entry.osUser.isEmpty() ? entry.databaseUser : entry.osUser,
                        QLocale().toString(entry.durationMs), entry.message});
        item->setToolTip(0, timeToolTip(entry.startedAt));
        item->setToolTip(4, entry.message);
    }
    if (m_history->topLevelItemCount() == 0)
        new QTreeWidgetItem(m_history, {tr("Nothing was logged for this revision.")});
    for (int column = 0; column < 4; ++column)
        m_history->resizeColumnToContents(column);
}

} // namespace socrates::ui
