// SPDX-License-Identifier: MIT
#pragma once

#include <tl/expected.hpp>

#include <QByteArray>
#include <QFileDevice>
#include <QString>

#include <functional>
#include <optional>

namespace socrates::core {

/// Calls `replace` until it returns true. Windows replaces no file that anybody reads at that
/// moment, another of our windows or a virus scanner, so there it is tried for up to two seconds;
/// elsewhere once.
bool replaceWhenUnread(const std::function<bool()>& replace);

/// Writes `bytes` as the whole file: either all of them are there afterwards or what was before.
/// `permissions`: of the file afterwards; none: those it had. The error is the system's reason.
tl::expected<void, QString>
replaceFile(const QString& path, const QByteArray& bytes,
            std::optional<QFileDevice::Permissions> permissions = std::nullopt);

} // namespace socrates::core
