// SPDX-License-Identifier: MIT
#include "core/postgres/connectionparameters.h"

#include "core/base/texts.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <QStringList>
#include <QUrl>

#include <libpq-fe.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

Error urlError(const QString& summary, const QString& hint)
{
    return Error{.code = u"usage.url"_s, .summary = summary, .hint = hint};
}

QString encodingHint()
{
    return Texts::tr(
        "In a URL, characters of a user name or password that have a meaning of their own are "
        "written as %40 for @, %2F for /, %3A for :, %3F for ?, %23 for #, %25 for % and %20 "
        "for a "
        "space. Separate fields, or asking for the password, need no such writing.");
}

/// The text without surrounding white space and one pair of quotes, as copied out of a file.
QString trimmedPaste(const QString& text)
{
    QString result = text.trimmed();
    const bool isQuoted = result.size() >= 2 &&
                          (result.front() == u'"' || result.front() == u'\'') &&
                          result.back() == result.front();
    if (isQuoted)
        result = result.sliced(1, result.size() - 2).trimmed();
    return result;
}

/// What follows "postgresql://", "postgres://" or "postgresql+driver://"; nothing when the text is
/// no such URL.
std::optional<QString> afterScheme(const QString& text)
{
    static const QRegularExpression scheme(u"^postgres(?:ql)?(?:\\+[a-z0-9_]+)?://"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = scheme.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return text.sliced(match.capturedLength());
}

/// libpq ends the user's part at the first '@' and the hosts at the first '/', so a password
/// pasted unencoded reads as something else. Where only one reading makes sense it is repaired
/// (several '@' before the first '/': no host name holds one); where it is doubtful, an error.
Result<QString> repaired(const QString& rest)
{
    const qsizetype slash = rest.indexOf(u'/');
    const qsizetype firstAt = rest.first(slash < 0 ? rest.size() : slash).indexOf(u'@');
    const qsizetype question = rest.indexOf(u'?', firstAt < 0 ? 0 : firstAt);
    const qsizetype pathEnd = question < 0 ? rest.size() : question;
    if (slash >= 0 && slash < pathEnd && rest.sliced(slash, pathEnd - slash).contains(u'@'))
        return fail(urlError(Texts::tr("The URL is ambiguous: there is an @ after the first /."),
                             encodingHint()));
    if (firstAt < 0)
        return rest;

    const qsizetype hostsEnd = slash < 0 ? pathEnd : std::min(slash, pathEnd);
    const qsizetype lastAt = rest.first(hostsEnd).lastIndexOf(u'@');
    QString user = rest.first(lastAt);
    user.replace(u'@', u"%40"_s);
    return QString(user + rest.sliced(lastAt));
}

/// Why libpq refused the text, in words that quote none of it: any part may be the password.
Error refusal(const QString& text, bool isUrl, const QByteArray& reason)
{
    if (!isUrl) {
        if (!text.contains(u'='))
            return urlError(Texts::tr("This is not a PostgreSQL URL."),
                            Texts::tr("A URL looks like postgresql://user@host:5432/database."));
        return urlError(
            Texts::tr("The connection string cannot be read."),
            Texts::tr(
                "It is a list of key=value pairs with the key words of libpq; a value with spaces, "
                "quotes or backslashes is written in single quotes, \\' and \\\\ inside."));
    }
    static const QRegularExpression badPercent(u"%(?![0-9A-Fa-f]{2})"_s);
    if (text.contains(badPercent))
        return urlError(
            Texts::tr("The URL holds a % that is not followed by two hexadecimal digits."),
            encodingHint());
    if (text.contains("%00"_L1))
        return urlError(Texts::tr("The URL holds %00, which no PostgreSQL value may."),
                        encodingHint());
    if (reason.contains("IPv6") || reason.contains("\"]\""))
        return urlError(
            Texts::tr("The URL's IPv6 address cannot be read."),
            Texts::tr(
                "An IPv6 address is written in brackets: postgresql://user@[::1]:5432/database."));
    // Without an '@' the query cannot be the tail of a password, so its key word may be named.
    static const QRegularExpression name(u"[?&]([a-z_]+)="_s);
    QStringList unknown;
    const QString query = text.section(u'?', 1);
    if (!query.contains(u'@')) {
        std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> all(PQconndefaults(),
                                                                         &PQconninfoFree);
        for (const QRegularExpressionMatch& match : name.globalMatch(u'?' + query)) {
            bool isKnown = false;
            for (const PQconninfoOption* one = all.get(); one != nullptr && one->keyword != nullptr;
                 ++one)
                isKnown = isKnown || match.captured(1) == QLatin1StringView(one->keyword);
            if (!isKnown)
                unknown << match.captured(1);
        }
    }
    if (!unknown.isEmpty())
        return urlError(Texts::tr("libpq knows no URL parameter \"%1\".").arg(unknown.first()),
                        Texts::tr("After the ? come key words of libpq, such as sslmode=require."));
    return urlError(Texts::tr("The URL cannot be read."), encodingHint());
}

/// A host name or address as it stands in a URL.
QString encodedHost(const QString& host)
{
    // Brackets only around what is an address: inside them nothing else can be written.
    static const QRegularExpression ipv6(u"^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[0-9A-Za-z_.-]+)?$"_s);
    if (ipv6.match(host).hasMatch()) {
        QString address = host;
        return u'[' + address.replace(u'%', u"%25"_s) + u']';
    }
    return QString::fromLatin1(QUrl::toPercentEncoding(host));
}

/// The hosts with their ports as a URL writes them; nothing when only the query can hold them.
std::optional<QString> authority(const QString& host, const QString& port)
{
    if (host.isEmpty())
        return port.isEmpty() ? std::optional<QString>(QString()) : std::nullopt;
    const QStringList hosts = host.split(u',');
    const QStringList ports = port.isEmpty() ? QStringList(hosts.size()) : port.split(u',');
    static const QRegularExpression digits(u"^[0-9]*$"_s);
    if (hosts.contains(QString()) || ports.size() != hosts.size())
        return std::nullopt;
    QStringList parts;
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        if (!digits.match(ports.at(i)).hasMatch())
            return std::nullopt;
        parts << encodedHost(hosts.at(i)) +
                     (ports.at(i).isEmpty() ? QString() : u':' + ports.at(i));
    }
    return parts.join(u',');
}

