// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"

#include <memory>

namespace socrates::core {

/// Cancels on their way to the server, each in a thread of its own: PQcancel opens a connection and
/// blocks in a broken network. One that is still on its way when what it was for has ended would
/// hit the next statement: the server signals twice (to the process and to its group), and an
/// answer may overtake the second. To be used from any thread.
class CancelsUnderWay
{
public:
    CancelsUnderWay();

    void send(const StatementCanceller& canceller);
    /// Until all have got through. One that has not in 5 s will not: the network is broken.
    void await();

private:
    struct Count;
    std::shared_ptr<Count> m_count; ///< the threads may outlive this object
};

} // namespace socrates::core
