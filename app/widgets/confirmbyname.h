// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statuscolors.h"

#include <QDialog>

class QCheckBox;
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
        QStringList objects; ///< what goes, one a line
        QString name; ///< to be typed exactly: "socrates_specs", "socrates_specs@db.example.com"
        QString actionText;  ///< "Downgrade 004"
        QString environment; ///< "PRODUCTION", "STAGING", "LOCAL": shown with a sign of its own
        QString environmentIcon;
        StatusRole environmentRole = StatusRole::Neutral;
        bool asksForBackup = false;
    };

    explicit ConfirmByName(const Request& request, QWidget* parent = nullptr);

private:
    void updateButton();

    QString m_name;
    QLineEdit* m_edit;
    QCheckBox* m_backup = nullptr;
    QPushButton* m_run;
};

} // namespace socrates::ui
