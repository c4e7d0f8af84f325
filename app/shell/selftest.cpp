// SPDX-License-Identifier: MIT
#include "app/shell/selftest.h"

#include "app/help/helptopics.h"
#include "app/theme/icons.h"
#include "app/theme/texts.h"
#include "app/widgets/language.h"

#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QTranslator>

#include <algorithm>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::SelfCheck;

namespace {

using State = SelfCheck::State;

/// Ok with `finding`, or FAILED with the names of what is bad.
SelfCheck unlessBad(const QString& name, const QString& finding, const QStringList& bad)
{
    if (bad.isEmpty())
        return {name, State::Ok, finding, {}};
    return {name, State::Failed, tr("cannot be used: %1").arg(bad.join(u", "_s)),
            tr("Install the program again; files of it are missing or damaged.")};
}

SelfCheck checkPlatform()
{
    const QString platform = QGuiApplication::platformName();
    if (platform == "offscreen"_L1 || platform == "minimal"_L1) {
        return {tr("Display"), State::Warning,
                tr("none was used (%1), so nothing of it is proven").arg(platform),
                tr("Run the self-test again where the window is to open.")};
    }
    return {tr("Display"), State::Ok, platform, {}};
}

SelfCheck checkFonts()
{
    const QString name = tr("Fonts");
    if (QFontDatabase::families(QFontDatabase::Latin).isEmpty()) {
        return {name, State::Failed, tr("there is no font on this machine"),
                tr("Install one, or nothing can be read (on Debian: fonts-dejavu-core).")};
    }
    if (QFontDatabase::families(QFontDatabase::Greek).isEmpty()) {
        return {name, State::Warning, tr("no font has Greek letters"),
                tr("Install one that has (on Debian: fonts-dejavu-core).")};
    }
    return {name,
            State::Ok,
            tr("%1 families; the window's is %2")
                .arg(QFontDatabase::families().size())
                .arg(QGuiApplication::font().family()),
            {}};
}

bool isDrawn(const QIcon& icon)
{
    const QImage image =
        icon.pixmap(QSize(32, 32), 1.0).toImage().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 0)
                return true;
        }
    }
    return false;
}

SelfCheck checkIcons()
{
    QStringList bad;
    const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files);
    if (files.isEmpty())
        bad << u":/icons"_s;
    for (const QString& file : files) {
        if (!isDrawn(icon(file.chopped(4))))
            bad << file;
    }
    return unlessBad(tr("Icons"), tr("%1 drawn").arg(files.size()), bad);
}

SelfCheck checkLanguages()
{
    QStringList bad;
    QStringList names;
    const QList<Language> all = languages();
    for (const Language& language : all) {
        names << language.name;
        QTranslator catalogue;
        const bool isLoaded = catalogue.load(u":/translations/socrates_"_s + language.code);
        // English is in the sources; its catalogue has the plurals only.
        const bool isTold =
            language.code == "en"_L1 || catalogue.translate("Language", "en") == language.code;
        if (!isLoaded || catalogue.isEmpty() || !isTold)
            bad << language.name;
    }
    return unlessBad(tr("Languages"), names.join(u", "_s), bad);
}

SelfCheck checkHelp()
{
    QStringList bad;
    const QStringList topics = helpTopics();
    const QList<Language> all = languages();
    for (const Language& language : all) {
        for (const QString& topic : topics) {
            QFile file(helpFile(topic, language.code));
            if (!file.open(QIODevice::ReadOnly) || !file.readLine().startsWith("# "))
                bad << language.code + u'/' + topic;
        }
    }
    return unlessBad(tr("Help"), tr("%1 topics in %2 languages").arg(topics.size()).arg(all.size()),
                     bad);
}

} // namespace

QList<SelfCheck> windowSelfTest()
{
    return {checkPlatform(), checkFonts(), checkIcons(), checkLanguages(), checkHelp()};
}

} // namespace socrates::ui
