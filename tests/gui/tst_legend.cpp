// SPDX-License-Identifier: MIT
#include "app/theme/statuscolors.h"
#include "app/widgets/legendframe.h"
#include "tests/gui/pictures.h"
#include "tests/support/guitestmain.h"

#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;

class TestLegend : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }

    /// One that is open while the theme changes, too.
    void itsSignsFollowTheTheme()
    {
        QWidget window;
        auto* frame = new LegendFrame(&window);
        frame->addRow(
            [](QPainter& painter, const QRectF& room, const QPalette& palette) {
                painter.fillRect(room, statusColor(StatusRole::Failed, palette));
            },
            u"Failed"_s, u"It was rolled back"_s);
        window.show();
        frame->showAt({0, 0});
        const auto* word = frame->findChild<QLabel*>();
        const QPoint sign(word->x() / 2, word->geometry().center().y());
        Theme theme(*qApp);
        for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
            theme.apply(scheme);
            QTRY_COMPARE(test::rendered(*frame, 1).pixelColor(sign),
                         statusColor(StatusRole::Failed, qApp->palette()));
        }
    }
};

SOCRATES_GUI_TEST_MAIN(TestLegend)
#include "tst_legend.moc"
