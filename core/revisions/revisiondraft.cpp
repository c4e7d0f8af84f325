// SPDX-License-Identifier: MIT
#include "core/revisions/revisiondraft.h"

#include "core/base/texts.h"

#include <QDateTime>
#include <QDir>
#include <QHash>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryFile>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxSlug = 60;

QString joined(const QList<RevisionId>& ids)
{
    return idTexts(ids).join(u", "_s);
}

/// Letters that have no mark to take off, as ASCII writes them: a name of a file is to be typed
/// anywhere.
QString latinOf(QChar letter)
{
    static const QHash<QChar, QString> others{
        {u'ß', u"ss"_s}, {u'æ', u"ae"_s}, {u'œ', u"oe"_s}, {u'ø', u"o"_s},  {u'ł', u"l"_s},
        {u'đ', u"d"_s},  {u'α', u"a"_s},  {u'β', u"v"_s},  {u'γ', u"g"_s},  {u'δ', u"d"_s},
        {u'ε', u"e"_s},  {u'ζ', u"z"_s},  {u'η', u"i"_s},  {u'θ', u"th"_s}, {u'ι', u"i"_s},
        {u'κ', u"k"_s},  {u'λ', u"l"_s},  {u'μ', u"m"_s},  {u'ν', u"n"_s},  {u'ξ', u"x"_s},
        {u'ο', u"o"_s},  {u'π', u"p"_s},  {u'ρ', u"r"_s},  {u'σ', u"s"_s},  {u'ς', u"s"_s},
        {u'τ', u"t"_s},  {u'υ', u"y"_s},  {u'φ', u"f"_s},  {u'χ', u"ch"_s}, {u'ψ', u"ps"_s},
        {u'ω', u"o"_s}};
    return others.value(letter, QString(letter));
}

/// "Remember when a user signed in" -> "remember_when_a_user_signed_in".
QString slugOf(const QString& title)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    // Letters with marks keep their letter.
    QString bare = title.normalized(QString::NormalizationForm_D).toLower();
    bare.remove(QRegularExpression(u"\\p{Mn}"_s));
    QString slug;
    for (const QChar letter : std::as_const(bare))
        slug += latinOf(letter);
    slug.replace(other, u"_"_s);
    while (slug.startsWith(u'_'))
        slug.remove(0, 1);
    slug.truncate(kMaxSlug);
    while (slug.endsWith(u'_'))
        slug.chop(1);
    return slug.isEmpty() ? u"revision"_s : slug;
}

QString section(const QString& name, bool transactional, const QString& sql)
{
    QString body = sql.trimmed();
    const bool endsInComment = body.section(u'\n', -1).contains("--"_L1);
    if (!body.isEmpty() && !body.endsWith(u';') && !endsInComment)
        body += u';';
    const QString options = transactional ? QString() : u" transaction:false"_s;
    return u"\n-- migrate:%1%2\n%3\n"_s.arg(name, options, body);
}

/// A value goes on one line of the header.
QString oneLine(const QString& text)
{
    return text.simplified();
}

bool copyFile(const QString& from, const QString& to)
{
    return QDir().mkpath(QFileInfo(to).path()) && QFile::copy(from, to);
}

/// What Project::load reads: nothing else is needed to judge a revision.
bool copyProject(const Project& project, const QString& folder)
{
    const QString root = project.folder();
    if (!copyFile(root + u"/socrates.json"_s, folder + u"/socrates.json"_s))
        return false;
    if (!project.checklistText().isEmpty() &&
        !copyFile(project.checklistPath(), folder + u"/CHECKLIST.md"_s))
        return false;
    for (const ProjectDatabase& database : project.databases()) {
        QDir().mkpath(folder + u'/' + database.folder);
        for (const RevisionPtr& revision : database.graph.revisions()) {
            const QString name = QFileInfo(revision->filePath).fileName();
            if (!copyFile(revision->filePath, folder + u'/' + database.folder + u'/' + name))
                return false;
        }
    }
    const QDir expected(project.expectedFolder());
    for (const QString& name : expected.entryList({u"*.json"_s}, QDir::Files))
        copyFile(expected.filePath(name), folder + u"/expected/"_s + name);
    return true;
}

Error writeError(const QString& path, const QString& why)
{
    return Error{.code = u"project.draft.write"_s,
                 .summary = Texts::tr("The revision could not be written to %1.").arg(path),
                 .detail = why,
                 .hint = Texts::tr("See to it that the folder is there and can be written to.")};
}

} // namespace

QString RevisionDraft::fileName() const
{
    if (!verbatimName.isEmpty())
        return verbatimName;
    return id.text() + u'_' + slugOf(title) + u".sql"_s;
}

QString RevisionDraft::text() const
{
    if (!verbatim.isEmpty())
        return verbatim;
    QString text = u"-- socrates-migration: 1\n-- revision: %1\n-- down_revision:%2\n"
                   "-- database: %3\n"_s.arg(id.text(),
                                             downRevisions.isEmpty() ? QString()
                                                                     : u' ' + joined(downRevisions),
                                             database.text());
    if (!requirements.isEmpty())
        text += u"-- requires: %1\n"_s.arg(requirements.join(u", "_s));
    text += u"-- title: %1\n-- create_date: %2\n"_s.arg(oneLine(title), createDate);
    if (!irreversibleReason.isEmpty())
        text += u"-- irreversible: %1\n"_s.arg(oneLine(irreversibleReason));
    text += section(u"up"_s, transactional, up);
    if (irreversibleReason.isEmpty())
        text += section(u"down"_s, transactional, down);
    return text;
}

