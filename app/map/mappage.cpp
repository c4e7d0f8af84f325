// SPDX-License-Identifier: MIT
#include "app/map/mappage.h"

#include "app/map/mapexport.h"
#include "app/map/maplegend.h"
#include "app/map/mappainter.h"
#include "app/map/maptablesmodel.h"
#include "app/map/mapview.h"
#include "app/map/timebar.h"
#include "app/theme/icons.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/fitting.h"
#include "app/widgets/onfinished.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// From so many tables on, the automatic detail leaves columns out.
constexpr qsizetype kAllColumns = 60;
constexpr qsizetype kKeys = 400;

MapDetail detailFor(const SchemaMap& map, std::optional<MapDetail> wanted)
{
    if (wanted)
        return *wanted;
    return map.tables.size() <= kAllColumns ? MapDetail::AllColumns
           : map.tables.size() <= kKeys     ? MapDetail::KeysOnly
                                            : MapDetail::NamesOnly;
}

/// The words in the list's column of states.
QStringList stateWords()
{
    QStringList words{MapTablesModel::plannedText()};
    for (const MapMark mark :
         {MapMark::Missing, MapMark::Extra, MapMark::Different, MapMark::Misplaced,
          MapMark::Created, MapMark::Dropped, MapMark::Changed})
        words << markText(mark);
    return words;
}

} // namespace

MapPage::MapPage(QWidget* parent)
    : QWidget(parent)
    , m_time(new TimeBar)
    , m_model(new MapTablesModel(this))
    , m_filter(new MapTablesFilter(m_model, this))
    , m_view(new MapView)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
{
    setObjectName(u"mapPage"_s);
    m_bar = createBar();
    m_empty->setObjectName(u"mapEmptyState"_s);
    connect(m_empty, &EmptyState::activated, this, &MapPage::helpRequested);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(createContents());
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    column->addWidget(m_time);
    connect(m_time, &TimeBar::positionChanged, this, &MapPage::rebuild);
    connect(m_time, &TimeBar::revisionRequested, this, &MapPage::revisionRequested);
    connect(m_view, &MapView::stepRequested, m_time, &TimeBar::stepBy);
    connect(m_view, &MapView::currentChanged, this, &MapPage::showCurrent);
    connect(m_view, &MapView::activated, this, &MapPage::activate);
    // In the search field the key copies its own text.
    auto* copyKey = new QShortcut(QKeySequence::Copy, this);
    copyKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(copyKey, &QShortcut::activated, this, &MapPage::copyPicture);
    showState();
}

MapPage::~MapPage() = default;

QToolButton* MapPage::addButton(QLayout* bar, const QString& name, const QString& text,
                                const QString& iconName)
{
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(text);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    bar->addWidget(button);
    return button;
}

