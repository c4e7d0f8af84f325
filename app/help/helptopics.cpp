// SPDX-License-Identifier: MIT
#include "app/help/helptopics.h"

#include "app/widgets/language.h"

#include <QFile>
#include <QHash>
#include <QWidget>

namespace socrates::ui {

using namespace Qt::StringLiterals;

QStringList helpTopics()
{
    return {u"start"_s,        u"connecting"_s,   u"private-server"_s, u"provision"_s,
            u"environments"_s, u"revisions"_s,    u"writing"_s,        u"lint"_s,
            u"undo"_s,         u"plan"_s,         u"rehearse"_s,       u"run"_s,
            u"recover"_s,      u"recognise"_s,    u"changed"_s,        u"downgrade"_s,
            u"backups"_s,      u"verification"_s, u"references"_s,     u"compare"_s,
            u"map"_s,          u"reports"_s,      u"problems"_s,       u"activity"_s,
            u"alembic"_s,      u"settings"_s,     u"keyboard"_s,       u"troubleshooting"_s,
            u"privacy"_s};
}

QString helpFile(const QString& topic)
{
    return helpFile(topic, Translation::spoken());
}

QString helpFile(const QString& topic, const QString& language)
{
    return u":/help/"_s + language + u'/' + topic + u".md"_s;
}

QString helpTitle(const QString& topic)
{
    QFile file(helpFile(topic));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readLine()).mid(2).trimmed();
}

QString helpTopicFor(const QWidget* widget)
{
    // By objectName, so that a page needs to know nothing of the help.
    static const QHash<QString, QString> topics{
        {u"homePage"_s, u"start"_s},
        {u"connectionDialog"_s, u"connecting"_s},
        {u"provisionDialog"_s, u"provision"_s},
        {u"revisionsPage"_s, u"revisions"_s},
        {u"newRevisionDialog"_s, u"writing"_s},
        {u"rescueDialog"_s, u"writing"_s},
        {u"recognitionDialog"_s, u"recognise"_s},
        {u"lintView"_s, u"lint"_s},
        {u"planPage"_s, u"plan"_s},
        {u"planRehearseButton"_s, u"rehearse"_s},
        {u"planRehearseCopiesButton"_s, u"rehearse"_s},
        {u"runPanel"_s, u"run"_s},
        {u"recoveryMessage"_s, u"recover"_s},
        {u"runDock"_s, u"run"_s},
        {u"closeDuringRunDialog"_s, u"run"_s},
        {u"confirmByNameDialog"_s, u"downgrade"_s},
        {u"backupsDialog"_s, u"backups"_s},
        {u"verificationPage"_s, u"verification"_s},
        {u"mapPage"_s, u"map"_s},
        {u"referencesView"_s, u"references"_s},
        {u"reportDialog"_s, u"reports"_s},
        {u"reportPreviewDialog"_s, u"reports"_s},
        {u"reportPrintDialog"_s, u"reports"_s},
        {u"restoreFileButton"_s, u"changed"_s},
        {u"acceptFileButton"_s, u"changed"_s},
        {u"acceptServerDialog"_s, u"troubleshooting"_s},
        {u"endTheirsDialog"_s, u"run"_s},
        {u"importEnvDialog"_s, u"connecting"_s},
        {u"problemsPanel"_s, u"problems"_s},
        {u"problemsDock"_s, u"problems"_s},
        {u"activityPage"_s, u"activity"_s},
        {u"unlockDialog"_s, u"environments"_s},
        {u"environmentStrip"_s, u"environments"_s},
        {u"settingsDialog"_s, u"settings"_s},
        {u"shortcutsDialog"_s, u"keyboard"_s},
        {u"aboutDialog"_s, u"privacy"_s},
        {u"selfTestDialog"_s, u"troubleshooting"_s},
    };
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (const auto found = topics.constFind(widget->objectName()); found != topics.constEnd())
            return *found;
    }
    return {};
}

} // namespace socrates::ui
