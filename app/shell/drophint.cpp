// SPDX-License-Identifier: MIT
#include "app/shell/drophint.h"

#include "app/theme/icons.h"
#include "app/widgets/elidedlabel.h"
#include "core/revisions/projectreader.h"

#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Result;

namespace {

Dropped folderDropped(const QString& path)
{
    Dropped result{Dropped::Kind::Folder, path, {}, {}, {}};
    const QString name = QFileInfo(path).fileName();
    if (core::isProjectFolder(path)) {
        result.title = DropHint::tr("Open the project %1").arg(name);
        result.details = DropHint::tr("Its revisions are read; no server is asked.");
    } else {
        result.title = DropHint::tr("%1 is no project").arg(name);
        result.details = DropHint::tr("A project is a folder with socrates.json.");
    }
    return result;
}

/// An address a line, as it will be shown: without the password.
QString foundText(const FoundConnections& found)
{
    QStringList lines;
    for (auto it = found.databases.begin(); it != found.databases.end(); ++it)
        lines << it.key().text() + u": "_s + it->displayText();
    if (found.server)
        lines << DropHint::tr("All databases: %1").arg(found.server->displayText());
    lines << DropHint::tr("Nothing is used before it was looked at.");
    return lines.join(u'\n');
}

Dropped fileDropped(const QString& path, const std::optional<QList<DatabaseSlot>>& databases)
{
    Dropped result{Dropped::Kind::ConnectionFile, path, {}, {}, {}};
    const QString name = QFileInfo(path).fileName();
    if (!databases) {
        result.title = DropHint::tr("Open a project first");
        result.details = DropHint::tr("Its databases say what is looked for in %1.").arg(name);
        return result;
    }
    const Result<FoundConnections> found = readConnectionFile(path, *databases);
    result.title = found ? DropHint::tr("Read the connections in %1").arg(name)
                         : DropHint::tr("Nothing to read in %1").arg(name);
    result.details = found ? foundText(*found) : found.error().summary;
    return result;
}

} // namespace

Dropped glanceAtDropped(const QMimeData& data, const core::Project* project)
{
    const QList<QUrl> urls = data.urls();
    if (!urls.isEmpty()) {
        if (urls.size() != 1 || !urls.constFirst().isLocalFile())
            return {};
        const QString path = urls.constFirst().toLocalFile();
        return {Dropped::Kind::Path,
                path,
                {},
                DropHint::tr("Looking at %1…").arg(QFileInfo(path).fileName()),
                {}};
    }
    if (!data.hasText() || project == nullptr)
        return {};
    const Result<FoundConnections> found = readConnectionText(data.text(), slotsOf(*project));
    if (!found)
        return {}; // any text may come along; only connections are taken
    return {Dropped::Kind::ConnectionText,
            {},
            data.text(),
            DropHint::tr("Read the connections in the text"),
            foundText(*found)};
}

Dropped lookAtDropped(const QString& path, const std::optional<QList<DatabaseSlot>>& databases)
{
    return QFileInfo(path).isDir() ? folderDropped(path) : fileDropped(path, databases);
}

DropHint::DropHint(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_title(new ElidedLabel(this))
    , m_details(new ElidedLabel(this))
{
    setObjectName(u"dropHint"_s);
    // What is dropped goes to what is below.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setObjectName(u"dropTitleLabel"_s);
    m_title->setAlignment(Qt::AlignCenter);
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_title->setFont(bold);
    m_details->setObjectName(u"dropDetailsLabel"_s);
    m_details->setAlignment(Qt::AlignCenter);
    for (ElidedLabel* label : {m_title, m_details})
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // as wide as its text
    auto* column = new QVBoxLayout(this);
    const int room = fontMetrics().height();
    column->setContentsMargins(2 * room, room, 2 * room, room);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_details);
    hide();
}

void DropHint::showOver(const QWidget* area, const Dropped& dropped)
{
    const bool isFolder = dropped.kind == Dropped::Kind::Folder;
    const int side = fontMetrics().height() * 2;
    m_icon->setPixmap(icon(isFolder ? u"folder"_s : u"import"_s, StatusRole::Pending)
                          .pixmap(QSize(side, side), devicePixelRatioF()));
    m_title->setText(dropped.title);
    m_details->setText(dropped.details);
    resize(sizeHint().boundedTo(area->size()));
    move((area->width() - width()) / 2, (area->height() - height()) / 2);
    show();
    raise();
}

void DropHint::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.setBrush(palette().brush(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8);
}

} // namespace socrates::ui
