// SPDX-License-Identifier: MIT
#include "app/shell/environmentstrip.h"

#include "app/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Environment;

StatusRole environmentRole(Environment environment)
{
    switch (environment) {
    case Environment::Local:
        return StatusRole::Neutral;
    case Environment::Staging:
        return StatusRole::Warning;
    case Environment::Production:
        return StatusRole::Production;
    }
    return StatusRole::Neutral;
}

QString environmentIcon(Environment environment)
{
    switch (environment) {
    case Environment::Local:
        return u"local"_s;
    case Environment::Staging:
        return u"staging"_s;
    case Environment::Production:
        return u"production"_s;
    }
    return {};
}

EnvironmentStrip::EnvironmentStrip(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_word(new QLabel(this))
    , m_text(new QLabel(this))
    , m_lockText(new QLabel(this))
    , m_lock(new QPushButton(this))
    , m_connect(new QPushButton(icon(u"connect"_s), tr("Connect…"), this))
{
    setObjectName(u"environmentStrip"_s);
    setAutoFillBackground(true);
    m_word->setObjectName(u"environmentLabel"_s);
    QFont bold = m_word->font();
    bold.setBold(true);
    m_word->setFont(bold);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setObjectName(u"environmentTextLabel"_s);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_lock->setObjectName(u"lockButton"_s);
    m_connect->setObjectName(u"stripConnectButton"_s);
    m_connect->setAccessibleName(tr("Connect databases"));
    connect(m_connect, &QPushButton::clicked, this, &EnvironmentStrip::connectRequested);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 3, 10, 3);
    row->addWidget(m_icon);
    row->addWidget(m_word);
    row->addWidget(m_text, 1);
    row->addWidget(m_lockText);
    row->addWidget(m_lock);
    row->addWidget(m_connect);
    connect(m_lock, &QPushButton::clicked, this, [this] {
        if (m_isWritable)
            emit lockRequested();
        else
            emit unlockRequested();
    });
    showDisconnected({});
}

void EnvironmentStrip::showDisconnected(const QString& projectText)
{
    m_isConnected = false;
    m_environment = Environment::Local;
    m_word->setText(tr("NOT CONNECTED"));
    m_text->setText(projectText);
    m_lock->hide();
    m_lockText->hide();
    m_connect->show();
    updateColors();
}

void EnvironmentStrip::showProfile(const core::ConnectionProfile& profile,
                                   const QString& projectText, bool isWritable)
{
    m_isConnected = true;
    m_environment = profile.environment;
    m_isWritable = isWritable;
    m_word->setText(core::environmentText(profile.environment));
    m_text->setText(profile.name.isEmpty() ? projectText : profile.name + u" · "_s + projectText);
    m_connect->hide();
    const bool production = profile.environment == Environment::Production;
    m_lock->setVisible(production);
    m_lockText->setVisible(production);
    m_lockText->setText(isWritable ? tr("Unlocked for this sitting") : tr("Read-only"));
    m_lock->setText(isWritable ? tr("Lock") : tr("Unlock…"));
    m_lock->setIcon(icon(isWritable ? u"lock"_s : u"unlock"_s));
    m_lock->setAccessibleName(isWritable ? tr("Lock production") : tr("Unlock production"));
    updateColors();
}

void EnvironmentStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColors();
}

void EnvironmentStrip::updateColors()
{
    const QPalette outer = parentWidget() != nullptr ? parentWidget()->palette() : palette();
    const StatusRole role = environmentRole(m_environment);
    // Only the roles that differ: the others stay inherited and follow a change of theme.
    QPalette mine;
    if (role != StatusRole::Neutral)
        mine.setColor(QPalette::Window, statusTint(role, outer));
    const QColor ground =
        role != StatusRole::Neutral ? statusTint(role, outer) : outer.color(QPalette::Window);
    if (ground != palette().color(QPalette::Window))
        setPalette(mine);
    QPalette word;
    word.setColor(QPalette::WindowText, statusColor(role, outer));
    if (m_word->palette().color(QPalette::WindowText) != statusColor(role, outer))
        m_word->setPalette(word);
    const int side = fontMetrics().height() + 2;
    m_icon->setPixmap(icon(m_isConnected ? environmentIcon(m_environment) : u"disconnect"_s, role)
                          .pixmap(QSize(side, side), devicePixelRatioF()));
    setAccessibleName(tr("Environment: %1").arg(m_word->text()));
}

} // namespace socrates::ui
