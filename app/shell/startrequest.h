// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/names.h"
#include "core/postgres/connectionparameters.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace socrates::ui {

class MainWindow;

/// What a start of the program asks the window for.
struct StartRequest
{
    QString projectFolder; ///< empty: none is asked for
    bool demo = false;
    QString profile;
    QMap<core::DatabaseName, core::ConnectionParameters> urls;

    bool asksForConnection() const { return demo || !profile.isEmpty() || !urls.isEmpty(); }

    /// For another process of the same user and nobody else: the URLs keep their passwords.
    QByteArray toBytes() const;
    /// Nothing when the bytes are no request.
    static std::optional<StartRequest> fromBytes(const QByteArray& bytes);
};

/// Connects as asked; false when nothing is asked for. The project must be open.
bool connectAsAsked(MainWindow& window, const StartRequest& request);

/// What a later start asks of the window that is there already: it comes to the front, and opens
/// what is asked for unless a run or a dialog would be disturbed.
void followLaterStart(MainWindow& window, const StartRequest& request);

} // namespace socrates::ui
