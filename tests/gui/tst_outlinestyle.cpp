// SPDX-License-Identifier: MIT
#include "tests/gui/pictures.h"
#include "tests/support/guitestmain.h"

#include <QCheckBox>
#include <QLineEdit>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace socrates::ui;

/// What can be used can be seen: an outline has 3:1 to what is around it (WCAG 1.4.11).
class TestOutlineStyle : public QObject
{
    Q_OBJECT

    static double luminance(const QColor& color)
    {
        const auto part = [](double value) {
            return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(double(color.redF())) + 0.7152 * part(double(color.greenF())) +
               0.0722 * part(double(color.blueF()));
    }

    static double contrast(const QColor& one, const QColor& other)
    {
        const double a = luminance(one);
        const double b = luminance(other);
        return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
    }

    /// The best contrast to the inside on the way from the left edge to `last`.
    static double outlineOf(QWidget& widget, int last)
    {
        const QImage image = socrates::test::rendered(widget, 1);
        const int y = image.height() / 2;
        double best = 0;
        for (int x = 0; x < last; ++x)
            best = std::max(best, contrast(image.pixelColor(x, y), image.pixelColor(last, y)));
        return best;
    }

private slots:
    void init() { socrates::test::failOnWarnings(); }

    void outlinesAreSeen_data()
    {
        QTest::addColumn<ColorScheme>("scheme");
        QTest::newRow("light") << ColorScheme::Light;
        QTest::newRow("dark") << ColorScheme::Dark;
    }

    void secondaryTextsAreRead_data()
    {
        QTest::addColumn<ColorScheme>("scheme");
        QTest::newRow("system") << ColorScheme::System; // Fusion's own, in which they are faint
        QTest::newRow("light") << ColorScheme::Light;
        QTest::newRow("dark") << ColorScheme::Dark;
    }

    void secondaryTextsAreRead()
    {
        QFETCH(ColorScheme, scheme);
        static const QPalette system = qApp->palette();
        qApp->setPalette(system);
        Theme(*qApp).apply(scheme);
        const QPalette palette = qApp->palette();
        const QColor ink = palette.color(QPalette::PlaceholderText);
        QCOMPARE(ink.alpha(), 255);
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
            const double seen = contrast(ink, palette.color(ground));
            QVERIFY2(seen >= 4.5, qPrintable(QString::number(seen)));
        }
        qApp->setPalette(system);
    }

    void outlinesAreSeen()
    {
        QFETCH(ColorScheme, scheme);
        Theme(*qApp).apply(scheme);
        QWidget window;
        window.resize(200, 100);
        auto* box = new QCheckBox(&window);
        box->resize(20, 20);
        QLineEdit edit(&window);
        edit.setGeometry(20, 40, 100, 26);
        edit.setReadOnly(true);
        window.show();
        QVERIFY2(outlineOf(*box, 8) >= 3.0, qPrintable(QString::number(outlineOf(*box, 8))));
        QVERIFY2(outlineOf(edit, 10) >= 3.0, qPrintable(QString::number(outlineOf(edit, 10))));
    }
};

SOCRATES_GUI_TEST_MAIN(TestOutlineStyle)
#include "tst_outlinestyle.moc"
