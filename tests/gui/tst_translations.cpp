// SPDX-License-Identifier: MIT
#include "app/widgets/language.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QDirIterator>
#include <QLibraryInfo>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QPushButton>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations; ///< the plural forms, where there are several
    bool plural = false;
    bool finished = true;
};

QList<Message> messagesOf(const QString& path)
{
    QFile file(path);
    QList<Message> result;
    if (!file.open(QIODevice::ReadOnly))
        return result;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            result << Message{context};
            result.last().plural = xml.attributes().value("numerus"_L1) == "yes"_L1;
        } else if (xml.name() == "source"_L1) {
            result.last().source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            result.last().finished = !xml.attributes().hasAttribute("type"_L1);
            if (!result.last().plural)
                result.last().translations << xml.readElementText();
        } else if (xml.name() == "numerusform"_L1) {
            result.last().translations << xml.readElementText();
        }
    }
    return result;
}

QString tsFile(const QString& name)
{
    return QStringLiteral(SOCRATES_SOURCE_DIR "/resources/translations/") + name;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression place(u"%(?:L?[0-9]+|[nvm](?![a-z]))"_s);
    QStringList result;
    auto matches = place.globalMatch(text);
    while (matches.hasNext())
        result << matches.next().captured();
    result.removeDuplicates();
    result.sort();
    return result;
}

QStringList keysOf(const QList<Message>& messages)
{
    QStringList result;
    for (const Message& message : messages)
        result << message.context + u": "_s + message.source;
    result.sort();
    return result;
}

struct Literal
{
    QString text; ///< neighbouring literals joined, as the compiler does it
    qsizetype offset = 0;
    bool isWide = false; ///< u"...", which nothing translates: Texts::tr() takes plain ones
};

/// The strings of a source file, but for those in comments, raw ones (SQL) and #include.
QList<Literal> literalsOf(const QString& source)
{
    static const QRegularExpression token(u"R\"(\\w*)\\((?s:.)*?\\)\\1\"|//[^\\n]*|/\\*(?s:.)*?\\*/"
                                          u"|'(?:[^'\\\\\\n]|\\\\.)+'|#[^\\n]*|"
                                          "(u?)\"((?:[^\"\\\\\\n]|\\\\.)*)\"(?:_s)?"_s);
    QList<Literal> result;
    qsizetype end = -1;
    auto tokens = token.globalMatch(source);
    while (tokens.hasNext()) {
        const auto match = tokens.next();
        if (match.capturedStart(3) < 0)
            continue;
        const bool isWide = !match.captured(2).isEmpty();
        const bool goesOn =
            end >= 0 &&
            QStringView(source).sliced(end, match.capturedStart() - end).trimmed().isEmpty();
        if (!goesOn)
            result << Literal{{}, match.capturedStart()};
        result.last().text += match.captured(3);
        result.last().isWide = result.last().isWide || isWide;
        end = match.capturedEnd();
    }
    return result;
}

