// SPDX-License-Identifier: MIT
#include "app/desktop/options.h"

#include "app/widgets/language.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

core::Error usageError(const QString& summary)
{
    core::Error error;
    error.code = u"usage.options"_s;
    error.summary = summary;
    return error;
}

core::Result<void> addUrl(Options& options, const QString& text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0)
        return core::fail(usageError(u"--url wants NAME=URI."_s));
    const auto parameters = core::ConnectionParameters::fromUri(text.mid(equals + 1));
    if (!parameters)
        return core::fail(parameters.error());
    options.request.urls.insert(core::DatabaseName(text.left(equals)), *parameters);
    return {};
}

} // namespace

core::Result<Options> Options::parse(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Looks after a pair of PostgreSQL databases: migrates both and proves what is in them."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption project(u"project"_s, u"Open the project in DIR."_s, u"DIR"_s);
    const QCommandLineOption demo(u"demo"_s,
                                  u"Use a private server of this user, with databases ready."_s);
    const QCommandLineOption profile(u"profile"_s, u"Connect with a saved profile."_s, u"NAME"_s);
    const QCommandLineOption url(
        u"url"_s, u"Connect one database of the project; may be repeated."_s, u"NAME=URI"_s);
    const QCommandLineOption screenshot(
        u"screenshot"_s, u"Save a picture of the loaded window as PNG and quit."_s, u"FILE"_s);
    const QCommandLineOption language(
        u"language"_s, u"Speak this language (en, el) instead of the one set."_s, u"CODE"_s);
    const QCommandLineOption newInstance(
        u"new-instance"_s, u"Open a window of its own, even if the program is running."_s);
    const QCommandLineOption firstPaint(
        u"quit-after-first-paint"_s,
        u"Quit as soon as the window has been painted: for measuring the start."_s);
    const QCommandLineOption selfTest(
        QString::fromLatin1(kSelfTestOption),
        u"Test that this installation has everything it needs, print what was found and quit."_s);
    parser.addOptions(
        {project, demo, profile, url, language, screenshot, newInstance, firstPaint, selfTest});
    if (!parser.parse(arguments))
        return core::fail(usageError(parser.errorText()));
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        return core::fail(
            usageError(u"Unexpected argument: "_s + parser.positionalArguments().first()));
    Options options;
    // Absolute, for a window that may have been started elsewhere.
    if (parser.isSet(project))
        options.request.projectFolder = QDir(parser.value(project)).absolutePath();
    options.request.demo = parser.isSet(demo);
    options.request.profile = parser.value(profile);
    options.newInstance = parser.isSet(newInstance);
    options.language = parser.value(language);
    if (parser.isSet(language) && !isLanguage(options.language))
        return core::fail(usageError(u"--language knows en and el."_s));
    options.screenshot = parser.value(screenshot);
    options.quitsAfterFirstPaint = parser.isSet(firstPaint);
    options.testsItself = parser.isSet(selfTest);
    const QStringList urls = parser.values(url);
    for (const QString& text : urls) {
        if (auto added = addUrl(options, text); !added)
            return core::fail(added.error());
    }
    return options;
}

} // namespace socrates::ui
