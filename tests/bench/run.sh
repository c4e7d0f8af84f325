#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Builds the release and measures it: bash tests/bench/run.sh [OPTIONS OF bench.py]
# dbmate is measured too when it is on PATH.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
bash "$root/installer/setup.sh" packages build run test bench
bash "$root/installer/setup.sh" build
exec python3 "$root/tests/bench/bench.py" --build "$root/build" "$@"
