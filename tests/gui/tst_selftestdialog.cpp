// SPDX-License-Identifier: MIT
#include "app/shell/actionregistry.h"
#include "app/shell/selftest.h"
#include "app/widgets/inlinemessage.h"
#include "tests/gui/pictures.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::SelfCheck;

/// Help > Self-Test, and `socrates-admin --self-test`, which tells the same.
class TestSelfTestDialog : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }

    void theWindowsPartsAreThere()
    {
        const QList<SelfCheck> checks = windowSelfTest();
        QStringList names;
        for (const SelfCheck& check : checks) {
            names << check.name;
            QVERIFY2(check.state != SelfCheck::State::Failed, qPrintable(check.finding));
        }
        QCOMPARE(names.join(u' '), u"Display Fonts Icons Languages Help"_s);
    }

    void helpSelfTestShowsTheLines()
    {
        test::WindowFixture fixture;
        fixture.window.show();
        triggerAction(fixture, u"help.selfTest"_s);
        auto* dialog = fixture.find<QDialog>("selfTestDialog");
        QVERIFY(dialog != nullptr && dialog->isVisible());
        auto* lines = dialog->findChild<QPlainTextEdit*>(u"selfTestEdit"_s);
        auto* copy = dialog->findChild<QPushButton*>(u"copySelfTestButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(copy->isEnabled(), 60000);
        const QStringList text = lines->toPlainText().split(u'\n');
        QCOMPARE(text.filter(u"ok       Keyring: "_s).size(), 1);
        QCOMPARE(text.filter(u"ok       Icons: "_s).size(), 1);
        QCOMPARE(text.filter(QRegularExpression(u"^FAILED"_s)).size(), 0);
        QCOMPARE(dialog->findChild<InlineMessage*>(u"selfTestMessage"_s)->text(),
                 u"This installation works."_s);
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), lines->toPlainText());
        test::takePictures(*dialog, u"24-self-test"_s);
        dialog->close();
    }

    void theProgramNeedsNoDisplay()
    {
        const QTemporaryDir home;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s,
                                    u"DBUS_SESSION_BUS_ADDRESS"_s})
            environment.remove(name);
        environment.insert(u"HOME"_s, home.path());
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(SOCRATES_BINARY_DIR "/socrates-admin"), {u"--self-test"_s});
        QVERIFY2(program.waitForFinished(120000), qPrintable(program.errorString()));
        const QString out = QString::fromUtf8(program.readAllStandardOutput());
        QVERIFY2(program.exitCode() == 0, qPrintable(out));
#ifdef Q_OS_WIN // which always has one
        const QString display = u"ok       Display: windows"_s;
#else
        const QString display = u"warning  Display: "_s;
#endif
        for (const QString& line : {display, u"ok       Languages: English, Ελλ"_s,
                                    u"ok       Migrations: "_s, u" 0 failed"_s})
            QVERIFY2(out.contains(line), qPrintable(out));
    }
};

SOCRATES_GUI_TEST_MAIN(TestSelfTestDialog)
#include "tst_selftestdialog.moc"
