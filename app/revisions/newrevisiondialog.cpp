// SPDX-License-Identifier: MIT
#include "app/revisions/newrevisiondialog.h"

#include "app/theme/icons.h"
#include "app/widgets/inlinemessage.h"
#include "app/widgets/onfinished.h"

#include <QComboBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QDir>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::DraftCheck;
using core::Result;
using core::RevisionDraft;

namespace {

constexpr int kTypingPauseMs = 400;

QPlainTextEdit* editor(const QString& name, const QString& accessibleName)
{
    auto* edit = new QPlainTextEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(accessibleName);
    edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    edit->setTabChangesFocus(true);
    return edit;
}

QIcon iconOf(DraftCheck::State state)
{
    switch (state) {
    case DraftCheck::State::Passed:
        return icon(u"ok"_s);
    case DraftCheck::State::Failed:
        return icon(u"warning"_s);
    case DraftCheck::State::NotDone:
        return icon(u"info"_s);
    }
    return {};
}

/// The SQL that the draft lacks, from the database. Runs on the session's thread.
Result<RevisionDraft> completed(RevisionDraft draft, bool isDrift, const core::Project& project,
                                const core::SessionPtr& session,
                                const core::ExpectedSchemaSource& source)
{
    if (!isDrift && !draft.down.trimmed().isEmpty())
        return draft;
    if (!session) {
        return core::fail(core::Error{
            .code = u"usage.connection"_s,
            .summary = NewRevisionDialog::tr("Its database is not connected."),
            .hint = NewRevisionDialog::tr("Connect it, or write both sections yourself.")});
    }
    return session
        ->submit([&](core::Connection& connection) -> Result<RevisionDraft> {
            if (isDrift) {
                const auto sql = core::sqlFromDrift(project, draft.database, source, connection);
                if (!sql)
                    return core::fail(sql.error());
                draft.up = sql->up;
                draft.down = sql->down;
                return draft;
            }
            const auto down = core::derivedDowngrade(project, draft, source, connection);
            if (!down)
                return core::fail(down.error());
            draft.down = *down;
            return draft;
        })
        .result();
}

} // namespace

NewRevisionDialog::NewRevisionDialog(Context context, QWidget* parent)
    : QDialog(parent)
    , m_context(std::move(context))
    , m_timer(new QTimer(this))
    , m_database(new QComboBox)
    , m_title(new QLineEdit)
    , m_source(new QComboBox)
    , m_file(new QLabel)
    , m_up(editor(u"newRevisionUpEdit"_s, tr("SQL of the upgrade")))
    , m_down(editor(u"newRevisionDownEdit"_s, tr("SQL of the downgrade")))
    , m_checks(new QTreeWidget)
    , m_message(new InlineMessage)
    , m_save(new QPushButton(tr("Check and Save")))
    , m_saveAnyway(new QPushButton(tr("Save Anyway")))
{
    setObjectName(u"newRevisionDialog"_s);
    setWindowTitle(tr("New Revision"));
    m_pool.setMaxThreadCount(1);
    m_timer->setSingleShot(true);
    m_timer->setInterval(kTypingPauseMs);
    connect(m_timer, &QTimer::timeout, this, &NewRevisionDialog::look);
    auto* column = new QVBoxLayout(this);
    column->addWidget(buildForm());
    column->addWidget(buildEditors(), 1);
    column->addWidget(m_message);
    column->addWidget(buildButtons());
    m_message->setClosable(false);
    resize(820, 600);
    updateForm();
    m_title->setFocus();
}

NewRevisionDialog::~NewRevisionDialog()
{
    m_token.cancel();
    m_pool.waitForDone();
}

QWidget* NewRevisionDialog::buildForm()
{
    auto* form = new QWidget;
    auto* layout = new QFormLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    m_database->setObjectName(u"newRevisionDatabaseBox"_s);
    for (const core::ProjectDatabase& database : m_context.project->databases())
        m_database->addItem(icon(u"database"_s), database.name.text());
    m_database->setCurrentText(m_context.database.text());
    m_title->setObjectName(u"newRevisionTitleEdit"_s);
    m_source->setObjectName(u"newRevisionSourceBox"_s);
    m_source->addItem(tr("What is typed below"), int(Source::Typed));
    m_source->addItem(tr("What the database has beyond its head"), int(Source::Drift));
    m_source->addItem(tr("Nothing yet"), int(Source::Blank));
    m_file->setObjectName(u"newRevisionFileLabel"_s);
    m_file->setTextFormat(Qt::PlainText);
    m_file->setWordWrap(true);
    layout->addRow(tr("&Database:"), m_database);
    layout->addRow(tr("&Title:"), m_title);
    layout->addRow(tr("&SQL:"), m_source);
    layout->addRow(tr("File:"), m_file);
    for (QComboBox* box : {m_database, m_source})
        connect(box, &QComboBox::currentIndexChanged, this, &NewRevisionDialog::updateForm);
    connect(m_title, &QLineEdit::textChanged, this, &NewRevisionDialog::updateForm);
    return form;
}

