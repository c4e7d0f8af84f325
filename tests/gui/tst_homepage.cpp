// SPDX-License-Identifier: MIT
#include "app/home/homepage.h"
#include "app/settings/settingsdialog.h"
#include "core/postgres/localserver.h"
#include "tests/support/guitestmain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::ui;
using namespace socrates::test;

class HomePageTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void verbsAsk();
    void recentsByKey();
    void settingsAreWrittenOnOk();
};

void HomePageTest::verbsAsk()
{
    HomePage page;
    QSignalSpy connectSpy(&page, &HomePage::connectRequested);
    QSignalSpy createSpy(&page, &HomePage::createDatabasesRequested);
    QSignalSpy importSpy(&page, &HomePage::importEnvRequested);
    QSignalSpy openSpy(&page, &HomePage::openProjectRequested);
    QSignalSpy privateSpy(&page, &HomePage::privateServerRequested);
    const auto click = [&page](const QString& name) {
        auto* button = page.findChild<QPushButton*>(name);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    };
    page.setPrivateServer(HomePage::PrivateServer::NotPossible);
    click(u"privateServerButton"_s);
    QCOMPARE(privateSpy.size(), 0);
    // Why, and what to do about it.
    QVERIFY(page.findChild<QPushButton*>(u"privateServerButton"_s)
                ->accessibleDescription()
                .endsWith(LocalServer::adviceWithoutPrograms()));
    page.setPrivateServer(HomePage::PrivateServer::Kept);
    for (const QString& name :
         {u"connectDatabasesButton"_s, u"setUpServerButton"_s, u"importEnvButton"_s,
          u"openProjectButton"_s, u"privateServerButton"_s})
        click(name);
    QCOMPARE(connectSpy.size(), 1);
    QCOMPARE(createSpy.size(), 1);
    QCOMPARE(importSpy.size(), 1);
    QCOMPARE(openSpy.size(), 1);
    QCOMPARE(privateSpy.size(), 1);
}

void HomePageTest::recentsByKey()
{
    HomePage page;
    QSignalSpy opened(&page, &HomePage::recentOpened);
    QSignalSpy removed(&page, &HomePage::recentRemoved);
    ConnectionProfile one;
    one.name = u"one"_s;
    ConnectionProfile two;
    two.name = u"two"_s;
    two.environment = Environment::Production;
    page.setRecents({one, two});
    auto* list = page.findChild<QListWidget*>(u"recentsList"_s);
    QVERIFY(list->item(1)->text().contains(u"PRODUCTION"_s));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).toString(), u"two"_s);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.at(0).at(0).toString(), u"two"_s);
    page.setRecents({});
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
}

void HomePageTest::settingsAreWrittenOnOk()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    auto settings = std::make_unique<AppSettings>(file);
    SettingsDialog dialog(*settings);
    QSignalSpy applied(&dialog, &SettingsDialog::applied);
    dialog.findChild<QComboBox*>(u"themeComboBox"_s)->setCurrentIndex(2);
    dialog.findChild<QSpinBox*>(u"lockTimeoutSpinBox"_s)->setValue(7);
    dialog.findChild<QCheckBox*>(u"verifyAfterCheckBox"_s)->click();
    QCOMPARE(settings->theme(), AppSettings::Theme::System); // not before OK
    QTest::mouseClick(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok),
                      Qt::LeftButton);
    QCOMPARE(applied.size(), 1);
    QCOMPARE(settings->theme(), AppSettings::Theme::Dark);
    QCOMPARE(settings->lockTimeoutMs(), 7000);
    QVERIFY(!settings->verifiesAfterRun());
    settings.reset();
    const AppSettings again(file);
    QCOMPARE(again.lockTimeoutMs(), 7000);
}

SOCRATES_GUI_TEST_MAIN(HomePageTest)
#include "tst_homepage.moc"
