// SPDX-License-Identifier: MIT
#include "app/settings/settingsdialog.h"

#include "app/widgets/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

QSpinBox* createSeconds(const QString& name, const QString& accessibleName, int minimum)
{
    auto* box = new QSpinBox;
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    box->setRange(minimum, 3600);
    box->setSuffix(SettingsDialog::tr(" s"));
    return box;
}

QCheckBox* createCheck(const QString& name, const QString& text)
{
    auto* box = new QCheckBox(text);
    box->setObjectName(name);
    return box;
}

} // namespace

SettingsDialog::SettingsDialog(AppSettings& settings, const QList<ShortcutAction>& actions,
                               QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_shortcuts(new ShortcutEditor(actions, settings.shortcuts()))
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    m_theme = new QComboBox;
    m_theme->setObjectName(u"themeComboBox"_s);
    m_theme->setAccessibleName(tr("Theme"));
    m_theme->addItem(tr("As the system"), int(AppSettings::Theme::System));
    m_theme->addItem(tr("Light"), int(AppSettings::Theme::Light));
    m_theme->addItem(tr("Dark"), int(AppSettings::Theme::Dark));
    m_language = new QComboBox;
    m_language->setObjectName(u"languageComboBox"_s);
    m_language->setAccessibleName(tr("Language"));
    m_language->setToolTip(tr("Takes effect at the next start."));
    m_language->addItem(tr("As the system"), QString());
    for (const Language& language : languages())
        m_language->addItem(language.name, language.code);
    m_reconnect =
        createCheck(u"reconnectCheckBox"_s,
                    tr("&Reconnect to the last databases at start (never to PRODUCTION)"));
    m_tray = createCheck(u"trayIconCheckBox"_s, tr("Show an &icon in the notification area"));
    m_tray->setToolTip(tr("It tells how far a run is and how the last one ended. Some desktops "
                          "have no such area."));
    m_editor = new QLineEdit;
    m_editor->setObjectName(u"editorCommandEdit"_s);
    m_editor->setAccessibleName(tr("Editor for files"));
    m_editor->setPlaceholderText(tr("the system's own"));
    m_editor->setToolTip(tr("Opens a file at the line that a problem names, for example: "
                            "code --goto {file}:{line}:{column}"));
    auto* window = new QGroupBox(tr("Window"));
    auto* windowForm = new QFormLayout(window);
    windowForm->addRow(tr("&Theme:"), m_theme);
    windowForm->addRow(tr("L&anguage, from the next start:"), m_language);
    windowForm->addRow(tr("&Editor for files:"), m_editor);
    windowForm->addRow(m_reconnect);
    windowForm->addRow(m_tray);

    m_lockTimeout = createSeconds(u"lockTimeoutSpinBox"_s, tr("Wait for a lock"), 1);
    m_lockTimeout->setToolTip(tr("How long a step waits for a table that somebody else holds, "
                                 "before it gives up and is tried again."));
    m_statementTimeout = createSeconds(u"statementTimeoutSpinBox"_s, tr("Longest statement"), 0);
    m_statementTimeout->setSpecialValueText(tr("no limit"));
    m_verifyAfter = createCheck(u"verifyAfterCheckBox"_s, tr("&Verify after each run"));
    m_notify =
        createCheck(u"notifyCheckBox"_s, tr("&Notify when a long run ends in the background"));
    auto* runs = new QGroupBox(tr("Runs"));
    auto* runsForm = new QFormLayout(runs);
    runsForm->addRow(tr("Wait for a &lock:"), m_lockTimeout);
    runsForm->addRow(tr("Longest &statement:"), m_statementTimeout);
    runsForm->addRow(m_verifyAfter);
    runsForm->addRow(m_notify);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel |
                                         QDialogButtonBox::Apply);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        apply();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this,
            &SettingsDialog::apply);
    auto* general = new QWidget;
    auto* column = new QVBoxLayout(general);
    column->addWidget(window);
    column->addWidget(runs);
    column->addStretch(1);
    auto* tabs = new QTabWidget;
    tabs->setObjectName(u"settingsTabs"_s);
    tabs->setAccessibleName(tr("Kinds of settings"));
    tabs->addTab(general, tr("&General"));
    tabs->addTab(m_shortcuts, tr("&Shortcuts"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(tabs);
    layout->addWidget(buttons);
    load();
}

void SettingsDialog::load()
{
    m_theme->setCurrentIndex(m_theme->findData(int(m_settings.theme())));
    m_language->setCurrentIndex(qMax(0, m_language->findData(m_settings.language())));
    m_lockTimeout->setValue(qMax(1, m_settings.lockTimeoutMs() / 1000));
    m_statementTimeout->setValue(m_settings.statementTimeoutMs() / 1000);
    m_reconnect->setChecked(m_settings.reconnectsAtStart());
    m_verifyAfter->setChecked(m_settings.verifiesAfterRun());
    m_notify->setChecked(m_settings.notifiesInBackground());
    m_tray->setChecked(m_settings.showsTrayIcon());
    m_editor->setText(m_settings.editorCommand());
}

void SettingsDialog::apply()
{
    m_settings.setTheme(AppSettings::Theme(m_theme->currentData().toInt()));
    m_settings.setLanguage(m_language->currentData().toString());
    m_settings.setLockTimeoutMs(m_lockTimeout->value() * 1000);
    m_settings.setStatementTimeoutMs(m_statementTimeout->value() * 1000);
    m_settings.setReconnectsAtStart(m_reconnect->isChecked());
    m_settings.setVerifiesAfterRun(m_verifyAfter->isChecked());
    m_settings.setNotifiesInBackground(m_notify->isChecked());
    m_settings.setShowsTrayIcon(m_tray->isChecked());
    m_settings.setEditorCommand(m_editor->text().trimmed());
    m_settings.setShortcuts(m_shortcuts->ownKeys());
    emit applied();
}

} // namespace socrates::ui
