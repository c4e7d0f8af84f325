// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/newrevision.h"
#include "core/postgres/localserver.h"

#include <QDialog>
#include <QThreadPool>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTimer;
class QTreeWidget;

namespace socrates::ui {

class InlineMessage;

/// Writes a revision: its SQL is linted while it is typed, rehearsed and proven to be undone before
/// the file is saved. Everything that blocks happens on a thread of its own.
class NewRevisionDialog final : public QDialog
{
    Q_OBJECT
public:
    struct Context
    {
        std::shared_ptr<const core::Project> project;
        QMap<core::DatabaseName, core::SessionPtr> sessions; ///< connected databases; may be empty
        std::shared_ptr<core::LocalServer> localServer;
        /// False where trying it out on the databases themselves is not wanted (locked production).
        bool rehearses = true;
        core::DatabaseName database; ///< chosen at first; may be empty
    };
    explicit NewRevisionDialog(Context context, QWidget* parent = nullptr);
    ~NewRevisionDialog() override;

    void done(int result) override;

signals:
    void saved(const QString& path, const socrates::core::DatabaseName& database,
               const socrates::core::RevisionId& revision);

private:
    enum class Source { Typed, Drift, Blank };
    /// What the job on the other thread comes to.
    struct Outcome
    {
        core::RevisionDraft draft;
        core::DraftReport report;
        std::optional<core::Error> error;
        bool isComplete = false; ///< all checks were asked for
    };

    QWidget* buildForm();
    QWidget* buildEditors();
    QWidget* buildButtons();
    Source source() const;
    core::Result<core::RevisionDraft> draft() const;
    void updateForm();
    void lookSoon();
    void look();
    void check();
    void start(bool isComplete);
    void showOutcome(const Outcome& outcome);
    void showChecks(const QList<core::DraftCheck>& checks);
    void save(const core::RevisionDraft& draft);
    void setBusy(bool busy);

    Context m_context;
    core::CancelToken m_token;
    int m_generation = 0; ///< raised with every change: older answers are dropped
    bool m_isBusy = false;
    std::optional<core::RevisionDraft> m_checked; ///< failed its checks, can be saved anyway
    QThreadPool m_pool;
    QTimer* m_timer;
    QComboBox* m_database;
    QLineEdit* m_title;
    QComboBox* m_source;
    QLabel* m_file;
    QPlainTextEdit* m_up;
    QPlainTextEdit* m_down;
    QTreeWidget* m_checks;
    InlineMessage* m_message;
    QPushButton* m_save;
    QPushButton* m_saveAnyway;
};

} // namespace socrates::ui
