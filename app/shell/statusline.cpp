// SPDX-License-Identifier: MIT
#include "app/shell/statusline.h"

#include "app/theme/icons.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/timetext.h"

#include <QLabel>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

namespace socrates::ui {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(QStatusBar* bar)
    : QObject(bar)
    , m_connections(new ElidedLabel(bar))
    , m_activity(new QLabel(bar))
    , m_checked(new QLabel(bar))
    , m_progress(new QProgressBar(bar))
    , m_stop(new QToolButton(bar))
{
    m_connections->setObjectName(u"connectionsLabel"_s);
    m_connections->setContentsMargins(bar->fontMetrics().averageCharWidth(), 0, 0, 0);
    m_activity->setObjectName(u"activityLabel"_s);
    m_progress->setObjectName(u"statusProgressBar"_s);
    m_progress->setAccessibleName(tr("Progress of the run"));
    m_progress->setMaximumWidth(bar->fontMetrics().averageCharWidth() * 20);
    m_stop->setObjectName(u"statusStopButton"_s);
    m_stop->setIcon(icon(u"stop"_s));
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop after this step"));
    m_stop->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_stop->setAutoRaise(true);
    bar->addWidget(m_connections, 1);
    bar->addPermanentWidget(m_activity);
    bar->addPermanentWidget(m_progress);
    bar->addPermanentWidget(m_stop);
    bar->addPermanentWidget(m_checked);
    connect(m_stop, &QToolButton::clicked, this, &StatusLine::stopRequested);
    hideProgress();
}

void StatusLine::showConnections(const QList<core::DatabaseStatus>& statuses)
{
    QStringList parts;
    for (const core::DatabaseStatus& status : statuses) {
        if (status.error) {
            parts << tr("%1: not reachable").arg(status.name.text());
            continue;
        }
        parts << tr("%1: %2@%3 PG %4%5")
                     .arg(status.name.text(), status.server.user, status.server.serverText(),
                          status.server.versionText,
                          status.server.isEncrypted ? tr(" TLS") : QString());
    }
    m_connections->setText(parts.join(u"  |  "_s));
    m_connections->setToolTip(parts.join(u'\n'));
}

void StatusLine::showChecked(const QDateTime& when)
{
    m_checked->setText(tr("last check %1").arg(clockText(when)));
    m_checked->setToolTip(timeToolTip(when));
}

void StatusLine::showActivity(const QString& text)
{
    m_activity->setText(text);
}

void StatusLine::showProgress(int done, int total)
{
    m_progress->setRange(0, qMax(1, total));
    m_progress->setValue(done);
    m_progress->show();
    m_stop->show();
}

void StatusLine::hideProgress()
{
    m_progress->hide();
    m_stop->hide();
}

} // namespace socrates::ui
