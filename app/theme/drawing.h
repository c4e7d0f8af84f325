// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QList>
#include <QPainterPath>

#include <optional>

class QPainter;

namespace socrates::ui {

/// One of our own pictures, from the part of SVG that they use: paths, rectangles, circles and
/// ellipses with a plain fill and a plain line. A test reads all of resources/icons. So icons need
/// no library that not every platform has.
class Drawing
{
public:
    /// Nothing when the picture has anything else in it.
    static std::optional<Drawing> fromSvg(const QByteArray& svg);

    bool isEmpty() const { return m_shapes.isEmpty(); }
    /// As large as fits into `target`, in its middle; "currentColor" is `current`.
    void paint(QPainter& painter, const QRectF& target, const QColor& current) const;

private:
    friend class DrawingReader;

    /// What a line or an area is painted with.
    struct Ink
    {
        enum class Kind { None, Current, Own };
        Kind kind = Kind::None;
        QColor color;

        QColor resolved(const QColor& current) const;
    };

    struct Style
    {
        Ink fill{Ink::Kind::Own, Qt::black};
        Ink line;
        qreal lineWidth = 1;
        Qt::PenCapStyle cap = Qt::FlatCap;
        Qt::PenJoinStyle join = Qt::MiterJoin;
    };

    struct Shape
    {
        QPainterPath path;
        Style style;
    };

    QRectF m_view;
    QList<Shape> m_shapes;
};

} // namespace socrates::ui
