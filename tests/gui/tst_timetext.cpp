// SPDX-License-Identifier: MIT
#include "app/widgets/timetext.h"
#include "tests/support/guitestmain.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QFontMetrics>
#include <QLocale>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;

namespace {

/// 14:03 two hours east of Greenwich.
const QDateTime kMoment(QDate(2026, 3, 4), QTime(12, 3, 4, 567), Qt::UTC);

} // namespace

class TestTimeText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("TZ", "EET-2"); // as both C libraries read it, whatever zones the system knows
#ifdef Q_OS_WIN
        _tzset();
#else
        tzset();
#endif
    }
    void init()
    {
        test::failOnWarnings();
    }
    void cleanup()
    {
        QLocale::setDefault(QLocale::c());
    }

    void localTimeAsTheLocaleWritesIt_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clock");
        QTest::newRow("German") << u"de_DE"_s << u"04.03.26 14:03"_s << u"14:03"_s;
        QTest::newRow("British") << u"en_GB"_s << u"04/03/2026 14:03"_s << u"14:03"_s;
        QTest::newRow("Swedish") << u"sv_SE"_s << u"2026-03-04 14:03"_s << u"14:03"_s;
    }

    void localTimeAsTheLocaleWritesIt()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QFETCH(QString, clock);
        QLocale::setDefault(QLocale(locale));
        QCOMPARE(timeText(kMoment), text);
        QCOMPARE(clockText(kMoment), clock);
    }

    void theZoneAndUtcAreInTheToolTip()
    {
        QLocale::setDefault(QLocale(u"de_DE"_s));
        const QStringList lines = timeToolTip(kMoment).split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(0), longTimeText(kMoment));
        QVERIFY2(lines.at(0).contains(u"4. März 2026"), qPrintable(lines.at(0)));
        QVERIFY2(lines.at(0).contains(u"14:03:04"), qPrintable(lines.at(0)));
        // "EET", or the zone's long name on Windows.
        QCOMPARE(lines.at(0).count(kMoment.toLocalTime().timeZoneAbbreviation()), 1);
        QCOMPARE(lines.at(1), u"2026-03-04T12:03:04.567Z"_s);
    }

    void whatIsNotKnownIsNotShown()
    {
        QCOMPARE(timeText({}), QString());
        QCOMPARE(clockText({}), QString());
        QCOMPARE(longTimeText({}), QString());
        QCOMPARE(timeToolTip({}), QString());
    }

    void theColumnIsWideEnough()
    {
        const QFontMetrics metrics(QApplication::font());
        for (const QString& locale : {u"en_US"_s, u"el_GR"_s, u"de_DE"_s}) {
            QLocale::setDefault(QLocale(locale));
            for (int hour = 0; hour < 24; ++hour) {
                const QDateTime moment(QDate(2026, 12, 28), QTime(hour, 58));
                QVERIFY(metrics.horizontalAdvance(timeText(moment)) <= timeTextWidth(metrics));
            }
        }
    }

    /// A page that writes local times by itself writes them its own way before long.
    void nobodyElseMakesLocalTimes()
    {
        QStringList others;
        QDirIterator files(QStringLiteral(SOCRATES_SOURCE_DIR "/app"), {u"*.cpp"_s, u"*.h"_s},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const bool isAllowed = file.fileName().endsWith(u"/timetext.cpp"_s) ||
                                   file.fileName().contains(u"/app/cli/"_s); // writes ISO 8601
            const QByteArray code = file.readAll();
            for (const char* way :
                 {"toLocalTime", "Qt::LocalTime", "QLocale::ShortFormat", "QLocale::LongFormat"}) {
                if (!isAllowed && code.contains(way))
                    others << file.fileName() + u": "_s + QLatin1StringView(way);
            }
        }
        QVERIFY2(others.isEmpty(), qPrintable(others.join(u'\n')));
    }
};

SOCRATES_GUI_TEST_MAIN(TestTimeText)
#include "tst_timetext.moc"
