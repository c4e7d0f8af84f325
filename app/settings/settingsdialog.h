// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/shortcuteditor.h"
#include "app/widgets/appsettings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace socrates::ui {

/// The few things a person may set. Nothing changes before OK or Apply.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `actions`: those whose keys can be changed here.
    explicit SettingsDialog(AppSettings& settings, const QList<ShortcutAction>& actions = {},
                            QWidget* parent = nullptr);

signals:
    /// Written to the settings given.
    void applied();

private:
    void load();
    void apply();

    AppSettings& m_settings;
    ShortcutEditor* m_shortcuts;
    QComboBox* m_theme;
    QComboBox* m_language;
    QSpinBox* m_lockTimeout;
    QSpinBox* m_statementTimeout;
    QCheckBox* m_reconnect;
    QCheckBox* m_verifyAfter;
    QCheckBox* m_notify;
    QCheckBox* m_tray;
    QLineEdit* m_editor;
};

} // namespace socrates::ui
