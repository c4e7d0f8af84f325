#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures how long socrates-admin takes from its start to its first painted window, beside a
window of Qt with nothing in it. Rounds are interleaved and turn about; the first is not counted,
since it warms every cache. Nothing is asserted."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time


def seconds(command, environment, folder):
    begin = time.perf_counter()
    with subprocess.Popen(command, env=environment, cwd=folder, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as process:
        line = process.stdout.readline()
        taken = time.perf_counter() - begin
        if process.wait(timeout=60) != 0 or line != b"painted\n":
            sys.exit(f"{command[0]} did not say that it painted")
    return taken


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", default="build", help="folder of the build")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--platform", default="offscreen", help="QT_QPA_PLATFORM of both")
    options = parser.parse_args()
    build = os.path.abspath(options.build)
    programs = {
        "bare window": [os.path.join(build, "tests", "barewindow")],
        "socrates-admin": [os.path.join(build, "socrates-admin"), "--new-instance",
                           "--quit-after-first-paint"],
    }
    for command in programs.values():
        if not os.access(command[0], os.X_OK):
            sys.exit(f"{command[0]} is not built: cmake --build {options.build} "
                     "--target barewindow socrates-admin")
    taken = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as home:
        # Settings of nobody, so that nothing is restored or reconnected.
        environment = dict(os.environ, QT_QPA_PLATFORM=options.platform, XDG_CONFIG_HOME=home,
                           XDG_DATA_HOME=home, XDG_RUNTIME_DIR=home)
        for round_number in range(options.rounds + 1):
            names = list(programs)
            if round_number % 2:
                names.reverse()
            for name in names:
                measured = seconds(programs[name], environment, home)
                if round_number > 0:
                    taken[name].append(measured)
    for name, values in taken.items():
        print(f"{name:16} median {statistics.median(values) * 1000:6.0f} ms, "
              f"fastest {min(values) * 1000:6.0f} ms")
    bare, ours = taken.values()
    print(f"ratio of medians {statistics.median(ours) / statistics.median(bare):.2f}, "
          f"of the fastest {min(ours) / min(bare):.2f}")


if __name__ == "__main__":
    main()
