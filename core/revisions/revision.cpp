// SPDX-License-Identifier: MIT
#include "core/revisions/revision.h"

#include "core/sql/lexer.h"

namespace socrates::core {

const Section::Hashes& Section::hashes() const
{
    std::call_once(m_hashes->once, [this] {
        m_hashes->exact = core::exactHash(sql);
        m_hashes->meaning = core::meaningHash(sql);
    });
    return *m_hashes;
}

} // namespace socrates::core
