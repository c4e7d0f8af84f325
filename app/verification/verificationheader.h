// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/verification.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace socrates::ui {

/// The result of a verification in one sentence, where and when it was found, and the buttons.
class VerificationHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit VerificationHeader(QWidget* parent = nullptr);

    /// `busyText` says what is going on; empty: nothing is.
    void setResult(const QList<core::DatabaseVerification>& verifications, const QString& busyText,
                   bool canVerify);

signals:
    void verifyRequested();
    void exportRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showHeadline();
    QString sentence() const;
    QString pendingText() const;
    QString stamp() const;

    QList<core::DatabaseVerification> m_verifications;
    QString m_busyText;
    QLabel* m_headlineIcon = nullptr;
    QLabel* m_headline;
    QLabel* m_stampLabel;
    QProgressBar* m_progress;
    QPushButton* m_verifyButton;
    QPushButton* m_exportButton;
};

} // namespace socrates::ui