namespace {

/// Now, in the shape of a time stamp that is an id ("20240101120000"); empty: it is none.
QString stampLike(const QString& id)
{
    for (const QString& shape : {u"yyyyMMddHHmmss"_s, u"yyyyMMddHHmm"_s, u"yyyyMMdd"_s}) {
        if (id.size() == shape.size() && QDateTime::fromString(id, shape).isValid())
            return QDateTime::currentDateTimeUtc().toString(shape);
    }
    return {};
}

} // namespace

RevisionId nextRevisionId(const Project& project)
{
    static const QRegularExpression number(u"^[0-9]{1,18}$"_s);
    qlonglong largest = 0;
    qsizetype width = 3;
    bool areNumbers = true;
    for (const ProjectDatabase& database : project.databases()) {
        for (const RevisionPtr& revision : database.graph.revisions()) {
            const QString id = revision->id.text();
            areNumbers = areNumbers && number.match(id).hasMatch();
            largest = qMax(largest, id.toLongLong());
            width = qMax(width, id.size());
        }
    }
    const qlonglong now = stampLike(QString::number(largest)).toLongLong();
    if (areNumbers && now > largest)
        return RevisionId(QString::number(now));
    if (areNumbers)
        return RevisionId(QString::number(largest + 1).rightJustified(width, u'0'));
    const quint64 random = QRandomGenerator::global()->generate64();
    return RevisionId(QString::number(random, 16).rightJustified(12, u'0').right(12));
}

Result<RevisionDraft> draftOn(const Project& project, const DatabaseName& database,
                              const QStringList& down)
{
    const ProjectDatabase* found = project.database(database);
    if (found == nullptr) {
        QStringList names;
        for (const ProjectDatabase& each : project.databases())
            names << each.name.text();
        return fail(
            Error{.code = u"usage.target"_s,
                  .summary = Texts::tr("The project has no database %1.").arg(database.text()),
                  .hint = Texts::tr("It has: %1").arg(names.join(u", "_s))});
    }
    RevisionDraft draft;
    draft.database = database;
    draft.id = nextRevisionId(project);
    for (const QString& text : down) {
        const auto ids = found->graph.resolve(text);
        if (!ids)
            return fail(ids.error());
        draft.downRevisions += *ids;
    }
    const QList<RevisionId> heads = found->graph.heads();
    if (down.isEmpty() && heads.size() > 1) {
        return fail(Error{
            .code = u"usage.target"_s,
            .summary = Texts::tr("%1 has several heads: %2.").arg(database.text(), joined(heads)),
            .hint = Texts::tr("Say on which it stands: --down-revision %1, or heads to join "
                              "them.")
                        .arg(heads.first().text())});
    }
    if (down.isEmpty())
        draft.downRevisions = heads;
    return draft;
}

QString draftPath(const Project& project, const RevisionDraft& draft)
{
    const ProjectDatabase* database = project.database(draft.database);
    return project.folder() + u'/' + (database != nullptr ? database->folder : QString()) + u'/' +
           draft.fileName();
}

ResultOrErrors<DraftProject> DraftProject::make(const Project& project, const RevisionDraft& draft)
{
    DraftProject result;
    result.m_folder = std::make_shared<QTemporaryDir>();
    const QString folder = QFileInfo(result.m_folder->path()).canonicalFilePath();
    const QString path = draftPath(project, draft);
    if (!result.m_folder->isValid() || !copyProject(project, folder))
        return tl::unexpected(Errors{writeError(folder, result.m_folder->errorString())});
    const QString copy = folder + path.mid(project.folder().size());
    QFile file(copy);
    if (file.exists() || !file.open(QIODevice::WriteOnly) || file.write(draft.text().toUtf8()) < 0)
        return tl::unexpected(Errors{writeError(path, file.errorString())});
    file.close();
    ResultOrErrors<Project> loaded = Project::load(folder);
    if (!loaded) {
        Errors errors = loaded.error();
        for (Error& error : errors) {
            if (error.where.file.startsWith(folder))
                error.where.file = project.folder() + error.where.file.mid(folder.size());
        }
        return tl::unexpected(errors);
    }
    result.m_project = std::move(*loaded);
    result.m_revision = result.m_project.graph(draft.database).revision(draft.id);
    return result;
}

Result<QString> saveDraft(const Project& project, const RevisionDraft& draft)
{
    const QString path = draftPath(project, draft);
    const auto taken = [&path] {
        return fail(Error{
            .code = u"project.draft.exists"_s,
            .summary = Texts::tr("There is a file %1 already; it was left as it is.").arg(path),
            .hint = Texts::tr("Give the revision another title, or remove that file.")});
    };
    if (QFile::exists(path))
        return taken();
    // Written beside it and renamed, which refuses to replace: half a file is never there.
    QTemporaryFile file(QFileInfo(path).path() + u"/.draft-XXXXXX"_s);
    const QByteArray bytes = draft.text().toUtf8();
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush())
        return fail(writeError(path, file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    if (!file.rename(path))
        return QFile::exists(path) ? taken() : fail(writeError(path, file.errorString()));
    file.setAutoRemove(false);
    return path;
}

} // namespace socrates::core
