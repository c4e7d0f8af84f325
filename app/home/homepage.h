// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connectionprofile.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace socrates::ui {

/// The first page: one sentence, the ways to begin, and what was open before.
class HomePage final : public QWidget
{
    Q_OBJECT

public:
    explicit HomePage(QWidget* parent = nullptr);

    void setRecents(const QList<core::ConnectionProfile>& profiles);
    enum class PrivateServer {
        NotPossible, ///< PostgreSQL's own programs are not here
        NotCreated,
        Kept, ///< of an earlier sitting, with its databases
    };
    void setPrivateServer(PrivateServer state);

signals:
    void connectRequested();
    void createDatabasesRequested();
    void importEnvRequested();
    void openProjectRequested();
    void privateServerRequested();
    void recentOpened(const QString& profileName);
    void recentRemoved(const QString& profileName);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPushButton* createVerb(const QString& name, const QString& iconName, const QString& text,
                            const QString& explanation);
    QWidget* createVerbs();
    QWidget* createRecents();
    void openCurrent();
    void removeCurrent();

    QPushButton* m_connectButton;
    QPushButton* m_createButton;
    QPushButton* m_importButton;
    QPushButton* m_openButton;
    QPushButton* m_privateButton;
    QLabel* m_privateLabel;
    QStackedWidget* m_recentsStack;
    QListWidget* m_recents;
};

} // namespace socrates::ui
