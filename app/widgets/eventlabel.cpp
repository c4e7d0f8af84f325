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

QStringList allEventLabels()
{
    using Event = core::LogEntry::Event;
    QStringList labels;
    for (const Event event :
         {Event::Upgrade, Event::Downgrade, Event::Stamp, Event::Accept, Event::Failure}) {
        for (const QString& direction : {u"upgrade"_s, u"downgrade"_s}) {
            core::LogEntry entry;
            entry.event = event;
            entry.direction = direction;
            labels << eventLabel(entry);
        }
    }
    return labels;
}

} // namespace socrates::ui
