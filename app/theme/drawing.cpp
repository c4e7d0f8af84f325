// SPDX-License-Identifier: MIT
#include "app/theme/drawing.h"

#include "app/theme/pathdata.h"

#include <QPainter>
#include <QXmlStreamReader>

namespace socrates::ui {

using namespace Qt::StringLiterals;

class DrawingReader
{
public:
    explicit DrawingReader(const QByteArray& svg) : m_xml(svg) {}

    std::optional<Drawing> read()
    {
        while (!m_xml.atEnd() && m_isValid) {
            if (m_xml.readNext() == QXmlStreamReader::StartElement)
                m_isValid = readElement();
        }
        if (!m_isValid || m_xml.hasError() || m_drawing.m_view.isEmpty())
            return std::nullopt;
        return m_drawing;
    }

private:
    bool readElement()
    {
        m_attributes = m_xml.attributes();
        if (m_xml.name() == "svg"_L1)
            return readView() && readStyle(m_style);
        Drawing::Shape shape{.path = {}, .style = m_style};
        const bool isRead = readPath(shape.path) && readStyle(shape.style);
        m_drawing.m_shapes << shape;
        return isRead;
    }

    bool readView()
    {
        const auto numbers = m_attributes.value("viewBox"_L1).split(u' ');
        if (numbers.size() != 4)
            return false;
        m_drawing.m_view = QRectF(numbers[0].toDouble(), numbers[1].toDouble(),
                                  numbers[2].toDouble(), numbers[3].toDouble());
        return true;
    }

    qreal number(QLatin1StringView name) const { return m_attributes.value(name).toDouble(); }

    bool readPath(QPainterPath& path)
    {
        if (m_attributes.hasAttribute("transform"_L1))
            return false;
        const QPointF centre(number("cx"_L1), number("cy"_L1));
        if (m_xml.name() == "path"_L1) {
            const auto outline = pathFromData(m_attributes.value("d"_L1));
            path = outline.value_or(QPainterPath());
            return outline.has_value();
        }
        if (m_xml.name() == "rect"_L1)
            path.addRoundedRect(number("x"_L1), number("y"_L1), number("width"_L1),
                                number("height"_L1), number("rx"_L1), number("rx"_L1));
        else if (m_xml.name() == "circle"_L1)
            path.addEllipse(centre, number("r"_L1), number("r"_L1));
        else if (m_xml.name() == "ellipse"_L1)
            path.addEllipse(centre, number("rx"_L1), number("ry"_L1));
        return !path.isEmpty();
    }

    bool readStyle(Drawing::Style& style) const
    {
        if (m_attributes.hasAttribute("stroke-width"_L1))
            style.lineWidth = number("stroke-width"_L1);
        if (m_attributes.value("stroke-linecap"_L1) == "round"_L1)
            style.cap = Qt::RoundCap;
        if (m_attributes.value("stroke-linejoin"_L1) == "round"_L1)
            style.join = Qt::RoundJoin;
        return readInk("fill"_L1, style.fill) && readInk("stroke"_L1, style.line);
    }

    bool readInk(QLatin1StringView name, Drawing::Ink& ink) const
    {
        using Kind = Drawing::Ink::Kind;
        const QString text = m_attributes.value(name).toString();
        if (text.isEmpty())
            return true; // as the picture has it
        if (text == "none"_L1)
            ink = {};
        else if (text == "currentColor"_L1)
            ink = {Kind::Current, {}};
        else
            ink = {Kind::Own, QColor(text)};
        return ink.kind != Kind::Own || ink.color.isValid();
    }

    QXmlStreamReader m_xml;
    QXmlStreamAttributes m_attributes;
    Drawing m_drawing;
    Drawing::Style m_style;
    bool m_isValid = true;
};

std::optional<Drawing> Drawing::fromSvg(const QByteArray& svg)
{
    return DrawingReader(svg).read();
}

QColor Drawing::Ink::resolved(const QColor& current) const
{
    switch (kind) {
    case Kind::None:
        return Qt::transparent;
    case Kind::Current:
        return current;
    case Kind::Own:
        return color;
    }
    Q_UNREACHABLE();
}

void Drawing::paint(QPainter& painter, const QRectF& target, const QColor& current) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal scale = qMin(target.width() / m_view.width(), target.height() / m_view.height());
    painter.translate(target.center());
    painter.scale(scale, scale);
    painter.translate(-m_view.center());
    for (const auto& [path, style] : m_shapes) {
        QPen pen(style.line.resolved(current), style.lineWidth, Qt::SolidLine, style.cap,
                 style.join);
        painter.setPen(style.line.kind == Ink::Kind::None ? QPen(Qt::NoPen) : pen);
        painter.setBrush(style.fill.resolved(current));
        painter.drawPath(path);
    }
    painter.restore();
}

} // namespace socrates::ui
