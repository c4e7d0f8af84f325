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
    LineIconEngine(const QString& name, std::optional<StatusRole> role) : m_name(name), m_role(role)
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        picture().paint(*painter, QRectF(rect), color(mode));
    }

    bool isNull() override { return picture().isEmpty(); }
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

    /// Read when it is first drawn: most icons of menus and pages are not on the first picture.
    const Drawing& picture()
    {
        if (!m_drawing)
            m_drawing = drawing(m_name);
        return *m_drawing;
    }

    QString m_name;
    std::optional<StatusRole> m_role;
    std::optional<Drawing> m_drawing;
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
