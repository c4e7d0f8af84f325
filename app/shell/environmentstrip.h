// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statuscolors.h"
#include "core/postgres/connectionprofile.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace socrates::ui {

/// The colour and the name of the icon that go with an environment's word.
StatusRole environmentRole(core::Environment environment);
QString environmentIcon(core::Environment environment);

/// Where the next change would land: the environment by icon, word and tint, and the lock that
/// production starts with.
class EnvironmentStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit EnvironmentStrip(QWidget* parent = nullptr);

    void showDisconnected(const QString& projectText);
    void showProfile(const core::ConnectionProfile& profile, const QString& projectText,
                     bool isWritable);

signals:
    void unlockRequested();
    void lockRequested();
    void connectRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateColors();

    core::Environment m_environment = core::Environment::Local;
    bool m_isConnected = false;
    bool m_isWritable = false;
    QLabel* m_icon;
    QLabel* m_word;
    QLabel* m_text;
    QLabel* m_lockText;
    QPushButton* m_lock;
    QPushButton* m_connect;
};

} // namespace socrates::ui
