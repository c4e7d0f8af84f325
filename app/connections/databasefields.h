// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connectionprofile.h"

#include <QGroupBox>
#include <QSet>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace socrates::ui {

/// The fields of one connection. Every value goes to libpq as it is typed: nothing is encoded or
/// cut, so every character works in every field.
class DatabaseFields final : public QGroupBox
{
    Q_OBJECT

public:
    explicit DatabaseFields(const QString& title, QWidget* parent = nullptr);

    void setParameters(const core::ConnectionParameters& parameters);
    /// The parameters with the password, when one is typed.
    core::ConnectionParameters parameters() const;
    void setRole(const QString& role);
    QString role() const;
    void setRoleVisible(bool visible);
    /// A password is kept in the keychain but was not (or could not be) read.
    void setPasswordPlaceholder(const QString& text);

    /// Like setParameters, and marks what it changed until the person edits it. An absent password
    /// keeps the one that is there. Returns the labels of the changed fields.
    QStringList fill(const core::ConnectionParameters& parameters);

    /// Everything but the database's name and the role: what databases of one server share.
    core::ConnectionParameters serverPart() const;
    void setServerPart(const core::ConnectionParameters& server);
    /// Locked: another column's server is used, only the name and the role can be edited.
    void setServerLocked(bool locked);
    void focusUser();

    /// Why the fields cannot be used as they are; empty: they can.
    QString problem() const;

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    /// A line for the path of a file, with the button that asks for it.
    struct FileField
    {
        QLineEdit* edit = nullptr;
        QPushButton* browse = nullptr;

        void setEnabled(bool enabled) const;
    };

    QLineEdit* addEdit(QFormLayout* form, const QString& name, const QString& label);
    FileField addFile(QFormLayout* form, const QString& name, const QString& label,
                      const QString& title);
    void createTls(QFormLayout* form);
    void hostEdited();
    void showTlsState();
    void mark(QWidget* field, bool marked);
    void unmarkAll();
    QString defaultTlsMode() const;
    /// libpq's service file says what the fields leave empty.
    bool hasService() const;

    QLineEdit* m_host;
    QLineEdit* m_port;
    QLineEdit* m_database;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QToolButton* m_showPassword;
    QComboBox* m_tls;
    FileField m_rootCertificate;
    FileField m_clientCertificate;
    FileField m_clientKey;
    QLabel* m_tlsWarning = nullptr;
    QLineEdit* m_role;
    QLineEdit* m_advanced;
    QLabel* m_advancedProblem;
    QFormLayout* m_form;
    bool m_tlsChosen = false; ///< by the person or by a URL: the host does not change it any more
    bool m_locked = false;
    QSet<QWidget*> m_marked; ///< changed by fill() and not edited since
};

} // namespace socrates::ui
