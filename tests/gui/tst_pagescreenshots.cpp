// SPDX-License-Identifier: MIT
#include "app/connections/connectiondialog.h"
#include "app/connections/provisiondialog.h"
#include "app/home/homepage.h"
#include "app/problems/problemspanel.h"
#include "app/runs/activitypage.h"
#include "app/settings/settingsdialog.h"
#include "app/shell/reportdialog.h"
#include "app/verification/verificationpage.h"
#include "app/widgets/language.h"
#include "tests/gui/pictures.h"
#include "tests/support/guitestmain.h"
#include "tests/support/pagesamples.h"
#include "tests/support/testserver.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::ui;
using namespace socrates::test;

/// Every page and dialog of these rooms in each of its states, light and dark, to be looked at:
/// build/screenshots/*.png. Fails only when a picture is missing, empty or of one colour.
class PageScreenshots : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void home();
    void connection();
    void provision();
    void verification();
    void problems();
    void activity();
    void settings();

private:
    void take(QWidget& widget, const QString& name, QSize size = {});
    const Translation m_language{pictureLanguage()};
    Project m_project;
};

void PageScreenshots::initTestCase()
{
    auto project = Project::load(u"" SOCRATES_SOURCE_DIR "/migrations"_s);
    QVERIFY(project);
    m_project = *project;
}

void PageScreenshots::take(QWidget& widget, const QString& name, QSize size)
{
    if (size.isValid())
        widget.resize(size);
    takePictures(widget, name);
}

void PageScreenshots::home()
{
    HomePage page;
    page.setPrivateServer(HomePage::PrivateServer::NotPossible);
    take(page, u"home-empty"_s, {1160, 560});
    ConnectionProfile profile;
    profile.name = u"Staging"_s;
    profile.environment = Environment::Staging;
    profile.databases[DatabaseName(u"socrates_auth"_s)].parameters =
        *ConnectionParameters::fromUri(u"postgresql://socrates@db.example.com/socrates_auth"_s);
    ConnectionProfile production = profile;
    production.name = u"Shop"_s;
    production.environment = Environment::Production;
    page.setPrivateServer(HomePage::PrivateServer::Kept);
    page.setRecents({profile, production});
    take(page, u"home-recents"_s);
}

void PageScreenshots::connection()
{
    ConnectionDialog dialog(m_project);
    take(dialog, u"connection-new"_s);
    dialog.importText(
        u"postgresql://maria:geheim@db.example.com/socrates_auth?target_session_attrs=read-write"_s);
    take(dialog, u"connection-pasted"_s);
    dialog.importText(u"not a connection"_s);
    take(dialog, u"connection-import-failed"_s);
    TestServer& server = TestServer::shared();
    ConnectionDialog tested(m_project);
    tested.importText(server.uri(server.createDatabase(u"socrates_auth"_s)));
    QSignalSpy finished(&tested, &ConnectionDialog::testFinished);
    tested.testAll();
    take(tested, u"connection-testing"_s);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    take(tested, u"connection-tested"_s, {980, 720});
}

void PageScreenshots::provision()
{
    TestServer& server = TestServer::shared();
    ProvisionDialog dialog(m_project);
    take(dialog, u"provision-new"_s);
    dialog.setAdmin(server.parameters());
    QSignalSpy finished(&dialog, &ProvisionDialog::finishedRun);
    dialog.run();
    take(dialog, u"provision-busy"_s);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    take(dialog, u"provision-done"_s);
    ConnectionParameters wrong = server.parameters();
    wrong.setPassword(u"wrong"_s);
    ProvisionDialog failed(m_project);
    failed.setAdmin(wrong);
    QSignalSpy failedRun(&failed, &ProvisionDialog::finishedRun);
    failed.run();
    QTRY_COMPARE_WITH_TIMEOUT(failedRun.size(), 1, 60000);
    take(failed, u"provision-failed"_s);
}

