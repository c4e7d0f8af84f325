// SPDX-License-Identifier: MIT
#include "core/revisions/project.h"

#include "core/revisions/projectreader.h"
#include "core/revisions/tableowners.h"

#include <QDir>
#include <QRegularExpression>

#include <mutex>

namespace socrates::core {

using namespace Qt::StringLiterals;

struct Project::Owners
{
    std::once_flag once;
    QMap<QString, DatabaseName> byTable;
};

ResultOrErrors<Project> Project::load(const QString& folder)
{
    ProjectReader reader(folder);
    if (!reader.read())
        return tl::unexpected(reader.takeErrors());
    Project project;
    project.m_folder = reader.folder();
    project.m_databases = std::move(reader.databases);
    project.m_planned = std::move(reader.planned);
    project.m_ignore = std::move(reader.ignore);
    project.m_checklist = std::move(reader.checklist);
    project.m_owners = std::make_shared<Owners>();
    return project;
}

const ProjectDatabase* Project::database(const DatabaseName& name) const
{
    for (const ProjectDatabase& database : m_databases) {
        if (database.name == name)
            return &database;
    }
    return nullptr;
}

const QMap<QString, DatabaseName>& Project::tableOwners() const
{
    static const QMap<QString, DatabaseName> none;
    if (!m_owners)
        return none;
    std::call_once(m_owners->once, [this] { m_owners->byTable = core::tableOwners(m_databases); });
    return m_owners->byTable;
}

const RevisionGraph& Project::graph(const DatabaseName& name) const
{
    static const RevisionGraph none;
    const ProjectDatabase* found = database(name);
    return found != nullptr ? found->graph : none;
}

bool Project::isIgnored(const DatabaseName& database, const QString& schema,
                        const QString& object) const
{
    const QString name = database.text() + u'.' + schema + u'.' + object;
    for (const QString& pattern : m_ignore) {
        // '*' stands for anything, a dot included; brackets mean themselves.
        QString expression = QRegularExpression::escape(pattern);
        expression.replace("\\*"_L1, ".*"_L1).replace("\\?"_L1, "."_L1);
        const QRegularExpression match(QRegularExpression::anchoredPattern(expression),
                                       QRegularExpression::DotMatchesEverythingOption);
        if (match.match(name).hasMatch())
            return true;
    }
    return false;
}

QString Project::checklistPath() const
{
    return QDir(m_folder).filePath(u"CHECKLIST.md"_s);
}

QString Project::expectedFolder() const
{
    return QDir(m_folder).filePath(u"expected"_s);
}

} // namespace socrates::core