QWidget* NewRevisionDialog::buildEditors()
{
    auto* sections = new QSplitter(Qt::Horizontal);
    m_up->setPlaceholderText(tr("Upgrade: ALTER TABLE …"));
    m_down->setPlaceholderText(
        tr("Downgrade. Left empty, it is derived from the schemas before and after."));
    for (QPlainTextEdit* edit : {m_up, m_down}) {
        sections->addWidget(edit);
        connect(edit, &QPlainTextEdit::textChanged, this, &NewRevisionDialog::lookSoon);
    }
    m_checks->setObjectName(u"newRevisionChecksView"_s);
    m_checks->setAccessibleName(tr("What was checked"));
    m_checks->setHeaderLabels({tr("Check"), tr("Result")});
    m_checks->setIndentation(12);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(sections);
    splitter->addWidget(m_checks);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QWidget* NewRevisionDialog::buildButtons()
{
    auto* box = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save->setObjectName(u"newRevisionSaveButton"_s);
    m_saveAnyway->setObjectName(u"newRevisionSaveAnywayButton"_s);
    m_saveAnyway->setToolTip(tr("Writes the file although something was found"));
    box->addButton(m_save, QDialogButtonBox::ActionRole);
    box->addButton(m_saveAnyway, QDialogButtonBox::ActionRole);
    box->button(QDialogButtonBox::Cancel)->setObjectName(u"newRevisionCancelButton"_s);
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &NewRevisionDialog::check);
    connect(m_saveAnyway, &QPushButton::clicked, this, [this] {
        if (m_checked)
            save(*m_checked);
    });
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return box;
}

void NewRevisionDialog::done(int result)
{
    m_token.cancel();
    if (const auto session =
            m_context.sessions.value(core::DatabaseName(m_database->currentText()));
        session && m_isBusy)
        session->cancelStatement();
    ++m_generation;
    QDialog::done(result);
}

NewRevisionDialog::Source NewRevisionDialog::source() const
{
    return Source(m_source->currentData().toInt());
}

Result<RevisionDraft> NewRevisionDialog::draft() const
{
    auto draft = core::draftOn(*m_context.project, core::DatabaseName(m_database->currentText()));
    if (!draft)
        return draft;
    draft->title = m_title->text().simplified();
    draft->createDate = QDate::currentDate().toString(Qt::ISODate);
    if (source() == Source::Typed) {
        draft->up = m_up->toPlainText();
        draft->down = m_down->toPlainText();
    } else if (source() == Source::Blank) {
        draft->up = draft->down = core::blankSection();
    }
    return draft;
}

void NewRevisionDialog::updateForm()
{
    const Result<RevisionDraft> now = draft();
    const bool isTyped = source() == Source::Typed;
    for (QPlainTextEdit* edit : {m_up, m_down})
        edit->setEnabled(isTyped);
    if (!now) {
        m_file->setText(now.error().summary);
    } else {
        QStringList parents;
        for (const core::RevisionId& parent : now->downRevisions)
            parents << parent.text();
        m_file->setText(tr("%1, on %2")
                            .arg(QDir(m_context.project->folder())
                                     .relativeFilePath(core::draftPath(*m_context.project, *now)),
                                 parents.isEmpty() ? tr("base") : parents.join(u", "_s)));
    }
    lookSoon();
}

/// Whatever is known belongs to what was written before.
void NewRevisionDialog::lookSoon()
{
    ++m_generation;
    m_checked.reset();
    m_saveAnyway->setEnabled(false);
    m_message->hide();
    m_save->setEnabled(!m_isBusy && draft() && !m_title->text().trimmed().isEmpty() &&
                       (source() != Source::Typed || !m_up->toPlainText().trimmed().isEmpty()));
    m_timer->start();
}