/// Three words in a row, or a sentence; and no SQL.
bool looksLikeWords(const QString& text)
{
    static const QRegularExpression words(u"(^|[ (])[A-Za-z%][A-Za-z0-9%']* [a-z']+ [a-z']+\\b"_s);
    static const QRegularExpression sentence(u"^[A-Z%'].* .*[.?]$"_s);
    static const QRegularExpression sql(
        u"\\b(SELECT|FROM|WHERE|JOIN|SET|CREATE|DROP|ALTER|GRANT|ORDER BY|CASE WHEN)\\b"_s);
    return !sql.match(text).hasMatch() &&
           (words.match(text).hasMatch() || sentence.match(text).hasMatch());
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everyTranslationKeepsItsPlaceholdersAndPlurals()
    {
        for (const QString& name : {u"socrates_el.ts"_s, u"socrates_en.ts"_s, u"qtbase_el.ts"_s}) {
            const QList<Message> messages = messagesOf(tsFile(name));
            QVERIFY(!messages.isEmpty());
            for (const Message& message : messages) {
                if (!message.finished)
                    continue;
                QVERIFY2(!message.plural || message.translations.size() == 2,
                         qPrintable(message.source));
                for (const QString& text : message.translations) {
                    QVERIFY2(!text.isEmpty(), qPrintable(message.source));
                    QVERIFY2(placeholders(text) == placeholders(message.source),
                             qPrintable(message.source + u" -> "_s + text));
                    QVERIFY2((text.count(u'&') == message.source.count(u'&')),
                             qPrintable(message.source + u" -> "_s + text));
                }
            }
        }
    }

    void everyTextIsTranslated()
    {
#ifdef Q_OS_WIN
        QSKIP("lupdate is where the program is built.");
#endif
        // What lupdate finds in the sources now is what the catalogue has, and all of it is done.
        QTemporaryDir folder;
        const QString fresh = folder.filePath(u"fresh.ts"_s);
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(SOCRATES_SOURCE_DIR));
        lupdate.setProcessChannelMode(QProcess::MergedChannels);
        lupdate.start(
            QLibraryInfo::path(QLibraryInfo::BinariesPath) + u"/lupdate"_s,
            {u"-I"_s, u"."_s, u"-locations"_s, u"none"_s, u"app"_s, u"core"_s, u"-ts"_s, fresh});
        QVERIFY2(lupdate.waitForFinished(120000), qPrintable(lupdate.errorString()));
        const QString told = QString::fromUtf8(lupdate.readAll());
        const QStringList wanted = keysOf(messagesOf(fresh));
        QVERIFY2(!wanted.isEmpty(), qPrintable(told));
        // A class without tr() of its own calls another one's, whose context is not lupdate's.
        static const QRegularExpression contextless(
            u"Class '(?!socrates::ui')[^']*' lacks Q_OBJECT macro|unknown namespace/class"_s);
        QVERIFY2(!contextless.match(told).hasMatch(), qPrintable(told));
        const QList<Message> greek = messagesOf(tsFile(u"socrates_el.ts"_s));
        const QStringList known = keysOf(greek);
        QStringList missing;
        for (const QString& key : wanted) {
            if (!known.contains(key))
                missing << key;
        }
        for (const Message& message : greek) {
            if (!message.finished)
                missing << message.context + u": "_s + message.source;
        }
        // The target socrates_lupdate brings the catalogues up to date.
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void everyContextNamedInACallIsOneOfTheCatalogue()
    {
        // translate("context", variable) finds nothing when the context is not lupdate's.
        QSet<QString> contexts;
        const QList<Message> messages = messagesOf(tsFile(u"socrates_el.ts"_s));
        for (const Message& message : messages)
            contexts.insert(message.context);
        static const QRegularExpression call(u"translate\\(\\s*\"([^\"]+)\""_s);
        for (const QString& top : {u"app"_s, u"core"_s}) {
            QDirIterator files(QStringLiteral(SOCRATES_SOURCE_DIR "/") + top, {u"*.cpp"_s},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                auto calls = call.globalMatch(QString::fromUtf8(file.readAll()));
                while (calls.hasNext()) {
                    const QString context = calls.next().captured(1);
                    QVERIFY2(contexts.contains(context),
                             qPrintable(file.fileName() + u": "_s + context));
                }
            }
        }
    }

    void everyTextOfTheCoreIsSaidByTexts()
    {
        // What is stored (files of revisions, the log, the project's expected schemas) is the same
        // in every language, and so are the terminal's own lines.
        const QSet<QString> stored{
            u"-- To be replaced: this does nothing.\\nSELECT 1;"_s,
            u"its downgrade is being derived"_s,
            u"Restored from the log of %1"_s,
            u"the log holds no downgrade"_s,
            u"reset of schema %1: %2 tables and %3 other objects dropped"_s,
            u"-- this destroys data: "_s,
            u"%1 rows with other values"_s, // a proof is kept beside the expected schemas
            u"versions of extensions (%1)"_s,
            u"^versions of extensions \\\\((.*)\\\\)$"_s,
            u"object with grants"_s, // notComparedWords() says these
            u"objects with grants"_s,
            u"%1 %2 that no revision sets"_s,
            u"default privileges on"_s, // objectwords.cpp says it
            u"default privileges on %1, which the revisions do not say whose they are"_s,
            u"^default privileges on (.*), which the revisions do not say whose they are$"_s,
            u"^(\\\\d+) (.+?)( that no revision sets)?$"_s,
            u" forced row level security"_s, // definitions, as in the expected schemas
            u" row level security"_s,
            u"nobody but the owner"_s,
        };
        const QString root = QStringLiteral(SOCRATES_SOURCE_DIR "/");
        const QSet<QString> ofTheTerminal{root + u"core/report/text.cpp"_s,
                                          root + u"core/engine/offlinescript.cpp"_s,
                                          root + u"core/schema/catalogqueries.cpp"_s};
        QStringList found;
        int seen = 0;
        QDirIterator files(root + u"core"_s, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll());
            for (const Literal& literal : literalsOf(source)) {
                ++seen;
                if (literal.isWide && !ofTheTerminal.contains(file.fileName()) &&
                    !stored.contains(literal.text) && looksLikeWords(literal.text))
                    found << u"%1:%2: %3"_s.arg(file.fileName())
                                 .arg(QStringView(source).first(literal.offset).count(u'\n') + 1)
                                 .arg(literal.text);
            }
        }
        QVERIFY(seen > 3000);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void theWindowAndQtsButtonsSpeakGreek()
    {
        const Translation greek(u"el"_s);
        QCOMPARE(QLocale().language(), QLocale::Greek);
        test::WindowFixture fixture;
        const QList<QAction*> menus = fixture.window.menuBar()->actions();
        for (const QAction* menu : menus) {
            QVERIFY2(menu->text().contains(QRegularExpression(u"\\p{Greek}"_s)),
                     qPrintable(menu->text()));
            QMap<QChar, QString> mnemonics;
            const QList<QAction*> actions = menu->menu()->actions();
            for (const QAction* action : actions) {
                const QString text = action->text();
                if (action->isSeparator())
                    continue;
                QVERIFY2(text.contains(QRegularExpression(u"\\p{Greek}"_s)), qPrintable(text));
                const qsizetype at = text.indexOf(u'&');
                if (at < 0)
                    continue;
                // An accent makes no other key of a letter.
                const QChar key = text.at(at + 1).toLower();
                const QChar bare = key.decomposition().isEmpty() ? key : key.decomposition().at(0);
                QVERIFY2(!mnemonics.contains(bare),
                         qPrintable(text + u" / "_s + mnemonics.value(bare)));
                mnemonics.insert(bare, text);
            }
        }
        QDialogButtonBox box(QDialogButtonBox::Cancel | QDialogButtonBox::Apply);
        QCOMPARE(box.button(QDialogButtonBox::Cancel)->text().remove(u'&'), u"Άκυρο"_s);
        QCOMPARE(box.button(QDialogButtonBox::Apply)->text().remove(u'&'), u"Εφαρμογή"_s);
    }

    void withoutATranslationTheProgramSpeaksEnglish()
    {
        QCOMPARE(Translation::spoken(), u"en"_s);
        test::WindowFixture fixture;
        QCOMPARE(fixture.window.menuBar()->actions().first()->text(), u"&File"_s);
    }
};

SOCRATES_GUI_TEST_MAIN(TestTranslations)
#include "tst_translations.moc"
