// SPDX-License-Identifier: MIT
#include "app/connections/doctorview.h"

#include "app/theme/statusshape.h"
#include "core/base/redaction.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

struct StateLook
{
    StatusShape shape;
    StatusRole role;
    QString word;
};

StateLook lookOf(DoctorStage::State state)
{
    switch (state) {
    case DoctorStage::State::Passed:
        return {StatusShape::Check, StatusRole::Applied, DoctorView::tr("Passed")};
    case DoctorStage::State::Warning:
        return {StatusShape::Exclamation, StatusRole::Warning, DoctorView::tr("Warning")};
    case DoctorStage::State::Failed:
        return {StatusShape::Cross, StatusRole::Failed, DoctorView::tr("Failed")};
    case DoctorStage::State::Skipped:
        return {StatusShape::Dash, StatusRole::Neutral, DoctorView::tr("Not tested")};
    }
    return {StatusShape::Dash, StatusRole::Neutral, {}};
}

QString fixText(DoctorStage::Fix fix)
{
    switch (fix) {
    case DoctorStage::Fix::None:
        return {};
    case DoctorStage::Fix::CreateDatabase:
        return DoctorView::tr("Create Database…");
    case DoctorStage::Fix::EditUser:
        return DoctorView::tr("Edit User");
    case DoctorStage::Fix::UnlockKeyring:
        return DoctorView::tr("Unlock Keyring");
    case DoctorStage::Fix::StartPrivateServer:
        return DoctorView::tr("Start Private Server");
    }
    return {};
}

QWidget* createRow(const StateLook& look, const QString& text, const QString& accessible)
{
    auto* row = new QWidget;
    auto* icon = new QLabel;
    icon->setPixmap(statusIcon(look.shape, look.role).pixmap(16, 16));
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setAccessibleName(accessible);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(label, 1);
    return row;
}

} // namespace

DoctorView::DoctorView(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    setObjectName(u"doctorView"_s);
    setAccessibleName(tr("Connection test"));
    m_rows->setContentsMargins({});
    m_rows->setSpacing(3);
}

void DoctorView::clear()
{
    m_stages.clear();
    m_busyRow = nullptr;
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the button whose click led here
        delete item;
    }
}

void DoctorView::setBusy(bool busy)
{
    delete m_busyRow;
    m_busyRow = nullptr;
    if (busy) {
        m_busyRow = createRow({StatusShape::Half, StatusRole::Pending, {}},
                              tr("Testing…").toHtmlEscaped(), tr("Testing"));
        m_rows->addWidget(m_busyRow);
    }
}

void DoctorView::addStage(const DoctorStage& stage)
{
    const bool isBusy = m_busyRow != nullptr;
    setBusy(false);
    m_stages.append(stage);
    const StateLook look = lookOf(stage.state);
    const QString finding = redacted(stage.finding);
    QString text = u"<span style=\"color:%1\">%2</span>&nbsp; <b>%3</b>"_s.arg(
        statusColor(look.role, palette()).name(), look.word.toHtmlEscaped(),
        stage.title.toHtmlEscaped());
    if (!finding.isEmpty())
        text += u" – "_s + finding.toHtmlEscaped();
    if (!stage.hint.isEmpty() && stage.state != DoctorStage::State::Passed)
        text += u"<br>"_s + redacted(stage.hint).toHtmlEscaped();
    m_rows->addWidget(createRow(look, text, tr("%1, %2: %3").arg(stage.title, look.word, finding)));
    if (stage.fix != DoctorStage::Fix::None && stage.state != DoctorStage::State::Passed)
        addFix(stage);
    setBusy(isBusy);
}

void DoctorView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_stages.isEmpty())
        return;
    // The colours are in the texts and pictures, so the rows are made anew.
    const bool isBusy = m_busyRow != nullptr;
    const QList<DoctorStage> stages = m_stages;
    clear();
    for (const DoctorStage& stage : stages)
        addStage(stage);
    setBusy(isBusy);
}

void DoctorView::addFix(const DoctorStage& stage)
{
    auto* button = new QPushButton(fixText(stage.fix));
    button->setObjectName(u"fixButton"_s);
    connect(button, &QPushButton::clicked, this,
            [this, fix = stage.fix] { emit fixRequested(fix); });
    m_rows->addWidget(button, 0, Qt::AlignLeft);
}

} // namespace socrates::ui
