// SPDX-License-Identifier: MIT
#include "app/shell/focusareas.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QSplitter>

#include <functional>

namespace socrates::ui {

namespace {

/// The splitter inside a widget that is in sight and in no other splitter.
QSplitter* outerSplitter(const QWidget* widget)
{
    const auto all = widget->findChildren<QSplitter*>();
    for (QSplitter* splitter : all) {
        if (splitter->isVisible() && splitter->count() > 1)
            return splitter; // findChildren goes from the outside in
    }
    return nullptr;
}

void addAreas(QWidget* widget, QList<QWidget*>& areas)
{
    if (!widget->isVisible() || widget->visibleRegion().isEmpty())
        return;
    auto* splitter = qobject_cast<QSplitter*>(widget);
    if (splitter == nullptr)
        splitter = outerSplitter(widget);
    if (splitter == nullptr) {
        areas << widget;
        return;
    }
    for (int i = 0; i < splitter->count(); ++i)
        addAreas(splitter->widget(i), areas);
}

bool takesFocus(const QWidget* widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isVisible() &&
           widget->isEnabled();
}

/// The first in the order of Tab that fits; null: none.
QWidget* firstInside(QWidget* area, const std::function<bool(const QWidget*)>& fits)
{
    if (takesFocus(area) && fits(area))
        return area;
    for (QWidget* next = area->nextInFocusChain(); next != area; next = next->nextInFocusChain()) {
        if (area->isAncestorOf(next) && takesFocus(next) && fits(next))
            return next;
    }
    return nullptr;
}

bool giveFocus(QWidget* area)
{
    QWidget* target = firstInside(area, [](const QWidget* widget) {
        return qobject_cast<const QAbstractScrollArea*>(widget) != nullptr;
    });
    if (target == nullptr)
        target = firstInside(area, [](const QWidget*) { return true; });
    if (target != nullptr)
        target->setFocus(Qt::ShortcutFocusReason);
    return target != nullptr;
}

} // namespace

QList<QWidget*> focusAreas(const QList<QWidget*>& roots)
{
    QList<QWidget*> areas;
    for (QWidget* root : roots)
        addAreas(root, areas);
    return areas;
}

void focusNextArea(const QList<QWidget*>& areas, int step)
{
    const QWidget* focus = QApplication::focusWidget();
    const auto count = int(areas.size());
    int at = step > 0 ? -1 : count;
    for (int i = 0; i < count; ++i) {
        if (areas.at(i) == focus || areas.at(i)->isAncestorOf(focus))
            at = i;
    }
    // An area in which nothing takes the focus is passed over.
    for (int tries = 0; tries < count; ++tries) {
        at = (at + step + count) % count;
        if (giveFocus(areas.at(at)))
            return;
    }
}

} // namespace socrates::ui
