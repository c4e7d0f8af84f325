// SPDX-License-Identifier: MIT
#include "app/connections/connectiontext.h"
#include "app/revisions/databasepane.h"
#include "app/revisions/revisionmodel.h"
#include "app/settings/settingsdialog.h"
#include "app/settings/shortcuteditor.h"
#include "app/shell/actionregistry.h"
#include "app/shell/connectionflow.h"
#include "app/shell/dropflow.h"
#include "app/shell/reportexport.h"
#include "app/shell/runnotifier.h"
#include "app/shell/windowdialogs.h"
#include "app/shell/workspace.h"
#include "app/widgets/chip.h"
#include "app/widgets/confirmbyname.h"
#include "app/widgets/inlinemessage.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QFile>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QSystemTrayIcon>
#include <QTabWidget>
#include <QTemporaryFile>
#include <QTreeWidget>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::DatabaseName;
using test::WindowFixture;

namespace {

constexpr int kPatience = 60000;
const DatabaseName kAuth(u"socrates_auth"_s);

/// A keyring that can be locked, or be absent.
class FakeKeyring final : public core::CredentialStore
{
public:
    QString failure; ///< empty: answers
    QString secret = u"s3cret"_s;

    core::Result<std::optional<QString>> read(const QString&, bool expected) override
    {
        // A locked keyring answers "not found" to what nobody expects there.
        const bool fails = failure == "credentials.unavailable"_L1 || expected;
        if (!failure.isEmpty() && fails)
            return core::fail(core::Error{.code = failure, .summary = u"No."_s});
        return expected ? std::optional<QString>(secret) : std::nullopt;
    }
    core::Result<void> write(const QString&, const QString&) override { return {}; }
    core::Result<void> remove(const QString&) override { return {}; }
};

void choose(const ShortcutEditor& editor, const QString& id)
{
    auto* list = editor.findChild<QTreeWidget*>(u"shortcutActionsView"_s);
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        if (list->topLevelItem(row)->data(0, Qt::UserRole).toString() == id)
            list->setCurrentItem(list->topLevelItem(row));
    }
}

void press(const ShortcutEditor& editor, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    auto* edit = editor.findChild<QKeySequenceEdit*>(u"shortcutKeyEdit"_s);
    QTest::keyClick(edit, key, modifiers);
    // The field waits for more keys of a sequence; leaving it ends that.
    emit edit->editingFinished();
}

InlineMessage* messageOf(const QWidget& widget)
{
    return widget.findChild<InlineMessage*>();
}

} // namespace

class TestShell : public QObject
{
    Q_OBJECT

    static ShortcutEditor* openEditor(WindowFixture& fixture)
    {
        fixture.window.show();
        triggerAction(fixture, u"tools.settings"_s);
        auto* dialog = fixture.find<SettingsDialog>("settingsDialog");
        dialog->findChild<QTabWidget*>(u"settingsTabs"_s)->setCurrentIndex(1);
        return dialog->findChild<ShortcutEditor*>(u"shortcutEditor"_s);
    }

    static void apply(WindowFixture& fixture)
    {
        auto* dialog = fixture.find<SettingsDialog>("settingsDialog");
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Apply)->click();
    }

