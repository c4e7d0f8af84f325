// SPDX-License-Identifier: MIT
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

/// A room is the folder right below core/ or app/: "core/schema", "app/home".
QString roomOf(const QString& path)
{
    return path.section(u'/', 0, 1);
}

/// The rooms that each room of the core may use besides itself (CONTRIBUTING.md, "Floors").
const QMap<QString, QSet<QString>>& floors()
{
    static const QSet<QString> base{u"core/base"_s};
    static const QSet<QString> second =
        base + QSet<QString>{u"core/sql"_s, u"core/revisions"_s, u"core/postgres"_s,
                             u"core/credentials"_s};
    static const QMap<QString, QSet<QString>> rooms{
        {u"core/base"_s, {}},
        {u"core/sql"_s, base},
        {u"core/postgres"_s, base},
        {u"core/credentials"_s, base},
        {u"core/revisions"_s, base + QSet<QString>{u"core/sql"_s}},
        {u"core/schema"_s, second},
        {u"core/engine"_s, second + QSet<QString>{u"core/schema"_s}},
        {u"core/report"_s, second + QSet<QString>{u"core/schema"_s, u"core/engine"_s}},
    };
    return rooms;
}

bool mayUse(const QString& room, const QString& used)
{
    if (room == used)
        return true;
    if (room.startsWith("core/"_L1))
        return floors().value(room).contains(used);
    if (used.startsWith("core/"_L1) || room == "app/shell"_L1)
        return used != "app/desktop"_L1 && used != "app/cli"_L1;
    if (room == "app/cli"_L1)
        return false;
    if (room == "app/desktop"_L1)
        return used == "app/shell"_L1 || used == "app/widgets"_L1 || used == "app/theme"_L1;
    if (room == "app/theme"_L1)
        return false;
    if (room == "app/widgets"_L1)
        return used == "app/theme"_L1;
    return used == "app/widgets"_L1 || used == "app/theme"_L1;
}

/// The core and the command line know no window: from Qt they include QtCore's headers only.
bool isForeignQtHeader(const QString& room, const QString& header)
{
    if (!header.startsWith(u'Q') || !(room.startsWith("core/"_L1) || room == "app/cli"_L1))
        return false;
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath) + u"/QtCore"_s);
    return !headers.exists(header.startsWith("QtCore/"_L1) ? header.mid(7) : header);
}

/// What a file's includes break, one sentence each.
QStringList violations(const QString& path, const QString& text)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s,
                                            QRegularExpression::MultilineOption);
    const QString room = roomOf(path);
    QStringList found;
    if (room.startsWith("core/"_L1) && !floors().contains(room))
        found << path + u": "_s + room + u" stands on no floor; say in tst_layers.cpp on which"_s;
    // Qt paints on that pool, and the window's thread waits for it (app/widgets/onfinished.h).
    if (text.contains("QThreadPool::globalInstance"_L1))
        found << path + u": a job on Qt's global pool holds the window"_s;
    auto matches = include.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString header = match.captured(2);
        const bool quoted = match.captured(1) == u"\""_s;
        if (!quoted) {
            if (isForeignQtHeader(room, header))
                found << path + u": includes <"_s + header + u">, which is not of QtCore"_s;
            if (header.startsWith("libpq"_L1) && room != "core/postgres"_L1)
                found << path + u": only core/postgres speaks to libpq"_s;
            continue;
        }
        if (header.endsWith(".moc"_L1))
            continue;
        if (!header.startsWith("core/"_L1) && !header.startsWith("app/"_L1))
            found << path + u": includes \""_s + header +
                         u"\"; write it from the top: \"core/...\""_s;
        else if (!mayUse(room, roomOf(header)))
            found << path + u": "_s + room + u" may not use "_s + roomOf(header) + u" ("_s +
                         header + u')';
        else if (!QFile::exists(QStringLiteral(SOCRATES_SOURCE_DIR) + u'/' + header))
            found << path + u": includes \""_s + header + u"\", which is no file"_s;
    }
    return found;
}

} // namespace

