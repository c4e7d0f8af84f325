// SPDX-License-Identifier: MIT
#include "app/desktop/firstpaint.h"
#include "app/desktop/options.h"
#include "app/desktop/parentconsole.h"
#include "app/shell/appcontext.h"
#include "app/shell/connectionflow.h"
#include "app/shell/mainwindow.h"
#include "app/shell/selftest.h"
#include "app/shell/singleinstance.h"
#include "app/shell/startrequest.h"
#include "app/shell/workspace.h"
#include "app/theme/icons.h"
#include "app/widgets/language.h"
#include "core/base/coredumps.h"
#include "core/postgres/connection.h"
#include "core/report/text.h"
#include "core/revisions/projectlookup.h"

#include <QApplication>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;

namespace {

/// Something may never answer (a firewall that drops packets): the picture is taken all the same.
constexpr int kScreenshotPatienceMs = 90000;

void takePicture(MainWindow& window, const QString& file)
{
    if (window.grab().save(file, "PNG")) {
        QCoreApplication::exit(0);
        return;
    }
    std::fprintf(stderr, "The picture could not be written to %s.\n", qPrintable(file));
    QCoreApplication::exit(1);
}

/// Once the databases have answered; a moment later, so that the answer has been painted.
void arrangePicture(MainWindow& window, const QString& file)
{
    window.resize(1366, 768);
    const auto take = [&window, file] { takePicture(window, file); };
    QObject::connect(&window, &MainWindow::settled, &window,
                     [&window, take] { QTimer::singleShot(300, &window, take); });
    QTimer::singleShot(kScreenshotPatienceMs, &window, take);
}

/// What need not be waited for: the window is seen already.
void begin(MainWindow& window, const Options& options)
{
    if (options.quitsAfterFirstPaint) {
        sayPainted();
        QCoreApplication::exit(0);
        return;
    }
    window.finish();
    QObject::connect(
        &window.workspace(), &Workspace::projectOpened, &window,
        [&window, asked = options.request] {
            if (!connectAsAsked(window, asked) && !window.connections().reconnect())
                emit window.settled();
        },
        Qt::SingleShotConnection);
    const QString folder = core::findProjectFolder(options.request.projectFolder,
                                                   QCoreApplication::applicationDirPath());
    if (!folder.isEmpty())
        window.connections().openProject(folder);
    else if (!options.screenshot.isEmpty())
        emit window.settled();
}

int runWindow(const QApplication& application, AppContext& context, const Options& options,
              const SingleInstance& instance)
{
    MainWindow window(context, MainWindow::Start::FirstPicture);
    QObject::connect(&instance, &SingleInstance::received, &window,
                     [&window](const QByteArray& message) {
                         window.finish();
                         if (const auto request = StartRequest::fromBytes(message))
                             followLaterStart(window, *request);
                     });
    if (!options.screenshot.isEmpty())
        arrangePicture(window, options.screenshot);
    new AfterFirstPaint(window, [&window, &options] { begin(window, options); });
    window.show();
    return application.exec();
}

/// There is no window and no event loop yet, so it may wait. UTF-8, as the command line prints.
int printSelfTest()
{
    const ParentConsole console;
    core::KeychainCredentialStore keyring;
    const QList<core::SelfCheck> checks =
        windowSelfTest() + core::selfTest(QCoreApplication::applicationDirPath(), keyring);
    std::printf("%s\n", core::report::selfTestText(checks).toUtf8().constData());
    return core::worstOf(checks) == core::SelfCheck::State::Failed ? 1 : 0;
}

/// A self-test needs no display. Asked before there is an application, which would want one.
void doWithoutDisplay([[maybe_unused]] int argc, [[maybe_unused]] char* argv[])
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    const bool isAsked = std::any_of(argv + 1, argv + argc, [](const char* argument) {
        return argument == QByteArray("--") + kSelfTestOption;
    });
    const auto has = [](const char* name) { return !qEnvironmentVariableIsEmpty(name); };
    if (isAsked && !has("DISPLAY") && !has("WAYLAND_DISPLAY") && !has("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
}

} // namespace

int main(int argc, char* argv[])
{
    core::forbidCoreDumps();
    core::clearAmbientEnvironment();
    doWithoutDisplay(argc, argv);
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"socrates-admin"_s);
    QCoreApplication::setOrganizationName(u"socrates-admin"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(SOCRATES_VERSION));
    QGuiApplication::setWindowIcon(programIcon());
    const auto options = Options::parse(application.arguments());
    if (!options) {
        const ParentConsole console;
        std::fprintf(stderr, "%s\n", qPrintable(options.error().text()));
        return int(core::exitCodeOf(options.error()));
    }
    if (options->testsItself)
        return printSelfTest();
    // A picture is taken, and a start is measured, in a window of its own.
    SingleInstance instance(SingleInstance::usualFolder());
    const bool isAlone =
        options->newInstance || options->quitsAfterFirstPaint || !options->screenshot.isEmpty();
    if (!isAlone && !instance.claim() && instance.handOver(options->request.toBytes()))
        return 0;
    AppSettings settings;
    const Translation translation(options->language.isEmpty() ? settings.language()
                                                              : options->language);
    Theme theme(application);
    theme.apply(schemeOf(settings.theme()));
    core::ProfileStore profiles;
    core::Clock clock;
    AppContext context{settings,
                       profiles,
                       std::make_shared<core::KeychainCredentialStore>(),
                       std::make_shared<core::LocalServer>(),
                       clock,
                       theme};
    const int result = runWindow(application, context, *options, instance);
    // The window is gone and with it its connections. A server that will not stop keeps its data,
    // and the next start finds it running.
    if (const auto stopped = context.localServer->stopIfUnused(); !stopped)
        std::fprintf(stderr, "%s\n", qPrintable(stopped.error().text()));
    return result;
}
