#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Takes one safeguard away at a time and sees that a case of the campaign notices.

    cmake --build BUILD --target socrates-migrate-mutants
    mutants.py --build BUILD
"""

import argparse
import sys

from broken import Broken
from campaign import Benches, run_case


def lost_commit(bench):
    points = [point for point, label in bench.trace("upgrade")
              if point.startswith("people:B") and label == "CommandComplete COMMIT"]
    return "upgrade/reset/" + points[0]


def killed_in_step(bench):
    points = [point for point, label in bench.trace("upgrade")
              if label.startswith("Parse CREATE INDEX CONCURRENTLY")]
    return "upgrade/kill/" + points[0]


MUTANTS = {
    "advisory-lock": "race/second_in_step/-",
    "version-assertion": "race/overtaken/-",
    "one-row": "race/vanishing_row/-",
    "token-lookup": lost_commit,
    "own-settings": "race/misleading_defaults/-",
    "table-lock": "race/plain_alembic/-",
    "rows-again": "race/overtaken_without_transaction/-",
    "judge-before-commit": "race/vanishing_row/-",
    "resume-point": killed_in_step,
    "fresh-look": "race/undisturbed/-",
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True)
    benches = Benches(parser.parse_args().build + "/tests", "socrates-migrate-mutants")
    bench = benches.bench()
    missed = 0

    def verdict(case):
        try:
            run_case(benches, case)
            return None
        except Broken as error:
            return str(error)

    try:
        print(f"{'safeguard off':<22}{'case':<42}verdict")
        for name, case in MUTANTS.items():
            case = case if isinstance(case, str) else case(bench)
            sound = verdict(case)  # with all safeguards on the same case is good
            bench.environment["SOCRATES_FAULT_MUTANT"] = name
            found = verdict(case)
            del bench.environment["SOCRATES_FAULT_MUTANT"]
            is_caught = found is not None and sound is None
            missed += not is_caught
            text = ("caught: " + found if is_caught else
                    "MISSED" if sound is None else "the case fails with every safeguard on: " + sound)
            print(f"{name:<22}{case:<42}{' '.join(text.split())[:110]}", flush=True)
        print(f"{len(MUTANTS)} mutants, {len(MUTANTS) - missed} caught")
        return 1 if missed else 0
    finally:
        benches.close()


if __name__ == "__main__":
    sys.exit(main())