QWidget* MapPage::createBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    m_search = new QLineEdit;
    m_search->setObjectName(u"mapSearchEdit"_s);
    m_search->setAccessibleName(tr("Find a table or column"));
    m_search->setPlaceholderText(tr("Find a table or column"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    row->addWidget(m_search, 2);
    m_found = new QLabel;
    m_found->setObjectName(u"mapFoundLabel"_s);
    row->addWidget(m_found);
    row->addStretch(1);
    m_detail = new QComboBox;
    m_detail->setObjectName(u"mapDetailCombo"_s);
    m_detail->setAccessibleName(tr("Detail"));
    m_detail->setToolTip(tr("How much of each table is shown"));
    m_detail->addItem(tr("Automatic"));
    m_detail->addItem(tr("All columns"), int(MapDetail::AllColumns));
    m_detail->addItem(tr("Keys"), int(MapDetail::KeysOnly));
    m_detail->addItem(tr("Names"), int(MapDetail::NamesOnly));
    row->addWidget(m_detail);
    QToolButton* out = addButton(row, u"mapZoomOutButton"_s, tr("Zoom out"), u"zoomout"_s);
    QToolButton* in = addButton(row, u"mapZoomInButton"_s, tr("Zoom in"), u"zoomin"_s);
    out->setToolButtonStyle(Qt::ToolButtonIconOnly);
    in->setToolButtonStyle(Qt::ToolButtonIconOnly);
    QToolButton* fit = addButton(row, u"mapFitButton"_s, tr("Fit"), u"fit"_s);
    QToolButton* legend = addButton(row, u"mapLegendButton"_s, tr("Legend"), u"help"_s);
    QToolButton* copy = addButton(row, u"mapCopyButton"_s, tr("Copy"), u"copy"_s);
    QToolButton* save = addButton(row, u"mapExportButton"_s, tr("Export…"), u"export"_s);
    connect(m_search, &QLineEdit::textChanged, this, &MapPage::search);
    connect(m_search, &QLineEdit::returnPressed, this, &MapPage::searchNext);
    connect(m_detail, &QComboBox::currentIndexChanged, this, &MapPage::rebuild);
    connect(out, &QToolButton::clicked, this, [this] { m_view->zoomBy(1 / 1.25); });
    connect(in, &QToolButton::clicked, this, [this] { m_view->zoomBy(1.25); });
    connect(fit, &QToolButton::clicked, this, [this] { m_view->fit(); });
    connect(legend, &QToolButton::clicked, this, [this, legend] {
        showMapLegend(this, legend->mapToGlobal(legend->rect().bottomLeft()));
    });
    connect(copy, &QToolButton::clicked, this, &MapPage::copyPicture);
    connect(save, &QToolButton::clicked, this, &MapPage::askAndExport);
    return bar;
}

QWidget* MapPage::createContents()
{
    m_list = new QTreeView;
    m_list->setObjectName(u"mapTablesTree"_s);
    m_list->setAccessibleName(tr("Tables of the map"));
    m_list->setModel(m_filter);
    m_list->setItemDelegateForColumn(MapTablesModel::TableColumn, new TableNameDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    // Names of tables are the longest.
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(MapTablesModel::TableColumn, QHeaderView::Stretch);
    fitColumn(m_list, MapTablesModel::StateColumn, stateWords(), true);
    fitColumn(m_list, MapTablesModel::DatabaseColumn, fontMetrics().averageCharWidth() * 19);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid())
                    m_view->setCurrent(m_filter->mapToSource(index).row());
            });
    connect(m_list, &QTreeView::activated, this,
            [this](const QModelIndex& index) { activate(m_filter->mapToSource(index).row()); });
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"mapSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_view);
    splitter->addWidget(m_list);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({720, 460});
    return splitter;
}

void MapPage::setProject(const std::shared_ptr<const Project>& project)
{
    m_project = project;
    m_timeline = {};
    m_missing.clear();
    if (project)
        m_timeline.steps = projectOrder(*project);
    m_view->fit();
    setTimeline();
}

void MapPage::setLive(const QList<DatabaseVerification>& verifications)
{
    m_timeline.live = verifications;
    setTimeline();
}

void MapPage::setHistory(const DatabaseName& database, const SchemaHistory& history)
{
    m_timeline.histories.insert(database, history);
    if (m_timeline.histories.size() == m_project->databases().size())
        m_missing.clear();
    setTimeline();
}

void MapPage::setHistoryMissing(const Error& error)
{
    m_missing = error.summary;
    if (!error.hint.isEmpty())
        m_missing += u' ' + error.hint;
    setTimeline();
}

void MapPage::setTimeline()
{
    m_time->setTimeline(m_timeline);
    m_time->setMissing(m_missing);
    rebuild();
}

void MapPage::setBusy(bool busy, const QString& what)
{
    const bool isOther = busy != m_isBusy;
    m_isBusy = busy;
    m_busyText = what;
    if (isOther && !busy)
        rebuild();
    showState();
}

void MapPage::setUnavailable(const QString& reason, const QString& buttonText)
{
    m_unavailable = reason;
    m_helpText = buttonText;
    showState();
}

bool MapPage::clearSearch()
{
    const bool was = !m_search->text().isEmpty();
    m_search->clear();
    return was;
}

