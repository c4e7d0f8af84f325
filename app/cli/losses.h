// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/migration.h"
#include "core/engine/lossforecast.h"

#include <QJsonArray>

namespace socrates::cli {

/// What the plan's downgrades would delete now.
QList<core::LossForecast> forecastOf(const Request& request, const Databases& databases,
                                     const core::Plan& plan);

/// A sentence for each database, then what stands on what goes.
QString lossesText(const QList<core::LossForecast>& forecasts);
QJsonArray lossesJson(const QList<core::LossForecast>& forecasts);

/// Writes the rows to --csv-dir, where that is given; the files are told, and put into `document`.
core::Result<void> exportWanted(Request& request, const Databases& databases,
                                const QList<core::LossForecast>& forecasts, QJsonObject& document);

} // namespace socrates::cli
