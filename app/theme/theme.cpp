// SPDX-License-Identifier: MIT
#include "app/theme/theme.h"

#include "app/theme/outlinestyle.h"
#include "app/theme/statuscolors.h"

#include <QApplication>
#include <QStyle>

#include <cmath>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

struct Tones
{
    QRgb window, base, alternate, text, button, mid, highlight, highlightedText, disabled, link,
        placeholder;
};

QPalette paletteOf(const Tones& tones)
{
    QPalette palette(QColor(tones.button), QColor(tones.window));
    palette.setColor(QPalette::Window, QColor(tones.window));
    palette.setColor(QPalette::WindowText, QColor(tones.text));
    palette.setColor(QPalette::Base, QColor(tones.base));
    palette.setColor(QPalette::AlternateBase, QColor(tones.alternate));
    palette.setColor(QPalette::Text, QColor(tones.text));
    palette.setColor(QPalette::Button, QColor(tones.button));
    palette.setColor(QPalette::ButtonText, QColor(tones.text));
    // Mid outlines what can be used, so it stands out from the base (3:1); the others shade it.
    palette.setColor(QPalette::Mid, QColor(tones.mid));
    palette.setColor(QPalette::Light, QColor(tones.button).lighter(130));
    palette.setColor(QPalette::Midlight, QColor(tones.button).lighter(115));
    palette.setColor(QPalette::Dark, QColor(tones.mid).darker(140));
    palette.setColor(QPalette::Shadow, QColor(tones.mid).darker(220));
    palette.setColor(QPalette::Highlight, QColor(tones.highlight));
    palette.setColor(QPalette::HighlightedText, QColor(tones.highlightedText));
    palette.setColor(QPalette::ToolTipBase, QColor(tones.alternate));
    palette.setColor(QPalette::ToolTipText, QColor(tones.text));
    palette.setColor(QPalette::Link, QColor(tones.link));
    palette.setColor(QPalette::PlaceholderText, QColor(tones.placeholder));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(tones.disabled));
    return palette;
}

/// The relative luminance of WCAG 2: 0 is black, 1 white.
double luminance(const QColor& color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

/// Of a colour that may let the ground shine through: 1 to 21.
double contrast(const QColor& ink, const QColor& ground)
{
    const auto mixed = [&](float over, float under) {
        return under + (over - under) * ink.alphaF();
    };
    const double one = luminance(QColor::fromRgbF(mixed(ink.redF(), ground.redF()),
                                                  mixed(ink.greenF(), ground.greenF()),
                                                  mixed(ink.blueF(), ground.blueF())));
    const double other = luminance(ground);
    return (qMax(one, other) + 0.05) / (qMin(one, other) + 0.05);
}

/// What stands in that colour is information here (where a database is, what a button does), and
/// many systems make it as faint as what need not be read.
QPalette withReadablePlaceholders(QPalette palette)
{
    constexpr double kReadable = 4.5;
    const QColor ink = palette.color(QPalette::PlaceholderText);
    for (const auto ground : {QPalette::Window, QPalette::Base}) {
        if (contrast(ink, palette.color(ground)) < kReadable)
            palette.setColor(QPalette::PlaceholderText, statusColor(StatusRole::Neutral, palette));
    }
    return palette;
}

} // namespace

Theme::Theme(QApplication& application)
    : m_application(application)
    , m_systemPalette(application.palette())
    , m_systemStyle(application.style()->objectName())
{}

QPalette Theme::lightPalette()
{
    return paletteOf({0xFFF3F4F6, 0xFFFFFFFF, 0xFFF6F8FA, 0xFF1B1F24, 0xFFE9EBEE, 0xFF747A83,
                      0xFF1F6FB2, 0xFFFFFFFF, 0xFF767C85, 0xFF0060A0, 0xFF656B74});
}

QPalette Theme::darkPalette()
{
    return paletteOf({0xFF25272B, 0xFF1E1E1E, 0xFF26292D, 0xFFE6E8EB, 0xFF33363B, 0xFF7C828B,
                      0xFF2F6DA8, 0xFFFFFFFF, 0xFF8A9099, 0xFF6EC1F5, 0xFF989EA7});
}

void Theme::apply(ColorScheme scheme)
{
    if (scheme == ColorScheme::System) {
        if (m_systemStyle.compare("fusion"_L1, Qt::CaseInsensitive) == 0)
            m_application.setStyle(new OutlineStyle);
        else
            m_application.setStyle(m_systemStyle);
        m_application.setPalette(withReadablePlaceholders(m_systemPalette));
        return;
    }
    m_application.setStyle(new OutlineStyle);
    m_application.setPalette(scheme == ColorScheme::Dark ? darkPalette() : lightPalette());
}

} // namespace socrates::ui
