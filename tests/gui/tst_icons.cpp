// SPDX-License-Identifier: MIT
#include "app/theme/drawing.h"
#include "app/theme/icons.h"
#include "app/theme/pathdata.h"
#include "tests/support/guitestmain.h"

#include <QBuffer>
#include <QDataStream>
#include <QDir>
#include <QImageReader>
#include <QPainter>

using namespace Qt::StringLiterals;
using namespace socrates::ui;

class TestIcons : public QObject
{
    Q_OBJECT

    static QByteArray encoded(const QImage& image, const char* format)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format);
        return bytes;
    }

    /// What resources/icons/socrates-admin.ico has to be: Windows takes a program's icon from a
    /// file, before the program runs.
    static QByteArray windowsIcon()
    {
        QByteArray entries;
        QByteArray images;
        const QList<int> sizes{16, 20, 24, 32, 40, 48, 64, 256};
        QDataStream directory(&entries, QIODevice::WriteOnly);
        directory.setByteOrder(QDataStream::LittleEndian);
        directory << quint16(0) << quint16(1) << quint16(sizes.size());
        for (const int size : sizes) {
            const QImage image = programIcon().pixmap(QSize(size, size), 1.0).toImage();
            // The large one as a PNG; the others behind the 22 bytes of a file of their own.
            const QByteArray bytes =
                size > 64 ? encoded(image, "PNG") : encoded(image, "ICO").mid(22);
            directory << quint8(size) << quint8(size) << quint16(0) << quint16(1) << quint16(32)
                      << quint32(bytes.size()) << quint32(6 + 16 * sizes.size() + images.size());
            images += bytes;
        }
        return entries + images;
    }

    /// What stands at the side of the installer's first and last page, in the size NSIS wants.
    static QByteArray installerPicture()
    {
        QImage picture(164, 314, QImage::Format_RGB32);
        picture.fill(QColor(0x0b, 0x3c, 0x5d)); // the picture's own ground
        QPainter painter(&picture);
        painter.drawPixmap(QPoint(18, 64), programIcon().pixmap(QSize(128, 128), 1.0));
        painter.end();
        return encoded(picture, "BMP");
    }

    /// The file in resources/icons, which SOCRATES_UPDATE_ICON=1 writes anew.
    static QByteArray keptFile(const QString& name, const QByteArray& drawn)
    {
        QFile file(QStringLiteral(SOCRATES_SOURCE_DIR "/resources/icons/") + name);
        if (qEnvironmentVariableIsSet("SOCRATES_UPDATE_ICON")) {
            if (!file.open(QIODevice::WriteOnly) || file.write(drawn) != drawn.size())
                return {};
            file.close();
        }
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void init() { socrates::test::failOnWarnings(); }

    void everyIconIsRead()
    {
        const QDir folder(u":/icons"_s);
        QVERIFY(folder.count() > 40);
        for (const QFileInfo& file : folder.entryInfoList()) {
            QFile svg(file.filePath());
            QVERIFY(svg.open(QIODevice::ReadOnly));
            QVERIFY2(Drawing::fromSvg(svg.readAll()), qPrintable(file.fileName()));
            QVERIFY2(!icon(file.baseName()).isNull(), qPrintable(file.fileName()));
        }
    }

    void whatIsNotInOurPicturesIsRefused_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::newRow("text") << "<text>a</text>"_ba;
        QTest::newRow("transform") << "<path d='M1 1h2' transform='scale(2)'/>"_ba;
        QTest::newRow("colour") << "<path d='M1 1h2' fill='url(#a)'/>"_ba;
        QTest::newRow("quadratic") << "<path d='M1 1q1 1 2 2'/>"_ba;
        QTest::newRow("turned ellipse") << "<path d='M1 1a2 1 45 0 0 2 2'/>"_ba;
        QTest::newRow("too few numbers") << "<path d='M1 1l1'/>"_ba;
        QTest::newRow("cut off") << "<path d='M1 1h2'>"_ba;
    }

    void whatIsNotInOurPicturesIsRefused()
    {
        QFETCH(QByteArray, inside);
        QVERIFY(!Drawing::fromSvg("<svg viewBox='0 0 24 24'>" + inside + "</svg>"));
    }

    void numbersMayStandClose()
    {
        const auto path = pathFromData(u"M1-.5.5 2l1-1"_s);
        QVERIFY(path);
        QCOMPARE(path->elementCount(), 3);
        QCOMPARE(QPointF(path->elementAt(1)), QPointF(0.5, 2)); // more points after M are lines
        QCOMPARE(QPointF(path->elementAt(2)), QPointF(1.5, 1));
    }

    void anArcTakesTheSideItsFlagsSay_data()
    {
        QTest::addColumn<QString>("arc");
        QTest::addColumn<QPointF>("middle");
        // Half and quarter turns round (12, 12), beginning at (7, 12).
        QTest::newRow("over the top") << u"M7 12a5 5 0 0 1 10 0"_s << QPointF(12, 7);
        QTest::newRow("below") << u"M7 12a5 5 0 0 0 10 0"_s << QPointF(12, 17);
        QTest::newRow("three quarters") << u"M7 12A5 5 0 1112 17"_s << QPointF(15.5355, 8.4645);
        QTest::newRow("one quarter") << u"M7 12A5 5 0 0012 17"_s << QPointF(8.4645, 15.5355);
        QTest::newRow("grows") << u"M7 12a1 1 0 0 1 10 0"_s << QPointF(12, 7);
    }

    void anArcTakesTheSideItsFlagsSay()
    {
        QFETCH(QString, arc);
        QFETCH(QPointF, middle);
        const auto path = pathFromData(arc);
        QVERIFY(path);
        const QPointF seen = path->pointAtPercent(0.5);
        QVERIFY2(QLineF(seen, middle).length() < 0.02,
                 qPrintable(u"%1 %2"_s.arg(seen.x()).arg(seen.y())));
    }

    void theIconForWindowsIsThePicture()
    {
        QByteArray icon = windowsIcon();
        QByteArray file = keptFile(u"socrates-admin.ico"_s, icon);
        QCOMPARE(file.size(), icon.size());
        QBuffer found(&file);
        QBuffer expected(&icon);
        QImageReader kept(&found, "ico");
        QImageReader drawn(&expected, "ico");
        QCOMPARE(kept.imageCount(), drawn.imageCount());
        for (int i = 0; i < kept.imageCount(); ++i) {
            QVERIFY(kept.jumpToImage(i) && drawn.jumpToImage(i));
            QCOMPARE(kept.read(), drawn.read());
        }
    }

    void theInstallerShowsThePicture()
    {
        const QByteArray picture = installerPicture();
        const QImage kept =
            QImage::fromData(keptFile(u"socrates-admin-installer.bmp"_s, picture), "BMP");
        QCOMPARE(kept, QImage::fromData(picture, "BMP"));
    }

    void drawsInTheMiddleInTheColourOfTheTime()
    {
        const auto drawing = Drawing::fromSvg("<svg viewBox='0 0 10 10' fill='currentColor'>"
                                              "<rect x='0' y='0' width='10' height='10'/></svg>");
        QVERIFY(drawing);
        QImage image(40, 20, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawing->paint(painter, QRectF(image.rect()), Qt::red);
        painter.end();
        QCOMPARE(image.pixelColor(20, 10), QColor(Qt::red));
        QCOMPARE(image.pixelColor(11, 10), QColor(Qt::red));
        QCOMPARE(image.pixelColor(8, 10), QColor(Qt::white));
    }
};

SOCRATES_GUI_TEST_MAIN(TestIcons)
#include "tst_icons.moc"
