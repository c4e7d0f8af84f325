// SPDX-License-Identifier: MIT
// libFuzzer's entry; SOCRATES_FUZZ names the target (run.sh).
#include "tests/fuzz/targets.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto target = socrates::test::fuzzTarget(qgetenv("SOCRATES_FUZZ"));
    if (target == nullptr)
        std::abort();
    target(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    return 0;
}
