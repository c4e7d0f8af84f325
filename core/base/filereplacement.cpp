// SPDX-License-Identifier: MIT
#include "core/base/filereplacement.h"

#include <QDeadlineTimer>
#include <QSaveFile>
#include <QThread>

namespace socrates::core {

namespace {

#ifdef Q_OS_WIN
constexpr int kPatienceMs = 2000;
#else
constexpr int kPatienceMs = 0;
#endif
constexpr int kPauseMs = 20;

} // namespace

bool replaceWhenUnread(const std::function<bool()>& replace)
{
    const QDeadlineTimer patience(kPatienceMs);
    while (!replace()) {
        if (patience.hasExpired())
            return false;
        QThread::msleep(kPauseMs);
    }
    return true;
}

tl::expected<void, QString> replaceFile(const QString& path, const QByteArray& bytes,
                                        std::optional<QFileDevice::Permissions> permissions)
{
    QString reason;
    replaceWhenUnread([&] {
        QSaveFile file(path);
        const bool isReplaced = file.open(QIODevice::WriteOnly) &&
                                (!permissions || file.setPermissions(*permissions)) &&
                                file.write(bytes) == bytes.size() && file.commit();
        reason = isReplaced ? QString() : file.errorString();
        // Nothing else goes away by itself.
        return isReplaced || file.error() != QFileDevice::RenameError;
    });
    if (reason.isEmpty())
        return {};
    return tl::unexpected(reason);
}

} // namespace socrates::core
