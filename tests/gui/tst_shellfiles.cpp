// SPDX-License-Identifier: MIT
// What a package brings for the shell knows each command and option: asked of bash and of the
// manuals as they are installed.
#include "app/cli/command.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace socrates::cli;

namespace {

const QString kMade = QStringLiteral(SOCRATES_BINARY_DIR "/linux/");
const QString kGiven = QStringLiteral(SOCRATES_SOURCE_DIR "/installer/linux/");

QString contents(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

/// What bash offers behind these words.
QStringList offers(const QString& script, const QString& function, const QStringList& words)
{
    QProcess bash;
    bash.start(
        u"bash"_s,
        QStringList{u"--norc"_s, u"-c"_s,
                    u"source \"$1\"; COMP_WORDS=(\"${@:3}\" ''); COMP_CWORD=$(($# - 2)); $2; "
                    "printf '%s\\n' \"${COMPREPLY[@]}\""_s,
                    u"bash"_s, script, function} +
            words);
    if (!bash.waitForFinished(60000) || bash.exitCode() != 0)
        qFatal("bash: %s", bash.readAllStandardError().constData());
    QStringList result =
        QString::fromUtf8(bash.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    result.sort();
    return result;
}

QStringList optionsAmong(const QStringList& words)
{
    return words.filter(QRegularExpression(u"^--"_s));
}

QStringList optionsOf(const QString& command)
{
    QStringList result;
    for (const OptionSpec& option : grammar().options) {
        if (option.commands.isEmpty() || option.commands.contains(command))
            result << u"--"_s + option.name;
    }
    result.sort();
    return result;
}

/// All options that `socrates-admin --help` names.
QStringList optionsOfDesktop()
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.remove(u"QT_FATAL_WARNINGS"_s); // what Qt says of the session is not ours
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(SOCRATES_BINARY_DIR "/socrates-admin"), {u"--help"_s});
    if (!program.waitForFinished(60000))
        qFatal("socrates-admin --help did not end");
    static const QRegularExpression option(u"^  (?:-., )?(--[a-z-]+)"_s,
                                           QRegularExpression::MultilineOption);
    QStringList result;
    auto found = option.globalMatch(QString::fromUtf8(program.readAllStandardOutput()));
    while (found.hasNext())
        result << found.next().captured(1);
    result.removeAll(u"--help-all"_s); // Qt's own
    result.sort();
    return result;
}

} // namespace

class TestShellFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("Made for packages of Linux only.");
#endif
    }

    void bashOffersEachCommandAndItsOptions()
    {
        const QString script = kMade + u"socrates-migrate"_s;
        const QString function = u"_socrates_migrate"_s;
        const QStringList first = offers(script, function, {u"socrates-migrate"_s});
        QCOMPARE(optionsAmong(first), optionsOf(u"(none)"_s));
        for (const Command& command : commands()) {
            for (const QString& name : {command.spec.name, command.spec.alias}) {
                if (name.isEmpty())
                    continue;
                QVERIFY2(first.contains(name), qPrintable(name));
                const QStringList next =
                    offers(script, function, {u"socrates-migrate"_s, u"--private"_s, name});
                QCOMPARE(optionsAmong(next), optionsOf(command.spec.name));
            }
        }
        QCOMPARE(offers(script, function, {u"socrates-migrate"_s, u"upgrade"_s, u"--mode"_s}),
                 QStringList({u"all"_s, u"both"_s, u"each"_s}));
        QCOMPARE(offers(script, function, {u"socrates-migrate"_s, u"--url"_s}), QStringList());
        QVERIFY(
            offers(script, function, {u"socrates-migrate"_s, u"server"_s}).contains(u"start"_s));
    }

    void zshAndTheManualNameEachCommandAndOption()
    {
        const QString zsh = contents(kMade + u"_socrates-migrate"_s);
        const QString manual = contents(kMade + u"socrates-migrate.1"_s);
        for (const Command& command : commands()) {
            QVERIFY2(zsh.contains(u"    '"_s + command.spec.name + u':'),
                     qPrintable(command.spec.name));
            QVERIFY2(manual.contains(u"\n\\fB"_s + command.spec.name + u"\\fR"_s),
                     qPrintable(command.spec.name));
        }
        for (const OptionSpec& option : grammar().options) {
            QVERIFY2(zsh.contains(u"--"_s + option.name + u'['), qPrintable(option.name));
            QString written = u"\\fB--"_s + option.name + u"\\fR"_s;
            QVERIFY2(manual.contains(written.replace(u'-', "\\-"_L1)), qPrintable(option.name));
        }
    }

    void theDesktopsNameWhatItsHelpNames()
    {
        const QStringList options = optionsOfDesktop();
        QVERIFY(options.contains(u"--self-test"_s));
        QCOMPARE(offers(kGiven + u"completions/socrates-admin"_s, u"_socrates_admin"_s,
                        {u"socrates-admin"_s}),
                 options);
        const QString zsh = contents(kGiven + u"completions/_socrates-admin"_s);
        const QString manual = contents(kGiven + u"socrates-admin.1"_s);
        for (QString option : options) {
            QVERIFY2(zsh.contains(option), qPrintable(option));
            QVERIFY2(manual.contains(option.replace(u'-', "\\-"_L1)), qPrintable(option));
        }
    }
};

SOCRATES_TEST_MAIN(TestShellFiles)
#include "tst_shellfiles.moc"
