// SPDX-License-Identifier: MIT
#include "app/theme/outlinestyle.h"

#include "app/theme/paintedicon.h"

#include <QGuiApplication>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCellMargin = 6;
constexpr int kLineSpace = 4;
constexpr int kFieldMargin = 3;

/// Fusion's outline is window.darker(140): this window colour comes out as Mid.
template <class Option>
Option withOutline(const QStyleOption& option)
{
    Option changed = *static_cast<const Option*>(&option);
    const QColor mid = option.palette.color(QPalette::Mid);
    changed.palette.setColor(QPalette::Window, mid.lighter(140));
    return changed;
}

/// Fusion's is a picture of one faint grey, whatever the palette.
void drawGroupFrame(const QStyleOption& option, QPainter& painter)
{
    constexpr qreal kRound = 3;
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
    const QRectF rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setPen(option.palette.color(QPalette::Mid));
    if (frame != nullptr && frame->features.testFlag(QStyleOptionFrame::Flat)) {
        painter.drawLine(rect.topLeft(), rect.topRight());
    } else {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawRoundedRect(rect, kRound, kRound);
    }
    painter.restore();
}

/// Two arrowheads: there is more of the bar.
class MoreIcon final : public PaintedIcon
{
public:
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const qreal side = qMin(rect.width(), rect.height());
        QPainterPath heads;
        for (const qreal left : {0.22, 0.52}) {
            heads.moveTo(left * side, 0.25 * side);
            heads.lineTo((left + 0.25) * side, 0.5 * side);
            heads.lineTo(left * side, 0.75 * side);
        }
        painter->save();
        painter->translate(QRectF(rect).center() - QPointF(side, side) / 2);
        if (QGuiApplication::isRightToLeft()) {
            painter->translate(side, 0);
            painter->scale(-1, 1);
        }
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(QGuiApplication::palette().color(group, QPalette::ButtonText),
                             qMax(1.0, side / 10)));
        painter->drawPath(heads);
        painter->restore();
    }

    QIconEngine* clone() const override { return new MoreIcon(*this); }
};

} // namespace

OutlineStyle::OutlineStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void OutlineStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                 QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_FrameGroupBox:
        drawGroupFrame(*option, *painter);
        return;
    case PE_FrameLineEdit:
    case PE_Frame:
        if (qstyleoption_cast<const QStyleOptionFrame*>(option) != nullptr) {
            const auto changed = withOutline<QStyleOptionFrame>(*option);
            QProxyStyle::drawPrimitive(element, &changed, painter, widget);
            return;
        }
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
    case PE_PanelButtonCommand:
        if (qstyleoption_cast<const QStyleOptionButton*>(option) != nullptr) {
            const auto changed = withOutline<QStyleOptionButton>(*option);
            QProxyStyle::drawPrimitive(element, &changed, painter, widget);
            return;
        }
        if (qstyleoption_cast<const QStyleOptionToolButton*>(option) != nullptr) {
            const auto changed = withOutline<QStyleOptionToolButton>(*option);
            QProxyStyle::drawPrimitive(element, &changed, painter, widget);
            return;
        }
        break;
    case PE_IndicatorItemViewItemCheck:
        if (qstyleoption_cast<const QStyleOptionViewItem*>(option) != nullptr) {
            const auto changed = withOutline<QStyleOptionViewItem>(*option);
            QProxyStyle::drawPrimitive(element, &changed, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void OutlineStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                      QPainter* painter, const QWidget* widget) const
{
    if (control == CC_SpinBox && qstyleoption_cast<const QStyleOptionSpinBox*>(option) != nullptr) {
        const auto changed = withOutline<QStyleOptionSpinBox>(*option);
        QProxyStyle::drawComplexControl(control, &changed, painter, widget);
        return;
    }
    if (control == CC_Slider && qstyleoption_cast<const QStyleOptionSlider*>(option) != nullptr) {
        const auto changed = withOutline<QStyleOptionSlider>(*option);
        QProxyStyle::drawComplexControl(control, &changed, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

/// Columns stand a little apart, and so do the lines of lists, fields and the text in them.
int OutlineStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                              const QWidget* widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
        return kCellMargin - 1; // views add one to it
    case PM_HeaderMargin:
        return kCellMargin;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize OutlineStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
                                     const QSize& size, const QWidget* widget) const
{
    const QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    return type == CT_ItemViewItem ? result + QSize(0, kLineSpace) : result;
}

QRect OutlineStyle::subElementRect(SubElement element, const QStyleOption* option,
                                   const QWidget* widget) const
{
    const QRect result = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? result.adjusted(kFieldMargin, 0, -kFieldMargin, 0)
                                          : result;
}

QIcon OutlineStyle::standardIcon(StandardPixmap which, const QStyleOption* option,
                                 const QWidget* widget) const
{
    return which == SP_ToolBarHorizontalExtensionButton
               ? QIcon(new MoreIcon)
               : QProxyStyle::standardIcon(which, option, widget);
}

} // namespace socrates::ui