private slots:
    void init() { test::failOnWarnings(); }

    void aPressedKeyIsTakenStoredAndAppliedAtOnce()
    {
        WindowFixture fixture;
        ShortcutEditor* editor = openEditor(fixture);
        choose(*editor, u"migrate.verify"_s);
        press(*editor, Qt::Key_F9);
        QAction* verify = fixture.window.actions().action(u"migrate.verify"_s);
        QCOMPARE(verify->shortcut(), QKeySequence(u"F7"_s)); // not before Apply
        apply(fixture);
        QCOMPARE(verify->shortcut(), QKeySequence(u"F9"_s));
        QCOMPARE(fixture.settings().shortcuts().value(u"migrate.verify"_s), QKeySequence(u"F9"_s));
        editor->findChild<QPushButton*>(u"resetShortcutButton"_s)->click();
        apply(fixture);
        QCOMPARE(verify->shortcut(), QKeySequence(u"F7"_s));
        QVERIFY(fixture.settings().shortcuts().isEmpty());
    }

    void aTakenKeyIsRefusedUntilReassigned()
    {
        WindowFixture fixture;
        ShortcutEditor* editor = openEditor(fixture);
        choose(*editor, u"migrate.verify"_s);
        press(*editor, Qt::Key_F5);
        QVERIFY(editor->ownKeys().isEmpty());
        QVERIFY2(messageOf(*editor)->text().contains(u"F5 belongs to Refresh"),
                 qPrintable(messageOf(*editor)->text()));
        editor->findChild<QAction*>(u"reassignShortcutAction"_s)->trigger();
        apply(fixture);
        const ActionRegistry& actions = fixture.window.actions();
        QCOMPARE(actions.action(u"migrate.verify"_s)->shortcut(), QKeySequence(u"F5"_s));
        QVERIFY(actions.action(u"migrate.refresh"_s)->shortcut().isEmpty());
        QVERIFY(actions.conflicts().isEmpty());
        editor->findChild<QPushButton*>(u"resetAllShortcutsButton"_s)->click();
        apply(fixture);
        QCOMPARE(actions.action(u"migrate.refresh"_s)->shortcut(), QKeySequence(u"F5"_s));
        QCOMPARE(actions.action(u"migrate.verify"_s)->shortcut(), QKeySequence(u"F7"_s));
    }

    void theSpecifiedKeysAreThere_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("key");
        const QList<std::pair<const char*, const char*>> keys{{"migrate.refresh", "F5"},
                                                              {"migrate.upgrade", "Ctrl+U"},
                                                              {"migrate.downgrade", "Ctrl+Shift+U"},
                                                              {"migrate.verify", "F7"},
                                                              {"view.nextArea", "F6"},
                                                              {"view.previousArea", "Shift+F6"},
                                                              {"view.nextPane", "Ctrl+Tab"},
                                                              {"view.nextProblem", "F8"},
                                                              {"view.previousProblem", "Shift+F8"},
                                                              {"view.closePanel", "Esc"},
                                                              {"migrate.stop", "Ctrl+."},
                                                              {"view.filter", "Ctrl+F"},
                                                              {"view.home", "Ctrl+1"},
                                                              {"view.activity", "Ctrl+4"},
                                                              {"view.map", "Ctrl+5"},
                                                              {"view.leftPane", "Alt+1"},
                                                              {"view.problems", "Alt+4"},
                                                              {"file.openProject", "Ctrl+O"},
                                                              {"file.connect", "Ctrl+N"},
                                                              {"file.export", "Ctrl+E"},
                                                              {"file.print", "Ctrl+P"},
                                                              {"tools.settings", "Ctrl+,"},
                                                              {"help.shortcuts", "Ctrl+/"},
                                                              {"file.close", "Ctrl+W"},
                                                              {"file.quit", "Ctrl+Q"}};
        for (const auto& [id, key] : keys)
            QTest::addRow("%s %s", id, key) << QString::fromLatin1(id) << QString::fromLatin1(key);
    }

    void theSpecifiedKeysAreThere()
    {
        QFETCH(QString, id);
        QFETCH(QString, key);
        WindowFixture fixture;
        QVERIFY(fixture.window.actions().action(id)->shortcuts().contains(QKeySequence(key)));
    }

    void aLockedKeyringOffersToBeUnlocked()
    {
        auto keyring = std::make_shared<FakeKeyring>();
        keyring->failure = u"credentials.locked"_s;
        WindowFixture fixture(keyring);
        QWidget* dialog = openConnections(fixture);
        QVERIFY(dialog != nullptr);
        auto* unlock = dialog->findChild<QAction*>(u"unlockKeyringAction"_s);
        QVERIFY(unlock != nullptr);
        QVERIFY(messageOf(*dialog)->text().contains(u"locked"));
        keyring->failure.clear();
        unlock->trigger();
        auto* password = dialog->findChild<QLineEdit*>(u"passwordEdit"_s);
        QTRY_COMPARE_WITH_TIMEOUT(password->text(), keyring->secret, kPatience);
    }

    void withoutAKeychainNothingIsKept()
    {
        auto keyring = std::make_shared<FakeKeyring>();
        keyring->failure = u"credentials.unavailable"_s;
        WindowFixture fixture(keyring);
        QWidget* dialog = openConnections(fixture);
        QVERIFY(dialog != nullptr);
        auto* save = dialog->findChild<QCheckBox*>(u"savePasswordsCheckBox"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!save->isEnabled(), kPatience);
        QVERIFY(!save->isChecked());
        QVERIFY(messageOf(*dialog)->text().contains(u"No keychain is available"));
    }

    void everyConfirmationNamesTheEnvironment_data()
    {
        QTest::addColumn<core::Environment>("environment");
        QTest::newRow("local") << core::Environment::Local;
        QTest::newRow("staging") << core::Environment::Staging;
        QTest::newRow("production") << core::Environment::Production;
    }

    void everyConfirmationNamesTheEnvironment()
    {
        QFETCH(core::Environment, environment);
        QWidget parent;
        askToStopAndClose(environment, &parent, [] {});
        const auto* box = parent.findChild<QMessageBox*>(u"closeDuringRunDialog"_s);
        QVERIFY(box->text().contains(core::environmentText(environment)));
        QVERIFY(!box->iconPixmap().isNull());
        ConfirmByName::Request request;
        request.environment = core::environmentText(environment);
        const ConfirmByName dialog(request);
        QCOMPARE(dialog.findChild<Chip*>(u"confirmEnvironmentChip"_s)->text(),
                 core::environmentText(environment));
    }

    void theNameToBeTypedIsReadWhole()
    {
        ConfirmByName::Request request;
        request.name = u"a_database_whose_name_is_as_long_as_any_name_may_be_in_postgres@"
                       "db.somewhere.example.com"_s;
        request.consequence = u"This removes a table."_s;
        ConfirmByName dialog(request);
        dialog.show();
        const auto* label = dialog.findChild<QLabel*>(u"confirmNameLabel"_s);
        QTRY_VERIFY(label->width() >= label->fontMetrics().horizontalAdvance(request.name));
        QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
    }

    /// Many desktops have no notification area; who asks for an icon loses nothing there.
    void theTrayIconIsThereOnlyWhereThereIsATray()
    {
        WindowFixture fixture;
        fixture.settings().setShowsTrayIcon(true);
        fixture.window.show();
        RunNotifier notifier(fixture.settings(), &fixture.window);
        QCOMPARE(notifier.isIconVisible(), QSystemTrayIcon::isSystemTrayAvailable());
        notifier.showProgress(1, 2);
        notifier.showResult(u"4 migrations applied."_s, true, 11);
        fixture.settings().setShowsTrayIcon(false);
        notifier.applySettings();
        QVERIFY(!notifier.isIconVisible());
    }

    void reportsAreWrittenWhole_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("sign");
        QTest::newRow("html") << u"html"_s << QByteArray("socrates_auth");
        QTest::newRow("markdown") << u"md"_s << QByteArray("socrates_auth");
        QTest::newRow("json") << u"json"_s << QByteArray("\"socrates_auth\"");
        QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF-1");
    }

    void reportsAreWrittenWhole()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, sign);
        core::DatabaseVerification verification;
        verification.name = kAuth;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"report."_s + suffix);
        const auto document = core::report::makeReport(core::report::ReportKind::Verification,
                                                       {u"/project"_s, {}, {verification}, {}});
        QVERIFY(writeReport(document, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.contains(sign), bytes.left(200).constData());
    }

    void aDropSaysFirstWhatItWillDo_data()
    {
        QTest::addColumn<bool>("hasProject");
        QTest::addColumn<QString>("file"); // its contents; empty: text
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("details");
        const QString url = u"postgresql://canary:s3cret@127.0.0.1:1/socrates_auth"_s;
        const QString shown = u"socrates_auth: canary@127.0.0.1:1/socrates_auth"_s;
        QTest::newRow("text") << true << QString() << url << u"Read the connections in the text"_s
                              << shown;
        QTest::newRow(".env") << true << u"DATABASE_URL_AUTH="_s + url << QString()
                              << u"Read the connections in dropped.env"_s << shown;
        QTest::newRow("no connections")
            << true << u"A=b\n"_s << QString() << u"Nothing to read in dropped.env"_s << QString();
        QTest::newRow("no project") << false << u"DATABASE_URL_AUTH="_s + url << QString()
                                    << u"Open a project first"_s << u"dropped.env"_s;
    }

    void aDropSaysFirstWhatItWillDo()
    {
        QFETCH(bool, hasProject);
        QFETCH(QString, file);
        QFETCH(QString, text);
        QFETCH(QString, title);
        QFETCH(QString, details);
        WindowFixture fixture;
        fixture.window.show();
        if (hasProject)
            QVERIFY(openProject(fixture.window));
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"dropped.env"_s);
        QFile written(path);
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(file.toUtf8());
        written.close();
        QMimeData data;
        if (file.isEmpty())
            data.setText(text);
        else
            data.setUrls({QUrl::fromLocalFile(path)});
        auto* hint = fixture.find<QWidget>("dropHint");
        QVERIFY(!hint->isVisible());
        QVERIFY(dragOver(fixture.window, data));
        QVERIFY(hint->isVisible());
        QTRY_COMPARE(hint->findChild<QLabel*>(u"dropTitleLabel"_s)->text(), title);
        const QString told = hint->findChild<QLabel*>(u"dropDetailsLabel"_s)->text();
        QVERIFY2(told.contains(details), qPrintable(told));
        QVERIFY(!told.contains(u"s3cret"_s));
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&fixture.window, &leave);
        QVERIFY(!hint->isVisible());
        QVERIFY(fixture.find<QWidget>("connectionDialog") == nullptr);
    }

    void whatIsNoConnectionIsNotTaken()
    {
        WindowFixture fixture;
        fixture.window.show();
        QVERIFY(openProject(fixture.window));
        QMimeData data;
        data.setText(u"Dear all, see you at ten."_s);
        QVERIFY(!dragOver(fixture.window, data));
        QVERIFY(!fixture.find<QWidget>("dropHint")->isVisible());
    }

    void aDroppedFolderIsOpened()
    {
        WindowFixture fixture;
        fixture.window.show();
        const QTemporaryDir empty;
        QMimeData none;
        none.setUrls({QUrl::fromLocalFile(empty.path())});
        QVERIFY(dragOver(fixture.window, none));
        auto* title = fixture.find<QLabel>("dropTitleLabel");
        QTRY_VERIFY2(title->text().endsWith(u"is no project"), qPrintable(title->text()));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(WindowFixture::planProject())});
        QVERIFY(dragOver(fixture.window, data));
        QTRY_COMPARE(title->text(), u"Open the project migrations"_s);
        drop(fixture.window, data);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window.workspace().project() != nullptr, kPatience);
        QVERIFY(!fixture.find<QWidget>("dropHint")->isVisible());
    }