void NewRevisionDialog::look()
{
    if (m_isBusy)
        return;
    if (source() == Source::Typed && !m_up->toPlainText().trimmed().isEmpty())
        start(false);
    else
        m_checks->clear();
}

void NewRevisionDialog::check()
{
    m_timer->stop();
    ++m_generation;
    m_message->hide();
    m_token = {};
    setBusy(true);
    start(true);
}

void NewRevisionDialog::start(bool isComplete)
{
    const Result<RevisionDraft> written = draft();
    if (!written)
        return;
    core::DraftOptions options;
    options.token = m_token;
    options.rehearses = m_context.rehearses && source() != Source::Drift;
    if (isComplete) {
        options.sessions = m_context.sessions;
        options.progress = [this, generation = m_generation](const DraftCheck& check) {
            // From the pool's thread; the pool ends before this dialog does.
            QMetaObject::invokeMethod(this, [this, generation, check] {
                if (generation == m_generation)
                    m_message->showMessage(InlineMessage::Kind::Information,
                                           core::checkText(check.kind) + u": "_s + check.text);
            });
        };
    }
    const bool isDrift = source() == Source::Drift;
    const auto future = runOn(
        m_pool,
        [options, isComplete, isDrift, draft = *written, context = m_context]() mutable -> Outcome {
            Outcome outcome{draft, {}, {}, isComplete};
            core::ExpectedSchemaSource::Options expected;
            if (isComplete && context.localServer &&
                context.localServer->state() == core::LocalServer::State::Running) {
                if (const auto admin = context.localServer->adminParameters())
                    expected.replayServer = *admin;
            }
            options.prover.replayServer = expected.replayServer;
            const core::ExpectedSchemaSource source(expected);
            options.rehearsal.expected = source;
            if (isComplete) {
                const auto whole = completed(draft, isDrift, *context.project,
                                             context.sessions.value(draft.database), source);
                if (!whole) {
                    outcome.error = whole.error();
                    return outcome;
                }
                outcome.draft = *whole;
            } else if (draft.down.trimmed().isEmpty()) {
                // Not to be called missing while it is still to be derived.
                draft.irreversibleReason = u"not written yet"_s;
            }
            outcome.report = isComplete ? core::checkDraft(*context.project, outcome.draft, options)
                                        : core::lookAtDraft(*context.project, draft);
            return outcome;
        });
    onFinished(future, this, [this, generation = m_generation](const Outcome& outcome) {
        if (outcome.isComplete)
            setBusy(false);
        if (generation == m_generation)
            showOutcome(outcome);
    });
}

void NewRevisionDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_save->setEnabled(!busy);
    m_save->setText(busy ? tr("Checking…") : tr("Check and Save"));
}

void NewRevisionDialog::showChecks(const QList<DraftCheck>& checks)
{
    m_checks->clear();
    for (const DraftCheck& check : checks) {
        auto* item = new QTreeWidgetItem(m_checks, {core::checkText(check.kind), check.text});
        item->setIcon(0, iconOf(check.state));
        item->setToolTip(1, check.text);
        for (const QString& detail : check.details) {
            auto* child = new QTreeWidgetItem(item, {detail});
            child->setToolTip(0, detail);
            child->setFirstColumnSpanned(true);
        }
    }
    m_checks->expandAll();
    m_checks->resizeColumnToContents(0);
}

void NewRevisionDialog::showOutcome(const Outcome& outcome)
{
    showChecks(outcome.report.checks);
    if (outcome.error) {
        m_message->showMessage(InlineMessage::Kind::Error, outcome.error->summary,
                               outcome.error->hint);
        return;
    }
    if (!outcome.isComplete)
        return;
    if (outcome.report.isGood()) {
        save(outcome.draft);
        return;
    }
    // What cannot be read would make the whole project unreadable.
    if (outcome.report.errors.isEmpty())
        m_checked = outcome.draft;
    m_saveAnyway->setEnabled(m_checked.has_value());
    m_message->showMessage(InlineMessage::Kind::Warning,
                           tr("Nothing was written: see what was found."));
}

void NewRevisionDialog::save(const RevisionDraft& draft)
{
    const Result<QString> path = core::saveDraft(*m_context.project, draft);
    if (!path) {
        m_message->showMessage(InlineMessage::Kind::Error, path.error().summary, path.error().hint);
        return;
    }
    accept();
    emit saved(*path, draft.database, draft.id);
}

} // namespace socrates::ui
