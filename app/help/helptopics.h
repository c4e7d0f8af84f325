// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace socrates::ui {

/// Every topic of the help in the order of its contents; the id is the name of its file.
QStringList helpTopics();
/// The file of a topic in the language spoken, as a resource: ":/help/el/plan.md".
QString helpFile(const QString& topic);
QString helpFile(const QString& topic, const QString& language);
/// What the contents call it: the file's first heading.
QString helpTitle(const QString& topic);
/// The topic about a widget: of the nearest page, panel or dialog around it. Empty: none.
QString helpTopicFor(const QWidget* widget);

} // namespace socrates::ui
