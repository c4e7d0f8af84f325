// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QSet>
#include <QTest>

namespace socrates::test {

/// Black and white with loud colours, as the platforms' high contrast themes.
inline QPalette highContrastPalette()
{
    QPalette palette(Qt::black, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::ToolTipText, QPalette::Mid, QPalette::Light})
        palette.setColor(role, Qt::white);
    palette.setColor(QPalette::Base, Qt::black);
    palette.setColor(QPalette::AlternateBase, Qt::black);
    palette.setColor(QPalette::ToolTipBase, Qt::black);
    palette.setColor(QPalette::Highlight, Qt::cyan);
    palette.setColor(QPalette::HighlightedText, Qt::black);
    palette.setColor(QPalette::Link, Qt::yellow);
    palette.setColor(QPalette::PlaceholderText, QColor(0xFFE0E0E0));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, Qt::green);
    return palette;
}

/// Where pictures go: build/screenshots, or the folder that SOCRATES_SCREENSHOTS names.
inline QDir pictureFolder()
{
    const QString chosen = qEnvironmentVariable("SOCRATES_SCREENSHOTS");
    const QDir folder(chosen.isEmpty() ? QStringLiteral(SOCRATES_BINARY_DIR "/screenshots")
                                       : chosen);
    folder.mkpath(QStringLiteral("."));
    return folder;
}

/// English, or what SOCRATES_SCREENSHOTS_LANGUAGE says ("el").
inline QString pictureLanguage()
{
    return qEnvironmentVariable("SOCRATES_SCREENSHOTS_LANGUAGE", QStringLiteral("en"));
}

inline QImage rendered(QWidget& widget, qreal ratio)
{
    QImage image(widget.size() * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    widget.render(&image);
    return image;
}

/// A picture that shows something: more than two colours.
inline void savePicture(const QImage& image, const QString& name)
{
    const QString file = pictureFolder().filePath(name + QStringLiteral(".png"));
    QVERIFY2(image.save(file, "PNG", 80), qPrintable(file)); // quick rather than small
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 7) {
        for (int x = 0; x < image.width(); x += 7)
            colors.insert(image.pixel(x, y));
    }
    QVERIFY2(colors.size() > 2, qPrintable(file));
}

/// NAME-light.png, NAME-dark.png, NAME-contrast.png, and at double density NAME-dark@2x.png.
inline void takePictures(QWidget& widget, const QString& name)
{
    ui::Theme theme(*qApp);
    const auto take = [&](const QString& look) {
        widget.show();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        savePicture(rendered(widget, 1), name + u'-' + look);
    };
    theme.apply(ui::ColorScheme::Dark);
    take(QStringLiteral("dark"));
    savePicture(rendered(widget, 2), name + QStringLiteral("-dark@2x"));
    QApplication::setPalette(highContrastPalette());
    take(QStringLiteral("contrast"));
    theme.apply(ui::ColorScheme::Light);
    take(QStringLiteral("light"));
}

} // namespace socrates::test
