// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/names.h"
#include "core/base/result.h"
#include "core/postgres/connectionparameters.h"

#include <QStringList>

namespace socrates::ui {

/// What the desktop's command line asks for.
struct Options
{
    QString projectFolder; ///< empty: the usual places
    bool demo = false;
    QString profile;
    QMap<core::DatabaseName, core::ConnectionParameters> urls;
    QString language;   ///< "el"; empty: as set
    QString screenshot; ///< file to write the window to, then quit

    /// Handles --help and --version itself (and ends the process). Errors: usage.options.
    static core::Result<Options> parse(const QStringList& arguments);
};

/// The folder to open when none is given: the current one or ./migrations when it holds
/// socrates.json, else the one that came with the program; empty when there is none.
QString usualProjectFolder();

} // namespace socrates::ui
