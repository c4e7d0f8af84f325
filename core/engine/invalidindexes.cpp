// SPDX-License-Identifier: MIT
#include "core/engine/invalidindexes.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

PipelineItem invalidIndexesQuery()
{
    return {u"SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = "
            u"i.indexrelid "
            "WHERE NOT i.indisvalid AND c.relkind = 'i' AND NOT EXISTS (SELECT FROM "
            "pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid) ORDER BY 1"_s,
            {}};
}

} // namespace socrates::core
