// SPDX-License-Identifier: MIT
#include "app/map/svgdevice.h"

#include <QFontInfo>
#include <QPaintEngine>
#include <QPainterPath>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

/// Short, and exact enough for what is seen.
QByteArray number(qreal value)
{
    QByteArray text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray point(const QPointF& p)
{
    return number(p.x()) + ' ' + number(p.y());
}

QByteArray attribute(const char* name, const QByteArray& value)
{
    return QByteArray(" ") + name + "=\"" + value + '"';
}

/// A colour, and how far one sees through it.
QByteArray colored(const char* name, const QColor& color)
{
    QByteArray result = attribute(name, color.name().toLatin1());
    if (color.alpha() != 255)
        result += attribute((QByteArray(name) + "-opacity").constData(), number(color.alphaF()));
    return result;
}

QByteArray escaped(const QString& text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray dataOf(const QPainterPath& path)
{
    QByteArray data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element& element = path.elementAt(i);
        if (element.type == QPainterPath::MoveToElement)
            data += 'M';
        else if (element.type == QPainterPath::LineToElement)
            data += 'L';
        else if (element.type == QPainterPath::CurveToElement)
            data += 'C';
        else
            data += ' '; // more points of the curve
        data += point(element);
    }
    return data;
}

} // namespace

class SvgEngine final : public QPaintEngine
{
public:
    SvgEngine() : QPaintEngine(PrimitiveTransform | PainterPaths | Antialiasing | PixmapTransform)
    {}

    bool begin(QPaintDevice*) override
    {
        m_body.clear();
        m_transform = QTransform();
        m_isInGroup = false;
        return true;
    }

    bool end() override
    {
        if (m_isInGroup)
            m_body += "</g>\n";
        m_isInGroup = false;
        return true;
    }

    void updateState(const QPaintEngineState& state) override
    {
        if (state.state() & DirtyPen)
            m_pen = state.pen();
        if (state.state() & DirtyBrush)
            m_brush = state.brush();
        if (!(state.state() & DirtyTransform) || state.transform() == m_transform)
            return;
        m_transform = state.transform();
        if (m_isInGroup)
            m_body += "</g>\n";
        const QTransform& t = m_transform;
        const QByteArrayList parts{number(t.m11()), number(t.m12()), number(t.m21()),
                                   number(t.m22()), number(t.dx()),  number(t.dy())};
        m_body += "<g" + attribute("transform", "matrix(" + parts.join(' ') + ')') + ">\n";
        m_isInGroup = true;
    }

    void drawPath(const QPainterPath& path) override
    {
        m_body += "<path" + attribute("d", dataOf(path)) + fill() + stroke() + "/>\n";
    }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        QByteArray data = "M";
        for (int i = 0; i < count; ++i)
            data += (i > 0 ? "L" : "") + point(points[i]);
        const bool isLine = mode == PolylineMode;
        if (!isLine)
            data += 'Z';
        m_body += "<path" + attribute("d", data) + (isLine ? attribute("fill", "none") : fill()) +
                  stroke() + "/>\n";
    }

    void drawTextItem(const QPointF& position, const QTextItem& item) override
    {
        const QFont font = item.font();
        m_body += "<text" + attribute("x", number(position.x())) +
                  attribute("y", number(position.y())) +
                  attribute("font-family", escaped(font.family()) + ", sans-serif") +
                  attribute("font-size", number(QFontInfo(font).pixelSize()));
        if (font.bold())
            m_body += attribute("font-weight", "bold");
        if (font.italic())
            m_body += attribute("font-style", "italic");
        if (font.strikeOut())
            m_body += attribute("text-decoration", "line-through");
        m_body += colored("fill", m_pen.color()) + attribute("xml:space", "preserve") + '>' +
                  escaped(item.text()) + "</text>\n";
    }

    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    Type type() const override { return User; }

    const QByteArray& body() const { return m_body; }

private:
    QByteArray fill() const
    {
        return m_brush.style() == Qt::NoBrush ? attribute("fill", "none")
                                              : colored("fill", m_brush.color());
    }

    QByteArray stroke() const
    {
        if (m_pen.style() == Qt::NoPen)
            return {};
        const qreal width = m_pen.widthF() > 0 ? m_pen.widthF() : 1;
        QByteArray result =
            colored("stroke", m_pen.color()) + attribute("stroke-width", number(width));
        if (m_pen.style() != Qt::SolidLine) {
            QByteArrayList dashes;
            const QList<qreal> pattern = m_pen.dashPattern();
            for (const qreal part : pattern)
                dashes << number(part * width);
            result += attribute("stroke-dasharray", dashes.join(' '));
        }
        if (m_pen.capStyle() == Qt::RoundCap)
            result += attribute("stroke-linecap", "round");
        if (m_pen.joinStyle() == Qt::RoundJoin)
            result += attribute("stroke-linejoin", "round");
        return result;
    }

    QByteArray m_body;
    QPen m_pen;
    QBrush m_brush;
    QTransform m_transform;
    bool m_isInGroup = false;
};

SvgDevice::SvgDevice(const QSizeF& size, const QString& title)
    : m_size(size), m_title(title), m_engine(std::make_unique<SvgEngine>())
{}

SvgDevice::~SvgDevice() = default;

QPaintEngine* SvgDevice::paintEngine() const
{
    return m_engine.get();
}

QByteArray SvgDevice::svg() const
{
    const QByteArray width = number(m_size.width());
    const QByteArray height = number(m_size.height());
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"" +
           attribute("width", width) + attribute("height", height) +
           attribute("viewBox", "0 0 " + width + ' ' + height) + ">\n<title>" + escaped(m_title) +
           "</title>\n" + m_engine->body() + "</svg>\n";
}

int SvgDevice::metric(PaintDeviceMetric metric) const
{
    constexpr int kDpi = 96;
    constexpr qreal kMillimetersPerInch = 25.4;
    switch (metric) {
    case PdmWidth:
        return qRound(m_size.width());
    case PdmHeight:
        return qRound(m_size.height());
    case PdmWidthMM:
        return qRound(m_size.width() * kMillimetersPerInch / kDpi);
    case PdmHeightMM:
        return qRound(m_size.height() * kMillimetersPerInch / kDpi);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return kDpi;
    case PdmNumColors:
        return 1 << 24;
    case PdmDepth:
        return 24;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return qRound(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(metric);
    }
}

} // namespace socrates::ui
