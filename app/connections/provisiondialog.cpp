// SPDX-License-Identifier: MIT
#include "app/connections/provisiondialog.h"

#include "app/connections/databasefields.h"
#include "app/theme/statusshape.h"
#include "app/widgets/inlinemessage.h"
#include "app/widgets/onfinished.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGridLayout>
#include <QGroupBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QLineEdit* createEdit(const QString& name, const QString& accessibleName)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(accessibleName);
    return edit;
}

} // namespace

ProvisionDialog::ProvisionDialog(const Project& project, QWidget* parent) : QDialog(parent)
{
    setObjectName(u"provisionDialog"_s);
    setWindowTitle(tr("Create Databases"));
    for (const DatabaseSlot& slot : slotsOf(project))
        m_rows.append({slot});

    auto* intro =
        new QLabel(tr("Creates what is missing on the server and leaves the rest as it is. "
                      "The administrator's password is used once and not kept."));
    intro->setWordWrap(true);
    m_admin = new DatabaseFields(tr("Administrator's login"));
    m_admin->setObjectName(u"adminGroupBox"_s);
    m_admin->setRoleVisible(false);
    m_message = new InlineMessage;
    m_progress = new QProgressBar;
    m_progress->setObjectName(u"provisionProgressBar"_s);
    m_progress->setAccessibleName(tr("Creating the databases"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_progress->hide();

    auto* columns = new QHBoxLayout;
    auto* right = new QVBoxLayout;
    m_targets = createTargets();
    right->addWidget(m_targets);
    m_result = createResult();
    right->addWidget(m_result, 1);
    right->addStretch(0);
    auto* left = new QVBoxLayout;
    left->addWidget(m_admin);
    left->addStretch(1);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(intro);
    layout->addLayout(columns, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_progress);
    auto* buttons = createButtons();
    layout->addWidget(buttons);
    orderTabs(*buttons);

    ConnectionParameters admin;
    admin.setValue(u"host"_s, u"localhost"_s);
    admin.setValue(u"port"_s, u"5432"_s);
    admin.setValue(u"user"_s, u"postgres"_s);
    setAdmin(admin);
    setDatabases({});
    connect(m_admin, &DatabaseFields::changed, this, &ProvisionDialog::edited);
    updateButtons();
    resize(1040, 560);
}

/// Left to itself the box hands the focus on to a button that is disabled until all is done, and
/// Tab gets no further; here the order is told instead.
void ProvisionDialog::orderTabs(QWidget& buttons)
{
    buttons.setFocusProxy(nullptr);
    QWidget* last = m_upgradesAfter;
    for (QWidget* next : std::initializer_list<QWidget*>{
             m_actions, m_env, m_withPasswords, m_copyButton, m_writeButton, m_createButton,
             m_useButton, buttons.findChild<QPushButton*>(u"closeButton"_s)}) {
        setTabOrder(last, next);
        last = next;
    }
}

QWidget* ProvisionDialog::createTargets()
{
    auto* box = new QGroupBox(tr("What shall exist"));
    auto* grid = new QGridLayout(box);
    grid->addWidget(new QLabel(tr("Database")), 0, 1);
    grid->addWidget(new QLabel(tr("Login user")), 0, 2);
    grid->addWidget(new QLabel(tr("Password")), 0, 3);
    int line = 0;
    for (Row& row : m_rows) {
        const QString name = row.slot.name.text();
        row.name = createEdit(name + u"NameEdit"_s, tr("Name of the database for %1").arg(name));
        row.user = createEdit(name + u"UserEdit"_s, tr("Login user of %1").arg(name));
        row.user->setPlaceholderText(tr("the administrator"));
        row.password =
            createEdit(name + u"PasswordEdit"_s, tr("Password of the login user of %1").arg(name));
        row.password->setEchoMode(QLineEdit::Password);
        ++line;
        grid->addWidget(new QLabel(name), line, 0);
        grid->addWidget(row.name, line, 1);
        grid->addWidget(row.user, line, 2);
        grid->addWidget(row.password, line, 3);
        for (QLineEdit* edit : {row.name, row.user, row.password})
            connect(edit, &QLineEdit::textChanged, this, &ProvisionDialog::edited);
    }
    m_owner = createEdit(u"ownerRoleEdit"_s, tr("Owner role"));
    m_owner->setPlaceholderText(tr("none – the login user owns everything"));
    m_owner->setToolTip(tr("Owns the databases and cannot sign in; created when it is missing."));
    m_application = createEdit(u"applicationRoleEdit"_s, tr("Application role"));
    m_application->setPlaceholderText(tr("none"));
    m_application->setToolTip(tr("May read and write the tables, but not change them."));
    for (QLineEdit* edit : {m_owner, m_application})
        connect(edit, &QLineEdit::textChanged, this, &ProvisionDialog::edited);
    auto* roles = new QFormLayout;
    roles->addRow(tr("&Owner role:"), m_owner);
    roles->addRow(tr("&Application role:"), m_application);
    grid->addLayout(roles, line + 1, 0, 1, 4);
    m_upgradesAfter = new QCheckBox(tr("&Upgrade and verify them afterwards"));
    m_upgradesAfter->setObjectName(u"upgradeAfterCheckBox"_s);
    m_upgradesAfter->setToolTip(tr("Every pending revision of the project is run, as Upgrade "
                                   "would; never in PRODUCTION without its plan."));
    m_upgradesAfter->setChecked(true);
    connect(m_upgradesAfter, &QCheckBox::toggled, this, &ProvisionDialog::updateButtons);
    m_keepsPasswords = new QCheckBox(tr("&Keep the login users' passwords in the keychain"));
    m_keepsPasswords->setObjectName(u"keepPasswordsCheckBox"_s);
    m_keepsPasswords->setChecked(true);
    grid->addWidget(m_keepsPasswords, line + 2, 0, 1, 4);
    grid->addWidget(m_upgradesAfter, line + 3, 0, 1, 4);
    return box;
}

QWidget* ProvisionDialog::createResult()
{
    auto* box = new QGroupBox(tr("Done"));
    m_actions = new QListWidget;
    m_actions->setObjectName(u"provisionActionsList"_s);
    m_actions->setIconSize(QSize(16, 16));
    m_actions->setWordWrap(true);
    m_actions->setAccessibleName(tr("What was done"));
    m_env = new QPlainTextEdit;
    m_env->setObjectName(u"envLinesEdit"_s);
    m_env->setAccessibleName(tr("Lines for a .env file"));
    m_env->setReadOnly(true);
    m_env->setTabChangesFocus(true);
    m_env->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_env->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_env->setMaximumHeight(m_env->fontMetrics().lineSpacing() * (int(m_rows.size()) + 2) + 12);
    m_withPasswords = new QCheckBox(tr("With the &passwords"));
    m_withPasswords->setObjectName(u"withPasswordsCheckBox"_s);
    m_copyButton = new QPushButton(tr("Copy"));
    m_copyButton->setObjectName(u"copyEnvButton"_s);
    m_writeButton = new QPushButton(tr("Write into .env…"));
    m_writeButton->setObjectName(u"writeEnvButton"_s);
    connect(m_withPasswords, &QCheckBox::toggled, this, &ProvisionDialog::showEnvLines);
    connect(m_copyButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_env->toPlainText()); });
    connect(m_writeButton, &QPushButton::clicked, this, &ProvisionDialog::askForEnvFile);
    auto* row = new QHBoxLayout;
    row->addWidget(m_withPasswords);
    row->addStretch(1);
    row->addWidget(m_copyButton);
    row->addWidget(m_writeButton);
    auto* layout = new QVBoxLayout(box);
    layout->addWidget(m_actions, 1);
    layout->addWidget(m_env);
    layout->addLayout(row);
    box->hide();
    return box;
}

