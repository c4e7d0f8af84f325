// SPDX-License-Identifier: MIT
#include "app/cli/command.h"
#include "app/cli/help.h"
#include "core/revisions/projectlookup.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace socrates::cli;
using socrates::core::findProjectFolder;
using socrates::core::Result;

class CommandLineTest : public QObject
{
    Q_OBJECT
private slots:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void valuesInOrder();
    void suggests_data();
    void suggests();
    void durations_data();
    void durations();
    void everyOptionBelongsToAKnownCommand();
    void helpNamesEverything();
    void looksForTheProject();
};

void CommandLineTest::parses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("targets");
    QTest::addColumn<QString>("project");
    QTest::newRow("options before") << QStringList{u"--project"_s, u"p"_s, u"status"_s}
                                    << u"status"_s << QStringList{} << u"p"_s;
    QTest::newRow("options after")
        << QStringList{u"status"_s, u"--project=p"_s} << u"status"_s << QStringList{} << u"p"_s;
    QTest::newRow("alias") << QStringList{u"current"_s} << u"status"_s << QStringList{}
                           << QString();
    QTest::newRow("target -1") << QStringList{u"downgrade"_s, u"-1"_s} << u"downgrade"_s
                               << QStringList{u"-1"_s} << QString();
    QTest::newRow("target +1") << QStringList{u"upgrade"_s, u"+1"_s} << u"upgrade"_s
                               << QStringList{u"+1"_s} << QString();
    QTest::newRow("two targets") << QStringList{u"upgrade"_s, u"socrates_auth@002"_s,
                                                u"socrates_specs@head"_s}
                                 << u"upgrade"_s
                                 << QStringList{u"socrates_auth@002"_s, u"socrates_specs@head"_s}
                                 << QString();
    QTest::newRow("value with equals sign")
        << QStringList{u"--project=a=b"_s, u"heads"_s} << u"heads"_s << QStringList{} << u"a=b"_s;
    QTest::newRow("after --") << QStringList{u"show"_s, u"--"_s, u"--json"_s} << u"show"_s
                              << QStringList{u"--json"_s} << QString();
    QTest::newRow("nothing") << QStringList{} << QString() << QStringList{} << QString();
    QTest::newRow("option between") << QStringList{u"downgrade"_s, u"--project"_s, u"p"_s, u"-2"_s}
                                    << u"downgrade"_s << QStringList{u"-2"_s} << u"p"_s;
}

void CommandLineTest::parses()
{
    QFETCH(QStringList, arguments);
    const Result<CommandLine> line = CommandLine::parse(arguments, grammar());
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().text()));
    QTEST(line->command(), "command");
    QTEST(line->arguments(), "targets");
    QTEST(line->value(u"project"_s), "project");
}

void CommandLineTest::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("hint");
    QTest::newRow("unknown command")
        << QStringList{u"upgrad"_s} << u"usage.command"_s << u"\"upgrade\""_s;
    QTest::newRow("command of a later issue")
        << QStringList{u"fleet"_s} << u"usage.command"_s << QString();
    QTest::newRow("unknown option")
        << QStringList{u"status"_s, u"--jsno"_s} << u"usage.option"_s << u"--json"_s;
    QTest::newRow("unknown short option")
        << QStringList{u"-x"_s, u"status"_s} << u"usage.option"_s << QString();
    QTest::newRow("missing value")
        << QStringList{u"status"_s, u"--project"_s} << u"usage.value"_s << u"DIR"_s;
    QTest::newRow("option for a value")
        << QStringList{u"--project"_s, u"--json"_s, u"status"_s} << u"usage.value"_s << QString();
    QTest::newRow("value for a flag")
        << QStringList{u"status"_s, u"--json=yes"_s} << u"usage.value"_s << QString();
    QTest::newRow("given twice") << QStringList{u"--project=a"_s, u"--project=b"_s, u"status"_s}
                                 << u"usage.option"_s << QString();
    QTest::newRow("other command's option")
        << QStringList{u"upgrade"_s, u"--force"_s} << u"usage.option"_s << u"stamp"_s;
    QTest::newRow("too many arguments")
        << QStringList{u"status"_s, u"head"_s} << u"usage.arguments"_s << QString();
    QTest::newRow("too few arguments")
        << QStringList{u"downgrade"_s} << u"usage.arguments"_s << u"TARGET"_s;
}

void CommandLineTest::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, hint);
    const Result<CommandLine> line = CommandLine::parse(arguments, grammar());
    QVERIFY(!line);
    QTEST(line.error().code, "code");
    QVERIFY2(line.error().hint.contains(hint), qPrintable(line.error().hint));
    QCOMPARE(exitCodeOf(line.error()), socrates::core::ExitCode::Usage);
}

