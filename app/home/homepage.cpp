// SPDX-License-Identifier: MIT
#include "app/home/homepage.h"

#include "app/theme/icons.h"
#include "core/postgres/localserver.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QLabel* createTitle(const QString& text, qreal scale)
{
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(true);
    label->setFont(font);
    return label;
}

QString iconNameOf(Environment environment)
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

StatusRole roleOf(Environment environment)
{
    return environment == Environment::Production ? StatusRole::Production
           : environment == Environment::Staging  ? StatusRole::Warning
                                                  : StatusRole::Neutral;
}

QString placesOf(const ConnectionProfile& profile)
{
    QStringList places;
    for (const ConnectionProfile::Entry& entry : profile.databases)
        places << entry.parameters.displayText();
    return places.join(u", "_s);
}

} // namespace

HomePage::HomePage(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"homePage"_s);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(40);
    columns->addWidget(createVerbs(), 1);
    columns->addWidget(createRecents(), 1);
    auto* title = createTitle(u"Socrates Admin"_s, 1.8);
    auto* sentence = new QLabel(
        tr("Migrates the databases of a project side by side, and proves what is in them."));
    sentence->setObjectName(u"homeSentenceLabel"_s);
    sentence->setWordWrap(true);
    auto* content = new QWidget;
    content->setMaximumWidth(960);
    auto* contentLayout = new QVBoxLayout(content);
    contentLayout->addWidget(title);
    contentLayout->addWidget(sentence);
    contentLayout->addSpacing(20);
    contentLayout->addLayout(columns, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 24);
    layout->addStretch(1);
    layout->addWidget(content, 100);
    layout->addStretch(1);
    setFocusProxy(m_connectButton);
}

QPushButton* HomePage::createVerb(const QString& name, const QString& iconName, const QString& text,
                                  const QString& explanation)
{
    auto* button = new QPushButton(icon(iconName), text);
    button->setObjectName(name);
    button->setAccessibleDescription(explanation);
    button->setMinimumHeight(button->fontMetrics().height() * 5 / 2);
    return button;
}

QWidget* HomePage::createVerbs()
{
    auto* verbs = new QWidget;
    auto* layout = new QVBoxLayout(verbs);
    layout->setContentsMargins({});
    layout->addWidget(createTitle(tr("Start"), 1.2));
    const auto add = [&](const QString& name, const QString& iconName, const QString& text,
                         const QString& explanation) {
        QPushButton* button = createVerb(name, iconName, text, explanation);
        auto* label = new QLabel(explanation);
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(button);
        layout->addWidget(label);
        layout->addSpacing(8);
        m_privateLabel = label; // of the last verb added
        return button;
    };
    m_connectButton = add(u"connectDatabasesButton"_s, u"connect"_s, tr("Connect Databases…"),
                          tr("Enter or paste where the databases are."));
    m_createButton = add(
        u"setUpServerButton"_s, u"database"_s, tr("Set Up an Empty Server…"),
        tr("Create the databases with an administrator's login, then upgrade and verify them."));
    m_importButton = add(
        u"importEnvButton"_s, u"import"_s, tr("Import from .env…"),
        tr("Read the addresses from the application's own file. Dropping it here does the same."));
    m_openButton = add(u"openProjectButton"_s, u"folder"_s, tr("Open Project…"),
                       tr("A folder with socrates.json and its revisions."));
    m_privateButton =
        add(u"privateServerButton"_s, u"server"_s, tr("Try It on a Private Server"), QString());
    setPrivateServer(PrivateServer::NotCreated);
    layout->addStretch(1);
    connect(m_connectButton, &QPushButton::clicked, this, &HomePage::connectRequested);
    connect(m_createButton, &QPushButton::clicked, this, &HomePage::createDatabasesRequested);
    connect(m_importButton, &QPushButton::clicked, this, &HomePage::importEnvRequested);
    connect(m_openButton, &QPushButton::clicked, this, &HomePage::openProjectRequested);
    connect(m_privateButton, &QPushButton::clicked, this, &HomePage::privateServerRequested);
    return verbs;
}

QWidget* HomePage::createRecents()
{
    auto* recents = new QWidget;
    m_recents = new QListWidget;
    m_recents->setObjectName(u"recentsList"_s);
    m_recents->setAccessibleName(tr("Recent connections"));
    m_recents->setAlternatingRowColors(true);
    m_recents->setIconSize(QSize(20, 20));
    m_recents->setSpacing(2);
    m_recents->installEventFilter(this);
    auto* open = new QAction(tr("Open"), m_recents);
    auto* remove = new QAction(tr("Remove from the List"), m_recents);
    m_recents->addActions({open, remove});
    m_recents->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(open, &QAction::triggered, this, &HomePage::openCurrent);
    connect(remove, &QAction::triggered, this, &HomePage::removeCurrent);
    connect(m_recents, &QListWidget::itemActivated, this, &HomePage::openCurrent);

    auto* empty = new QLabel(tr("No connections yet. Each one that is opened is listed here."));
    empty->setObjectName(u"noRecentsLabel"_s);
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    empty->setForegroundRole(QPalette::PlaceholderText);
    m_recentsStack = new QStackedWidget;
    m_recentsStack->addWidget(empty);
    m_recentsStack->addWidget(m_recents);
    auto* layout = new QVBoxLayout(recents);
    layout->setContentsMargins({});
    layout->addWidget(createTitle(tr("Recent"), 1.2));
    layout->addWidget(m_recentsStack, 1);
    return recents;
}

void HomePage::setRecents(const QList<ConnectionProfile>& profiles)
{
    m_recents->clear();
    for (const ConnectionProfile& profile : profiles) {
        const QString environment = environmentText(profile.environment);
        auto* item = new QListWidgetItem(
            icon(iconNameOf(profile.environment), roleOf(profile.environment)),
            tr("%1 – %2\n%3").arg(profile.name, environment, placesOf(profile)), m_recents);
        item->setData(Qt::UserRole, profile.name);
        item->setToolTip(placesOf(profile));
        item->setData(Qt::AccessibleTextRole,
                      tr("%1, %2, %3").arg(profile.name, environment, placesOf(profile)));
    }
    m_recentsStack->setCurrentIndex(profiles.isEmpty() ? 0 : 1);
    if (!profiles.isEmpty())
        m_recents->setCurrentRow(0);
}

void HomePage::setPrivateServer(PrivateServer state)
{
    m_privateButton->setEnabled(state != PrivateServer::NotPossible);
    QString text;
    switch (state) {
    case PrivateServer::NotPossible:
        text = tr("PostgreSQL's programs are not on this computer. %1")
                   .arg(LocalServer::adviceWithoutPrograms());
        break;
    case PrivateServer::NotCreated:
        text = tr("Starts a PostgreSQL of its own on this computer. Nothing else is touched.");
        break;
    case PrivateServer::Kept:
        text = tr("Starts it again, with its databases as they were left.");
        break;
    }
    m_privateLabel->setText(text);
    m_privateButton->setAccessibleDescription(text);
}

void HomePage::openCurrent()
{
    if (const QListWidgetItem* item = m_recents->currentItem())
        emit recentOpened(item->data(Qt::UserRole).toString());
}

void HomePage::removeCurrent()
{
    if (const QListWidgetItem* item = m_recents->currentItem())
        emit recentRemoved(item->data(Qt::UserRole).toString());
}

bool HomePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_recents && event->type() == QEvent::KeyPress) {
        // Not left to itemActivated: on some platforms Enter does not activate a list's item.
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            openCurrent();
            return true;
        case Qt::Key_Delete:
            removeCurrent();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace socrates::ui
