// SPDX-License-Identifier: MIT
#include "app/shell/selftestdialog.h"

#include "app/shell/selftest.h"
#include "app/widgets/inlinemessage.h"
#include "app/widgets/onfinished.h"
#include "core/credentials/credentialstore.h"
#include "core/report/text.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::SelfCheck;

SelfTestDialog::SelfTestDialog(QWidget* parent)
    : QDialog(parent), m_verdict(new InlineMessage), m_lines(new QPlainTextEdit)
{
    setObjectName(u"selfTestDialog"_s);
    setWindowTitle(tr("Self-test"));
    m_verdict->setObjectName(u"selfTestMessage"_s);
    m_verdict->setClosable(false);
    m_lines->setObjectName(u"selfTestEdit"_s);
    m_lines->setAccessibleName(tr("What was tested, a line each"));
    m_lines->setReadOnly(true);
    m_lines->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont)); // the words align
    // A cursor to go through the lines with, for who has no mouse. Tab leads on.
    m_lines->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_lines->setTabChangesFocus(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(u"copySelfTestButton"_s);
    m_copy->setEnabled(false);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_lines->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_verdict);
    column->addWidget(m_lines, 1);
    column->addWidget(buttons);
    resize(640, 420);
}

void SelfTestDialog::start(const std::shared_ptr<core::CredentialStore>& keyring)
{
    m_verdict->showMessage(InlineMessage::Kind::Information, tr("Testing this installation…"),
                           tr("A locked keyring may ask for its password."));
    const QList<SelfCheck> ofWindow = windowSelfTest();
    onFinished(runOn(jobThreads(),
                     [keyring, ofWindow, folder = QCoreApplication::applicationDirPath()] {
                         return ofWindow + core::selfTest(folder, *keyring);
                     }),
               this, [this](const QList<SelfCheck>& checks) { showChecks(checks); });
}

void SelfTestDialog::showChecks(const QList<SelfCheck>& checks)
{
    m_lines->setPlainText(core::report::selfTestText(checks));
    m_copy->setEnabled(true);
    switch (core::worstOf(checks)) {
    case SelfCheck::State::Ok:
        m_verdict->showMessage(InlineMessage::Kind::Success,
                               tr("This installation has everything it needs."));
        break;
    case SelfCheck::State::Warning:
        m_verdict->showMessage(InlineMessage::Kind::Warning, tr("This installation works."),
                               tr("The lines that begin with warning say what it does without."));
        break;
    case SelfCheck::State::Failed:
        m_verdict->showMessage(InlineMessage::Kind::Error, tr("This installation is not whole."),
                               tr("The lines that begin with FAILED say what to do."));
        break;
    }
}

} // namespace socrates::ui
