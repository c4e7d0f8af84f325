// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/base/names.h"
#include "core/credentials/credentialstore.h"
#include "core/postgres/connectionprofile.h"

#include <QMap>

#include <optional>

namespace socrates::ui {

/// What the keychain gave for a profile.
struct StoredPasswords
{
    QMap<core::DatabaseName, QString> values;
    std::optional<core::Error> error;
};

/// Blocks: a keyring may ask its user.
StoredPasswords readPasswords(core::CredentialStore& store, const core::ConnectionProfile& profile);

} // namespace socrates::ui
