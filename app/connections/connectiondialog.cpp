// SPDX-License-Identifier: MIT
#include "app/connections/connectiondialog.h"

#include "app/connections/databasefields.h"
#include "app/connections/doctorrun.h"
#include "app/connections/doctorview.h"
#include "app/theme/icons.h"
#include "app/widgets/inlinemessage.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

ConnectionDialog::ConnectionDialog(const Project& project, QWidget* parent) : QDialog(parent)
{
    setObjectName(u"connectionDialog"_s);
    setWindowTitle(tr("Connect Databases"));
    setAcceptDrops(true);
    for (const DatabaseSlot& slot : slotsOf(project))
        m_columns.append({slot});
    m_original.projectFolder = project.folder();

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(createImportRow());
    m_message = new InlineMessage;
    layout->addWidget(m_message);
    layout->addWidget(createNameRow());
    layout->addWidget(createColumns(), 1);
    layout->addWidget(createBottom());
    m_connectButton->setDefault(true); // once it is in the dialog, which would choose another
    setProfile(m_original, {});
    resize(qMin(1240, 120 + 430 * int(m_columns.size())), 640);
}

ConnectionDialog::~ConnectionDialog() = default;

QWidget* ConnectionDialog::createImportRow()
{
    auto* row = new QWidget;
    m_pasteEdit = new QLineEdit;
    m_pasteEdit->setObjectName(u"pasteConnectionEdit"_s);
    m_pasteEdit->setAccessibleName(tr("Connection URI"));
    m_pasteEdit->setPlaceholderText(tr("Paste a connection URI or drop a .env file"));
    m_pasteEdit->setToolTip(
        tr("postgresql://user@host:5432/database, a .env file or an alembic.ini"));
    m_pasteEdit->setAcceptDrops(false); // the dialog takes what is dropped
    m_pasteEdit->installEventFilter(this);
    auto* fill = new QPushButton(tr("Fill In"));
    fill->setObjectName(u"fillInButton"_s);
    connect(fill, &QPushButton::clicked, this, [this] { importText(m_pasteEdit->text()); });
    connect(m_pasteEdit, &QLineEdit::textChanged, fill,
            [fill](const QString& text) { fill->setEnabled(!text.trimmed().isEmpty()); });
    fill->setEnabled(false);
    auto* file = new QPushButton(tr("From File…"));
    file->setObjectName(u"fromFileButton"_s);
    connect(file, &QPushButton::clicked, this, &ConnectionDialog::askForFile);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_pasteEdit, 1);
    layout->addWidget(fill);
    layout->addWidget(file);
    return row;
}

