// SPDX-License-Identifier: MIT
#include "app/revisions/recognitiondialog.h"

#include "app/theme/statusshape.h"
#include "app/widgets/inlinemessage.h"
#include "app/widgets/sqlview.h"
#include "core/base/texts.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Recognition;

namespace {

enum Role { DatabaseRole = Qt::UserRole, OfferRole };

QString capital(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QIcon signOf(const Recognition& recognition)
{
    if (recognition.error)
        return statusIcon(StatusShape::Cross, StatusRole::Failed);
    return recognition.isTrue() ? statusIcon(StatusShape::Check, StatusRole::Applied)
                                : statusIcon(StatusShape::Exclamation, StatusRole::Warning);
}

QString textOf(const Recognition& recognition)
{
    return recognition.error ? recognition.error->summary : recognition.sentence;
}

/// What the SQL does not say.
QString noteOf(const Recognition::Offer& offer)
{
    QStringList lines;
    if (!offer.losses.isEmpty() && offer.isApplicable())
        lines << RecognitionDialog::tr("Goes: %1.").arg(core::clauses(offer.losses));
    if (!offer.advice.isEmpty())
        lines << offer.advice;
    return lines.join(u'\n');
}

} // namespace

RecognitionDialog::RecognitionDialog(const QString& locked, QWidget* parent)
    : QDialog(parent)
    , m_locked(locked)
    , m_tree(new QTreeWidget)
    , m_sentence(new QLabel)
    , m_sql(new SqlView)
    , m_note(new InlineMessage)
    , m_state(new InlineMessage)
    , m_apply(new QPushButton(tr("Apply")))
    , m_copy(new QPushButton(tr("Copy SQL")))
    , m_export(new QPushButton(tr("Export Rows as CSV…")))
    , m_look(new QPushButton(tr("Look Again")))
{
    setObjectName(u"recognitionDialog"_s);
    setWindowTitle(tr("Recognise Databases"));
    auto* column = new QVBoxLayout(this);
    auto* lead = new QLabel(
        tr("Which revision each database is, judged by its tables and not by its version row. "
           "Below each are the ways to put it right; nothing is run before you choose one."));
    lead->setWordWrap(true);
    column->addWidget(lead);
    m_tree->setObjectName(u"recognitionView"_s);
    m_tree->setAccessibleName(tr("Databases and the ways to put them right"));
    m_tree->setHeaderHidden(true);
    m_tree->setColumnCount(1);
    m_tree->header()->setStretchLastSection(true);
    m_sql->setObjectName(u"recognitionSqlView"_s);
    m_sql->setAccessibleName(tr("The SQL of the selected way"));
    m_sql->setPlaceholderText(tr("No SQL"));
    m_sentence->setObjectName(u"recognitionSentenceLabel"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* lower = new QWidget;
    auto* lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 0, 0, 0);
    lowerColumn->addWidget(m_sentence);
    lowerColumn->addWidget(m_sql, 1);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_tree);
    splitter->addWidget(lower);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter, 1);
    m_note->setClosable(false);
    m_note->setObjectName(u"recognitionNote"_s);
    m_state->setObjectName(u"recognitionState"_s);
    column->addWidget(m_note);
    column->addWidget(m_state);
    auto* box = new QDialogButtonBox(QDialogButtonBox::Close);
    box->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    m_apply->setObjectName(u"recognitionApplyButton"_s);
    m_copy->setObjectName(u"recognitionCopyButton"_s);
    m_export->setObjectName(u"recognitionExportButton"_s);
    m_look->setObjectName(u"recognitionLookButton"_s);
    for (QPushButton* button : {m_apply, m_export, m_copy, m_look}) {
        button->setAutoDefault(false);
        box->addButton(button, QDialogButtonBox::ActionRole);
    }
    column->addWidget(box);
    resize(820, 600);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &RecognitionDialog::showCurrent);
    connect(m_look, &QPushButton::clicked, this, &RecognitionDialog::lookRequested);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_sql->toPlainText()); });
    connect(m_export, &QPushButton::clicked, this, [this] {
        if (const Recognition* recognition = currentRecognition())
            emit exportRequested(*recognition);
    });
    connect(m_apply, &QPushButton::clicked, this, [this] {
        const Recognition* recognition = currentRecognition();
        const Recognition::Offer* offer = currentOffer();
        if (recognition != nullptr && offer != nullptr)
            emit applyRequested(*recognition, offer->id);
    });
    showCurrent();
}

void RecognitionDialog::setRecognitions(const QList<Recognition>& recognitions,
                                        const core::DatabaseName& database)
{
    m_isBusy = false;
    m_recognitions = recognitions;
    m_state->hide();
    fill(database);
}

