// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

/// What is fuzzed: each reads any bytes, and aborts when a promise of the reader does not hold. The
/// fuzzer calls one of them for ever (run.sh); an ordinary test calls each over the corpus.
namespace socrates::test {

/// Revision files: never both faults and a revision that is not usable.
void fuzzRevision(const QByteArray& bytes);
/// The lexer's tokens are the text; the splitter's statements are in it, in order, and splitting
/// them again changes nothing; both hashes exist.
void fuzzSql(const QByteArray& bytes);
/// What a URI was read as is read again from what is written.
void fuzzUrl(const QByteArray& bytes);
void fuzzEnv(const QByteArray& bytes);

using FuzzTarget = void (*)(const QByteArray&);
/// By the name of its corpus below tests/data/fuzz; null: no such target.
FuzzTarget fuzzTarget(const QByteArray& name);

} // namespace socrates::test