QWidget* ConnectionDialog::createNameRow()
{
    auto* row = new QWidget;
    m_nameEdit = new QLineEdit;
    m_nameEdit->setObjectName(u"profileNameEdit"_s);
    m_environment = new QComboBox;
    m_environment->setObjectName(u"environmentComboBox"_s);
    m_environment->setAccessibleName(tr("Environment"));
    for (const auto& [environment, iconName] :
         std::initializer_list<std::pair<Environment, QString>>{
             {Environment::Local, u"local"_s},
             {Environment::Staging, u"staging"_s},
             {Environment::Production, u"production"_s}})
        m_environment->addItem(icon(iconName), environmentText(environment), int(environment));
    connect(m_environment, &QComboBox::currentIndexChanged, this, &ConnectionDialog::updateButtons);
    m_environment->setToolTip(
        tr("PRODUCTION starts read-only and asks before anything dangerous."));
    m_sameServer = new QCheckBox(tr("&Same server for all"));
    m_sameServer->setObjectName(u"sameServerCheckBox"_s);
    m_sameServer->setToolTip(tr("Host, port, user, password and TLS are entered once."));
    m_sameServer->setChecked(true);
    m_sameServer->setVisible(m_columns.size() > 1);
    connect(m_sameServer, &QCheckBox::toggled, this, &ConnectionDialog::setSameServer);
    auto* nameLabel = new QLabel(tr("&Name:"));
    nameLabel->setBuddy(m_nameEdit);
    auto* environmentLabel = new QLabel(tr("&Environment:"));
    environmentLabel->setBuddy(m_environment);
    m_nameEdit->setAccessibleName(tr("Name of this connection"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(nameLabel);
    layout->addWidget(m_nameEdit, 1);
    layout->addWidget(environmentLabel);
    layout->addWidget(m_environment);
    layout->addSpacing(12);
    layout->addWidget(m_sameServer);
    return row;
}

QWidget* ConnectionDialog::createColumns()
{
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(u"columnsScrollArea"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    auto* layout = new QHBoxLayout(content);
    layout->setContentsMargins({});
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        Column& column = m_columns[i];
        column.fields = new DatabaseFields(column.slot.name.text());
        column.fields->setObjectName(column.slot.name.text() + u"GroupBox"_s);
        column.fields->setCheckable(m_columns.size() > 1);
        column.fields->setToolTip(column.slot.purpose);
        column.doctor = new DoctorView;
        column.doctor->setObjectName(column.slot.name.text() + u"DoctorView"_s);
        auto* side = new QVBoxLayout;
        side->addWidget(column.fields);
        side->addWidget(column.doctor);
        side->addStretch(1);
        layout->addLayout(side, 1);
        connect(column.fields, &DatabaseFields::changed, this, [this] {
            shareServer();
            updateButtons();
        });
        connect(column.doctor, &DoctorView::fixRequested, this,
                [this, i](DoctorStage::Fix wanted) { fix(i, wanted); });
    }
    m_scroll->setWidget(content);
    return m_scroll;
}

QWidget* ConnectionDialog::createBottom()
{
    auto* bottom = new QWidget;
    m_savePasswords = new QCheckBox(tr("Keep the &passwords in the keychain"));
    m_savePasswords->setObjectName(u"savePasswordsCheckBox"_s);
    m_savePasswords->setChecked(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_connectButton = buttons->addButton(tr("Connect"), QDialogButtonBox::AcceptRole);
    m_connectButton->setObjectName(u"connectButton"_s);
    m_testButton = buttons->addButton(tr("&Test All"), QDialogButtonBox::ActionRole);
    m_testButton->setObjectName(u"testAllButton"_s);
    auto* create = buttons->addButton(tr("Create &Databases…"), QDialogButtonBox::ActionRole);
    create->setObjectName(u"createDatabasesButton"_s);
    create->setToolTip(
        tr("From an empty server and an administrator's login to databases that exist."));
    QPushButton* cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancelButton"_s);
    connect(m_testButton, &QPushButton::clicked, this, &ConnectionDialog::testAll);
    connect(create, &QPushButton::clicked, this, [this] {
        if (mayTakeName())
            emit createDatabaseRequested({});
    });
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (mayTakeName())
            accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(bottom);
    layout->setContentsMargins({});
    layout->addWidget(m_savePasswords);
    layout->addWidget(buttons);
    // The box hands the focus on to one of its buttons, which shuts Tab in between that one and
    // the box; here the order is told instead.
    buttons->setFocusProxy(nullptr);
    setTabOrder(m_savePasswords, m_connectButton);
    setTabOrder(m_connectButton, m_testButton);
    setTabOrder(m_testButton, create);
    setTabOrder(create, cancel);
    return bottom;
}

void ConnectionDialog::setProfile(const ConnectionProfile& profile,
                                  const QMap<DatabaseName, QString>& passwords)
{
    m_original = profile;
    m_nameEdit->setText(profile.name);
    m_environment->setCurrentIndex(m_environment->findData(int(profile.environment)));
    const QScopedValueRollback sharing(m_sharing, true);
    for (Column& column : m_columns) {
        const DatabaseName& name = column.slot.name;
        ConnectionProfile::Entry entry = profile.databases.value(name);
        const bool isKnown = profile.databases.contains(name);
        if (!isKnown) {
            entry.parameters.setValue(u"host"_s, u"localhost"_s);
            entry.parameters.setValue(u"port"_s, u"5432"_s);
            entry.parameters.setValue(u"user"_s, u"postgres"_s);
            entry.parameters.setValue(u"dbname"_s, name.text());
        }
        entry.parameters.setPassword(passwords.value(name));
        column.fields->setParameters(entry.parameters);
        column.fields->setRole(entry.role);
        column.fields->setChecked(isKnown || profile.databases.isEmpty());
        column.fields->setPasswordPlaceholder(entry.hasStoredPassword ? tr("kept in the keychain")
                                                                      : tr("none"));
        column.doctor->clear();
    }
    m_sameServer->setChecked(m_columns.size() > 1 && serversAreEqual());
    setSameServer(m_sameServer->isChecked());
    updateButtons();
}

QString ConnectionDialog::defaultName(const ConnectionParameters& server)
{
    return server.isLocal() ? tr("Local") : server.host();
}

void ConnectionDialog::setKept(const QList<ConnectionProfile>& kept)
{
    m_kept = kept;
    updateButtons();
}

bool ConnectionDialog::mayTakeName()
{
    const ConnectionProfile wanted = profile();
    if (wanted.name == m_original.name ||
        freeProfileName(wanted.name, wanted, m_kept) == wanted.name)
        return true;
    m_message->showMessage(
        InlineMessage::Kind::Error,
        tr("\"%1\" is the name of another saved connection.").arg(wanted.name),
        tr("Give this one another name, or remove the other from the list on Home."));
    m_nameEdit->setFocus();
    m_nameEdit->selectAll();
    return false;
}

ConnectionProfile ConnectionDialog::profile() const
{
    ConnectionProfile result = m_original;
    result.name = m_nameEdit->text().trimmed().isEmpty() ? m_nameEdit->placeholderText()
                                                         : m_nameEdit->text().trimmed();
    result.environment = Environment(m_environment->currentData().toInt());
    result.databases.clear();
    for (const Column& column : m_columns) {
        if (column.fields->isCheckable() && !column.fields->isChecked())
            continue;
        ConnectionProfile::Entry entry;
        entry.parameters = column.fields->parameters();
        const bool typed = entry.parameters.hasPassword();
        entry.parameters.setPassword({});
        entry.role = column.fields->role();
        // A password that could not be read from a locked keychain is still kept there.
        entry.hasStoredPassword =
            typed ? savePasswords()
                  : m_original.databases.value(column.slot.name).hasStoredPassword;
        result.databases.insert(column.slot.name, entry);
    }
    return result;
}

QMap<DatabaseName, QString> ConnectionDialog::passwords() const
{
    QMap<DatabaseName, QString> result;
    for (const Column& column : m_columns) {
        const ConnectionParameters parameters = column.fields->parameters();
        const bool isUsed = !column.fields->isCheckable() || column.fields->isChecked();
        if (isUsed && parameters.hasPassword())
            result.insert(column.slot.name, parameters.password());
    }
    return result;
}

bool ConnectionDialog::savePasswords() const
{
    return m_savePasswords->isChecked();
}

void ConnectionDialog::setKeychainAvailable(bool available)
{
    m_savePasswords->setEnabled(available);
    m_savePasswords->setChecked(available);
    if (!available)
        m_message->showMessage(
            InlineMessage::Kind::Information,
            tr("No keychain is available; passwords are kept until the program closes."));
}

void ConnectionDialog::showKeyringLocked()
{
    m_message->showMessage(InlineMessage::Kind::Warning,
                           tr("The keyring is locked; the passwords kept in it were not read."),
                           tr("Unlock it, or type the passwords for this time."));
    QAction* unlock = m_message->addButton(tr("Unlock the Keyring"));
    unlock->setObjectName(u"unlockKeyringAction"_s);
    connect(unlock, &QAction::triggered, this, &ConnectionDialog::unlockKeyringRequested);
}

void ConnectionDialog::addPasswords(const QMap<DatabaseName, QString>& passwords)
{
    m_message->hide();
    {
        const QScopedValueRollback sharing(m_sharing, true);
        for (Column& column : m_columns) {
            ConnectionParameters parameters = column.fields->parameters();
            if (parameters.hasPassword() || !passwords.contains(column.slot.name))
                continue;
            parameters.setPassword(passwords.value(column.slot.name));
            column.fields->setParameters(parameters);
        }
        m_sameServer->setChecked(m_columns.size() > 1 && serversAreEqual());
    }
    updateButtons();
}

void ConnectionDialog::importText(const QString& text)
{
    if (text.trimmed().isEmpty())
        return;
    const Result<FoundConnections> found = readConnectionText(text, slotsOfColumns());
    apply(found, tr("the pasted text"));
    if (found)
        m_pasteEdit->clear();
}

void ConnectionDialog::importFile(const QString& filePath)
{
    apply(readConnectionFile(filePath, slotsOfColumns()), QFileInfo(filePath).fileName());
}

QList<DatabaseSlot> ConnectionDialog::slotsOfColumns() const
{
    QList<DatabaseSlot> result;
    for (const Column& column : m_columns)
        result.append(column.slot);
    return result;
}

void ConnectionDialog::askForFile()
{
    auto* dialog = new QFileDialog(this, tr("Fill In From a File"), QString(),
                                   tr("Connections (.env *.env *.ini);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::AllDirs | QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    connect(dialog, &QFileDialog::fileSelected, this, &ConnectionDialog::importFile);
    dialog->open();
}

QStringList ConnectionDialog::fillServer(const ConnectionParameters& server,
                                         const DatabaseName& except)
{
    QStringList labels;
    for (Column& column : m_columns) {
        if (except == column.slot.name)
            continue;
        ConnectionParameters wanted = server;
        wanted.setValue(u"dbname"_s, column.fields->parameters().databaseName());
        labels += column.fields->fill(wanted);
    }
    return labels;
}

void ConnectionDialog::apply(const Result<FoundConnections>& found, const QString& source)
{
    if (!found) {
        const Error& error = found.error();
        m_message->showMessage(InlineMessage::Kind::Error, error.summary, error.hint);
        return;
    }
    QStringList labels;
    {
        const QScopedValueRollback sharing(m_sharing, true);
        if (found->server && found->databases.isEmpty())
            labels = fillServer(*found->server, {});
        // One database's URL while all share a server: the others take its server.
        else if (found->databases.size() == 1 && m_sameServer->isChecked())
            labels = fillServer(found->databases.first(), found->databases.firstKey());
        for (Column& column : m_columns) {
            if (found->databases.contains(column.slot.name)) {
                column.fields->setChecked(true);
                labels += column.fields->fill(found->databases.value(column.slot.name));
            }
        }
        m_sameServer->setChecked(m_columns.size() > 1 && serversAreEqual());
    }
    labels.removeDuplicates();
    m_message->showMessage(
        InlineMessage::Kind::Success,
        labels.isEmpty() ? tr("Nothing changed: the fields already say what %1 says.").arg(source)
                         : tr("Filled in from %1: %2.").arg(source, labels.join(u", "_s)),
        found->server && found->databases.isEmpty() && m_columns.size() > 1
            ? tr("The URI names no database of this project, so only its server was taken.")
            : QString());
    updateButtons();
}

bool ConnectionDialog::serversAreEqual() const
{
    return std::all_of(m_columns.begin(), m_columns.end(), [this](const Column& column) {
        return column.fields->serverPart() == m_columns.constFirst().fields->serverPart();
    });
}

void ConnectionDialog::setSameServer(bool same)
{
    for (qsizetype i = 1; i < m_columns.size(); ++i)
        m_columns.at(i).fields->setServerLocked(same);
    shareServer();
}

void ConnectionDialog::shareServer()
{
    if (m_sharing || m_columns.size() < 2 || !m_sameServer->isChecked())
        return;
    const QScopedValueRollback sharing(m_sharing, true);
    const ConnectionParameters server = m_columns.constFirst().fields->serverPart();
    for (qsizetype i = 1; i < m_columns.size(); ++i)
        m_columns.at(i).fields->setServerPart(server);
}

void ConnectionDialog::testAll()
{
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        m_columns.at(i).doctor->clear();
        if (!m_columns.at(i).fields->isCheckable() || m_columns.at(i).fields->isChecked())
            test(i);
    }
    updateButtons();
}

void ConnectionDialog::test(qsizetype index)
{
    Column& column = m_columns[index];
    delete column.run;
    column.run = new DoctorRun(this);
    column.doctor->setBusy(true);
    connect(column.run, &DoctorRun::stageDecided, column.doctor, &DoctorView::addStage);
    connect(column.run, &DoctorRun::finished, this, [this, index] {
        m_columns[index].doctor->setBusy(false);
        m_columns[index].run->deleteLater();
        m_columns[index].run = nullptr;
        testEnded();
    });
    column.run->start(column.fields->parameters(), column.fields->role());
}

void ConnectionDialog::testEnded()
{
    updateButtons();
    const bool all = std::none_of(m_columns.begin(), m_columns.end(),
                                  [](const Column& column) { return column.run != nullptr; });
    if (!all)
        return;
    makeRoom();
    emit testFinished();
}

/// What a test found stands under the fields: the dialog grows to it as far as the screen allows.
void ConnectionDialog::makeRoom()
{
    QLayout* content = m_scroll->widget()->layout();
    content->activate();
    const int missing = content->totalHeightForWidth(m_scroll->viewport()->width()) -
                        m_scroll->viewport()->height();
    if (missing <= 0)
        return;
    const QRect room = screen()->availableGeometry();
    const int frame = frameGeometry().height() - height();
    resize(width(), qMin(height() + missing, room.height() - frame));
    if (frameGeometry().bottom() > room.bottom())
        move(x(), qMax(room.top(), room.bottom() + 1 - frameGeometry().height()));
}

void ConnectionDialog::fix(qsizetype index, DoctorStage::Fix wanted)
{
    switch (wanted) {
    case DoctorStage::Fix::None:
        break;
    case DoctorStage::Fix::CreateDatabase:
        emit createDatabaseRequested(m_columns.at(index).slot.name);
        break;
    case DoctorStage::Fix::EditUser:
        m_columns.at(m_sameServer->isChecked() ? 0 : index).fields->focusUser();
        break;
    case DoctorStage::Fix::UnlockKeyring:
        emit unlockKeyringRequested();
        break;
    case DoctorStage::Fix::StartPrivateServer:
        emit privateServerRequested();
        break;
    }
}

void ConnectionDialog::updateButtons()
{
    bool any = false;
    bool problem = false;
    bool running = false;
    for (const Column& column : m_columns) {
        const bool isUsed = !column.fields->isCheckable() || column.fields->isChecked();
        any = any || isUsed;
        problem = problem || (isUsed && !column.fields->problem().isEmpty());
        running = running || column.run != nullptr;
    }
    m_connectButton->setEnabled(any && !problem);
    m_testButton->setEnabled(any && !problem && !running);
    m_testButton->setText(running ? tr("Testing…") : tr("&Test All"));
    if (!m_columns.isEmpty()) {
        const ConnectionParameters first = m_columns.constFirst().fields->parameters();
        m_nameEdit->setPlaceholderText(freeProfileName(defaultName(first), profile(), m_kept));
    }
}

/// What is pasted into the URI's field is taken at once: whole, where a line edit would join the
/// lines of a .env file, and without leaving a password on the screen. Enter there fills the
/// fields in and does not connect: what was read is looked at first. Once more connects.
bool ConnectionDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_pasteEdit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_pasteEdit->text().isEmpty()) {
            importText(m_pasteEdit->text());
            return true;
        }
    }
    if (watched == m_pasteEdit && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste)) {
        const QString text = QGuiApplication::clipboard()->text();
        if (m_pasteEdit->text().isEmpty() && readConnectionText(text, slotsOfColumns())) {
            importText(text);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ConnectionDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void ConnectionDialog::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.constFirst().isLocalFile())
        importFile(urls.constFirst().toLocalFile());
    else
        importText(event->mimeData()->text());
    event->acceptProposedAction();
}

} // namespace socrates::ui
