// SPDX-License-Identifier: MIT
#include "app/theme/statuscolors.h"

namespace socrates::ui {

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

Pair pairOf(StatusRole role)
{
    switch (role) {
    case StatusRole::Applied:
        return {0xFF00664B, 0xFF4CC9A4};
    case StatusRole::Pending:
        return {0xFF0060A0, 0xFF6EC1F5};
    case StatusRole::Warning:
        return {0xFF8A5200, 0xFFF0B429};
    case StatusRole::Failed:
        return {0xFFB03A00, 0xFFFF8A4C};
    case StatusRole::Neutral:
        return {0xFF5A5A5A, 0xFFB0B0B0};
    case StatusRole::Production:
        return {0xFF9B2D5E, 0xFFE59AC2};
    }
    return {0xFF5A5A5A, 0xFFB0B0B0};
}

} // namespace

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QColor statusColor(StatusRole role, const QPalette& palette)
{
    const Pair pair = pairOf(role);
    return QColor(isDark(palette) ? pair.dark : pair.light);
}

QColor statusTint(StatusRole role, const QPalette& palette)
{
    const QColor strong = statusColor(role, palette);
    const QColor base = palette.color(QPalette::Base);
    const qreal part = isDark(palette) ? 0.18 : 0.10;
    return QColor::fromRgbF(float(strong.redF() * part + base.redF() * (1 - part)),
                            float(strong.greenF() * part + base.greenF() * (1 - part)),
                            float(strong.blueF() * part + base.blueF() * (1 - part)));
}

} // namespace socrates::ui