QWidget* ProvisionDialog::createButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_createButton = buttons->addButton(tr("Create"), QDialogButtonBox::ActionRole);
    m_createButton->setObjectName(u"createButton"_s);
    m_useButton = buttons->addButton(tr("Connect and Upgrade"), QDialogButtonBox::AcceptRole);
    m_useButton->setObjectName(u"useConnectionsButton"_s);
    QPushButton* close = buttons->button(QDialogButtonBox::Close);
    close->setObjectName(u"closeButton"_s);
    connect(m_createButton, &QPushButton::clicked, this, &ProvisionDialog::run);
    connect(m_useButton, &QPushButton::clicked, this, [this] {
        accept();
        emit connectionsChosen({m_made.databases, m_made.ownerRole, m_upgradesAfter->isChecked(),
                                m_keepsPasswords->isEnabled() && m_keepsPasswords->isChecked()});
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void ProvisionDialog::setAdmin(const ConnectionParameters& admin)
{
    ConnectionParameters wanted = admin;
    if (wanted.databaseName().isEmpty())
        wanted.setValue(u"dbname"_s, u"postgres"_s);
    m_admin->setParameters(wanted);
}

void ProvisionDialog::setDatabases(const QMap<DatabaseName, ConnectionParameters>& databases)
{
    for (Row& row : m_rows) {
        const ConnectionParameters parameters = databases.value(row.slot.name);
        const QString name = parameters.databaseName();
        row.name->setText(name.isEmpty() ? row.slot.name.text() : name);
        row.user->setText(parameters.user());
        row.password->setText(parameters.password());
    }
}

void ProvisionDialog::setKeychainAvailable(bool available)
{
    m_hasKeychain = available;
    m_keepsPasswords->setToolTip(
        available ? QString()
                  : tr("No keychain is available; passwords are kept until the program closes."));
    updateButtons();
}

bool ProvisionDialog::Row::hasOwnUser(const QString& admin) const
{
    return !user->text().isEmpty() && user->text() != admin;
}

ProvisionRequest ProvisionDialog::request() const
{
    ProvisionRequest result;
    result.admin = m_admin->parameters();
    result.ownerRole = m_owner->text();
    result.applicationRole = m_application->text();
    for (const Row& row : m_rows) {
        ConnectionParameters parameters = result.admin;
        parameters.setValue(u"dbname"_s, row.name->text());
        if (row.hasOwnUser(result.admin.user())) {
            parameters.setValue(u"user"_s, row.user->text());
            parameters.setPassword(row.password->text());
        }
        result.databases.insert(row.slot.name, parameters);
        result.order.append(row.slot.name);
    }
    return result;
}

void ProvisionDialog::run()
{
    m_running = true;
    m_message->hide();
    m_progress->show();
    m_made = request();
    updateButtons();
    onFinished(runOn(jobThreads(), [request = m_made] { return provision(request); }), this,
               [this](const Result<QList<ProvisionAction>>& result) { showResult(result); });
}

/// What was made is no longer what the fields say, so nothing goes on with it.
void ProvisionDialog::edited()
{
    m_done = false;
    updateButtons();
}

void ProvisionDialog::showResult(const Result<QList<ProvisionAction>>& result)
{
    m_running = false;
    m_progress->hide();
    m_done = result.has_value();
    m_result->setVisible(m_done);
    m_actions->clear();
    if (!m_done) {
        m_message->showMessage(
            InlineMessage::Kind::Error, result.error().summary,
            QStringList{result.error().detail, result.error().hint}.join(u'\n').trimmed());
        updateButtons();
        emit finishedRun(false);
        return;
    }
    for (const ProvisionAction& action : *result) {
        const bool created = action.state == ProvisionAction::State::Created;
        auto* item = new QListWidgetItem(
            statusIcon(created ? StatusShape::Plus : StatusShape::Check, StatusRole::Applied),
            (created ? tr("Created: %1") : tr("Already there: %1")).arg(action.text), m_actions);
        item->setToolTip(action.sql);
    }
    showEnvLines();
    updateButtons();
    m_useButton->setFocus();
    emit provisioned(m_made.databases, m_made.ownerRole);
    emit finishedRun(true);
}

EnvVariables ProvisionDialog::variables() const
{
    EnvVariables result;
    for (const Row& row : m_rows) {
        const QString variable = row.slot.urlVariable.isEmpty()
                                     ? u"DATABASE_URL_"_s + row.slot.name.text().toUpper()
                                     : row.slot.urlVariable;
        result.append(
            {variable, m_made.databases.value(row.slot.name).toUri(m_withPasswords->isChecked())});
    }
    return result;
}

void ProvisionDialog::showEnvLines()
{
    m_env->setPlainText(envLines(variables()));
}

void ProvisionDialog::askForEnvFile()
{
    auto* dialog = new QFileDialog(this, tr("Write the Lines into a .env File"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Other lines of the file are kept, so nothing is overwritten.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setFilter(QDir::AllDirs | QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    dialog->selectFile(u".env"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& filePath) {
        const Result<void> written = writeEnvFile(filePath, variables());
        if (written)
            m_message->showMessage(InlineMessage::Kind::Success,
                                   tr("Written to %1.").arg(filePath));
        else
            m_message->showMessage(InlineMessage::Kind::Error, written.error().summary,
                                   written.error().detail);
    });
    dialog->open();
}

/// Whether nobody signs in as the administrator afterwards.
bool ProvisionDialog::hasOwnUsers() const
{
    const QString admin = m_admin->parameters().user();
    return std::all_of(m_rows.begin(), m_rows.end(),
                       [&](const Row& row) { return row.hasOwnUser(admin); });
}

void ProvisionDialog::updateButtons()
{
    const bool named = std::all_of(m_rows.begin(), m_rows.end(),
                                   [](const Row& row) { return !row.name->text().isEmpty(); });
    m_createButton->setEnabled(named && !m_running && m_admin->problem().isEmpty());
    m_createButton->setText(m_running ? tr("Creating…")
                            : m_done  ? tr("Create Again")
                                      : tr("Create"));
    // Disabled rather than hidden: the box shows all its buttons again whenever it lays them out.
    m_useButton->setEnabled(m_done && !m_running);
    m_useButton->setText(m_upgradesAfter->isChecked() ? tr("Connect and Upgrade") : tr("Connect"));
    (m_done ? m_useButton : m_createButton)->setDefault(true);
    m_admin->setEnabled(!m_running);
    m_targets->setEnabled(!m_running);
    m_keepsPasswords->setEnabled(m_hasKeychain && hasOwnUsers());
    for (const Row& row : m_rows)
        row.password->setEnabled(!row.user->text().isEmpty());
}

} // namespace socrates::ui