/// The two rules of the house, read from the includes: a room uses only the floors below it, and
/// a feature of the desktop never another feature.
class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void everyIncludeKeepsTheFloors()
    {
        const QDir root(QStringLiteral(SOCRATES_SOURCE_DIR));
        QStringList found;
        int files = 0;
        for (const QString& top : {u"core"_s, u"app"_s}) {
            QDirIterator entries(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                                 QDirIterator::Subdirectories);
            while (entries.hasNext()) {
                QFile file(entries.next());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
                found += violations(root.relativeFilePath(file.fileName()),
                                    QString::fromUtf8(file.readAll()));
                ++files;
            }
        }
        QVERIFY(files > 40);
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    }

    /// The reader of includes itself: each rule broken once, and what only looks like it.
    void violationsAreSeen_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char* name, const QString& path, const QString& text,
                            const QString& complaint = {}) {
            QTest::newRow(name) << path << text << complaint;
        };
        row("a floor below", u"core/schema/x.cpp"_s, u"#include \"core/base/error.h\"\n"_s);
        row("own room", u"core/schema/x.cpp"_s, u"#include \"core/schema/schema.h\"\n"_s);
        row("a floor above", u"core/schema/x.cpp"_s, u"#include \"core/engine/plan.h\"\n"_s,
            u"may not use"_s);
        row("beside: revisions may use sql", u"core/revisions/x.h"_s,
            u"#include \"core/sql/lexer.h\"\n"_s);
        row("beside: sql not revisions", u"core/sql/x.h"_s,
            u"#include \"core/revisions/project.h\"\n"_s, u"may not use"_s);
        row("beside: postgres not sql", u"core/postgres/x.h"_s,
            u"#include \"core/sql/lexer.h\"\n"_s, u"may not use"_s);
        row("base uses nothing", u"core/base/x.h"_s, u"#include \"core/sql/lexer.h\"\n"_s,
            u"may not use"_s);
        row("core not app", u"core/report/x.h"_s, u"#include \"app/theme/icons.h\"\n"_s,
            u"may not use"_s);
        row("a new room without a floor", u"core/newroom/x.h"_s, u""_s, u"stands on no floor"_s);
        row("feature uses widgets", u"app/home/x.cpp"_s,
            u"#include \"app/widgets/emptystate.h\"\n"_s);
        row("feature uses core", u"app/home/x.cpp"_s, u"#include \"core/engine/plan.h\"\n"_s);
        row("feature uses feature", u"app/home/x.cpp"_s, u"  # include \"app/cli/main.cpp\"\n"_s,
            u"may not use"_s);
        row("shell uses the parts", u"app/shell/x.cpp"_s,
            u"#include \"app/widgets/emptystate.h\"\n"_s);
        row("widgets not shell's", u"app/theme/x.cpp"_s,
            u"#include \"app/widgets/emptystate.h\"\n"_s, u"may not use"_s);
        row("command line knows no window", u"app/cli/x.cpp"_s,
            u"#include \"app/theme/icons.h\"\n"_s, u"may not use"_s);
        row("no such file", u"core/schema/x.cpp"_s, u"#include \"core/base/nothere.h\"\n"_s,
            u"which is no file"_s);
        row("not from the top", u"core/schema/x.cpp"_s, u"#include \"schema.h\"\n"_s,
            u"from the top"_s);
        row("moc", u"core/schema/x.cpp"_s, u"#include \"x.moc\"\n"_s);
        row("QtCore in core", u"core/base/x.h"_s,
            u"#include <QString>\n#include <QtCore/QList>\n"_s);
        row("Widgets in core", u"core/base/x.h"_s, u"#include <vector>\n#include <QWidget>\n"_s,
            u"not of QtCore"_s);
        row("Gui by module in core", u"core/base/x.h"_s, u"#include <QtGui/QColor>\n"_s,
            u"not of QtCore"_s);
        row("Sql in core", u"core/postgres/x.h"_s, u"#include <QSqlDatabase>\n"_s,
            u"not of QtCore"_s);
        row("Widgets in the command line", u"app/cli/x.cpp"_s, u"#include <QApplication>\n"_s,
            u"not of QtCore"_s);
        row("Widgets in a page", u"app/home/x.cpp"_s, u"#include <QWidget>\n"_s);
        row("libpq in its room", u"core/postgres/x.cpp"_s, u"#include <libpq-fe.h>\n"_s);
        row("a job on Qt's pool", u"app/home/x.cpp"_s,
            u"QThreadPool::globalInstance()->start(job);\n"_s, u"holds the window"_s);
        row("libpq elsewhere", u"core/engine/x.cpp"_s, u"#include <libpq-fe.h>\n"_s,
            u"speaks to libpq"_s);
    }

    void violationsAreSeen()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(QString, complaint);
        const QStringList found = violations(path, text);
        QCOMPARE(found.size(), complaint.isEmpty() ? 0 : 1);
        QVERIFY2(found.join(u'\n').contains(complaint), qPrintable(found.join(u'\n')));
    }
};

SOCRATES_TEST_MAIN(TestLayers)
#include "tst_layers.moc"
