// SPDX-License-Identifier: MIT
#include "app/shell/windowdialogs.h"

#include "app/shell/environmentstrip.h"
#include "app/shell/workspace.h"
#include "app/theme/icons.h"
#include "app/theme/texts.h"

#include <QMessageBox>
#include <QPushButton>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

/// The environment's own sign in the place of a message box's.
void showEnvironment(QMessageBox* box, core::Environment environment)
{
    const int side = box->fontMetrics().height() * 2;
    box->setIconPixmap(icon(environmentIcon(environment), environmentRole(environment))
                           .pixmap(QSize(side, side), box->devicePixelRatioF()));
}

} // namespace

void askToUnlock(const QString& profile, QWidget* parent, std::function<void()> unlock)
{
    auto* box =
        new QMessageBox(QMessageBox::Warning, tr("Unlock production"),
                        tr("%1 is PRODUCTION. Unlocking lets this sitting change it.").arg(profile),
                        QMessageBox::Cancel, parent);
    box->setObjectName(u"unlockDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    showEnvironment(box, core::Environment::Production);
    QPushButton* button = box->addButton(tr("Unlock"), QMessageBox::AcceptRole);
    button->setObjectName(u"unlockButton"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(button, &QPushButton::clicked, parent, std::move(unlock));
    box->open();
}

void askToStopAndClose(core::Environment environment, QWidget* parent, std::function<void()> stop)
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("A run is under way"),
                                tr("%1: migrations are being run. Stopping ends the run after the "
                                   "step under way.")
                                    .arg(core::environmentText(environment)),
                                QMessageBox::NoButton, parent);
    box->setObjectName(u"closeDuringRunDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    showEnvironment(box, environment);
    QPushButton* keep = box->addButton(tr("Keep Running"), QMessageBox::RejectRole);
    QPushButton* stopButton = box->addButton(tr("Stop and Close"), QMessageBox::DestructiveRole);
    keep->setObjectName(u"keepRunningButton"_s);
    stopButton->setObjectName(u"stopAndCloseButton"_s);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    QObject::connect(stopButton, &QPushButton::clicked, parent, std::move(stop));
    box->open();
}

void askToAcceptServer(core::Environment environment, const core::Error& wrong,
                       const QString& anyway, QWidget* parent, std::function<void()> accept)
{
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Is this the right database?"),
                                tr("%1: the connection of %2 does not lead where it should.")
                                    .arg(core::environmentText(environment), wrong.database),
                                QMessageBox::Cancel, parent);
    box->setInformativeText(wrong.summary + u'\n' + wrong.detail);
    box->setObjectName(u"acceptServerDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    showEnvironment(box, environment);
    QPushButton* button = box->addButton(anyway, QMessageBox::DestructiveRole);
    button->setObjectName(u"acceptServerButton"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(button, &QPushButton::clicked, parent, std::move(accept));
    box->open();
}

void onRightServer(Workspace& workspace, const core::DatabaseName& database, QWidget* parent,
                   const std::function<void()>& write)
{
    const auto changed =
        core::changedServer(workspace.statusMap().value(database), workspace.knownServers());
    if (!changed) {
        write();
        return;
    }
    askToAcceptServer(workspace.profile().environment, *changed, tr("Go On Anyway"), parent,
                      [&workspace, database, write] {
                          workspace.acceptServer(database);
                          write();
                      });
}

void askToEndTheirs(core::Environment environment, const core::OtherSession& session,
                    core::BackendSignal signal, QWidget* parent, std::function<void()> end)
{
    const bool terminates = signal == core::BackendSignal::Terminate;
    auto* box = new QMessageBox(
        QMessageBox::Warning,
        terminates ? tr("Terminate their session") : tr("Cancel their statement"),
        (terminates ? tr("%1: the session of %2 is ended, and what it has not committed is lost.")
                    : tr("%1: the statement of %2 is cancelled, and their transaction fails."))
            .arg(core::environmentText(environment), session.text()),
        QMessageBox::NoButton, parent);
    box->setObjectName(u"endTheirsDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    showEnvironment(box, environment);
    QPushButton* wait = box->addButton(tr("Wait"), QMessageBox::RejectRole);
    QPushButton* button = box->addButton(terminates ? tr("Terminate Theirs") : tr("Cancel Theirs"),
                                         QMessageBox::DestructiveRole);
    wait->setObjectName(u"waitButton"_s);
    button->setObjectName(u"endTheirsButton"_s);
    box->setDefaultButton(wait);
    box->setEscapeButton(wait);
    QObject::connect(button, &QPushButton::clicked, parent, std::move(end));
    box->open();
}

} // namespace socrates::ui
