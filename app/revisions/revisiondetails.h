// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/databasestatus.h"
#include "core/revisions/revisionlint.h"
#include "core/schema/undoproof.h"

#include <QTabWidget>

class QTextBrowser;
class QTreeWidget;

namespace socrates::ui {

class SqlView;

/// Everything about the selected revision, in tabs.
class RevisionDetails final : public QTabWidget
{
    Q_OBJECT
public:
    explicit RevisionDetails(QWidget* parent = nullptr);

    void clear();
    void showRevision(const core::RevisionPtr& revision, const QString& stateText,
                      const std::optional<core::DatabaseStatus>& status,
                      const QList<core::LogEntry>& log, const core::UndoProof* proof);
    /// What lint says of the revision that is shown.
    void showLint(const QList<core::LintFinding>& findings);
    /// For rows without a file: a heading and paragraphs, plain text.
    void showText(const QString& heading, const QStringList& paragraphs);

private:
    QString overview(const core::Revision& revision, const QString& stateText,
                     const std::optional<core::DatabaseStatus>& status,
                     const core::UndoProof* proof) const;
    void showEffects(const core::Revision& revision);
    void showHistory(const core::RevisionId& revision, const QList<core::LogEntry>& log);

    QTextBrowser* m_overview;
    SqlView* m_up;
    SqlView* m_down;
    QTreeWidget* m_effects;
    QTreeWidget* m_history;
    QTreeWidget* m_lint;
};

} // namespace socrates::ui
