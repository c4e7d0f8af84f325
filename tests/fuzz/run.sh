#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
#   run.sh [SECONDS] [TARGET...]
#
# Fuzzes each target (revision, sql, url, env) for SECONDS with libFuzzer, AddressSanitizer and
# UndefinedBehaviorSanitizer. Needs clang and libclang-rt-14-dev. What it finds is left in
# build-fuzz/found; add it to tests/data/fuzz when the fault is mended.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-60}
shift || true
[ $# -gt 0 ] || set -- revision sql url env
build=${SOCRATES_FUZZ_BUILD:-build-fuzz}
cmake -S tests/fuzz -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_COMPILER=clang++ >/dev/null
cmake --build "$build"
mkdir -p "$build/found"
for target in "$@"; do
    mkdir -p "$build/corpus/$target"
    # The program's own revisions are a corpus too.
    seeds=("tests/data/fuzz/$target")
    [ "$target" != revision ] || seeds+=(migrations/socrates_auth migrations/socrates_specs)
    SOCRATES_FUZZ=$target "$build/socrates-fuzz" -max_total_time="$seconds" -max_len=4096 -print_final_stats=1 \
        -artifact_prefix="$build/found/$target-" "$build/corpus/$target" "${seeds[@]}"
done
