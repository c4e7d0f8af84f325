// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

namespace socrates::ui {

/// The program, its licence and the libraries it is made of.
class AboutDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);

signals:
    void diagnosticsRequested();
};

} // namespace socrates::ui