void RecognitionDialog::replace(const Recognition& recognition)
{
    m_isBusy = false;
    for (Recognition& known : m_recognitions) {
        if (known.name == recognition.name)
            known = recognition;
    }
    fill(recognition.name);
}

void RecognitionDialog::fill(const core::DatabaseName& database)
{
    m_tree->clear();
    for (int i = 0; i < m_recognitions.size(); ++i)
        addDatabase(m_recognitions.at(i), i);
    m_tree->expandAll();
    // An offer of the database that was asked about, else of any, else the first line.
    QTreeWidgetItem* chosen = nullptr;
    for (int i = 0; i < m_recognitions.size(); ++i) {
        QTreeWidgetItem* top = m_tree->topLevelItem(i);
        const bool isAsked = m_recognitions.at(i).name == database;
        if (top->childCount() > 0 && (chosen == nullptr || isAsked))
            chosen = top->child(0);
    }
    m_tree->setCurrentItem(chosen != nullptr ? chosen : m_tree->topLevelItem(0));
    showCurrent();
}

void RecognitionDialog::addDatabase(const Recognition& recognition, int index)
{
    const QString text = textOf(recognition);
    auto* top = new QTreeWidgetItem(
        m_tree,
        {recognition.error ? tr("%1: %2").arg(recognition.name.text(), text)
                           : tr("%1 (%2 on %3): %4")
                                 .arg(recognition.name.text(), recognition.status.server.database,
                                      recognition.status.server.serverText(), text)});
    top->setIcon(0, signOf(recognition));
    top->setToolTip(0, text);
    top->setData(0, DatabaseRole, index);
    top->setData(0, OfferRole, -1);
    for (int i = 0; i < recognition.offers.size(); ++i) {
        const Recognition::Offer& offer = recognition.offers.at(i);
        auto* item = new QTreeWidgetItem(
            top, {offer.destroysData ? tr("%1 (destroys data)").arg(capital(offer.title))
                                     : capital(offer.title)});
        item->setData(0, DatabaseRole, index);
        item->setData(0, OfferRole, i);
    }
}

const Recognition* RecognitionDialog::currentRecognition() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    return item == nullptr ? nullptr : &m_recognitions.at(item->data(0, DatabaseRole).toInt());
}

const Recognition::Offer* RecognitionDialog::currentOffer() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    const int offer = item == nullptr ? -1 : item->data(0, OfferRole).toInt();
    return offer < 0 ? nullptr : &currentRecognition()->offers.at(offer);
}

void RecognitionDialog::showCurrent()
{
    const Recognition* recognition = currentRecognition();
    const Recognition::Offer* offer = currentOffer();
    // In the list a long one is cut.
    m_sentence->setText(recognition == nullptr ? QString() : textOf(*recognition));
    m_sql->setSql(offer == nullptr || offer->sql.isEmpty() ? QString()
                                                           : offer->sql.join(u";\n"_s) + u';');
    const QString note = offer == nullptr ? QString() : noteOf(*offer);
    if (offer != nullptr && !offer->isApplicable())
        m_note->showMessage(InlineMessage::Kind::Warning, tr("This is only shown, not run."),
                            note.isEmpty() ? offer->obstacle : offer->obstacle + u'\n' + note);
    else if (!note.isEmpty())
        m_note->showMessage(offer->destroysData ? InlineMessage::Kind::Warning
                                                : InlineMessage::Kind::Information,
                            note);
    else
        m_note->hide();
    const bool canApply = offer != nullptr && offer->isApplicable();
    m_apply->setText(canApply && offer->destroysData ? tr("Apply…") : tr("Apply"));
    m_apply->setEnabled(canApply && !m_isBusy && m_locked.isEmpty());
    m_apply->setToolTip(m_locked);
    m_copy->setEnabled(!m_sql->toPlainText().isEmpty());
    m_look->setEnabled(!m_isBusy);
    m_export->setVisible(recognition != nullptr && !recognition->error &&
                         !recognition->misplacedRows().isEmpty());
    m_export->setEnabled(!m_isBusy);
}

void RecognitionDialog::showBusy(const QString& text)
{
    m_isBusy = true;
    m_state->showMessage(InlineMessage::Kind::Information, text);
    showCurrent();
}

void RecognitionDialog::showError(const core::Error& error)
{
    m_isBusy = false;
    QStringList why{error.detail, error.hint};
    why.removeAll(QString());
    m_state->showMessage(InlineMessage::Kind::Error, error.summary, why.join(u'\n'));
    showCurrent();
}

void RecognitionDialog::showDone(const QString& text)
{
    m_isBusy = false;
    m_state->showMessage(InlineMessage::Kind::Success, text);
    showCurrent();
}

} // namespace socrates::ui
