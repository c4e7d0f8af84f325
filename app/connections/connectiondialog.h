// SPDX-License-Identifier: MIT
#pragma once

#include "app/connections/connectiontext.h"
#include "core/postgres/connectiondoctor.h"
#include "core/postgres/connectionprofile.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace socrates::ui {

class DatabaseFields;
class DoctorRun;
class DoctorView;
class InlineMessage;

/// How to reach each database of a project: one column per database, filled by hand, by a pasted
/// URL or by a dropped .env or alembic.ini, and tested by the connection doctor.
class ConnectionDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectionDialog(const core::Project& project, QWidget* parent = nullptr);
    ~ConnectionDialog() override;

    /// `passwords` as read from the keychain; a database whose entry says hasStoredPassword and
    /// has none here is shown as locked, not as empty.
    void setProfile(const core::ConnectionProfile& profile,
                    const QMap<core::DatabaseName, QString>& passwords);
    /// What a connection to that server is called until somebody names it.
    static QString defaultName(const core::ConnectionParameters& server);
    /// The profiles that are saved: none of another connection is replaced.
    void setKept(const QList<core::ConnectionProfile>& kept);
    /// Without any password. Databases whose box is not ticked are left out.
    core::ConnectionProfile profile() const;
    QMap<core::DatabaseName, QString> passwords() const;
    bool savePasswords() const;
    /// Without a keychain passwords are kept until the program ends, and the dialog says so.
    void setKeychainAvailable(bool available);
    /// Stored passwords could not be read: says so, and offers to unlock the keyring.
    void showKeyringLocked();
    /// Read after the keyring was unlocked; what has been typed meanwhile stays.
    void addPasswords(const QMap<core::DatabaseName, QString>& passwords);

    /// Fills the fields from a text or a file as a paste or a drop does.
    void importText(const QString& text);
    void importFile(const QString& filePath);
    /// Runs the doctor of every ticked database.
    void testAll();

signals:
    /// The doctor found no such database, or the person asks to create all of them.
    void createDatabaseRequested(const core::DatabaseName& database);
    void unlockKeyringRequested();
    void privateServerRequested();
    void testFinished();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Column
    {
        DatabaseSlot slot;
        DatabaseFields* fields = nullptr;
        DoctorView* doctor = nullptr;
        DoctorRun* run = nullptr;
    };

    QWidget* createImportRow();
    QWidget* createNameRow();
    QWidget* createColumns();
    void makeRoom();
    QWidget* createBottom();
    QList<DatabaseSlot> slotsOfColumns() const;
    /// Whether the name that was typed is free; says so in the dialog where it is not.
    bool mayTakeName();
    void askForFile();
    void apply(const core::Result<FoundConnections>& found, const QString& source);
    /// Gives every column but one the server of a URL; returns the labels of what changed.
    QStringList fillServer(const core::ConnectionParameters& server,
                           const core::DatabaseName& except);
    void shareServer();
    void setSameServer(bool same);
    bool serversAreEqual() const;
    void test(qsizetype column);
    void testEnded();
    void fix(qsizetype column, core::DoctorStage::Fix fix);
    void updateButtons();

    QList<Column> m_columns;
    core::ConnectionProfile m_original;
    QList<core::ConnectionProfile> m_kept;
    QLineEdit* m_pasteEdit;
    InlineMessage* m_message;
    QLineEdit* m_nameEdit;
    QComboBox* m_environment;
    QCheckBox* m_sameServer;
    QScrollArea* m_scroll;
    QCheckBox* m_savePasswords;
    QPushButton* m_testButton;
    QPushButton* m_connectButton;
    bool m_sharing = false; ///< shareServer() is under way and its own changes do not count
};

} // namespace socrates::ui
