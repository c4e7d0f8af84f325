// SPDX-License-Identifier: MIT
#include "app/shell/viewstate.h"

#include "app/revisions/databasepane.h"
#include "app/widgets/appsettings.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTreeView>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

QString splitterKey(const QSplitter& splitter)
{
    return u"splitter."_s + splitter.objectName();
}

/// Panes share their names; the database tells them apart.
QString columnsKey(const DatabasePane& pane)
{
    return u"columns.revisions."_s + pane.name().text();
}

QString columnsKey(const QTreeView& view)
{
    return u"columns."_s + view.objectName();
}

QList<QSplitter*> splittersOf(const QWidget& window)
{
    QList<QSplitter*> result;
    const auto all = window.findChildren<QSplitter*>();
    for (QSplitter* splitter : all) {
        if (!splitter->objectName().isEmpty() && splitter->count() > 0)
            result << splitter;
    }
    return result;
}

QList<QTreeView*> tablesOf(const QWidget& window)
{
    QList<QTreeView*> result;
    for (const QString& name : {u"activityTable"_s, u"verificationTree"_s}) {
        if (auto* view = window.findChild<QTreeView*>(name))
            result << view;
    }
    return result;
}

} // namespace

void saveViews(const QWidget& window, AppSettings& settings)
{
    const auto splitters = splittersOf(window);
    for (const QSplitter* splitter : splitters)
        settings.setState(splitterKey(*splitter), splitter->saveState());
    const auto panes = window.findChildren<DatabasePane*>();
    for (const DatabasePane* pane : panes)
        settings.setState(columnsKey(*pane), pane->columnState());
    const auto tables = tablesOf(window);
    for (const QTreeView* table : tables)
        settings.setState(columnsKey(*table), table->header()->saveState());
}

void restoreViews(const QWidget& window, const AppSettings& settings)
{
    const auto splitters = splittersOf(window);
    for (QSplitter* splitter : splitters)
        splitter->restoreState(settings.state(splitterKey(*splitter)).toByteArray());
    const auto panes = window.findChildren<DatabasePane*>();
    for (DatabasePane* pane : panes)
        pane->restoreColumns(settings.state(columnsKey(*pane)).toByteArray());
    const auto tables = tablesOf(window);
    for (QTreeView* table : tables)
        table->header()->restoreState(settings.state(columnsKey(*table)).toByteArray());
}

} // namespace socrates::ui
