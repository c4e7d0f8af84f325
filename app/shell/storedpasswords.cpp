// SPDX-License-Identifier: MIT
#include "app/shell/storedpasswords.h"

namespace socrates::ui {

using core::ConnectionProfile;

StoredPasswords readPasswords(core::CredentialStore& store, const ConnectionProfile& profile)
{
    StoredPasswords passwords;
    for (auto it = profile.databases.begin(); it != profile.databases.end(); ++it) {
        if (!it->hasStoredPassword)
            continue;
        const auto secret =
            store.read(ConnectionProfile::credentialKey(profile.name, it.key()), true);
        if (!secret)
            passwords.error = secret.error();
        else if (*secret)
            passwords.values.insert(it.key(), **secret);
    }
    return passwords;
}

} // namespace socrates::ui
