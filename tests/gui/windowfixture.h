// SPDX-License-Identifier: MIT
#pragma once

#include "app/shell/actionregistry.h"
#include "app/shell/appcontext.h"
#include "app/shell/connectionflow.h"
#include "app/shell/mainwindow.h"
#include "app/shell/workspace.h"
#include "tests/support/testserver.h"

#include <QAction>
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace socrates::test {

/// A real MainWindow with settings, profiles and private server of its own in a temporary folder.
class WindowFixture
{
public:
    explicit WindowFixture(std::shared_ptr<core::CredentialStore> credentials =
                               std::make_shared<core::MemoryCredentialStore>())
        : m_settings(m_folder.filePath(QStringLiteral("settings.ini")))
        , m_profiles(m_folder.filePath(QStringLiteral("profiles.json")))
        , m_theme(*qApp)
        , m_context{m_settings,
                    m_profiles,
                    std::move(credentials),
                    std::make_shared<core::LocalServer>(
                        m_folder.filePath(QStringLiteral("server"))),
                    m_clock,
                    m_theme}
        , window(m_context)
    {}

    /// The program's own migrations.
    static QString planProject() { return QStringLiteral(SOCRATES_SOURCE_DIR "/migrations"); }

    /// Empty databases for a pair, by the project's names.
    QMap<core::DatabaseName, core::ConnectionParameters> createPair()
    {
        TestServer& server = TestServer::shared();
        QMap<core::DatabaseName, core::ConnectionParameters> pair;
        for (const char* name : {"socrates_auth", "socrates_specs"}) {
            const QString text = QString::fromLatin1(name);
            pair.insert(core::DatabaseName(text), server.parameters(server.createDatabase(text)));
        }
        return pair;
    }

    template <class Widget>
    Widget* find(const char* name)
    {
        return window.findChild<Widget*>(QString::fromLatin1(name));
    }

    /// For another window on the same settings.
    ui::AppContext& context() { return m_context; }
    /// Where everything that the window writes of its own is.
    QString folder() const { return m_folder.path(); }
    ui::AppSettings& settings() { return m_settings; }
    core::ProfileStore& profiles() { return m_profiles; }

private:
    QTemporaryDir m_folder;
    ui::AppSettings m_settings;
    core::ProfileStore m_profiles;
    core::Clock m_clock;
    ui::Theme m_theme;
    ui::AppContext m_context;

public:
    ui::MainWindow window;
};

/// Waits until the window offers the action, as a person would, and triggers it: one that is
/// triggered while the databases are looked at does nothing.
inline void triggerAction(WindowFixture& fixture, const QString& id)
{
    constexpr int kPatienceMs = 60000;
    QAction* action = fixture.window.actions().action(id);
    QTRY_VERIFY2_WITH_TIMEOUT(action->isEnabled(), qPrintable(id), kPatienceMs);
    action->trigger();
}

/// Opens the project and connects; returns when the databases have answered.
inline void connectWindow(WindowFixture& fixture, const QString& project,
                          const QMap<core::DatabaseName, core::ConnectionParameters>& urls)
{
    constexpr int kPatienceMs = 60000;
    ui::MainWindow& window = fixture.window;
    window.resize(1366, 768);
    window.show();
    window.connections().openProject(project);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().project() != nullptr, kPatienceMs);
    window.connections().connectUrls(urls);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().statuses().size() == urls.size() &&
                                 !window.workspace().isRefreshing(),
                             kPatienceMs);
}

/// The same with the program's own migrations and a pair of empty databases.
inline void connectPair(WindowFixture& fixture)
{
    connectWindow(fixture, WindowFixture::planProject(), fixture.createPair());
}

} // namespace socrates::test
