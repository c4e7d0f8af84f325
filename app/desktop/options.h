// SPDX-License-Identifier: MIT
#pragma once

#include "app/shell/startrequest.h"
#include "core/base/result.h"

#include <QStringList>

namespace socrates::ui {

/// Looked for before there is an application, too.
inline constexpr auto kSelfTestOption = "self-test";

/// What the desktop's command line asks for.
struct Options
{
    StartRequest request;
    bool newInstance = false; ///< a window of its own beside one that is open
    QString language;         ///< "el"; empty: as set
    QString screenshot;       ///< file to write the window to, then quit
    bool quitsAfterFirstPaint = false;
    bool testsItself = false;

    /// Handles --help and --version itself (and ends the process). Errors: usage.options.
    static core::Result<Options> parse(const QStringList& arguments);
};

} // namespace socrates::ui
