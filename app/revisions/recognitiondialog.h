// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/recognition.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace socrates::ui {

class InlineMessage;
class SqlView;

/// Which revision each database really is, and the ways out: each with its SQL, looked at before
/// anything of it is run.
class RecognitionDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `locked`: why nothing may be carried out now; empty when it may.
    explicit RecognitionDialog(const QString& locked, QWidget* parent = nullptr);

    /// Selects the first offer of `database`, or the first there is.
    void setRecognitions(const QList<core::Recognition>& recognitions,
                         const core::DatabaseName& database);
    /// What is known of one database now.
    void replace(const core::Recognition& recognition);
    const QList<core::Recognition>& recognitions() const { return m_recognitions; }
    void showBusy(const QString& text);
    void showError(const core::Error& error);
    void showDone(const QString& text);

signals:
    void lookRequested();
    void applyRequested(const socrates::core::Recognition& recognition, const QString& offer);
    void exportRequested(const socrates::core::Recognition& recognition);

private:
    void fill(const core::DatabaseName& database);
    void addDatabase(const core::Recognition& recognition, int index);
    void showCurrent();
    const core::Recognition* currentRecognition() const;
    const core::Recognition::Offer* currentOffer() const;

    QString m_locked;
    QList<core::Recognition> m_recognitions;
    bool m_isBusy = false;
    QTreeWidget* m_tree;
    QLabel* m_sentence;
    SqlView* m_sql;
    InlineMessage* m_note;
    InlineMessage* m_state;
    QPushButton* m_apply;
    QPushButton* m_copy;
    QPushButton* m_export;
    QPushButton* m_look;
};

} // namespace socrates::ui
