// SPDX-License-Identifier: MIT
#include "app/help/helptopics.h"
#include "app/help/helpwindow.h"
#include "app/shell/actionregistry.h"
#include "app/widgets/language.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QStackedLayout>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;

namespace {

HelpWindow* helpWindow()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows) {
        if (auto* help = qobject_cast<HelpWindow*>(window))
            return help;
    }
    return nullptr;
}

QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestHelp : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }

    void everyLanguageHasTheSameTopicsAndItsLinksResolve()
    {
        static const QRegularExpression link(u"\\]\\(([^)]*)\\)"_s);
        for (const Language& language : languages()) {
            const QDir folder(u":/help/"_s + language.code);
            QStringList files = folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name);
            QStringList wanted = helpTopics();
            std::sort(wanted.begin(), wanted.end());
            QCOMPARE(files.replaceInStrings(u".md"_s, QString()), wanted);
            for (const QString& topic : std::as_const(files)) {
                const QString text = textOf(folder.filePath(topic + u".md"_s));
                QVERIFY2(text.startsWith("# "_L1), qPrintable(topic));
                auto links = link.globalMatch(text);
                while (links.hasNext()) {
                    const QString target = links.next().captured(1);
                    QVERIFY2(folder.exists(target), qPrintable(topic + u": "_s + target));
                }
            }
        }
    }

    void theLanguageSpokenDecidesThePages()
    {
        QVERIFY(helpFile(u"plan"_s).startsWith(u":/help/en/"_s));
        const Translation greek(u"el"_s);
        QVERIFY(helpFile(u"plan"_s).startsWith(u":/help/el/"_s));
        QCOMPARE(helpTitle(u"plan"_s), u"Σχεδιασμός"_s);
    }

    /// The plan's own section of that name is answered, in every language.
    void troubleshootingAnswersThePlansIssues()
    {
        for (const QString& language : {u"en"_s, u"el"_s}) {
            QFile file(u":/help/%1/troubleshooting.md"_s.arg(language));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (const QString& issue :
                 {u"alembic: command not found"_s, u"Can't locate revision identified by '001'"_s,
                  u"Relation already exists"_s})
                QVERIFY2(text.contains(u"**"_s + issue + u"**"_s), qPrintable(issue));
        }
    }

    void everyPageHasATopicAndF1OpensIt()
    {
        test::WindowFixture fixture;
        fixture.window.show();
        auto* pages = qobject_cast<QStackedLayout*>(fixture.find<QWidget>("pagesStack")->layout());
        auto* action = fixture.window.findChild<QAction*>(u"help.contents"_s);
        QVERIFY(action->shortcuts().contains(QKeySequence(QKeySequence::HelpContents)));
        for (int i = 0; i < pages->count(); ++i) {
            pages->setCurrentIndex(i);
            const QString topic = helpTopicFor(pages->widget(i));
            QVERIFY2(helpTopics().contains(topic), qPrintable(pages->widget(i)->objectName()));
            action->trigger();
            QVERIFY(helpWindow() != nullptr);
            if (helpTopicFor(QApplication::focusWidget()).isEmpty())
                QCOMPARE(helpWindow()->topic(), topic);
        }
        for (const char* panel : {"runDock", "problemsDock"})
            QVERIFY(helpTopics().contains(helpTopicFor(fixture.find<QWidget>(panel))));
    }

    void whatHasATopicOfItsOwnOpensThatOne()
    {
        const QList<std::pair<QString, QString>> wanted{
            {u"lintView"_s, u"lint"_s},
            {u"referencesView"_s, u"references"_s},
            {u"backupsDialog"_s, u"backups"_s},
            {u"restoreFileButton"_s, u"changed"_s},
            {u"acceptServerDialog"_s, u"troubleshooting"_s},
        };
        for (const auto& [name, topic] : wanted) {
            QWidget widget;
            widget.setObjectName(name);
            QCOMPARE(helpTopicFor(&widget), topic);
            QVERIFY(helpTopics().contains(topic));
        }
    }

    void aDialogHasAHelpButtonThatOpensItsTopic()
    {
        test::WindowFixture fixture;
        fixture.window.show();
        fixture.window.findChild<QAction*>(u"tools.settings"_s)->trigger();
        auto* dialog = fixture.find<QDialog>("settingsDialog");
        QVERIFY(dialog != nullptr);
        auto* button = dialog->findChild<QPushButton*>(u"helpButton"_s);
        QVERIFY(button != nullptr);
        button->click();
        QCOMPARE(helpWindow()->topic(), u"settings"_s);
        QTest::keyClick(dialog, Qt::Key_F1);
        QCOMPARE(helpWindow()->topic(), u"settings"_s);
        dialog->reject();
    }

    void linksLeadOnAndTheContentsFollow()
    {
        HelpWindow help;
        help.showTopic(u"plan"_s);
        auto* page = help.findChild<QTextBrowser*>(u"helpBrowser"_s);
        page->setSource(page->source().resolved(QUrl(u"run.md"_s)));
        QCOMPARE(help.topic(), u"run"_s);
        auto* contents = help.findChild<QListWidget*>(u"helpContentsList"_s);
        QCOMPARE(contents->currentRow(), int(helpTopics().indexOf(u"run"_s)));
        page->backward();
        QCOMPARE(help.topic(), u"plan"_s);
    }

    void aMinimisedWindowComesBackWithTheTopic()
    {
        HelpWindow help;
        help.showTopic(u"plan"_s);
        help.showMinimized();
        QVERIFY(help.isMinimized());
        help.showTopic(u"run"_s);
        QVERIFY(!help.isMinimized());
        QCOMPARE(help.topic(), u"run"_s);
    }
};

SOCRATES_GUI_TEST_MAIN(TestHelp)
#include "tst_help.moc"
