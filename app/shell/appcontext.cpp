// SPDX-License-Identifier: MIT
#include "app/shell/appcontext.h"

namespace socrates::ui {

ColorScheme schemeOf(AppSettings::Theme theme)
{
    switch (theme) {
    case AppSettings::Theme::Light:
        return ColorScheme::Light;
    case AppSettings::Theme::Dark:
        return ColorScheme::Dark;
    case AppSettings::Theme::System:
        break;
    }
    return ColorScheme::System;
}

} // namespace socrates::ui
