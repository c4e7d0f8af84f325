// SPDX-License-Identifier: MIT
#include "app/widgets/timetext.h"

#include <QDateTime>
#include <QFontMetrics>
#include <QLocale>

namespace socrates::ui {

QString timeText(const QDateTime& moment)
{
    return moment.isValid() ? QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat)
                            : QString();
}

QString clockText(const QDateTime& moment)
{
    return moment.isValid() ? QLocale().toString(moment.toLocalTime().time(), QLocale::ShortFormat)
                            : QString();
}

QString longTimeText(const QDateTime& moment)
{
    return moment.isValid() ? QLocale().toString(moment.toLocalTime(), QLocale::LongFormat)
                            : QString();
}

QString timeToolTip(const QDateTime& moment)
{
    return moment.isValid()
               ? longTimeText(moment) + u'\n' + moment.toUTC().toString(Qt::ISODateWithMs)
               : QString();
}

int timeTextWidth(const QFontMetrics& metrics)
{
    // Two digits in every part, before noon and after it.
    const QDate day(2026, 12, 30);
    return qMax(metrics.horizontalAdvance(timeText(QDateTime(day, QTime(10, 58)))),
                metrics.horizontalAdvance(timeText(QDateTime(day, QTime(22, 58)))));
}

} // namespace socrates::ui
