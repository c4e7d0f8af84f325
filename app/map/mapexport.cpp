// SPDX-License-Identifier: MIT
#include "app/map/mapexport.h"

#include "app/map/mappainter.h"
#include "app/map/svgdevice.h"
#include "app/theme/texts.h"
#include "core/base/filereplacement.h"

#include <QBuffer>
#include <QPainter>

#include <cmath>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kMargin = 16;
constexpr qreal kDensity = 2;
constexpr qreal kMostPixels = 80e6; ///< 320 MB in memory
constexpr qreal kLongestSide = 30000;

QRectF pageOf(const MapPicture& picture)
{
    return picture.layout.bounds.adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

void draw(QPainter& painter, const MapPicture& picture, const MapLook& look, qreal scale)
{
    const QRectF page = pageOf(picture);
    painter.scale(scale, scale);
    painter.translate(-page.topLeft());
    painter.fillRect(page, look.palette.color(QPalette::Base));
    MapPainter(picture, look.palette, look.font).paint(painter, page, scale);
}

QByteArray svg(const MapPicture& picture, const MapLook& look)
{
    QStringList names;
    for (const core::SchemaMap::Database& database : picture.map.databases) {
        if (!database.name.isEmpty())
            names << database.name.text();
    }
    SvgDevice device(pageOf(picture).size(), names.join(u", "_s));
    QPainter painter(&device);
    draw(painter, picture, look, 1);
    painter.end();
    return device.svg();
}

QByteArray png(const MapPicture& picture, const MapLook& look)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    mapImage(picture, look).save(&buffer, "PNG");
    return bytes;
}

} // namespace

QImage mapImage(const MapPicture& picture, const MapLook& look)
{
    const QSizeF size = pageOf(picture).size();
    const qreal scale =
        qMin(qMin(kDensity, std::sqrt(kMostPixels / (size.width() * size.height()))),
             kLongestSide / qMax(size.width(), size.height()));
    QImage image((size * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    QPainter painter(&image);
    draw(painter, picture, look, scale);
    return image;
}

core::Result<void> exportMap(const QString& filePath, const MapPicture& picture,
                             const MapLook& look)
{
    const bool isPng = filePath.endsWith(".png"_L1, Qt::CaseInsensitive);
    const QByteArray bytes = isPng ? png(picture, look) : svg(picture, look);
    // Empty: the picture could not be made.
    const auto replaced =
        bytes.isEmpty() ? tl::unexpected(QString()) : core::replaceFile(filePath, bytes);
    if (replaced)
        return {};
    core::Error error;
    error.code = u"internal.export"_s;
    error.summary = tr("The map could not be written to %1.").arg(filePath);
    error.detail = replaced.error();
    return core::fail(error);
}

} // namespace socrates::ui
