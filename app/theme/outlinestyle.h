// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

namespace socrates::ui {

/// Fusion takes the outlines of fields, check boxes and frames from the window's colour made
/// darker, which cannot be seen on a dark window. This one takes them from the palette's Mid, and
/// gives the text of lists and fields some room. What a bar has no room for is behind a sign in the
/// colour of text, where Fusion's is a dark picture.
class OutlineStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    OutlineStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption* option,
                       const QWidget* widget) const override;
};

} // namespace socrates::ui
