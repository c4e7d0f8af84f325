// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/selftest.h"

#include <QDialog>

#include <memory>

class QPlainTextEdit;
class QPushButton;

namespace socrates::core {
class CredentialStore;
}

namespace socrates::ui {

class InlineMessage;

/// The lines of `socrates-admin --self-test`, in English as there, so that whoever they are sent to
/// can read them.
class SelfTestDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit SelfTestDialog(QWidget* parent = nullptr);

    void start(const std::shared_ptr<core::CredentialStore>& keyring);

private:
    void showChecks(const QList<core::SelfCheck>& checks);

    InlineMessage* m_verdict;
    QPlainTextEdit* m_lines;
    QPushButton* m_copy;
};

} // namespace socrates::ui
