// SPDX-License-Identifier: MIT
#include "core/schema/attribution.h"

#include "core/base/texts.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

QString ObjectOrigin::text() const
{
    QStringList parts{Texts::tr("introduced by %1").arg(introduced.text())};
    if (!changed.isEmpty())
        parts << Texts::tr("changed by %1").arg(idTexts(changed).join(u", "_s));
    if (!dropped.isEmpty())
        parts << Texts::tr("dropped by %1").arg(dropped.text());
    return parts.join(u", "_s);
}

Attribution::Attribution(const SchemaHistory& history)
{
    const Schema empty;
    const Schema* before = &empty;
    for (const SchemaAtRevision& step : history.steps) {
        take(step.revision->id, *before, step.schema);
        before = &step.schema;
    }
}

void Attribution::take(const RevisionId& revision, const Schema& before, const Schema& after)
{
    // What is gone first: a sequence given to another column is gone and there again.
    for (auto it = before.objects().cbegin(); it != before.objects().cend(); ++it) {
        if (after.find(it.key()) == nullptr)
            m_origins[identityOf(*it)].dropped = revision;
    }
    for (auto it = after.objects().cbegin(); it != after.objects().cend(); ++it) {
        const Schema::Key key = identityOf(*it);
        const SchemaObject* old = before.find(it.key());
        if (old != nullptr) {
            if (old->definition != it->definition)
                m_origins[key].changed << revision;
            continue;
        }
        ObjectOrigin& origin = m_origins[key];
        if (!origin.introduced.isEmpty() && origin.dropped == revision) {
            origin.dropped = {};
            origin.changed << revision;
        } else {
            origin = ObjectOrigin{revision, {}, {}};
        }
    }
}

const ObjectOrigin* Attribution::find(const Schema::Key& key) const
{
    const auto found = m_origins.constFind(
        identityOf(SchemaObject{key.kind, key.schema, key.table, key.name, {}, {}, 0}));
    return found == m_origins.cend() ? nullptr : &*found;
}

QString Attribution::text(const Schema::Key& key) const
{
    const ObjectOrigin* origin = find(key);
    return origin == nullptr ? Texts::tr("by no revision") : origin->text();
}

} // namespace socrates::core
