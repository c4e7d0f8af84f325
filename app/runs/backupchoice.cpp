// SPDX-License-Identifier: MIT
#include "app/runs/backupchoice.h"

#include <QCheckBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace socrates::ui {

using namespace Qt::StringLiterals;

BackupChoice::BackupChoice(QWidget* parent)
    : QWidget(parent)
    , m_box(new QCheckBox(tr("Back up first"), this))
    , m_text(new QLabel(this))
    , m_stop(new QPushButton(tr("Stop the Backup"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_box->setObjectName(u"planBackupCheckBox"_s);
    m_text->setObjectName(u"planBackupLabel"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_stop->setObjectName(u"planBackupStopButton"_s);
    m_stop->setAutoDefault(false);
    row->addWidget(m_box);
    row->addWidget(m_text, 1);
    row->addWidget(m_stop);
    connect(m_box, &QCheckBox::toggled, this, &BackupChoice::chosen);
    connect(m_stop, &QPushButton::clicked, this, &BackupChoice::stopRequested);
    update();
}

void BackupChoice::begin(bool isWanted, const QString& folder)
{
    m_folder = folder;
    m_isKnown = false;
    m_isRunning = false;
    m_obstacle.reset();
    const QSignalBlocker blocker(m_box);
    m_box->setChecked(isWanted);
    update();
}

void BackupChoice::setObstacle(const std::optional<core::Error>& obstacle)
{
    m_isKnown = true;
    m_obstacle = obstacle;
    update();
}

bool BackupChoice::isWanted() const
{
    return m_box->isChecked() && !m_obstacle;
}

void BackupChoice::showProgress(const QString& text)
{
    m_isRunning = true;
    update();
    m_text->setText(text);
}

void BackupChoice::showEnd(const QString& text)
{
    m_isRunning = false;
    update();
    if (!text.isEmpty())
        m_text->setText(text);
}

void BackupChoice::update()
{
    m_box->setEnabled(m_isKnown && !m_obstacle && !m_isRunning);
    m_stop->setVisible(m_isRunning);
    QString text =
        tr("pg_dump, checked by reading it back, into %1").arg(QDir::toNativeSeparators(m_folder));
    if (m_obstacle)
        text = m_obstacle->summary + u' ' + m_obstacle->hint;
    else if (!m_isKnown)
        text = tr("Looking for pg_dump…");
    m_text->setText(text);
    m_box->setToolTip(m_text->text());
}

} // namespace socrates::ui
