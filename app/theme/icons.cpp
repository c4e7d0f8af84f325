// SPDX-License-Identifier: MIT
#include "app/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

QByteArray source(const QString& name)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

/// Draws an SVG whose lines are "currentColor", which Qt's SVG does not know by itself.
class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(QString name, std::optional<StatusRole> role)
        : m_name(std::move(name)), m_role(role), m_svg(source(m_name))
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        svg.replace("currentColor", color(mode).name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, QRectF(rect));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }

    bool isNull() override { return m_svg.isEmpty(); }
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

    QString m_name;
    std::optional<StatusRole> m_role;
    QByteArray m_svg;
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
    return QIcon(u":/icons/socrates-admin.svg"_s);
}

} // namespace socrates::ui