bool isLoopback(const QString& host)
{
    static const QRegularExpression loopback(
        u"^(?:localhost\\.?|127(?:\\.[0-9]{1,3}){3}|::1|(?:0{1,4}:){7}0{0,3}1|::ffff:127(?:\\.[0-9]{1,3}){3})$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return host.isEmpty() || host.startsWith(u'/') || host.startsWith(u'@') ||
           loopback.match(host).hasMatch();
}

} // namespace

Result<ConnectionParameters> ConnectionParameters::fromUri(const QString& uri)
{
    const QString text = trimmedPaste(uri);
    if (text.isEmpty())
        return fail(urlError(Texts::tr("The URL is empty."),
                             Texts::tr("A URL looks like postgresql://user@host:5432/database.")));
    if (text.contains(QChar(0)))
        return fail(urlError(Texts::tr("The URL holds a NUL character."), encodingHint()));

    const std::optional<QString> rest = afterScheme(text);
    QString conninfo = text;
    if (rest) {
        const Result<QString> whole = repaired(*rest);
        if (!whole)
            return fail(whole.error());
        conninfo = u"postgresql://"_s + *whole;
    } else if (text.contains("://"_L1) && !text.section(u"://"_s, 0, 0).contains(u'=')) {
        return fail(urlError(
            Texts::tr(
                "This is not a PostgreSQL URL: it begins with something other than postgresql://."),
            Texts::tr("A URL looks like postgresql://user@host:5432/database.")));
    }

    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(conninfo.toUtf8().constData(), &message), &PQconninfoFree);
    const QByteArray reason(message);
    PQfreemem(message);
    if (!options)
        return fail(refusal(conninfo, rest.has_value(), reason));

    ConnectionParameters result;
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val == nullptr)
            continue;
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString value = decoder(QByteArrayView(option->val));
        if (decoder.hasError())
            return fail(urlError(Texts::tr("A value in the URL is not UTF-8."),
                                 Texts::tr("Characters beyond ASCII are percent-encoded from their "
                                           "UTF-8 form: %C3%A4 for ä.")));
        result.setValue(QString::fromLatin1(option->keyword), value);
    }
    // libpq writes one comma less than hosts when no port is given at all.
    static const QRegularExpression onlyCommas(u"^,+$"_s);
    if (onlyCommas.match(result.port()).hasMatch())
        result.setValue(u"port"_s, {});
    return result;
}

QString ConnectionParameters::toUri(bool withPassword) const
{
    const auto encoded = [](const QString& text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    QString result = u"postgresql://"_s;
    if (!user().isEmpty() || (withPassword && hasPassword())) {
        result += encoded(user());
        if (withPassword && hasPassword())
            result += u':' + encoded(password());
        result += u'@';
    }
    const std::optional<QString> hosts = authority(host(), port());
    result += hosts.value_or(QString());
    if (!databaseName().isEmpty())
        result += u'/' + encoded(databaseName());

    QStringList query;
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
        static const QStringList elsewhere{u"user"_s, u"password"_s, u"dbname"_s};
        const bool isInAuthority = hosts && (it.key() == "host"_L1 || it.key() == "port"_L1);
        const bool isWithheld = !withPassword && it.key() == "sslpassword"_L1;
        if (!elsewhere.contains(it.key()) && !isInAuthority && !isWithheld)
            query << encoded(it.key()) + u'=' + encoded(it.value());
    }
    if (!query.isEmpty())
        result += (databaseName().isEmpty() ? u"/?"_s : u"?"_s) + query.join(u'&');
    return result;
}

void ConnectionParameters::setValue(const QString& keyword, const QString& value)
{
    if (value.isEmpty())
        m_values.remove(keyword);
    else
        m_values.insert(keyword, value);
}

bool ConnectionParameters::isLocal() const
{
    const QString address = value(u"hostaddr"_s);
    const QString hosts = address.isEmpty() ? host() : address;
    if (hosts.isEmpty()) // a service may name any host
        return value(u"service"_s).isEmpty();
    const QStringList all = hosts.split(u',');
    return std::all_of(all.cbegin(), all.cend(), isLoopback);
}

QString ConnectionParameters::displayText() const
{
    QString result = user().isEmpty() ? QString() : user() + u'@';
    const QString service = value(u"service"_s);
    const QString hosts = host().isEmpty() ? value(u"hostaddr"_s) : host();
    if (hosts.isEmpty() && !service.isEmpty()) {
        result += u"service "_s + service;
    } else {
        const QStringList names = hosts.isEmpty() ? QStringList{u"[local]"_s} : hosts.split(u',');
        const QStringList ports = port().split(u',');
        QStringList parts;
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QString one = ports.size() == 1 ? ports.first() : ports.value(i);
            const QString name =
                names.at(i).contains(u':') ? u'[' + names.at(i) + u']' : names.at(i);
            parts << name + u':' + (one.isEmpty() ? u"5432"_s : one);
        }
        result += parts.join(u',');
    }
    if (!databaseName().isEmpty())
        result += u'/' + databaseName();
    return result;
}

} // namespace socrates::core
