// SPDX-License-Identifier: MIT
#include "app/connections/databasefields.h"

#include "app/theme/statuscolors.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QToolButton>

#include <utility>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// Key words with a field of their own; all others stand in the advanced line.
const QStringList& fieldKeywords()
{
    static const QStringList keywords{u"host"_s,    u"port"_s,        u"dbname"_s,
                                      u"user"_s,    u"password"_s,    u"sslmode"_s,
                                      u"sslcert"_s, u"sslrootcert"_s, u"sslkey"_s};
    return keywords;
}

/// libpq's "key=value" string of what has no field.
QString advancedText(const ConnectionParameters& parameters)
{
    QStringList parts;
    for (auto it = parameters.values().cbegin(); it != parameters.values().cend(); ++it) {
        if (fieldKeywords().contains(it.key()))
            continue;
        QString value = it.value();
        value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
        const bool plain = !value.contains(u' ') && value == it.value() && !value.isEmpty();
        parts << it.key() + u'=' + (plain ? value : u'\'' + value + u'\'');
    }
    return parts.join(u' ');
}

/// Where libpq looks for a certificate or a key that is not named.
QString usualFile(const QString& name)
{
#ifdef Q_OS_WIN
    return u"%APPDATA%\\postgresql\\"_s + name;
#else
    return u"~/.postgresql/"_s + name;
#endif
}

} // namespace