#ifdef Q_OS_UNIX
    /// A pipe that nobody writes into: whoever opens it waits for ever.
    void aPipeIsNotWaitedFor()
    {
        WindowFixture fixture;
        fixture.window.show();
        QVERIFY(openProject(fixture.window));
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"pipe.env"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QVERIFY(dragOver(fixture.window, data));
        QTRY_COMPARE(fixture.find<QLabel>("dropTitleLabel")->text(),
                     u"Nothing to read in pipe.env"_s);
        const auto read = readConnectionFile(path, slotsOf(*fixture.window.workspace().project()));
        QVERIFY(!read);
        QCOMPARE(read.error().detail, u"It is no ordinary file."_s);
    }
#endif

    /// Of a line that has no room its end goes, not its beginning.
    void aLongAddressIsElided()
    {
        WindowFixture fixture;
        fixture.window.show();
        QVERIFY(openProject(fixture.window));
        auto* hint = fixture.find<QWidget>("dropHint");
        const QString host = u"a."_s.repeated(200) + u"example"_s;
        QList<QImage> pictures;
        for (const QString& user : {u"maria"_s, u"xenia"_s}) {
            QMimeData data;
            data.setText(u"postgresql://"_s + user + u'@' + host + u"/socrates_auth"_s);
            QVERIFY(dragOver(fixture.window, data));
            QVERIFY(hint->isVisible());
            pictures << hint->grab().toImage();
        }
        QVERIFY(hint->width() <= hint->parentWidget()->width());
        QVERIFY(pictures.at(0) != pictures.at(1));
    }

    void aDropOfNothingOpensNothing()
    {
        WindowFixture fixture;
        fixture.window.show();
        QVERIFY(openProject(fixture.window));
        const QSignalSpy connections(fixture.window.findChild<DropFlow*>(),
                                     &DropFlow::connectionsDropped);
        QMimeData promising; // what was dragged may be gone when it is let go of
        promising.setText(u"postgresql://canary@127.0.0.1:1/socrates_auth"_s);
        QVERIFY(dragOver(fixture.window, promising));
        QMimeData none;
        none.setText(u"Dear all, see you at ten."_s);
        drop(fixture.window, none);
        QVERIFY(dragOver(fixture.window, promising));
        QMimeData several;
        several.setUrls({QUrl(u"https://example.com/"_s), QUrl(u"https://example.org/"_s)});
        drop(fixture.window, several);
        QCOMPARE(connections.size(), 0);
    }

    /// The run may have begun while it was dragged over.
    void nothingIsTakenDuringARun()
    {
        WindowFixture fixture;
        connectPair(fixture);
        QMimeData data;
        data.setText(u"postgresql://canary@127.0.0.1:1/socrates_auth"_s);
        QVERIFY(dragOver(fixture.window, data));
        const QSignalSpy connections(fixture.window.findChild<DropFlow*>(),
                                     &DropFlow::connectionsDropped);
        triggerAction(fixture, u"migrate.upgrade"_s);
        auto* run = fixture.find<QPushButton>("planRunButton");
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatience);
        run->click();
        QVERIFY(fixture.window.workspace().isRunning());
        drop(fixture.window, data);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRunning(), kPatience);
        QCOMPARE(connections.size(), 0);
        QVERIFY(dragOver(fixture.window, data));
        drop(fixture.window, data);
        QCOMPARE(connections.size(), 1);
    }

    void droppedTextIsShownBeforeItIsUsed()
    {
        WindowFixture fixture;
        fixture.window.show();
        QVERIFY(openProject(fixture.window));
        QMimeData data;
        data.setText(u"postgresql://canary@127.0.0.1:1/socrates_auth"_s);
        QVERIFY(dragOver(fixture.window, data));
        drop(fixture.window, data);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QWidget>("connectionDialog") != nullptr, kPatience);
        QCOMPARE(
            fixture.find<QWidget>("connectionDialog")->findChild<QLineEdit*>(u"userEdit"_s)->text(),
            u"canary"_s);
        QVERIFY(!fixture.window.workspace().isConnected());
    }

    void droppedFileIsReadIntoTheConnectionDialog()
    {
        WindowFixture fixture;
        fixture.window.show();
        QVERIFY(openProject(fixture.window));
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("DATABASE_URL_AUTH=postgresql://fromfile@127.0.0.1:1/socrates_auth\n");
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QVERIFY(dragOver(fixture.window, data));
        drop(fixture.window, data);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QWidget>("connectionDialog") != nullptr, kPatience);
        QCOMPARE(
            fixture.find<QWidget>("connectionDialog")->findChild<QLineEdit*>(u"userEdit"_s)->text(),
            u"fromfile"_s);
    }

    void pageAndFilterComeBack()
    {
        WindowFixture fixture;
        fixture.window.show();
        fixture.window.showPage(MainWindow::Page::Activity);
        fixture.find<QLineEdit>("filterEdit")->setText(u"users"_s);
        fixture.window.close();
        MainWindow again(fixture.context());
        QCOMPARE(again.page(), MainWindow::Page::Activity);
        QCOMPARE(again.findChild<QLineEdit*>(u"filterEdit"_s)->text(), u"users"_s);
    }

    void columnsAndSplittersComeBack()
    {
        WindowFixture fixture;
        const auto open = [](MainWindow& window) {
            window.resize(1366, 768);
            window.show();
            window.connections().openProject(WindowFixture::planProject());
            return QTest::qWaitFor([&] { return window.workspace().project() != nullptr; },
                                   kPatience);
        };
        const auto header = [](const MainWindow& window, int pane) {
            return window.findChildren<DatabasePane*>().at(pane)->findChild<QHeaderView*>();
        };
        QVERIFY(open(fixture.window));
        fixture.window.showPage(MainWindow::Page::Revisions);
        header(fixture.window, 0)->resizeSection(RevisionModel::ByColumn, 91);
        header(fixture.window, 1)->resizeSection(RevisionModel::ByColumn, 57);
        auto* details = fixture.find<QSplitter>("detailsSplitter");
        details->setSizes({200, 300});
        const QList<int> sizes = details->sizes();
        fixture.window.close();

        MainWindow again(fixture.context());
        QVERIFY(open(again));
        QCOMPARE(header(again, 0)->sectionSize(RevisionModel::ByColumn), 91);
        QCOMPARE(header(again, 1)->sectionSize(RevisionModel::ByColumn), 57);
        QCOMPARE(again.findChild<QSplitter*>(u"detailsSplitter"_s)->sizes(), sizes);
    }

    /// The program shows the window once its first picture is made; then comes the rest.
    void whatComesAfterTheFirstPictureIsTheSameWindow()
    {
        WindowFixture fixture;
        const auto everything = [](const MainWindow& window) {
            QStringList result;
            const auto all = window.findChildren<QWidget*>();
            for (const QWidget* widget : all)
                result << widget->parentWidget()->objectName() + u'/' + widget->objectName() +
                              u' ' + QString::fromLatin1(widget->metaObject()->className());
            result.sort();
            return result;
        };
        MainWindow first(fixture.context(), MainWindow::Start::FirstPicture);
        first.show();
        QVERIFY(first.findChild<QWidget*>(u"revisionsPage"_s) == nullptr);
        const QByteArray title = first.windowTitle().toUtf8();
        first.finish();
        first.finish();
        fixture.window.show();
        QCOMPARE(everything(first), everything(fixture.window));
        QCOMPARE(first.windowTitle().toUtf8(), title);
        QVERIFY(openProject(first));
        QCOMPARE(first.findChildren<DatabasePane*>().size(), 2);
    }

    void aWindowThatIsClosedAtOnceKeepsWhatWasSaved()
    {
        WindowFixture fixture;
        fixture.settings().setState(u"window.filter"_s, u"users"_s);
        MainWindow early(fixture.context(), MainWindow::Start::FirstPicture);
        early.show();
        early.close();
        QCOMPARE(fixture.settings().state(u"window.filter"_s).toString(), u"users"_s);
        fixture.settings().setState(u"window.page"_s, int(MainWindow::Page::Map));
        const MainWindow onMap(fixture.context(), MainWindow::Start::FirstPicture);
        QCOMPARE(onMap.page(), MainWindow::Page::Map); // whose first picture is that page
    }

    void brokenStateDoesNotBreakTheStart()
    {
        WindowFixture fixture;
        for (const QString& key :
             {u"window.geometry"_s, u"window.page"_s, u"window.filter"_s,
              u"splitter.detailsSplitter"_s, u"splitter.panesSplitter"_s,
              u"columns.revisions.socrates_auth"_s, u"columns.activityTable"_s})
            fixture.settings().setState(key, QByteArray("\x01nonsense\xff"));
        MainWindow again(fixture.context());
        QCOMPARE(again.page(), MainWindow::Page::Home);
        again.connections().openProject(WindowFixture::planProject());
        QTRY_VERIFY_WITH_TIMEOUT(again.workspace().project() != nullptr, kPatience);
        const auto* header =
            again.findChildren<DatabasePane*>().constFirst()->findChild<QHeaderView*>();
        QVERIFY(header->sectionSize(RevisionModel::RevisionColumn) > 0);
        fixture.settings().setState(u"window.page"_s, 99);
        const MainWindow third(fixture.context());
        QCOMPARE(third.page(), MainWindow::Page::Home);
    }

