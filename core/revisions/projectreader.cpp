// SPDX-License-Identifier: MIT
#include "core/revisions/projectreader.h"

#include "core/base/texts.h"
#include "core/revisions/revisionfile.h"
#include "core/revisions/textfile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

#include <atomic>
#include <thread>
#include <vector>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

const QString kProjectFile = u"socrates.json"_s;

ResultOrErrors<Revision> readFile(const QString& filePath, const QString& root)
{
    const Result<QString> text = readProjectText(filePath, root);
    if (!text)
        return tl::unexpected(Errors{text.error()});
    return parseRevisionText(*text, filePath);
}

/// The files in the order given, read on all cores when there are many: every command reads the
/// whole project, and one that has nothing to do should be over at once.
QList<ResultOrErrors<Revision>> readFiles(const QStringList& paths, const QString& root)
{
    constexpr qsizetype kFilesWorthAThread = 64;
    QList<ResultOrErrors<Revision>> results(paths.size());
    ResultOrErrors<Revision>* const places = results.data(); // detach once, before the threads
    std::atomic<qsizetype> next = 0;
    const auto work = [&] {
        for (qsizetype i = next++; i < paths.size(); i = next++)
            places[i] = readFile(paths.at(i), root);
    };
    std::vector<std::thread> helpers; // not jthread, which Apple's older libraries have not
    const qsizetype useful =
        qMin<qsizetype>(std::thread::hardware_concurrency(), 1 + paths.size() / kFilesWorthAThread);
    for (qsizetype i = 1; i < useful; ++i)
        helpers.emplace_back(work);
    work();
    for (std::thread& helper : helpers)
        helper.join();
    return results;
}

QString jsonTypeText(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return Texts::tr("true or false");
    case QJsonValue::Double:
        return Texts::tr("a number");
    case QJsonValue::String:
        return Texts::tr("a text");
    case QJsonValue::Array:
        return Texts::tr("a list");
    case QJsonValue::Object:
        return Texts::tr("an object");
    case QJsonValue::Undefined:
        break;
    }
    return u"nothing"_s;
}

} // namespace

bool isProjectFolder(const QString& folder)
{
    return QFileInfo(QDir(folder).filePath(kProjectFile)).isFile();
}

ProjectReader::ProjectReader(const QString& folder) : m_root(QFileInfo(folder).canonicalFilePath())
{
    if (m_root.isEmpty() || !QFileInfo(m_root).isDir()) {
        error(
            u"folder.missing"_s, {folder, 0, 0}, Texts::tr("There is no such project folder."),
            Texts::tr(
                "A project is a folder with the file socrates.json; name it with --project DIR."));
    }
    m_jsonPath = QDir(m_root).filePath(kProjectFile);
}

bool ProjectReader::read()
{
    if (!m_errors.isEmpty())
        return false;
    readProjectFile();
    for (ProjectDatabase& database : databases)
        readRevisions(database);
    checkRequirements();
    const QString checklistPath = QDir(m_root).filePath(u"CHECKLIST.md"_s);
    const QFileInfo checklistInfo(checklistPath);
    if (checklistInfo.exists() || checklistInfo.isSymLink()) {
        const Result<QString> text = readProjectText(checklistPath, m_root);
        if (text)
            checklist = *text;
        else
            m_errors << text.error();
    }
    return m_errors.isEmpty();
}

// --- socrates.json ---------------------------------------------------------------------------