void CommandLineTest::valuesInOrder()
{
    const Result<CommandLine> line = CommandLine::parse(
        {u"--url"_s, u"a=1"_s, u"status"_s, u"--url=b=2"_s, u"--json"_s}, grammar());
    QVERIFY(line.has_value());
    QCOMPARE(line->values(u"url"_s), (QStringList{u"a=1"_s, u"b=2"_s}));
    QVERIFY(line->has(u"json"_s));
    QVERIFY(!line->has(u"check"_s));
    QVERIFY(line->value(u"role"_s).isNull());
}

void CommandLineTest::suggests_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("transposed") << u"stauts"_s << u"status"_s;
    QTest::newRow("beginning") << u"up"_s << u"upgrade"_s;
    QTest::newRow("nothing near") << u"zebra"_s << QString();
    QTest::newRow("itself") << u"verify"_s << u"verify"_s;
}

void CommandLineTest::suggests()
{
    QFETCH(QString, text);
    QTEST(closest(text, {u"status"_s, u"upgrade"_s, u"verify"_s, u"downgrade"_s}), "found");
}

void CommandLineTest::durations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("milliseconds"); // -1: refused
    QTest::newRow("seconds") << u"5s"_s << 5000;
    QTest::newRow("milliseconds") << u"250ms"_s << 250;
    QTest::newRow("minutes") << u"2min"_s << 120000;
    QTest::newRow("hours") << u"1h"_s << 3600000;
    QTest::newRow("bare") << u"1500"_s << 1500;
    QTest::newRow("none") << u"0"_s << 0;
    QTest::newRow("blank between") << u"5 s"_s << 5000;
    QTest::newRow("empty") << u""_s << -1;
    QTest::newRow("negative") << u"-5s"_s << -1;
    QTest::newRow("other unit") << u"5 days"_s << -1;
    QTest::newRow("only unit") << u"s"_s << -1;
    QTest::newRow("too long") << u"99999999h"_s << -1;
    QTest::newRow("more than a number") << u"99999999999999999999"_s << -1;
}

void CommandLineTest::durations()
{
    QFETCH(QString, text);
    const Result<int> duration = parseDuration(text, u"lock-timeout"_s);
    QTEST(duration.value_or(-1), "milliseconds");
}

void CommandLineTest::everyOptionBelongsToAKnownCommand()
{
    const Grammar all = grammar();
    QStringList names;
    for (const CommandSpec& command : all.commands)
        names << command.name;
    for (const OptionSpec& option : all.options) {
        for (const QString& command : option.commands)
            QVERIFY2(names.contains(command), qPrintable(option.name + u' ' + command));
    }
    for (const Command& command : commands())
        QVERIFY2(command.run != nullptr, qPrintable(command.spec.name));
}

void CommandLineTest::helpNamesEverything()
{
    const QString general = generalHelp();
    for (const Command& command : commands()) {
        QVERIFY2(general.contains(u"\n  "_s + command.spec.name), qPrintable(command.spec.name));
        const QString own = commandHelp(command.spec.name);
        QVERIFY(own.contains(command.spec.arguments));
        for (const OptionSpec& option : grammar().options) {
            if (option.commands.contains(command.spec.name))
                QVERIFY2(own.contains(u"--"_s + option.name), qPrintable(option.name));
        }
    }
}

void CommandLineTest::looksForTheProject()
{
    QTemporaryDir folder;
    const QString root = QFileInfo(folder.path()).canonicalFilePath();
    const auto makeProject = [&root](const QString& name) {
        QVERIFY(QDir(root).mkpath(name));
        QFile file(root + u'/' + name + u"/socrates.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
    };
    const QString before = QDir::currentPath();
    QVERIFY(QDir(root).mkpath(u"work"_s));
    QVERIFY(QDir::setCurrent(root + u"/work"_s));
    const QString program = root + u"/bin"_s;
    QCOMPARE(findProjectFolder({}, program), QString());
    makeProject(u"share/socrates-admin/migrations"_s);
    QCOMPARE(findProjectFolder({}, program), root + u"/share/socrates-admin/migrations"_s);
    makeProject(u"work/migrations"_s);
    QCOMPARE(findProjectFolder({}, program), root + u"/work/migrations"_s);
    makeProject(u"work"_s);
    QCOMPARE(findProjectFolder({}, program), root + u"/work"_s);
    QCOMPARE(findProjectFolder(u"elsewhere"_s, program), root + u"/work/elsewhere"_s);
    QVERIFY(QDir::setCurrent(before));
}

SOCRATES_TEST_MAIN(CommandLineTest)
#include "tst_commandline.moc"
