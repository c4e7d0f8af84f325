// SPDX-License-Identifier: MIT
#include "app/widgets/appsettings.h"
#include "tests/support/guitestmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace socrates::ui;

class TestAppSettings : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSetIsThereTheNextTime()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        {
            AppSettings settings(path);
            settings.setLockTimeoutMs(700);
            settings.setState(u"window"_s, 3);
            settings.setState(u"window"_s, {});
            QCOMPARE(settings.lockTimeoutMs(), 700);
        }
        const AppSettings again(path);
        QCOMPARE(again.lockTimeoutMs(), 700);
        QVERIFY(!again.state(u"window"_s).isValid());
    }

    /// Another window or a virus scanner: Windows replaces no file that anybody reads.
    void aReaderLosesNoSetting()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        {
            AppSettings first(path);
            first.setLanguage(u"en"_s);
        }
        QFile reader(path);
        QVERIFY(reader.open(QIODevice::ReadOnly));
        std::thread letsGo([&reader] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            reader.close();
        });
        {
            AppSettings second(path);
            second.setLanguage(u"el"_s);
        }
        letsGo.join();
        QCOMPARE(AppSettings(path).language(), u"el"_s);
    }
};

SOCRATES_GUI_TEST_MAIN(TestAppSettings)
#include "tst_appsettings.moc"
