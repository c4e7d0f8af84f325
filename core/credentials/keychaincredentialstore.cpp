// SPDX-License-Identifier: MIT
#include "core/credentials/credentialstore.h"

#include "core/base/texts.h"

#include <QSemaphore>
#include <QThread>

#include <qt6keychain/keychain.h>

#include <memory>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int timeoutMs = 60000; // a person may have to unlock the keyring meanwhile

QString serviceName()
{
    return u"Socrates Admin"_s;
}

QString prefixed(const QString& key)
{
    const QString prefix = u"socrates-admin/"_s;
    return key.startsWith(prefix) ? key : prefix + key;
}

struct Outcome
{
    bool isTimedOut = false;
    QKeychain::Error error = QKeychain::NoError;
    QString text;
    QString secret;
};

/// The one thread on which QtKeychain works. Its queue of jobs, and libsecret's proxies, belong to
/// the thread that used them first; a second thread would wait for ever. It ends with the process:
/// stopping it could mean waiting for a keyring's prompt.
QObject* keychainThread()
{
    static QObject* const context = [] {
        auto* thread = new QThread;
        thread->setObjectName(u"keychain"_s);
        auto* object = new QObject;
        object->moveToThread(thread);
        thread->start();
        return object;
    }();
    return context;
}

/// Runs a job to its end: QtKeychain answers through an event loop, and a nested one on the
/// caller's thread would let anything happen in between.
template <class Job, class Prepare>
Outcome runJob(const QString& key, const Prepare& prepare)
{
    struct Shared
    {
        QSemaphore done;
        Outcome outcome;
    };
    // A job that is given up lives on until the keyring answers, and so does what it writes to.
    const auto shared = std::make_shared<Shared>();
    QObject* const context = keychainThread();
    QMetaObject::invokeMethod(context, [=] {
        auto* job = new Job(serviceName()); // deletes itself when it is finished
        job->setInsecureFallback(false);
        job->setKey(prefixed(key));
        prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, context, [shared, job](QKeychain::Job*) {
            shared->outcome.error = job->error();
            shared->outcome.text = job->errorString();
            if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>)
                shared->outcome.secret = job->textData();
            shared->done.release();
        });
        job->start();
    });
    if (!shared->done.tryAcquire(1, timeoutMs))
        return Outcome{.isTimedOut = true};
    return shared->outcome;
}

Error lockedError(const QString& detail)
{
    return Error{
        .code = u"credentials.locked"_s,
        .summary = Texts::tr("The keyring is locked."),
        .detail = detail,
        .hint = Texts::tr(
            "Unlock it (it opens with the desktop's sign-in, or in its own program), or type the "
            "password for this time.")};
}

Error errorOf(const Outcome& outcome)
{
    const QString unavailableHint =
        Texts::tr("The password is kept until the program ends. To keep it longer, start a keyring "
                  "(GNOME Keyring or KWallet, with libsecret).");
    if (outcome.isTimedOut)
        return Error{.code = u"credentials.unavailable"_s,
                     .summary = Texts::tr("The keychain gave no answer within a minute."),
                     .hint = unavailableHint};
    switch (outcome.error) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return lockedError(outcome.text);
    case QKeychain::CouldNotDeleteEntry:
        return Error{.code = u"credentials.failed"_s,
                     .summary = Texts::tr("The keychain did not remove the entry."),
                     .detail = outcome.text};
    default:
        return Error{.code = u"credentials.unavailable"_s,
                     .summary = Texts::tr("No keychain is available."),
                     .detail = outcome.text,
                     .hint = unavailableHint};
    }
}

} // namespace

Result<std::optional<QString>> KeychainCredentialStore::read(const QString& key, bool expected)
{
    const Outcome outcome = runJob<QKeychain::ReadPasswordJob>(key, [](auto&) {});
    if (outcome.error == QKeychain::NoError && !outcome.isTimedOut)
        return std::optional<QString>(outcome.secret);
    if (outcome.error != QKeychain::EntryNotFound || outcome.isTimedOut)
        return fail(errorOf(outcome));
    if (!expected)
        return std::optional<QString>();
    // The Secret Service answers "not found" for what a locked keyring holds.
    return fail(lockedError(Texts::tr(
        "A password was stored and is not to be found now: the keyring is locked, or the entry "
        "was deleted in another program.")));
}

Result<void> KeychainCredentialStore::write(const QString& key, const QString& secret)
{
    const Outcome outcome = runJob<QKeychain::WritePasswordJob>(
        key, [secret](QKeychain::WritePasswordJob& job) { job.setTextData(secret); });
    if (outcome.error != QKeychain::NoError || outcome.isTimedOut)
        return fail(errorOf(outcome));
    return {};
}

Result<void> KeychainCredentialStore::remove(const QString& key)
{
    const Outcome outcome = runJob<QKeychain::DeletePasswordJob>(key, [](auto&) {});
    const bool isGone =
        outcome.error == QKeychain::NoError || outcome.error == QKeychain::EntryNotFound;
    if (!isGone || outcome.isTimedOut)
        return fail(errorOf(outcome));
    return {};
}

} // namespace socrates::core