void ProjectReader::readProjectFile()
{
    const QFileInfo info(m_jsonPath);
    if (!info.exists() && !info.isSymLink()) {
        error(u"file.missing"_s, {m_jsonPath, 0, 0}, Texts::tr("The folder has no socrates.json."),
              Texts::tr("A project folder holds socrates.json; name it with --project DIR."));
        return;
    }
    const Result<QString> text = readProjectText(m_jsonPath, m_root);
    if (!text) {
        m_errors << text.error();
        return;
    }
    m_json = *text;
    QJsonParseError fault;
    const QByteArray bytes = m_json.toUtf8();
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError) {
        const QByteArrayView before =
            QByteArrayView(bytes).first(qMin<qsizetype>(fault.offset, bytes.size()));
        const int line = 1 + int(before.count('\n'));
        error(
            u"json.syntax"_s, {m_jsonPath, line, 0},
            Texts::tr("This is not JSON: %1.").arg(fault.errorString()),
            Texts::tr(
                "Look at this line and the one before it for a missing comma, quote or bracket."));
        return;
    }
    if (!document.isObject()) {
        error(u"json.type"_s, {m_jsonPath, 1, 0}, Texts::tr("socrates.json is not an object."),
              Texts::tr("It starts with '{' and holds \"databases\"."));
        return;
    }
    const QJsonObject root = document.object();
    checkKeys(root, {u"databases"_s, u"planned"_s, u"ignore"_s});
    readDatabases(root.value(u"databases"_s));
    readPlanned(root.value(u"planned"_s));
    readIgnore(root.value(u"ignore"_s));
}

void ProjectReader::readDatabases(const QJsonValue& value)
{
    if (!value.isArray() || value.toArray().isEmpty()) {
        jsonError(u"databases"_s, 0,
                  value.isUndefined()
                      ? Texts::tr("socrates.json has no \"databases\".")
                      : Texts::tr("\"databases\" is not a list with at least one entry."),
                  Texts::tr("Write \"databases\": [{\"name\": \"...\"}]."));
        return;
    }
    int index = 0;
    for (const QJsonValue& entry : value.toArray()) {
        if (entry.isObject()) {
            readDatabase(entry.toObject(), index);
        } else {
            jsonError(u"databases"_s, 0,
                      Texts::tr("Entry %1 of \"databases\" is %2, not an object.")
                          .arg(index + 1)
                          .arg(jsonTypeText(entry)),
                      Texts::tr("Write {\"name\": \"...\"}."));
        }
        ++index;
    }
}

void ProjectReader::readDatabase(const QJsonObject& object, int index)
{
    checkKeys(object, {u"name"_s, u"purpose"_s, u"branch_label"_s, u"folder"_s, u"url_variable"_s});
    ProjectDatabase database;
    database.name = DatabaseName(textOf(object, u"name"_s));
    database.purpose = textOf(object, u"purpose"_s);
    database.branchLabel = textOf(object, u"branch_label"_s);
    database.urlVariable = textOf(object, u"url_variable"_s);
    database.folder =
        object.contains(u"folder"_s) ? textOf(object, u"folder"_s) : database.name.text();
    if (database.name.isEmpty()) {
        jsonError(u"databases"_s, 0,
                  Texts::tr("Entry %1 of \"databases\" has no name.").arg(index + 1),
                  Texts::tr("Add \"name\": \"...\"."));
        return;
    }
    checkName(database);
    databases << database;
}

