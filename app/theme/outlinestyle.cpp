// SPDX-License-Identifier: MIT
#include "app/theme/outlinestyle.h"

#include <QStyleFactory>
#include <QStyleOption>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

/// Fusion's outline is window.darker(140): this window colour comes out as Mid.
template <class Option>
Option withOutline(const QStyleOption& option)
{
    Option changed = *static_cast<const Option*>(&option);
    const QColor mid = option.palette.color(QPalette::Mid);
    changed.palette.setColor(QPalette::Window, mid.lighter(140));
    return changed;
}

} // namespace

OutlineStyle::OutlineStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void OutlineStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                 QPainter* painter, const QWidget* widget) const
{
    switch (element) {
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
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace socrates::ui
