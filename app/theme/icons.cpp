// SPDX-License-Identifier: MIT
#include "app/theme/icons.h"

#include "app/theme/drawing.h"
#include "app/theme/paintedicon.h"

#include <QFile>
#include <QGuiApplication>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

Drawing drawing(const QString& name)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return Drawing::fromSvg(file.readAll()).value_or(Drawing());
}

/// Draws a picture whose lines are "currentColor" in the palette's colour at that time.
class LineIconEngine final : public PaintedIcon
{
public:
    LineIconEngine(const QString& name, std::optional<StatusRole> role)
        : m_role(role), m_drawing(drawing(name))
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        m_drawing.paint(*painter, QRectF(rect), color(mode));
    }

    bool isNull() override { return m_drawing.isEmpty(); }
    QIconEngine* clone() const override { return new LineIconEngine(*this); }

private:
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return m_role ? statusColor(*m_role, palette) : palette.color(QPalette::ButtonText);
    }

    std::optional<StatusRole> m_role;
    Drawing m_drawing;
};

} // namespace

QIcon icon(const QString& name)
{
    return QIcon(new LineIconEngine(name, std::nullopt));
}

QIcon icon(const QString& name, StatusRole role)
{
    return QIcon(new LineIconEngine(name, role));
}

QIcon programIcon()
{
    return icon(u"socrates-admin"_s);
}

} // namespace socrates::ui