void PageScreenshots::verification()
{
    const QSize size(1220, 600);
    VerificationPage page;
    take(page, u"verification-empty"_s, size);
    page.setBusy(true, {});
    take(page, u"verification-busy"_s);
    page.setBusy(false);
    DatabaseVerification broken;
    broken.name = DatabaseName(u"socrates_specs"_s);
    broken.error =
        Error{.code = u"conn.refused"_s, .summary = u"Nothing listens on db.example.com:5432"_s};
    page.setVerifications({authVerification(false), broken});
    auto* tree = page.findChild<QTreeView*>(u"verificationTree"_s);
    const QModelIndexList found =
        tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, u"email"_s, 1,
                             Qt::MatchExactly | Qt::MatchRecursive);
    QVERIFY(!found.isEmpty());
    tree->setCurrentIndex(found.constFirst());
    take(page, u"verification-differences"_s);
    ReferenceCheck orphaned;
    orphaned.declared = {
        DatabaseName(u"socrates_specs"_s),
        RevisionId(u"003"_s),
        {u"projects"_s, u"user_id"_s, DatabaseName(u"socrates_auth"_s), u"users"_s, u"id"_s, 7},
        {}};
    orphaned.from = {DatabaseName(u"socrates_specs"_s),
                     u"projects"_s,
                     u"user_id"_s,
                     ReferenceSide::Presence::There,
                     u"public"_s,
                     u"uuid"_s,
                     u"uuid"_s,
                     u"uuid"_s,
                     12000000};
    orphaned.to = {DatabaseName(u"socrates_auth"_s),
                   u"users"_s,
                   u"id"_s,
                   ReferenceSide::Presence::There,
                   u"public"_s,
                   u"uuid"_s,
                   u"uuid"_s,
                   u"uuid"_s,
                   9000000};
    page.setReferences({orphaned}, true);
    page.setReferenceProgress(0, 7250000, 5400000);
    page.findChild<QTabWidget*>(u"verificationSideTabs"_s)->setCurrentIndex(1);
    take(page, u"references-reading"_s);
    orphaned.rowsFrom = 12000000;
    orphaned.rowsTo = 9000000;
    orphaned.orphans = Orphans{
        3,
        2,
        {u"0c1f0a52-4f57-4ad8-a0b1-5d6f3c1f9b11"_s, u"7e0d4f8e-1d3f-4c0c-8a35-3d0a5b8c7f22"_s}};
    page.setReferences({orphaned}, false);
    take(page, u"references-orphans"_s);
    page.setVerifications({authVerification(true)});
    take(page, u"verification-ok"_s);
    ReportDialog dialog(report::ReportKind::Drift);
    take(dialog, u"report-export"_s);
}

void PageScreenshots::problems()
{
    ProblemsPanel panel;
    take(panel, u"problems-empty"_s, {1220, 260});
    Error busy;
    busy.code = u"busy.lock"_s;
    busy.summary = u"Somebody else is migrating socrates_specs"_s;
    busy.database = u"socrates_specs"_s;
    busy.hint = u"Wait until process 4711 (socrates-migrate, since 12:03) is done, then retry."_s;
    panel.setProblems({duplicateKeyError(), busy});
    take(panel, u"problems-error"_s);
    panel.next();
    take(panel, u"problems-busy-elsewhere"_s);
}

void PageScreenshots::activity()
{
    ActivityPage page;
    take(page, u"activity-empty"_s, {1220, 600});
    page.setBusy(true);
    take(page, u"activity-busy"_s);
    page.setBusy(false);
    page.setUnavailable(u"Not connected"_s);
    take(page, u"activity-unavailable"_s);
    page.setUnavailable({});
    page.setEntries(
        DatabaseName(u"socrates_auth"_s),
        {logEntry(3, LogEntry::Event::Failure, u"002"_s, u"relation \"users\" already exists"_s),
         logEntry(2, LogEntry::Event::Downgrade, u"002"_s),
         logEntry(1, LogEntry::Event::Upgrade, u"001"_s)});
    take(page, u"activity-entries"_s);
}

void PageScreenshots::settings()
{
    QTemporaryDir folder;
    AppSettings settings(folder.filePath(u"settings.ini"_s));
    SettingsDialog dialog(settings);
    take(dialog, u"settings"_s);
}

SOCRATES_GUI_TEST_MAIN(PageScreenshots)
#include "tst_pagescreenshots.moc"