DatabaseFields::DatabaseFields(const QString& title, QWidget* parent) : QGroupBox(title, parent)
{
    setObjectName(u"databaseFieldsGroupBox"_s);
    auto* form = new QFormLayout(this);
    m_form = form;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setVerticalSpacing(4);
    m_host = addEdit(form, u"hostEdit"_s, tr("&Host:"));
    m_host->setPlaceholderText(tr("local socket"));
    m_host->setToolTip(
        tr("A name or an address; several, separated by commas, are tried in turn."));
    m_port = addEdit(form, u"portEdit"_s, tr("&Port:"));
    m_port->setPlaceholderText(u"5432"_s);
    m_port->setValidator(
        new QRegularExpressionValidator(QRegularExpression(u"[0-9]{0,5}(,[0-9]{0,5})*"_s), m_port));
    m_database = addEdit(form, u"databaseEdit"_s, tr("&Database:"));
    m_user = addEdit(form, u"userEdit"_s, tr("&User:"));

    m_password = new QLineEdit;
    m_password->setObjectName(u"passwordEdit"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_showPassword = new QToolButton;
    m_showPassword->setObjectName(u"showPasswordButton"_s);
    m_showPassword->setText(tr("Show"));
    m_showPassword->setAccessibleName(tr("Show the password"));
    m_showPassword->setCheckable(true);
    connect(m_showPassword, &QToolButton::toggled, m_password, [this](bool shown) {
        m_password->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
    auto* passwordRow = new QHBoxLayout;
    passwordRow->addWidget(m_password, 1);
    passwordRow->addWidget(m_showPassword);
    auto* passwordLabel = new QLabel(tr("Pass&word:"));
    passwordLabel->setBuddy(m_password);
    m_password->setAccessibleName(tr("Password"));
    form->addRow(passwordLabel, passwordRow);
    createTls(form);
    m_role = addEdit(form, u"roleEdit"_s, tr("&Role:"));
    m_role->setPlaceholderText(tr("none – the user itself"));
    m_role->setToolTip(
        tr("Everything runs as this role (SET ROLE), so that objects belong to it."));
    m_advanced = addEdit(form, u"advancedEdit"_s, tr("Ad&vanced:"));
    m_advanced->setPlaceholderText(u"target_session_attrs=read-write"_s);
    m_advanced->setToolTip(
        tr("Other key words of libpq as key=value, such as service or options."));
    m_advancedProblem = new QLabel;
    m_advancedProblem->setObjectName(u"advancedProblemLabel"_s);
    m_advancedProblem->setWordWrap(true);
    m_advancedProblem->hide();
    form->addRow(m_advancedProblem);

    for (QLineEdit* edit : findChildren<QLineEdit*>()) {
        connect(edit, &QLineEdit::textEdited, this, [this, edit] { mark(edit, false); });
        connect(edit, &QLineEdit::textChanged, this, &DatabaseFields::changed);
    }
    connect(m_host, &QLineEdit::textChanged, this, &DatabaseFields::hostEdited);
    connect(m_advanced, &QLineEdit::textChanged, this, [this] {
        hostEdited(); // a service may come or go
        const QString text = problem();
        m_advancedProblem->setText(text);
        m_advancedProblem->setVisible(!text.isEmpty());
    });
    connect(this, &QGroupBox::toggled, this, &DatabaseFields::changed);
    showTlsState();
}

QLineEdit* DatabaseFields::addEdit(QFormLayout* form, const QString& name, const QString& label)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    form->addRow(label, edit);
    return edit;
}

void DatabaseFields::createTls(QFormLayout* form)
{
    m_tls = new QComboBox;
    m_tls->setObjectName(u"tlsModeComboBox"_s);
    m_tls->setAccessibleName(tr("TLS mode"));
    m_tls->addItem(tr("verify-full – encrypted, name checked"), u"verify-full"_s);
    m_tls->addItem(tr("verify-ca – encrypted, issuer checked"), u"verify-ca"_s);
    m_tls->addItem(tr("require – encrypted, not checked"), u"require"_s);
    m_tls->addItem(tr("prefer – encrypted when offered"), u"prefer"_s);
    m_tls->addItem(tr("allow – encrypted when demanded"), u"allow"_s);
    m_tls->addItem(tr("disable – never encrypted"), u"disable"_s);
    m_tls->addItem(tr("as the service file says"), QString());
    m_tls->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_tls->setMinimumContentsLength(18);
    m_tls->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* label = new QLabel(tr("&TLS:"));
    label->setBuddy(m_tls);
    form->addRow(label, m_tls);
    m_tlsWarning = new QLabel;
    m_tlsWarning->setObjectName(u"tlsWarningLabel"_s);
    m_tlsWarning->setWordWrap(true);
    form->addRow(QString(), m_tlsWarning);

    m_rootCertificate = addFile(form, u"rootCertificate"_s, tr("Root &certificate:"),
                                tr("Choose the Root Certificate"));
    m_rootCertificate.edit->setPlaceholderText(usualFile(u"root.crt"_s));
    m_clientCertificate = addFile(form, u"clientCertificate"_s, tr("C&lient certificate:"),
                                  tr("Choose the Client Certificate"));
    m_clientCertificate.edit->setPlaceholderText(usualFile(u"postgresql.crt"_s));
    m_clientKey = addFile(form, u"clientKey"_s, tr("Client &key:"), tr("Choose the Client Key"));
    m_clientKey.edit->setPlaceholderText(usualFile(u"postgresql.key"_s));

    connect(m_tls, &QComboBox::currentIndexChanged, this, [this] {
        showTlsState();
        emit changed();
    });
    connect(m_tls, &QComboBox::activated, this, [this] {
        m_tlsChosen = true;
        mark(m_tls, false);
    });
}

DatabaseFields::FileField DatabaseFields::addFile(QFormLayout* form, const QString& name,
                                                  const QString& label, const QString& title)
{
    FileField field;
    field.edit = new QLineEdit;
    field.edit->setObjectName(name + u"Edit"_s);
    field.edit->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    field.browse = new QPushButton(tr("Browse…"));
    field.browse->setObjectName(name + u"Button"_s);
    field.browse->setAccessibleName(title);
    auto* row = new QHBoxLayout;
    row->addWidget(field.edit, 1);
    row->addWidget(field.browse);
    auto* text = new QLabel(label);
    text->setBuddy(field.edit);
    form->addRow(text, row);
    connect(field.browse, &QPushButton::clicked, this, [this, title, edit = field.edit] {
        auto* dialog = new QFileDialog(this, title, QString(),
                                       tr("Certificates (*.crt *.key *.pem *.cer);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
    return field;
}

void DatabaseFields::FileField::setEnabled(bool enabled) const
{
    edit->setEnabled(enabled);
    browse->setEnabled(enabled);
}

bool DatabaseFields::hasService() const
{
    const auto advanced = ConnectionParameters::fromUri(m_advanced->text());
    return advanced && !advanced->value(u"service"_s).isEmpty();
}

QString DatabaseFields::defaultTlsMode() const
{
    if (m_host->text().isEmpty() && hasService())
        return {};
    ConnectionParameters host;
    host.setValue(u"host"_s, m_host->text());
    return host.isLocal() ? u"prefer"_s : u"verify-full"_s;
}

void DatabaseFields::hostEdited()
{
    if (!m_tlsChosen)
        m_tls->setCurrentIndex(m_tls->findData(defaultTlsMode()));
    showTlsState();
}

void DatabaseFields::showTlsState()
{
    const QString mode = m_tls->currentData().toString();
    const bool checked = mode.startsWith(u"verify"_s);
    m_rootCertificate.setEnabled((checked || mode.isEmpty()) && !m_locked);
    m_clientCertificate.setEnabled(mode != "disable"_L1 && !m_locked);
    m_clientKey.setEnabled(mode != "disable"_L1 && !m_locked);
    const bool weak =
        !mode.isEmpty() && defaultTlsMode() == "verify-full"_L1 && mode != "verify-full"_L1;
    m_tlsWarning->setText(
        mode == "verify-ca"_L1 ? tr("⚠ Weak: another server of the same issuer could answer.")
        : mode == "require"_L1
            ? tr("⚠ Weak: encrypted, but nobody checks who answers.")
            : tr("⚠ Weak: password and data may cross the network in the clear."));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, statusColor(StatusRole::Warning, palette()));
    m_tlsWarning->setPalette(colors);
    m_tlsWarning->setVisible(weak && !m_locked);
}

void DatabaseFields::changeEvent(QEvent* event)
{
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_tlsWarning != nullptr) {
        showTlsState();
        const QSet<QWidget*> marked = m_marked;
        for (QWidget* field : marked)
            mark(field, true); // in the new palette's colour
    }
}

void DatabaseFields::mark(QWidget* field, bool marked)
{
    QPalette colors = palette();
    if (marked)
        colors.setColor(QPalette::Base, statusTint(StatusRole::Pending, palette()));
    if (marked)
        m_marked.insert(field);
    else
        m_marked.remove(field);
    field->setPalette(marked ? colors : QPalette());
    field->setAccessibleDescription(marked ? tr("Changed by the pasted connection") : QString());
}

void DatabaseFields::unmarkAll()
{
    for (QWidget* field : std::initializer_list<QWidget*>{
             m_host, m_port, m_database, m_user, m_password, m_tls, m_rootCertificate.edit,
             m_clientCertificate.edit, m_clientKey.edit, m_advanced})
        mark(field, false);
}

void DatabaseFields::setParameters(const ConnectionParameters& parameters)
{
    m_database->setText(parameters.databaseName());
    setServerPart(parameters);
    unmarkAll();
}

ConnectionParameters DatabaseFields::parameters() const
{
    ConnectionParameters result = serverPart();
    result.setValue(u"dbname"_s, m_database->text());
    return result;
}

ConnectionParameters DatabaseFields::serverPart() const
{
    ConnectionParameters result;
    if (!m_advanced->text().trimmed().isEmpty()) {
        const auto advanced = ConnectionParameters::fromUri(m_advanced->text());
        if (advanced)
            result = *advanced;
    }
    result.setValue(u"host"_s, m_host->text());
    result.setValue(u"port"_s, m_port->text());
    result.setValue(u"user"_s, m_user->text());
    result.setPassword(m_password->text());
    const QString mode = m_tls->currentData().toString();
    result.setValue(u"sslmode"_s, mode);
    for (const auto& [keyword, field] : std::initializer_list<std::pair<QString, const FileField*>>{
             {u"sslrootcert"_s, &m_rootCertificate},
             {u"sslcert"_s, &m_clientCertificate},
             {u"sslkey"_s, &m_clientKey}})
        result.setValue(keyword, field->edit->text());
    return result;
}

void DatabaseFields::setServerPart(const ConnectionParameters& server)
{
    m_host->setText(server.host());
    m_port->setText(server.port());
    m_user->setText(server.user());
    m_password->setText(server.password());
    m_rootCertificate.edit->setText(server.value(u"sslrootcert"_s));
    m_clientCertificate.edit->setText(server.value(u"sslcert"_s));
    m_clientKey.edit->setText(server.value(u"sslkey"_s));
    m_advanced->setText(advancedText(server));
    const QString mode = server.value(u"sslmode"_s);
    m_tlsChosen = !mode.isEmpty();
    m_tls->setCurrentIndex(m_tls->findData(mode.isEmpty() ? defaultTlsMode() : mode));
    showTlsState();
}

QStringList DatabaseFields::fill(const ConnectionParameters& parameters)
{
    ConnectionParameters wanted = parameters;
    // Without sslmode a URL means what libpq says: prefer. It is shown as weak where it is.
    const bool hasService = !wanted.value(u"service"_s).isEmpty();
    if (wanted.value(u"sslmode"_s).isEmpty() && !hasService)
        wanted.setValue(u"sslmode"_s, u"prefer"_s);
    if (!wanted.hasPassword() && wanted.user() == m_user->text() && wanted.host() == m_host->text())
        wanted.setPassword(m_password->text());
    if (wanted.databaseName().isEmpty())
        wanted.setValue(u"dbname"_s, m_database->text());
    const std::initializer_list<std::pair<QLineEdit*, QString>> edits{
        {m_host, m_host->text()},
        {m_port, m_port->text()},
        {m_database, m_database->text()},
        {m_user, m_user->text()},
        {m_password, m_password->text()},
        {m_rootCertificate.edit, m_rootCertificate.edit->text()},
        {m_clientCertificate.edit, m_clientCertificate.edit->text()},
        {m_clientKey.edit, m_clientKey.edit->text()},
        {m_advanced, m_advanced->text()}};
    const int tls = m_tls->currentIndex();
    setParameters(wanted);
    QStringList labels;
    for (const auto& [edit, before] : edits) {
        if (edit->text() != before) {
            mark(edit, true);
            labels << edit->accessibleName();
        }
    }
    if (m_tls->currentIndex() != tls) {
        mark(m_tls, true);
        labels << m_tls->accessibleName();
    }
    return labels;
}

void DatabaseFields::setServerLocked(bool locked)
{
    m_locked = locked;
    for (QWidget* field : std::initializer_list<QWidget*>{m_host, m_port, m_user, m_password,
                                                          m_showPassword, m_tls, m_advanced})
        field->setEnabled(!locked);
    showTlsState();
}

void DatabaseFields::setRole(const QString& role)
{
    m_role->setText(role);
}

QString DatabaseFields::role() const
{
    return m_role->text();
}

void DatabaseFields::setRoleVisible(bool visible)
{
    m_role->setVisible(visible);
    m_form->labelForField(m_role)->setVisible(visible);
}

void DatabaseFields::setPasswordPlaceholder(const QString& text)
{
    m_password->setPlaceholderText(text);
}

void DatabaseFields::focusUser()
{
    m_user->setFocus();
    m_user->selectAll();
}

QString DatabaseFields::problem() const
{
    if (m_advanced->text().trimmed().isEmpty())
        return {};
    const auto advanced = ConnectionParameters::fromUri(m_advanced->text());
    if (!advanced)
        return advanced.error().summary;
    for (const QString& keyword : fieldKeywords()) {
        if (!advanced->value(keyword).isEmpty())
            return tr("%1 has a field of its own.").arg(keyword);
    }
    return {};
}

} // namespace socrates::ui
