// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>

namespace socrates::core {

/// The time of day, injected so that tests can set it. Durations use QElapsedTimer, never this.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const { return QDateTime::currentDateTimeUtc(); }
};

} // namespace socrates::core
