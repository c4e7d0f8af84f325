// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QDateTime;
class QFontMetrics;

namespace socrates::ui {

/// How the window shows a moment. Moments are stored in UTC and shown in local time, as the locale
/// writes them; where a short form stands, its tooltip (timeToolTip) tells the zone.

/// Day and time to the minute, for lists. Empty for a moment that is not known.
QString timeText(const QDateTime& moment);
/// The time of the day only, for what was a moment ago.
QString clockText(const QDateTime& moment);
/// To the second and with the zone, where there is room and no tooltip.
QString longTimeText(const QDateTime& moment);
/// The long form, and below it the same in UTC as ISO 8601 writes it, to the millisecond.
QString timeToolTip(const QDateTime& moment);
/// What the widest timeText() takes, in pixels.
int timeTextWidth(const QFontMetrics& metrics);

} // namespace socrates::ui
