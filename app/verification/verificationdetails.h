// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/verification.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QTextBrowser;

namespace socrates::ui {

/// The selected object of a verification: its two definitions as a small diff, the revision that
/// introduced it, and its table as psql's \d would show it.
class VerificationDetails final : public QWidget
{
    Q_OBJECT

public:
    /// Which revision made the selected object, and that in words; empty: not known.
    struct Origin
    {
        core::RevisionId revision;
        QString text;
    };

    explicit VerificationDetails(QWidget* parent = nullptr);

    void clear();
    /// `line` may be null: then only the table is described, when one is named. `origin`: where
    /// the object comes from, as far as that is known.
    void show(const core::DatabaseVerification& verification, const core::ComparisonLine* line,
              const QString& schema, const QString& table, const Origin& origin);

signals:
    void revisionLinkActivated(const core::DatabaseName& database,
                               const core::RevisionId& revision);

protected:
    void changeEvent(QEvent* event) override;

private:
    void findFix(const core::DatabaseVerification& verification, const core::ComparisonLine* line);
    QString differenceHtml(const core::ComparisonLine& line) const;
    void render();

    QTabWidget* m_tabs;
    QTextBrowser* m_difference;
    QPlainTextEdit* m_table;
    core::DatabaseName m_database;
    Origin m_origin;
    std::optional<core::ComparisonLine> m_line;
    QString m_fix;      ///< SQL that takes the difference away; never run by the program
    QString m_obstacle; ///< why there is none
    QPushButton* m_copyFix;
};

} // namespace socrates::ui
