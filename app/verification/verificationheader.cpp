// SPDX-License-Identifier: MIT
#include "app/verification/verificationheader.h"

#include "app/theme/statusshape.h"
#include "app/verification/verificationmodel.h"
#include "app/verification/verificationwords.h"
#include "app/widgets/counted.h"
#include "app/widgets/timetext.h"
#include "core/base/texts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

using Outcome = ComparisonLine::Outcome;

/// More pending revisions of a database than this are counted and not named.
constexpr qsizetype kNamedRevisions = 4;

int countOf(const QList<DatabaseVerification>& verifications, Outcome outcome)
{
    int count = 0;
    for (const DatabaseVerification& verification : verifications)
        count += verification.comparison.count(outcome);
    return count;
}

} // namespace

VerificationHeader::VerificationHeader(QWidget* parent) : QWidget(parent)
{
    m_headlineIcon = new QLabel;
    m_headlineIcon->setObjectName(u"verificationHeadlineIconLabel"_s);
    m_headline = new QLabel;
    m_headline->setObjectName(u"verificationHeadlineLabel"_s);
    m_headline->setWordWrap(true);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont font = m_headline->font();
    font.setPointSizeF(font.pointSizeF() * 1.25);
    font.setBold(true);
    m_headline->setFont(font);
    m_stampLabel = new QLabel;
    m_stampLabel->setObjectName(u"verificationStampLabel"_s);
    m_stampLabel->setWordWrap(true);
    m_stampLabel->setForegroundRole(QPalette::PlaceholderText);
    m_progress = new QProgressBar;
    m_progress->setObjectName(u"verificationProgressBar"_s);
    m_progress->setAccessibleName(tr("Verification in progress"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_progress->hide();
    m_verifyButton = new QPushButton(tr("Verify"));
    m_verifyButton->setObjectName(u"verifyButton"_s);
    m_verifyButton->setToolTip(
        tr("Compare both databases with what they should hold. Changes nothing."));
    m_exportButton = new QPushButton(tr("Export Report…"));
    m_exportButton->setObjectName(u"exportVerificationButton"_s);
    connect(m_verifyButton, &QPushButton::clicked, this, &VerificationHeader::verifyRequested);
    connect(m_exportButton, &QPushButton::clicked, this, &VerificationHeader::exportRequested);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_headline);
    texts->addWidget(m_stampLabel);
    auto* row = new QHBoxLayout;
    row->addWidget(m_headlineIcon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(m_verifyButton, 0, Qt::AlignTop);
    row->addWidget(m_exportButton, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(row);
    layout->addWidget(m_progress);
}

void VerificationHeader::setResult(const QList<DatabaseVerification>& verifications,
                                   const QString& busyText, bool canVerify)
{
    m_verifications = verifications;
    m_busyText = busyText;
    const bool hasResult = !verifications.isEmpty();
    const bool busy = !busyText.isEmpty();
    m_progress->setVisible(busy);
    m_verifyButton->setVisible(hasResult);
    m_exportButton->setVisible(hasResult);
    m_verifyButton->setEnabled(!busy && canVerify);
    m_exportButton->setEnabled(!busy);
    m_stampLabel->setText(stamp());
    QStringList times;
    for (const DatabaseVerification& verification : m_verifications) {
        if (!verification.error)
            times << verification.name.text() + u": "_s + timeToolTip(verification.verifiedAt);
    }
    m_stampLabel->setToolTip(times.join(u'\n'));
    m_stampLabel->setVisible(hasResult);
    showHeadline();
}

void VerificationHeader::showHeadline()
{
    const bool busy = !m_busyText.isEmpty();
    const bool hasResult = !m_verifications.isEmpty();
    const bool isOk =
        hasResult && std::all_of(m_verifications.begin(), m_verifications.end(),
                                 [](const DatabaseVerification& v) { return v.isOk(); });
    const QIcon icon = !hasResult || busy
                           ? QIcon()
                           : statusIcon(isOk ? StatusShape::Check : StatusShape::Exclamation,
                                        isOk ? StatusRole::Applied : StatusRole::Warning);
    m_headlineIcon->setPixmap(icon.pixmap(QSize(22, 22), devicePixelRatioF()));
    m_headlineIcon->setVisible(!icon.isNull());
    m_headline->setText(busy ? m_busyText : hasResult ? sentence() : QString());
    m_headline->setVisible(hasResult || busy);
}

void VerificationHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_headlineIcon != nullptr)
        showHeadline(); // the icon is a picture of the old colours
}

QString VerificationHeader::sentence() const
{
    int checks = 0;
    QStringList failed;
    QList<ComparisonLine> differences;
    for (const DatabaseVerification& verification : m_verifications) {
        checks += int(verification.comparison.lines.size());
        differences += verification.comparison.differences();
        if (verification.error)
            failed << tr("%1 could not be verified").arg(verification.name.text());
    }
    QStringList parts;
    if (differences.size() == 1) {
        const ComparisonLine& only = differences.constFirst();
        parts << tr("1 %1 %2: %3", "outcome kind: name")
                     .arg(outcomeLabel(only.outcome).toLower(), kindLabel(only.kind).toLower(),
                          only.name);
    } else {
        for (const Outcome outcome : allOutcomes) {
            if (outcome != Outcome::Match && countOf(m_verifications, outcome) > 0)
                parts << tr("%1 %2", "number outcome")
                             .arg(countOf(m_verifications, outcome))
                             .arg(outcomeLabel(outcome).toLower());
        }
    }
    parts << failed;
    const QString pending = pendingText();
    if (parts.isEmpty()) {
        if (checks == 0)
            return pending.isEmpty() ? tr("Nothing expected and nothing found") : pending;
        const QString all = counted(checks, tr("The 1 check matches"), tr("All %1 checks match"));
        return pending.isEmpty() ? all : tr("%1 – %2", "result, pending").arg(all, pending);
    }
    if (!pending.isEmpty())
        parts << pending;
    return tr("%1 of %2 checks match – %3")
        .arg(countOf(m_verifications, Outcome::Match))
        .arg(checks)
        .arg(parts.join(u", "_s));
}

/// What the database does not have yet, which is no difference but must not be forgotten. An
/// unknown version row says nothing of what is pending.
QString VerificationHeader::pendingText() const
{
    int count = 0;
    QStringList names;
    for (const DatabaseVerification& verification : m_verifications) {
        if (verification.error || !verification.status.unknownRows.isEmpty())
            continue;
        const QStringList ids = core::idTexts(verification.status.pending);
        count += int(ids.size());
        if (!ids.isEmpty() && ids.size() <= kNamedRevisions)
            names << tr("%1 in %2").arg(ids.join(u", "_s), verification.name.text());
        else if (!ids.isEmpty())
            names << tr("%1 in %2").arg(ids.size()).arg(verification.name.text());
    }
    if (count == 0)
        return {};
    return counted(count, tr("1 revision is pending: %1"), tr("%1 revisions are pending: %2"))
        .arg(core::clauses(names));
}

QString VerificationHeader::stamp() const
{
    QStringList lines;
    for (const DatabaseVerification& verification : m_verifications) {
        if (verification.error) {
            lines << tr("%1: %2").arg(verification.name.text(), verification.error->summary);
            continue;
        }
        const QStringList revisions = core::idTexts(verification.revision);
        const ServerInfo& server = verification.status.server;
        lines << tr("%1: %2/%3 at %4, checked %5 (expected schema: %6)")
                     .arg(verification.name.text(), server.serverText(), server.database,
                          revisions.isEmpty() ? tr("base") : revisions.join(u", "_s),
                          timeText(verification.verifiedAt), verification.expectedOrigin);
    }
    return lines.join(u'\n');
}

} // namespace socrates::ui
