// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connectiondoctor.h"

#include <QWidget>

class QVBoxLayout;

namespace socrates::ui {

/// The stages of a connection test, each with a shape, a word and plain words; under the first red
/// one what to do, and a button where the program can do it.
class DoctorView final : public QWidget
{
    Q_OBJECT

public:
    explicit DoctorView(QWidget* parent = nullptr);

    void clear();
    /// While a test runs a last line says so.
    void setBusy(bool busy);
    void addStage(const core::DoctorStage& stage);
    const QList<core::DoctorStage>& stages() const { return m_stages; }

signals:
    void fixRequested(core::DoctorStage::Fix fix);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addFix(const core::DoctorStage& stage);

    QVBoxLayout* m_rows;
    QWidget* m_busyRow = nullptr;
    QList<core::DoctorStage> m_stages;
};

} // namespace socrates::ui
