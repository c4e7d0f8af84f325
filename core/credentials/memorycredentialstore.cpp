// SPDX-License-Identifier: MIT
#include "core/credentials/credentialstore.h"

#include <QMutexLocker>

namespace socrates::core {

Result<std::optional<QString>> MemoryCredentialStore::read(const QString& key, bool)
{
    const QMutexLocker locker(&m_mutex);
    const auto found = m_secrets.constFind(key);
    return found == m_secrets.cend() ? std::optional<QString>() : std::optional<QString>(*found);
}

Result<void> MemoryCredentialStore::write(const QString& key, const QString& secret)
{
    const QMutexLocker locker(&m_mutex);
    m_secrets.insert(key, secret);
    return {};
}

Result<void> MemoryCredentialStore::remove(const QString& key)
{
    const QMutexLocker locker(&m_mutex);
    m_secrets.remove(key);
    return {};
}

} // namespace socrates::core
