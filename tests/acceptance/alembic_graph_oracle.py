# SPDX-License-Identifier: MIT
"""Answers, with real Alembic's own code, what it would do on given revision graphs.

Standard input: a JSON list of cases, each
  {"revisions": [{"id", "down": [..], "depends": [..], "labels": [..]}],
   "questions": [{"command": "upgrade|downgrade|stamp", "rows": [..], "target": ".."}]}
Standard output: per case a list of answers, each one of
  {"steps": [[revision, [rows after]], ..]}   {"rows": [..]} (stamp)
  {"error": "text"}                           {"crash": "text"} (an internal error of Alembic)
"""
import json
import sys
import types
import warnings

from alembic.runtime.migration import HeadMaintainer
from alembic.script.base import ScriptDirectory
from alembic.script.revision import Revision, RevisionMap
from alembic.util import CommandError

MODULE = types.SimpleNamespace(upgrade=lambda: None, downgrade=lambda: None)


class Script(Revision):
    module = MODULE
    doc = None


class Rows(HeadMaintainer):
    """The bookkeeping of version rows, without a database."""

    def _insert_version(self, version):
        assert version not in self.heads
        self.heads.add(version)

    def _delete_version(self, version):
        self.heads.remove(version)

    def _update_version(self, from_, to_):
        assert to_ not in self.heads
        self.heads.remove(from_)
        self.heads.add(to_)


def directory(revisions):
    result = ScriptDirectory.__new__(ScriptDirectory)
    result.revision_map = RevisionMap(
        lambda: [
            Script(r["id"], tuple(r["down"]) or None, tuple(r["depends"]) or None, r["labels"])
            for r in revisions
        ]
    )
    return result


def answer(scripts, question):
    rows = tuple(question["rows"])
    target = question["target"]
    maintainer = Rows(None, rows)
    try:
        if question["command"] == "stamp":
            for step in scripts._stamp_revs(target, rows):
                maintainer.update_to_step(step)
            return {"rows": sorted(maintainer.heads)}
        find = scripts._upgrade_revs if question["command"] == "upgrade" else scripts._downgrade_revs
        steps = []
        for step in find(target, rows):
            maintainer.update_to_step(step)
            steps.append([step.revision.revision, sorted(maintainer.heads)])
        return {"steps": steps}
    except CommandError as error:
        return {"error": str(error)}
    except Exception as error:  # assertions and key errors inside Alembic
        return {"crash": repr(error)}


def main():
    warnings.simplefilter("ignore")
    answers = []
    for case in json.load(sys.stdin):
        scripts = directory(case["revisions"])
        answers.append([answer(scripts, question) for question in case["questions"]])
    json.dump(answers, sys.stdout)


main()
