// SPDX-License-Identifier: MIT
#include "core/engine/keystream.h"

#include "core/base/texts.h"
#include "core/postgres/networksettings.h"

#include <QtEndian>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// Blocks that are read ahead of each side.
constexpr size_t kBlocksAhead = 16;
/// Rows come one by one; threads that hand over each of them would do nothing else.
constexpr qsizetype kBlockSize = 64 * 1024;
/// How often a wait for the server looks at the cancel token.
constexpr std::chrono::milliseconds kTokenLook{50};
constexpr int kLooksASecond = 20;
/// Without it ten million keys are sorted in dozens of small heaps on disk.
constexpr auto kSortMemory = "64MB"_L1;
constexpr qsizetype kHeaderSize = 19; ///< signature, flags, length of the extension

QList<PipelineItem> beginItems(const Connection& connection, const QString& role)
{
    QList<PipelineItem> items{{u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s, {}},
                              networkSettings(connection)};
    if (!role.isEmpty())
        items << PipelineItem{u"SET LOCAL ROLE "_s + Connection::identifier(role), {}};
    // Rows that a policy hides would look like missing partners: rather an error.
    for (const QString& setting :
         {u"row_security = off"_s, u"work_mem = '%1'"_s.arg(kSortMemory),
          u"search_path = pg_catalog, public"_s, u"DateStyle = 'ISO, YMD'"_s,
          u"IntervalStyle = 'postgres'"_s, u"TimeZone = 'UTC'"_s, u"bytea_output = 'hex'"_s,
          u"extra_float_digits = 3"_s})
        items << PipelineItem{u"SET LOCAL "_s + setting, {}};
    items << PipelineItem{u"SELECT current_setting('server_encoding')"_s, {}}; // and the snapshot
    return items;
}

Error stopped()
{
    return Error{.code = u"stopped.cancelled"_s, .summary = Texts::tr("Stopped.")};
}

} // namespace

/// Blocks on their way from the reading thread to the comparing one.
class KeyStream::Channel
{
public:
    /// Waits for room; false: nobody wants more.
    bool push(QByteArray block)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_blocks.size() < kBlocksAhead || m_isClosed; });
        if (m_isClosed)
            return false;
        m_blocks.push_back(std::move(block));
        m_changed.notify_all();
        return true;
    }
    void finish(Result<void> result)
    {
        const std::lock_guard lock(m_mutex);
        m_result = std::move(result);
        m_changed.notify_all();
    }
    bool isFinished()
    {
        const std::lock_guard lock(m_mutex);
        return m_result.has_value();
    }
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        m_changed.notify_all();
    }
    /// Waits for a block, calling `look` now and then; an empty one is the end.
    Result<QByteArray> pop(const std::function<void()>& look)
    {
        std::unique_lock lock(m_mutex);
        while (!m_changed.wait_for(lock, kTokenLook,
                                   [this] { return !m_blocks.empty() || m_result; })) {
            lock.unlock();
            look();
            lock.lock();
        }
        if (m_blocks.empty()) {
            if (!*m_result)
                return fail(m_result->error());
            return QByteArray();
        }
        QByteArray block = std::move(m_blocks.front());
        m_blocks.pop_front();
        m_changed.notify_all();
        return block;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QByteArray> m_blocks;
    std::optional<Result<void>> m_result;
    bool m_isClosed = false;
};

KeyStream::KeyStream(SessionPtr session, CancelToken token)
    : m_session(std::move(session))
    , m_token(std::move(token))
    , m_channel(std::make_shared<Channel>())
{}

KeyStream::~KeyStream()
{
    m_channel->close();
    // A sort that goes on would be noticed only with its first row.
    if (m_thread.joinable() && !m_channel->isFinished())
        static_cast<void>(m_connection->canceller().cancel());
    if (m_thread.joinable())
        m_thread.join();
}

Result<void> KeyStream::begin(const ReferenceSide& side, KeyOrder order)
{
    m_side = side;
    m_order = order;
    const auto named = [&](Error error) {
        error.database = side.database.text();
        return fail(std::move(error));
    };
    auto connection = Connection::open(m_session->parameters(), 15000, m_token);
    if (!connection)
        return named(connection.error());
    m_connection = std::move(*connection);
    QString encoding;
    const auto begun = m_connection->pipeline(beginItems(*m_connection, m_session->role()),
                                              [&](qsizetype, const Rows& rows) -> Result<void> {
                                                  if (!rows.isEmpty())
                                                      encoding = rows.at(0, 0);
                                                  return {};
                                              });
    if (!begun)
        return named(begun.error().error);
    const QString sql = keyCopySql(side.schema, side.table, side.column, order, encoding);
    m_thread = std::thread([this, sql] { m_channel->finish(readAll(sql)); });
    return {};
}

