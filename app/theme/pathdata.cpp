// SPDX-License-Identifier: MIT
#include "app/theme/pathdata.h"

#include <QtMath>

#include <cmath>
#include <utility>

namespace socrates::ui {

namespace {

/// Splits "M5 7h9.5-.5" into its commands and numbers.
class Tokens
{
public:
    explicit Tokens(QStringView text) : m_text(text) {}

    bool atEnd()
    {
        skipSeparators();
        return m_at >= m_text.size();
    }

    bool atCommand() { return !atEnd() && m_text[m_at].isLetter(); }

    char16_t command() { return m_text[m_at++].unicode(); }

    /// The next number. What is none fails the whole path.
    qreal number()
    {
        skipSeparators();
        const qsizetype start = m_at;
        if (m_at < m_text.size() && (m_text[m_at] == u'-' || m_text[m_at] == u'+'))
            ++m_at;
        bool hasPoint = false;
        while (m_at < m_text.size() &&
               (m_text[m_at].isDigit() || (m_text[m_at] == u'.' && !hasPoint)))
            hasPoint = m_text[m_at++] == u'.' || hasPoint;
        bool isNumber = false;
        const qreal value = m_text.sliced(start, m_at - start).toDouble(&isNumber);
        m_isValid = m_isValid && isNumber;
        return value;
    }

    /// A digit of its own: the flags of an arc may stand without anything between them.
    bool flag()
    {
        skipSeparators();
        const QChar digit = m_at < m_text.size() ? m_text[m_at++] : QChar();
        m_isValid = m_isValid && (digit == u'0' || digit == u'1');
        return digit == u'1';
    }

    bool isValid() const { return m_isValid; }

private:
    void skipSeparators()
    {
        while (m_at < m_text.size() && (m_text[m_at].isSpace() || m_text[m_at] == u','))
            ++m_at;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_isValid = true;
};

class Outline
{
public:
    explicit Outline(QStringView data) : m_tokens(data) {}

    std::optional<QPainterPath> build()
    {
        char16_t command = 0;
        while (!m_tokens.atEnd()) {
            if (m_tokens.atCommand())
                command = m_tokens.command();
            else if (command == u'M' || command == u'm')
                command = command == u'M' ? u'L' : u'l'; // more points after the first are lines
            else if (command == u'Z' || command == u'z')
                return std::nullopt;
            if (!draw(command) || !m_tokens.isValid())
                return std::nullopt;
        }
        return m_path;
    }

private:
    /// A small letter's numbers are seen from where the line is.
    bool draw(char16_t command)
    {
        const QPointF here = m_path.currentPosition();
        const bool isRelative = QChar(command).isLower();
        const QPointF base = isRelative ? here : QPointF();
        const QPointF before = std::exchange(m_control, std::nullopt).value_or(here);
        switch (QChar(command).toUpper().unicode()) {
        case u'M':
            m_path.moveTo(point(base));
            return true;
        case u'L':
            m_path.lineTo(point(base));
            return true;
        case u'H':
            m_path.lineTo(base.x() + m_tokens.number(), here.y());
            return true;
        case u'V':
            m_path.lineTo(here.x(), base.y() + m_tokens.number());
            return true;
        case u'C':
            curve(base, point(base));
            return true;
        case u'S': // goes on smoothly: its first control is the mirror of the last one
            curve(base, 2 * here - before);
            return true;
        case u'A':
            return arc(here, base);
        case u'Z':
            m_path.closeSubpath();
            return true;
        default:
            return false;
        }
    }

    QPointF point(QPointF base)
    {
        const qreal x = m_tokens.number();
        return base + QPointF(x, m_tokens.number());
    }

    void curve(QPointF base, QPointF first)
    {
        const QPointF second = point(base);
        m_path.cubicTo(first, second, point(base));
        m_control = second;
    }

    /// From the ends of an arc to its ellipse, as SVG's appendix on arcs has it.
    bool arc(QPointF from, QPointF base)
    {
        qreal rx = m_tokens.number();
        qreal ry = m_tokens.number();
        const bool isTurned = m_tokens.number() != 0;
        const bool isLarge = m_tokens.flag();
        const bool isClockwise = m_tokens.flag();
        const QPointF to = point(base);
        if (isTurned || rx <= 0 || ry <= 0 || from == to)
            return false;
        const QPointF half((from.x() - to.x()) / 2 / rx, (from.y() - to.y()) / 2 / ry);
        const qreal square = QPointF::dotProduct(half, half);
        if (square > 1) { // too small to reach from end to end: it grows
            rx *= std::sqrt(square);
            ry *= std::sqrt(square);
        }
        const qreal offset =
            std::sqrt(qMax(0.0, 1 / square - 1)) * (isLarge == isClockwise ? -1 : 1);
        const QPointF centre =
            (from + to) / 2 + QPointF(offset * rx * half.y(), -offset * ry * half.x());
        const auto angle = [&](QPointF end) {
            return std::atan2((end.y() - centre.y()) / ry, (end.x() - centre.x()) / rx);
        };
        qreal sweep = angle(to) - angle(from);
        if (isClockwise && sweep < 0)
            sweep += 2 * M_PI;
        else if (!isClockwise && sweep > 0)
            sweep -= 2 * M_PI;
        turn(centre, {rx, ry}, angle(from), sweep);
        return true;
    }

    /// By curves of a quarter turn at most. QPainterPath::arcTo() begins visibly beside the line's
    /// end when the angle is not one of a clock's quarters.
    void turn(QPointF centre, QSizeF radii, qreal start, qreal sweep)
    {
        const int count = qMax(1, qCeil(qAbs(sweep) / M_PI_2 - 1e-6));
        const qreal step = sweep / count;
        const qreal reach = 4.0 / 3 * std::tan(step / 4);
        const auto on = [&](qreal x, qreal y) {
            return centre + QPointF(x * radii.width(), y * radii.height());
        };
        for (int i = 0; i < count; ++i) {
            const qreal a = start + i * step;
            const qreal b = a + step;
            m_path.cubicTo(on(std::cos(a) - reach * std::sin(a), std::sin(a) + reach * std::cos(a)),
                           on(std::cos(b) + reach * std::sin(b), std::sin(b) - reach * std::cos(b)),
                           on(std::cos(b), std::sin(b)));
        }
    }

    Tokens m_tokens;
    QPainterPath m_path;
    std::optional<QPointF> m_control; ///< the last curve's second
};

} // namespace

std::optional<QPainterPath> pathFromData(QStringView data)
{
    return Outline(data).build();
}

} // namespace socrates::ui
