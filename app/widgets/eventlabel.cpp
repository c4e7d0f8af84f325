// SPDX-License-Identifier: MIT
#include "app/widgets/eventlabel.h"

#include "app/theme/texts.h"

namespace socrates::ui {

using namespace Qt::StringLiterals;

QString eventLabel(const core::LogEntry& entry)
{
    switch (entry.event) {
    case core::LogEntry::Event::Upgrade:
        return tr("Upgraded");
    case core::LogEntry::Event::Downgrade:
        return tr("Downgraded");
    case core::LogEntry::Event::Stamp:
        return tr("Stamped");
    case core::LogEntry::Event::Accept:
        return tr("Accepted");
    case core::LogEntry::Event::Failure:
        return entry.direction == "downgrade"_L1 ? tr("Downgrade failed") : tr("Upgrade failed");
    }
    return {};
}

} // namespace socrates::ui
