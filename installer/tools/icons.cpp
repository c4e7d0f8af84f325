// SPDX-License-Identifier: MIT
// Draws an SVG as PNG files in the sizes that desktops ask for, while a package is built.
#include "app/theme/drawing.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>

#include <cstdio>
#include <cstdlib>

/// icons SVG FOLDER SIZE...: writes FOLDER/SIZE.png
int main(int argc, char* argv[])
{
    if (argc < 4)
        return 2;
    QFile svg(QString::fromLocal8Bit(argv[1]));
    const auto drawing = svg.open(QIODevice::ReadOnly)
                             ? socrates::ui::Drawing::fromSvg(svg.readAll())
                             : std::nullopt;
    const QDir folder(QString::fromLocal8Bit(argv[2]));
    bool isDone = drawing && folder.mkpath(QStringLiteral("."));
    for (int i = 3; i < argc && isDone; ++i) {
        const int side = std::atoi(argv[i]);
        QImage image(side, side, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawing->paint(painter, image.rect(), Qt::black);
        painter.end();
        isDone = image.save(folder.filePath(QStringLiteral("%1.png").arg(side)), "PNG");
    }
    if (!isDone)
        std::fprintf(stderr, "%s could not be drawn to %s.\n", argv[1], argv[2]);
    return isDone ? 0 : 1;
}
