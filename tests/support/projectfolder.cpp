// SPDX-License-Identifier: MIT
#include "tests/support/projectfolder.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace socrates::test {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

Project loadOrDie(const QString& folder)
{
    auto project = Project::load(folder);
    if (!project) {
        for (const Error& error : project.error())
            std::fprintf(stderr, "%s\n", qPrintable(error.text()));
        std::abort();
    }
    return *project;
}

} // namespace

ProjectFolder::ProjectFolder(const QStringList& databases)
{
    QJsonArray list;
    for (const QString& name : databases) {
        list << QJsonObject{{u"name"_s, name}};
        QDir(m_folder->path()).mkpath(name);
    }
    write(u"socrates.json"_s, QJsonDocument(QJsonObject{{u"databases"_s, list}}).toJson());
}

void ProjectFolder::write(const QString& relativePath, const QByteArray& bytes)
{
    const QString path = m_folder->filePath(relativePath);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        std::fprintf(stderr, "ProjectFolder: %s: %s\n", qPrintable(path),
                     qPrintable(file.errorString()));
        std::abort();
    }
}

QString ProjectFolder::revisionPath(const QString& database, const QString& id) const
{
    return m_folder->filePath(database + u'/' + id + u"_step.sql"_s);
}

void ProjectFolder::add(const QString& database, const Draft& draft)
{
    QString text =
        u"-- socrates-migration: 1\n-- revision: %1\n-- down_revision: %2\n-- database: %3\n"_s.arg(
            draft.id, draft.downRevision, database);
    for (const QString& line : draft.header.split(u'\n', Qt::SkipEmptyParts))
        text += u"-- "_s + line + u'\n';
    text += u"\n-- migrate:up"_s +
            (draft.upOptions.isEmpty() ? QString() : u' ' + draft.upOptions) + u'\n' + draft.up +
            u"\n\n-- migrate:down\n"_s + (draft.down.isEmpty() ? u"SELECT 1;"_s : draft.down) +
            u'\n';
    write(QDir(m_folder->path()).relativeFilePath(revisionPath(database, draft.id)), text.toUtf8());
}

Project ProjectFolder::load() const
{
    return loadOrDie(m_folder->path());
}

Project shippedProject()
{
    return loadOrDie(QStringLiteral(SOCRATES_SOURCE_DIR "/migrations"));
}

} // namespace socrates::test
