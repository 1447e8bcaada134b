#!/usr/bin/env python3
"""Gecode, reading the plan as MiniZinc, finds what Rul finds: the same cost, or that there is none.

The model is written from engine/model/rule.hpp apart from planner and referee, so a difference is a
mistake in one of the three: rule.hpp says in which.

    tests/documents/minizinc/minizinc_test.py RUL CASES [TEST...]

RUL is the program, CASES the program minizinc_cases. Without MiniZinc and Gecode (package
minizinc) nothing is tested, and 77 is answered. Seeds are always the same:
`CASES FOLDER 8` writes the cases of a failure to a folder.
"""
import concurrent.futures
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

RUL, CASES = (pathlib.Path(sys.argv.pop(1)).resolve() for _ in range(2))
ROOT = pathlib.Path(__file__).resolve().parents[3]
EACH = 8  # random briefs in which it decides the answer, of each rule kind
LEAST = 120  # of them in all
TIMEOUT = 120  # seconds; a case takes a tenth of one
# All of engine/model/rule.hpp, by the name in the plan file.
KINDS = set(re.findall(r'"([a-z ]+)"', re.search(
    r"names\{(.*?)\};", (ROOT / "engine/model/rule.cpp").read_text(encoding="utf-8"), re.S)[1]))


def minizinc(*words):
    return subprocess.run(["minizinc", "--solver", "gecode", *map(str, words)], check=False,
                          capture_output=True, text=True, encoding="utf-8", timeout=TIMEOUT)


def judged(*files):
    """What Gecode makes of a model: its least cost, or "infeasible"."""
    done = minizinc(*files)
    if "=====UNSATISFIABLE=====" in done.stdout:
        return "infeasible"
    costs = re.findall(r"^cost = (-?\d+)$", done.stdout, re.M)
    if not costs or "==========" not in done.stdout:
        raise AssertionError(f"{files[0]}: no answer\n{done.stdout}{done.stderr}")
    return costs[-1]


def in_parallel(work, items):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(work, items))


def without(model, kind):
    """The model with nothing asked and nothing paid for by rules of this kind."""
    def emptied(block):
        kept = re.findall(r"^int: .*\n", block[0], re.M)
        return "".join(kept) + f"var int: cost_{block[1]} = 0;\n\n"
    return re.sub(rf"^% (\d+)\. [^\n]*: {kind}, (?:[^\n]+\n)*\n", emptied, model, flags=re.M)


class RandomBriefs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = pathlib.Path(temporary.name)
        listed = subprocess.run([CASES, cls.folder, str(EACH)], check=True, text=True,
                                capture_output=True, encoding="utf-8").stdout
        cls.cases = [line.split("\t") for line in listed.splitlines()]

    def model(self, name):
        return self.folder / f"{name}.mzn"

    def calendar(self, name):
        return self.folder / f"{name}.calendar.mzn"

    def test_gecode_finds_the_cost_that_rul_proves_and_no_calendar_where_there_is_none(self):
        found = in_parallel(lambda case: judged(self.model(case[0])), self.cases)
        self.assertEqual([], [f"seed {name}: Rul {cost}, Gecode {gecode}; {kinds}"
                              for (name, cost, kinds), gecode in zip(self.cases, found)
                              if cost != gecode])
        self.assertGreaterEqual(len(found), LEAST)

    def test_gecode_counts_the_points_of_ruls_calendars(self):
        placed = [case for case in self.cases if self.calendar(case[0]).exists()]
        found = in_parallel(lambda case: judged(self.model(case[0]), self.calendar(case[0])), placed)
        self.assertEqual([], [f"seed {name}: Rul {cost}, Gecode {gecode}; {kinds}"
                              for (name, cost, kinds), gecode in zip(placed, found)
                              if cost != gecode])

    def test_every_rule_kind_decides_the_answer_somewhere(self):
        """A kind that no case depends on would be right whatever it meant."""
        for kind in sorted(KINDS):
            with self.subTest(kind):
                using = [case for case in self.cases if kind in case[2].split(",")]
                seeds = next((f"{name} of {len(using)}" for name, cost, _ in using
                              if self.answer_without(name, kind) != cost), None)
                print(f"{kind}: seed {seeds}")
                self.assertIsNotNone(seeds, f"{kind}: {len(using)} cases, and none depends on it")

    def answer_without(self, name, kind):
        model = self.model(name).read_text(encoding="utf-8")
        less = without(model, kind)
        self.assertNotEqual(model, less)
        file = self.folder / "less.mzn"
        file.write_text(less, encoding="utf-8")
        return judged(file)


class Examples(unittest.TestCase):
    """Those that have a calendar; a plan that contradicts itself is not exported at all."""
    SLOW = {"nordjylland-2023-free"}  # to plan, that is

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.examples = sorted(feeds.parents[1].name
                               for feeds in (ROOT / "examples").glob("*/expected/feeds"))
        for example in self.examples:
            shutil.copytree(ROOT / "examples" / example, self.folder / example)

    def rul(self, example, *words):
        return subprocess.run([RUL, *words], cwd=self.folder / example, check=True, text=True,
                              capture_output=True, encoding="utf-8").stdout

    def test_every_example_is_a_model_that_minizinc_compiles(self):
        self.assertGreaterEqual(len(self.examples), 8)

        def compiled(example):
            self.rul(example, "export", "rul.toml", "--to", "mzn", "-o", "plan.mzn")
            return minizinc("-c", self.folder / example / "plan.mzn")
        for example, done in zip(self.examples, in_parallel(compiled, self.examples)):
            self.assertEqual(done.returncode, 0, f"{example}: {done.stderr}")
            self.assertTrue((self.folder / example / "plan.fzn").stat().st_size > 0, example)

    def test_gecode_confirms_what_each_example_costs(self):
        def confirmed(example):
            cost = json.loads(self.rul(example, "plan", "rul.toml", "--json"))["cost"]
            said = self.rul(example, "export", "rul.toml", "--to", "mzn", "-o", "plan.mzn")
            return cost, judged(*(self.folder / example / name for name in said.split()))
        quick = [example for example in self.examples if example not in self.SLOW]
        for example, (cost, gecode) in zip(quick, in_parallel(confirmed, quick)):
            self.assertEqual(gecode, str(cost), example)

    def test_gecode_refuses_a_calendar_that_breaks_a_rule(self):
        example = "aarhus-2015"
        self.rul(example, "plan", "rul.toml")
        self.rul(example, "export", "rul.toml", "--to", "mzn", "-o", "plan.mzn")
        calendar = self.folder / example / "plan.calendar.mzn"
        text = calendar.read_text(encoding="utf-8")
        # A day later, and on a weekday that no slot has.
        day = int(re.search(r"date\[.*?\] = (\d+)", text)[1])
        calendar.write_text(text.replace(f"] = {day} ", f"] = {day + 1} ", 1), encoding="utf-8")
        self.assertEqual(judged(self.folder / example / "plan.mzn", calendar), "infeasible")


def can_judge():
    return shutil.which("minizinc") and minizinc("--version").returncode == 0 \
        and shutil.which("fzn-gecode")


if __name__ == "__main__":
    if not can_judge():
        print("skipped: MiniZinc and Gecode are not here (package minizinc)")
        sys.exit(77)
    unittest.main()