/// Map and layout are worked out on a thread: 5,000 tables take their time.
void MapPage::rebuild()
{
    const quint64 generation = ++*m_generation;
    const int position = m_time->position();
    const bool isNow = position >= m_timeline.now();
    // What is there now is on its way: no other time in between.
    const bool isAwaited = m_isBusy && m_timeline.live.isEmpty() && m_time->wantsNow();
    if (!m_project || isAwaited || (isNow ? m_timeline.live.isEmpty() : !m_timeline.hasHistory())) {
        showPicture(nullptr);
        return;
    }
    std::optional<MapDetail> wanted;
    if (m_detail->currentData().isValid())
        wanted = MapDetail(m_detail->currentData().toInt());
    const auto future =
        runOn(m_pool,
              [project = m_project, timeline = m_timeline, position, wanted, generation,
               latest = m_generation, metrics = mapMetrics(m_view->font())]() -> MapPicturePtr {
                  if (generation != *latest)
                      return nullptr; // the slider is elsewhere by now
                  auto picture = std::make_shared<MapPicture>();
                  picture->map = schemaMap(*project, timeline.sourcesAt(position));
                  picture->layout =
                      layoutMap(picture->map, detailFor(picture->map, wanted), metrics);
                  return picture;
              });
    onFinished(future, this, [this, generation](const MapPicturePtr& picture) {
        if (generation == *m_generation)
            showPicture(picture);
    });
}

void MapPage::showPicture(const MapPicturePtr& picture)
{
    {
        // The list loses its current row; the view keeps its table.
        const QSignalBlocker blocker(m_list->selectionModel());
        m_model->setPicture(picture);
    }
    m_view->setPicture(picture);
    showCurrent(m_view->current());
    showState();
    emit pictureShown();
}

void MapPage::showState()
{
    const bool hasPicture = m_view->picture() != nullptr;
    m_stack->setCurrentIndex(hasPicture ? 1 : 0);
    m_bar->setEnabled(hasPicture);
    m_time->setVisible(hasPicture);
    const QString reason =
        !m_unavailable.isEmpty() ? m_unavailable : tr("The databases have not been looked at yet.");
    const QString text = m_missing.isEmpty() ? reason : reason + u"\n\n"_s + m_missing;
    m_empty->setContents(u"map"_s, m_isBusy ? m_busyText : text, m_isBusy ? QString() : m_helpText);
}

void MapPage::search(const QString& text)
{
    m_filter->setText(text.trimmed());
    const int count = m_filter->rowCount();
    m_found->setText(text.trimmed().isEmpty() ? QString()
                     : count == 0             ? tr("nothing found")
                                              : tr("%n found", nullptr, count));
    if (!text.trimmed().isEmpty() && count > 0)
        m_list->setCurrentIndex(m_filter->index(0, 0));
}

void MapPage::searchNext()
{
    const int count = m_filter->rowCount();
    if (count > 0)
        m_list->setCurrentIndex(m_filter->index((m_list->currentIndex().row() + 1) % count, 0));
}

void MapPage::showCurrent(int table)
{
    const QModelIndex index =
        table < 0 ? QModelIndex() : m_filter->mapFromSource(m_model->index(table, 0));
    const QSignalBlocker blocker(m_list->selectionModel());
    m_list->setCurrentIndex(index);
    m_list->viewport()->update();
}

void MapPage::activate(int table)
{
    const MapTable& chosen = m_view->picture()->map.tables.at(table);
    if (const ProjectStep* step = m_timeline.stepAt(m_time->position()))
        emit revisionRequested(step->database, step->revision->id);
    else if (!chosen.isPlanned && m_time->position() >= m_timeline.now())
        emit tableActivated(chosen.database, chosen.schema, chosen.name);
}

void MapPage::askAndExport()
{
    auto* dialog = new QFileDialog(this, tr("Export Map"));
    dialog->setObjectName(u"exportMapDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"svg"_s);
    dialog->setNameFilters({tr("SVG (*.svg)"), tr("PNG (*.png)")});
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains("png"_L1) ? u"png"_s : u"svg"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& filePath) {
        const MapLook look{palette(), m_view->font()};
        const auto future = runOn(m_pool, [filePath, picture = m_view->picture(), look] {
            return exportMap(filePath, *picture, look);
        });
        onFinished(future, this, [this](const Result<void>& written) {
            if (!written)
                emit exportFailed(written.error());
        });
    });
    dialog->open();
}

void MapPage::copyPicture()
{
    if (m_view->picture() == nullptr)
        return;
    const MapLook look{palette(), m_view->font()};
    const auto future =
        runOn(m_pool, [picture = m_view->picture(), look] { return mapImage(*picture, look); });
    const QString text = plainText(m_view->picture()->map, m_view->current());
    onFinished(future, this, [text](const QImage& image) {
        auto* data = new QMimeData;
        data->setImageData(image);
        data->setText(text);
        QApplication::clipboard()->setMimeData(data);
    });
}

} // namespace socrates::ui
