// SPDX-License-Identifier: MIT
#pragma once

#include "app/shell/startrequest.h"
#include "core/base/result.h"

#include <QStringList>

namespace socrates::ui {

/// What the desktop's command line asks for.
struct Options
{
    StartRequest request;
    bool newInstance = false; ///< a window of its own beside one that is open
    QString language;         ///< "el"; empty: as set
    QString screenshot;       ///< file to write the window to, then quit
    bool quitsAfterFirstPaint = false;

    /// Handles --help and --version itself (and ends the process). Errors: usage.options.
    static core::Result<Options> parse(const QStringList& arguments);
};

/// The folder to open when none is given: the current one or ./migrations when it holds
/// socrates.json, else the one that came with the program; empty when there is none.
QString usualProjectFolder();

} // namespace socrates::ui
