// SPDX-License-Identifier: MIT
#include "core/revisions/githistory.h"

#include "core/base/childprocess.h"
#include "core/base/texts.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPollMs = 100;
constexpr qsizetype kMaxFiles = 50;
constexpr char16_t kRecord = 0x1e; // between commits
constexpr char16_t kField = 0x1f;  // between the fields of one

class Git
{
public:
    Git(QString program, QString folder, CancelToken token)
        : m_program(std::move(program)), m_folder(std::move(folder)), m_token(std::move(token))
    {}

    Result<QString> run(const QStringList& arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString& name : environment.keys()) {
            if (name.startsWith("GIT_"_L1)) // GIT_DIR and its like would lead elsewhere
                environment.remove(name);
        }
        environment.insert(u"GIT_OPTIONAL_LOCKS"_s, u"0"_s);
        environment.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
        environment.insert(u"GIT_NO_LAZY_FETCH"_s, u"1"_s);
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(environment);
        hideConsole(process);
        // What a repository's own configuration could have run.
        process.start(m_program, QStringList{u"-C"_s, m_folder, u"--no-pager"_s, u"-c"_s,
                                             u"core.fsmonitor=false"_s, u"-c"_s,
                                             u"log.showSignature=false"_s} +
                                     arguments);
        while (!process.waitForFinished(kPollMs) && process.state() != QProcess::NotRunning) {
            if (m_token.isCancelled()) {
                process.kill();
                process.waitForFinished();
                return fail(
                    Error{.code = u"stopped.cancelled"_s, .summary = Texts::tr("Stopped.")});
            }
        }
        const QString said = QString::fromUtf8(process.readAllStandardError()).trimmed();
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
            return fail(Error{
                .code = u"git.failed"_s,
                .summary = Texts::tr("git could not search the history of %1.").arg(m_folder),
                .detail = said.isEmpty() ? process.errorString() : said,
                .hint = Texts::tr("The history is searched where the project folder is kept in "
                                  "git.")});
        }
        return QString::fromUtf8(process.readAllStandardOutput());
    }

private:
    QString m_program;
    QString m_folder;
    CancelToken m_token;
};

/// Our header line or Alembic's assignment, as an extended regular expression of POSIX and as ours.
QString headerPattern(const RevisionId& revision)
{
    QString id;
    for (const QChar c : revision.text())
        id += c.isLetterOrNumber() || c == u'_' ? QString(c) : u'[' + QString(c) + u']';
    return u"^(--[ \t]*revision[ \t]*:[ \t]*%1[ \t]*|revision(: *str)? *= *['\"]%1['\"].*)$"_s.arg(
        id);
}

struct Seen
{
    RememberedFile file;
    QStringList paths;
};

/// The commits that `git log` prints with kFormat and -z --name-only.
QList<Seen> parseLog(const QString& text)
{
    QList<Seen> commits;
    for (const QString& record : text.split(QChar(kRecord), Qt::SkipEmptyParts)) {
        QStringList parts = record.split(QChar(u'\0'), Qt::SkipEmptyParts);
        const QStringList fields = parts.takeFirst().split(QChar(kField));
        if (fields.size() != 4)
            continue;
        Seen seen{{fields.at(0),
                   fields.at(1),
                   QDateTime::fromString(fields.at(2), Qt::ISODate),
                   fields.at(3).trimmed(),
                   {},
                   {},
                   {}},
                  {}};
        for (const QString& path : parts) {
            if (const QString name = path.trimmed(); !name.isEmpty())
                seen.paths << name;
        }
        commits << seen;
    }
    return commits;
}

const QStringList& logArguments()
{
    static const QStringList arguments{u"log"_s,
                                       u"--all"_s,
                                       u"--reflog"_s,
                                       u"--no-ext-diff"_s,
                                       u"--no-textconv"_s,
                                       u"--no-color"_s,
                                       u"--diff-filter=AMR"_s,
                                       u"-m"_s,
                                       u"-z"_s,
                                       u"--name-only"_s,
                                       u"--format=%x1e%H%x1f%an%x1f%aI%x1f%s"_s};
    return arguments;
}

} // namespace

Result<QList<RememberedFile>> findInGit(const QString& folder, const RevisionId& revision,
                                        const CancelToken& token)
{
    const QString program = QStandardPaths::findExecutable(u"git"_s);
    if (program.isEmpty()) {
        return fail(
            Error{.code = u"git.missing"_s,
                  .summary = Texts::tr("git is not installed, so no history can be searched."),
                  .hint = Texts::tr("Install git, or look for the file in the project's history by "
                                    "other means.")});
    }
    const Git git(program, folder, token);
    const QString pattern = headerPattern(revision);
    const Result<QString> found =
        git.run(logArguments() + QStringList{u"-G"_s, pattern, u"--"_s, u"."_s});
    if (!found)
        return fail(found.error());
    const QRegularExpression header(pattern, QRegularExpression::MultilineOption);
    QList<RememberedFile> files;
    QSet<QString> paths;
    QSet<QString> texts;
    for (const Seen& commit : parseLog(*found)) {
        for (const QString& path : commit.paths) {
            if (paths.contains(path) || files.size() >= kMaxFiles)
                continue;
            paths.insert(path);
            // The file may have been changed since its header was written.
            const Result<QString> log =
                git.run(logArguments() + QStringList{u"--"_s, u":(top,literal)"_s + path});
            if (!log)
                return fail(log.error());
            for (const Seen& version : parseLog(*log)) {
                const Result<QString> text =
                    git.run({u"show"_s, u"--no-textconv"_s, version.file.commit + u':' + path});
                if (!text || !header.match(*text).hasMatch() || texts.contains(*text))
                    continue;
                texts.insert(*text);
                RememberedFile file = version.file;
                file.path = path;
                file.text = *text;
                const Result<QString> branches =
                    git.run({u"branch"_s, u"--all"_s, u"--no-color"_s,
                             u"--format=%(refname:short)"_s, u"--contains"_s, file.commit});
                if (branches)
                    file.branches = branches->split(u'\n', Qt::SkipEmptyParts);
                files << file;
            }
        }
    }
    std::stable_sort(
        files.begin(), files.end(),
        [](const RememberedFile& a, const RememberedFile& b) { return a.date > b.date; });
    return files;
}

} // namespace socrates::core
