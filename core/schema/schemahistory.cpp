// SPDX-License-Identifier: MIT
#include "core/schema/schemahistory.h"

#include <algorithm>

namespace socrates::core {

const Schema* SchemaHistory::at(const QList<RevisionId>& rows) const
{
    static const Schema empty;
    if (rows.isEmpty())
        return &empty;
    for (const QList<SchemaAtRevision>* list : {&steps, &alone}) {
        for (const SchemaAtRevision& step : *list) {
            if (std::is_permutation(step.rows.begin(), step.rows.end(), rows.begin(), rows.end()))
                return &step.schema;
        }
    }
    return nullptr;
}

} // namespace socrates::core
