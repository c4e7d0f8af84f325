// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QMutex>

#include <functional>
#include <optional>

namespace socrates::core {

/// Where passwords are kept. Calls block (a keyring may ask its user to unlock it): never on the
/// GUI thread. Errors: credentials.locked, credentials.unavailable, credentials.failed.
class CredentialStore
{
public:
    virtual ~CredentialStore() = default;
    /// Nothing when there is no such entry. `expected`: an entry was stored before, so "not found"
    /// from a locked keyring must be reported as credentials.locked.
    virtual Result<std::optional<QString>> read(const QString& key, bool expected) = 0;
    virtual Result<void> write(const QString& key, const QString& secret) = 0;
    virtual Result<void> remove(const QString& key) = 0;
};

/// The system's keychain through QtKeychain: Secret Service, KWallet, Windows Credential Manager,
/// macOS Keychain. Never falls back to plain text. The calling thread needs no event loop and may
/// be any: QtKeychain works on a thread of its own, and a call gives up after a minute
/// (credentials.unavailable). Keys get the program's prefix, since Windows goes by the key alone.
class KeychainCredentialStore final : public CredentialStore
{
public:
    Result<std::optional<QString>> read(const QString& key, bool expected) override;
    Result<void> write(const QString& key, const QString& secret) override;
    Result<void> remove(const QString& key) override;
};

/// Until the program ends: for tests, and where no keychain is to be had.
class MemoryCredentialStore final : public CredentialStore
{
public:
    Result<std::optional<QString>> read(const QString& key, bool expected) override;
    Result<void> write(const QString& key, const QString& secret) override;
    Result<void> remove(const QString& key) override;

private:
    QMutex m_mutex;
    QMap<QString, QString> m_secrets;
};

} // namespace socrates::core
