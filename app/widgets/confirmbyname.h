// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statuscolors.h"

#include <QDialog>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace socrates::ui {

/// Consent to something that destroys data: given by typing a name. Cancel is the default, so
/// Enter in the field does not run it.
class ConfirmByName final : public QDialog
{
    Q_OBJECT
public:
    struct Request
    {
        QString title;       ///< "Downgrade socrates_specs"
        QString consequence; ///< first sentence, with numbers
        QString details;     ///< what else there is to know; may be empty
        QStringList objects; ///< what goes, one a line
        QString name; ///< to be typed exactly: "socrates_specs", "socrates_specs@db.example.com"
        QString actionText;  ///< "Downgrade 004"
        QString environment; ///< "PRODUCTION", "STAGING", "LOCAL": shown with a sign of its own
        QString environmentIcon;
        StatusRole environmentRole = StatusRole::Neutral;
        bool asksForBackup = false;
        bool offersExport = false; ///< there are rows to export first
    };

    explicit ConfirmByName(const Request& request, QWidget* parent = nullptr);

    /// How the export goes, or went.
    void showExport(const QString& text);

signals:
    void exportRequested();

private:
    void addExport(QBoxLayout* column);
    void updateButton();

    QString m_name;
    QLineEdit* m_edit;
    QCheckBox* m_backup = nullptr;
    QPushButton* m_export = nullptr;
    QLabel* m_exported = nullptr;
    QPushButton* m_run;
};

} // namespace socrates::ui