/// On the reading thread.
Result<void> KeyStream::readAll(const QString& sql)
{
    QByteArray block;
    const auto handOver = [&]() -> Result<void> {
        if (m_token.isCancelled() || !m_channel->push(std::exchange(block, {})))
            return fail(stopped());
        block.reserve(kBlockSize + 1024);
        return {};
    };
    const auto copied =
        m_connection->copyOut(sql, [&](const char* bytes, qsizetype size) -> Result<void> {
            block.append(bytes, size);
            return block.size() < kBlockSize ? Result<void>() : handOver();
        });
    if (!copied)
        return fail(m_token.isCancelled() ? stopped() : copied.error());
    if (!block.isEmpty()) {
        if (auto done = handOver(); !done)
            return done;
    }
    static_cast<void>(m_connection->query(u"COMMIT"_s));
    return {};
}

/// A sort, or somebody's lock, can keep the server from answering for long.
void KeyStream::cancelIfAsked()
{
    // Again once a second: the first may come before the statement does.
    if (m_token.isCancelled() && m_looksWhileCancelled++ % kLooksASecond == 0)
        static_cast<void>(m_connection->canceller().cancel());
}

/// Whether so many bytes can be read on from m_at; takes in the next block where they cannot.
Result<bool> KeyStream::has(qsizetype bytes)
{
    while (m_block.size() - m_at < bytes) {
        auto block = m_channel->pop([this] { cancelIfAsked(); });
        if (!block) {
            block.error().database = m_side.database.text();
            return fail(block.error());
        }
        if (block->isEmpty())
            return false;
        m_tookBlock = true;
        m_block = m_at == m_block.size() ? std::move(*block) : m_block.sliced(m_at) + *block;
        m_at = 0;
    }
    return true;
}

/// One row of COPY's binary format: the number of fields, then the length and bytes of each.
Result<bool> KeyStream::readRow()
{
    if (!m_hasHeader) {
        if (const auto there = has(kHeaderSize); !there || !*there)
            return there;
        const auto extension = qFromBigEndian<quint32>(m_block.constData() + m_at + 15);
        m_at += kHeaderSize;
        if (const auto there = has(extension); !there || !*there)
            return there;
        m_at += extension;
        m_hasHeader = true;
    }
    if (const auto there = has(2); !there || !*there)
        return there;
    const auto fields = qFromBigEndian<qint16>(m_block.constData() + m_at);
    if (fields < 0) {
        m_hasEnd = true;
        return false;
    }
    if (const auto there = has(6); !there || !*there)
        return there;
    const auto length = qFromBigEndian<qint32>(m_block.constData() + m_at + 2);
    if (const auto there = has(6 + qsizetype(length)); !there || !*there)
        return there;
    m_key = QByteArrayView(m_block).sliced(m_at + 6, length);
    m_at += 6 + length;
    return true;
}

Result<bool> KeyStream::next()
{
    if (m_hasEnd)
        return false;
    m_before.assign(m_key.data(), size_t(m_key.size()));
    const bool hasBefore = m_rows > 0;
    const auto there = readRow();
    if (!there)
        return there;
    if (!*there) {
        if (m_hasEnd)
            return false;
        return fail(Error{.code = u"internal.copy"_s,
                          .summary = Texts::tr("The server's COPY ended in the middle."),
                          .database = m_side.database.text()});
    }
    ++m_rows;
    if (hasBefore &&
        compareKeys(m_order, QByteArrayView(m_before.data(), qsizetype(m_before.size())), m_key) >
            0) {
        return fail(Error{
            .code = u"internal.key_order"_s,
            .summary =
                Texts::tr("The server sends %1 in another order than expected, so nothing can be "
                          "said about its partners.")
                    .arg(m_side.text()),
            .database = m_side.database.text()});
    }
    return true;
}

namespace {

void addOrphan(Orphans& orphans, QByteArray& last, KeyOrder order, QByteArrayView key)
{
    const bool isNew = orphans.rows == 0 || compareKeys(order, last, key) != 0;
    ++orphans.rows;
    if (!isNew)
        return;
    ++orphans.keys;
    last = key.toByteArray();
    if (orphans.sample.size() < Orphans::kSampleSize)
        orphans.sample << keyText(order, key);
}

} // namespace

Result<Orphans> findOrphans(KeyStream& from, KeyStream& to, KeyOrder order,
                            const std::function<void()>& progressed)
{
    Orphans orphans;
    QByteArray last;
    bool hasTo = true;
    bool isFirst = true;
    while (true) {
        const auto hasFrom = from.next();
        if (!hasFrom)
            return fail(hasFrom.error());
        if (!*hasFrom)
            break;
        const auto isBehind = [&] { return compareKeys(order, to.key(), from.key()) < 0; };
        while (hasTo && (isFirst || isBehind())) {
            isFirst = false;
            const auto there = to.next();
            if (!there)
                return fail(there.error());
            hasTo = *there;
        }
        if (!hasTo || compareKeys(order, to.key(), from.key()) != 0)
            addOrphan(orphans, last, order, from.key());
        if (from.tookBlock() || to.tookBlock())
            progressed();
    }
    progressed();
    return orphans;
}

} // namespace socrates::core
