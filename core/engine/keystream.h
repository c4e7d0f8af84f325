// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/keyorder.h"
#include "core/engine/references.h"

#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace socrates::core {

/// The keys of one column in their order, one at a time, read ahead by a thread of its own that
/// waits when a few blocks are ready. The connection is its own too, in one read-only transaction.
class KeyStream
{
public:
    KeyStream(SessionPtr session, CancelToken token);
    /// Ends the statement when it still runs.
    ~KeyStream();
    KeyStream(const KeyStream&) = delete;
    KeyStream& operator=(const KeyStream&) = delete;

    /// Connects, takes the snapshot and starts to read. Errors: as Connection::open and query.
    Result<void> begin(const ReferenceSide& side, KeyOrder order);

    /// The next key, valid until the call after; false at the end. Errors: as
    /// Connection::copyOut; internal.key_order when the server's order is not ours.
    Result<bool> next();
    QByteArrayView key() const { return m_key; }
    qint64 rows() const { return m_rows; }
    /// True once for every block that came since.
    bool tookBlock() { return std::exchange(m_tookBlock, false); }

private:
    Result<void> readAll(const QString& sql);
    void cancelIfAsked();
    Result<bool> has(qsizetype bytes);
    Result<bool> readRow();

    class Channel;
    SessionPtr m_session;
    CancelToken m_token;
    std::unique_ptr<Connection> m_connection;
    std::shared_ptr<Channel> m_channel;
    std::thread m_thread;
    ReferenceSide m_side;
    KeyOrder m_order = KeyOrder::Text;
    QByteArray m_block;
    qsizetype m_at = 0;
    QByteArrayView m_key;
    std::string m_before; ///< the key before, to see that the order holds
    qint64 m_rows = 0;
    bool m_hasHeader = false;
    int m_looksWhileCancelled = 0;
    bool m_hasEnd = false;
    bool m_tookBlock = false;
};

/// Walks both streams once. `progressed` is called now and then, and at the end.
Result<Orphans> findOrphans(KeyStream& from, KeyStream& to, KeyOrder order,
                            const std::function<void()>& progressed);

} // namespace socrates::core
