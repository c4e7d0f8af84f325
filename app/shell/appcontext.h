// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/theme.h"
#include "app/widgets/appsettings.h"
#include "core/base/clock.h"
#include "core/credentials/credentialstore.h"
#include "core/postgres/connectionprofile.h"
#include "core/postgres/localserver.h"

#include <memory>

namespace socrates::ui {

/// The settings' theme as the theme room calls it.
ColorScheme schemeOf(AppSettings::Theme theme);

/// What main() builds once and passes on; nothing here is global.
struct AppContext
{
    AppSettings& settings;
    core::ProfileStore& profiles;
    std::shared_ptr<core::CredentialStore> credentials; ///< shared with workers
    std::shared_ptr<core::LocalServer> localServer;     ///< shared with workers
    core::Clock& clock;
    Theme& theme;
};

} // namespace socrates::ui