private:
    static bool openProject(MainWindow& window)
    {
        window.connections().openProject(WindowFixture::planProject());
        return QTest::qWaitFor([&] { return window.workspace().project() != nullptr; }, kPatience);
    }

    /// Whether it would be taken.
    static bool dragOver(QWidget& target, const QMimeData& data)
    {
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore(); // as the platform sends it
        QCoreApplication::sendEvent(&target, &enter);
        return enter.isAccepted();
    }

    static void drop(QWidget& target, const QMimeData& data)
    {
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&target, &event);
    }

    /// The connection dialog on a profile whose password was stored before; null on failure.
    static QWidget* openConnections(WindowFixture& fixture)
    {
        fixture.window.show();
        fixture.window.connections().openProject(WindowFixture::planProject());
        if (!QTest::qWaitFor([&] { return fixture.window.workspace().project() != nullptr; },
                             kPatience))
            return nullptr;
        core::ConnectionProfile profile;
        profile.name = u"Saved"_s;
        core::ConnectionParameters parameters;
        parameters.setValue(u"host"_s, u"127.0.0.1"_s);
        parameters.setValue(u"port"_s, u"1"_s); // nobody answers, and nobody need
        profile.databases.insert(kAuth, {parameters, {}, true});
        fixture.window.workspace().connectTo(profile, {});
        fixture.window.connections().editConnection();
        const auto found = [&] { return fixture.find<QWidget>("connectionDialog") != nullptr; };
        return QTest::qWaitFor(found, kPatience) ? fixture.find<QWidget>("connectionDialog")
                                                 : nullptr;
    }
};

SOCRATES_GUI_TEST_MAIN(TestShell)
#include "tst_shell.moc"