void ProjectReader::checkName(const ProjectDatabase& database)
{
    const QString& name = database.name.text();
    // '@' splits targets, '=' --url NAME=URI, '.' patterns and references.
    static const QRegularExpression plain(uR"(^[\w-]{1,63}$)"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    if (!plain.match(name).hasMatch()) {
        jsonError(name, 0, Texts::tr("'%1' cannot be the name of a database here.").arg(name),
                  Texts::tr("Use letters, digits, '_' and '-', at most 63 of them."));
    }
    if (find(database.name) != nullptr) {
        jsonError(name, 1, Texts::tr("The database '%1' stands twice in socrates.json.").arg(name),
                  Texts::tr("Give each database a name of its own."));
    }
}

void ProjectReader::readPlanned(const QJsonValue& value)
{
    if (value.isUndefined())
        return;
    if (!value.isArray()) {
        jsonError(u"planned"_s, 0,
                  Texts::tr("\"planned\" is %1, not a list.").arg(jsonTypeText(value)),
                  Texts::tr("Write \"planned\": [{\"phase\": 2, \"tables\": [...]}]."));
        return;
    }
    for (const QJsonValue& entry : value.toArray()) {
        if (entry.isObject()) {
            readPhase(entry.toObject());
        } else {
            jsonError(
                u"planned"_s, 0,
                Texts::tr("An entry of \"planned\" is %1, not an object.").arg(jsonTypeText(entry)),
                Texts::tr("Write {\"phase\": 2, \"tables\": [...]}."));
        }
    }
}

void ProjectReader::readPhase(const QJsonObject& object)
{
    checkKeys(object, {u"phase"_s, u"database"_s, u"tables"_s});
    PlannedPhase phase;
    phase.phase = object.value(u"phase"_s).toInt();
    if (phase.phase < 1) {
        jsonError(u"planned"_s, 0, Texts::tr("A planned phase has no number of its own."),
                  Texts::tr("Write \"phase\": 2, a whole number from 1."));
    }
    phase.database = DatabaseName(textOf(object, u"database"_s));
    if (!phase.database.isEmpty() && find(phase.database) == nullptr) {
        jsonError(phase.database.text(), 0,
                  Texts::tr("Phase %1 is planned for '%2', which is no database of the project.")
                      .arg(phase.phase)
                      .arg(phase.database.text()),
                  Texts::tr("The databases are: %1.").arg(namesOfDatabases()));
    }
    phase.tables = textsOf(object.value(u"tables"_s), u"tables"_s);
    planned << phase;
}

void ProjectReader::readIgnore(const QJsonValue& value)
{
    ignore = textsOf(value, u"ignore"_s);
    for (const QString& pattern : std::as_const(ignore)) {
        if (pattern.count(u'.') < 2) {
            jsonError(pattern, 0,
                      Texts::tr("'%1' does not name database, schema and object.").arg(pattern),
                      Texts::tr("Write it as 'socrates_specs.public.tmp_*'."));
        }
    }
}

void ProjectReader::checkKeys(const QJsonObject& object, const QStringList& known)
{
    for (const QString& key : object.keys()) {
        if (!known.contains(key)) {
            jsonError(key, 0, Texts::tr("Unknown key \"%1\".").arg(key),
                      Texts::tr("Known here: %1.").arg(known.join(u", "_s)));
        }
    }
}

QString ProjectReader::textOf(const QJsonObject& object, const QString& key)
{
    const QJsonValue value = object.value(key);
    if (!value.isUndefined() && !value.isString()) {
        jsonError(key, 0, Texts::tr("\"%1\" is %2, not a text.").arg(key, jsonTypeText(value)),
                  Texts::tr("Write it between double quotes."));
    }
    return value.toString();
}

QStringList ProjectReader::textsOf(const QJsonValue& value, const QString& key)
{
    QStringList result;
    bool ok = value.isUndefined() || value.isArray();
    for (const QJsonValue& entry : value.toArray()) {
        ok = ok && entry.isString();
        result << entry.toString();
    }
    if (!ok) {
        jsonError(key, 0, Texts::tr("\"%1\" is not a list of texts.").arg(key),
                  Texts::tr("Write \"%1\": [\"...\", \"...\"].").arg(key));
    }
    return result;
}

// --- revisions -------------------------------------------------------------------------------

QString ProjectReader::canonicalDatabaseFolder(const ProjectDatabase& database)
{
    const QString& folder = database.folder;
    const QString name = database.name.text();
    const QStringList parts = QString(folder).replace(u'\\', u'/').split(u'/');
    static const QRegularExpression drive(u"^[A-Za-z]:"_s);
    if (folder.isEmpty() || QDir::isAbsolutePath(folder) || folder.startsWith(u'\\') ||
        drive.match(folder).hasMatch() || parts.contains(u".."_s)) {
        jsonError(
            folder, 0,
            Texts::tr("The folder '%1' of %2 leads outside the project folder.").arg(folder, name),
            Texts::tr("Name a folder below the one of socrates.json."));
        return {};
    }
    const QFileInfo info(QDir(m_root).filePath(folder));
    const QString canonical = info.canonicalFilePath();
    if (canonical.isEmpty() || !info.isDir()) {
        error(u"folder.missing"_s, {m_root + u'/' + folder, 0, 0},
              Texts::tr("The folder '%1' of the database %2 is missing.").arg(folder, name),
              Texts::tr("Make the folder, or correct \"folder\" in socrates.json."), name);
        return {};
    }
    if (!isInsideFolder(canonical, m_root)) {
        error(u"path.outside"_s, {m_root + u'/' + folder, 0, 0},
              Texts::tr("The folder '%1' of %2 is a link that leads outside the project folder.")
                  .arg(folder, name),
              Texts::tr("Put the revisions into the project folder."), name);
        return {};
    }
    if (m_folders.contains(canonical)) {
        jsonError(folder, 1, Texts::tr("The folder '%1' belongs to two databases.").arg(folder),
                  Texts::tr("Give each database a folder of its own."));
        return {};
    }
    m_folders.insert(canonical);
    return canonical;
}

void ProjectReader::readRevisions(ProjectDatabase& database)
{
    m_unread.insert(database.name);
    const qsizetype errorsBefore = m_errors.size();
    const QString folder = canonicalDatabaseFolder(database);
    if (folder.isEmpty())
        return;
    // System: links that lead nowhere and pipes are seen too, and refused by name.
    const QStringList names = QDir(folder).entryList(
        {u"*.sql"_s}, QDir::Files | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    if (names.size() > kMaxRevisionFiles) {
        error(u"folder.too-many"_s, {folder, 0, 0},
              Texts::tr("The folder holds %1 revisions; %2 are the most.")
                  .arg(names.size())
                  .arg(kMaxRevisionFiles),
              Texts::tr("Squash old revisions into one."), database.name.text());
        return;
    }
    QStringList paths;
    for (const QString& name : names) {
        if (!name.startsWith(u'.')) // left behind by editors and file managers
            paths << folder + u'/' + name;
    }
    QList<RevisionPtr> revisions;
    revisions.reserve(paths.size());
    QList<ResultOrErrors<Revision>> files = readFiles(paths, m_root);
    for (ResultOrErrors<Revision>& file : files) {
        if (RevisionPtr revision = take(file, database))
            revisions << revision;
    }
    ResultOrErrors<RevisionGraph> graph = RevisionGraph::build(revisions);
    if (!graph) {
        // A parent whose own file has a fault is not missing: that fault is told already.
        const bool isWhole = revisions.size() == paths.size();
        for (const Error& fault : graph.error()) {
            if (isWhole || fault.code != "project.graph.missing"_L1)
                m_errors << fault;
        }
    } else {
        database.graph = std::move(*graph);
    }
    if (m_errors.size() == errorsBefore)
        m_unread.remove(database.name);
}

RevisionPtr ProjectReader::take(ResultOrErrors<Revision>& revision, const ProjectDatabase& database)
{
    if (!revision) {
        for (Error fault : revision.error()) {
            fault.database = database.name.text();
            m_errors << fault;
        }
        return {};
    }
    if (revision->database != database.name) {
        error(u"header.database"_s, revision->keyLocation(u"database"_s),
              Texts::tr("The header says database '%1', the folder belongs to '%2'.")
                  .arg(revision->database.text(), database.name.text()),
              Texts::tr("Move the file to the other folder, or correct the header."),
              database.name.text());
        m_errors.last().revision = revision->id.text();
    }
    return std::make_shared<const Revision>(std::move(*revision));
}

void ProjectReader::checkRequirements()
{
    const qsizetype errorsBefore = m_errors.size();
    for (const ProjectDatabase& database : std::as_const(databases)) {
        for (const RevisionPtr& revision : database.graph.revisions()) {
            for (const Revision::Requirement& requirement : revision->requirements)
                checkRequirement(*revision, requirement);
            for (const Revision::Reference& reference : revision->references) {
                if (find(reference.database) == nullptr) {
                    error(u"graph.references"_s, {revision->filePath, reference.line, 0},
                          Texts::tr("'references' names '%1', which is no database of the project.")
                              .arg(reference.database.text()),
                          Texts::tr("The databases are: %1.").arg(namesOfDatabases()),
                          database.name.text());
                }
            }
        }
    }
    // A revision whose file could not be read would look like one that waits for ever.
    if (m_errors.size() == errorsBefore && m_unread.isEmpty())
        checkRequirementCycles();
}

void ProjectReader::checkRequirement(const Revision& revision,
                                     const Revision::Requirement& requirement)
{
    const SourceLocation where{revision.filePath, requirement.line, 0};
    const QString database = requirement.database.text();
    const QString id = requirement.revision.text();
    const ProjectDatabase* other = find(requirement.database);
    if (other == nullptr) {
        error(u"graph.requires"_s, where,
              Texts::tr("'requires: %1@%2' names no database of the project.").arg(database, id),
              Texts::tr("The databases are: %1.").arg(namesOfDatabases()),
              revision.database.text());
    } else if (requirement.database == revision.database) {
        error(
            u"graph.requires"_s, where,
            Texts::tr("'requires: %1@%2' names the revision's own database.").arg(database, id),
            Texts::tr("Within one database the order is that of 'down_revision' and 'depends_on'."),
            database);
    } else if (!other->graph.contains(requirement.revision) &&
               !m_unread.contains(requirement.database)) {
        error(u"graph.requires"_s, where,
              Texts::tr("'requires: %1@%2' names a revision that %1 does not have.")
                  .arg(database, id),
              Texts::tr("Correct the identifier, or add the revision."), revision.database.text());
    }
}

// Two databases that wait for each other could never be upgraded.
void ProjectReader::checkRequirementCycles()
{
    using Place = QPair<DatabaseName, RevisionId>;
    QHash<Place, int> waiting;
    QHash<Place, QList<Place>> next;
    for (const ProjectDatabase& database : std::as_const(databases)) {
        for (const RevisionPtr& revision : database.graph.revisions()) {
            const Place place{database.name, revision->id};
            QList<Place> below;
            for (const RevisionId& parent : revision->downRevisions)
                below << Place{database.name, parent};
            for (const QString& name : revision->dependsOn) {
                if (const auto ids = database.graph.resolve(name); ids && !ids->isEmpty())
                    below << Place{database.name, ids->first()};
            }
            for (const Revision::Requirement& requirement : revision->requirements)
                below << Place{requirement.database, requirement.revision};
            waiting.insert(place, int(below.size()));
            for (const Place& other : std::as_const(below))
                next[other] << place;
        }
    }
    QList<Place> ready;
    for (auto it = waiting.cbegin(); it != waiting.cend(); ++it) {
        if (it.value() == 0)
            ready << it.key();
    }
    qsizetype done = 0;
    while (!ready.isEmpty()) {
        ++done;
        for (const Place& place : next.value(ready.takeLast())) {
            if (--waiting[place] == 0)
                ready << place;
        }
    }
    if (done == waiting.size())
        return;
    for (const ProjectDatabase& database : std::as_const(databases)) {
        for (const RevisionPtr& revision : database.graph.revisions()) {
            if (waiting.value({database.name, revision->id}) == 0 ||
                revision->requirements.isEmpty())
                continue;
            error(u"graph.requires"_s, revision->keyLocation(u"requires"_s),
                  Texts::tr("Revision %1 waits, through 'requires', for itself.")
                      .arg(revision->id.text()),
                  Texts::tr("Two databases must not require each other's later revisions."),
                  database.name.text());
        }
    }
}

// --- helpers ---------------------------------------------------------------------------------

void ProjectReader::error(const QString& code, const SourceLocation& where, const QString& summary,
                          const QString& hint, const QString& database)
{
    Error error;
    error.code = u"project."_s + code;
    error.summary = summary;
    error.hint = hint;
    error.where = where;
    error.database = database;
    m_errors << error;
}

// The JSON reader keeps no places: the quoted text is looked for in the file instead.
void ProjectReader::jsonError(const QString& quoted, int occurrence, const QString& summary,
                              const QString& hint)
{
    const QString needle = u'"' + quoted + u'"';
    qsizetype place = m_json.indexOf(needle);
    while (occurrence-- > 0 && place >= 0) {
        const qsizetype next = m_json.indexOf(needle, place + 1);
        if (next < 0)
            break;
        place = next;
    }
    const int line = place < 0 ? 1 : 1 + int(QStringView(m_json).first(place).count(u'\n'));
    error(u"json.value"_s, {m_jsonPath, line, 0}, summary, hint);
}

const ProjectDatabase* ProjectReader::find(const DatabaseName& name) const
{
    for (const ProjectDatabase& database : databases) {
        if (database.name == name)
            return &database;
    }
    return nullptr;
}

QString ProjectReader::namesOfDatabases() const
{
    QStringList names;
    for (const ProjectDatabase& database : databases)
        names << database.name.text();
    return names.join(u", "_s);
}

} // namespace socrates::core
