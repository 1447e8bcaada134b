"""The benches fail, and say why, when a bound exceeds a plan of the same instance."""
import json
import math
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BENCH = Path(__file__).resolve().parents[2] / "bench"
sys.path.insert(0, str(BENCH))
from bounds import Claim, Ledger, contradictions, name_of  # noqa: E402: it lies in bench/


def folder_of(test):
    folder = tempfile.TemporaryDirectory()
    test.addCleanup(folder.cleanup)
    return Path(folder.name)


class Contradictions(unittest.TestCase):
    def test_none_where_every_bound_is_at_most_every_plan(self):
        self.assertEqual(contradictions([Claim("A", 10, 7), Claim("B", 9, 9), Claim("C", None, 8), Claim("D", 12)]), [])

    def test_a_plan_below_the_bound_of_another_is_told_with_both(self):
        self.assertEqual(contradictions([Claim("A", 10, 4), Claim("B", 12, 11)]),
                         ["A: a plan of 10, B: none below 11"])

    def test_a_bound_without_a_plan_counts(self):
        self.assertEqual(contradictions([Claim("A", 10), Claim("B", None, 10.5)]),
                         ["A: a plan of 10, B: none below 10.5"])

    def test_a_solver_may_not_contradict_itself(self):
        self.assertEqual(contradictions([Claim("A", 10, 11)]), ["A: a plan of 10, A: none below 11"])

    def test_that_there_is_no_plan_is_refuted_by_any(self):
        self.assertEqual(contradictions([Claim("A", 10), Claim("B", None, math.inf)]),
                         ["A: a plan of 10, B: none below inf"])

    def test_what_rounding_adds_to_a_bound_is_not_a_lie(self):
        self.assertEqual(contradictions([Claim("A", 10), Claim("B", None, 10.00001)]), [])
        self.assertNotEqual(contradictions([Claim("A", 10), Claim("B", None, 10.001)]), [])


class Kept(unittest.TestCase):
    def setUp(self):
        self.folder = folder_of(self)

    def test_what_an_earlier_run_said_counts(self):
        ledger = Ledger(self.folder / "claims.json")
        self.assertEqual(ledger.add("small", Claim("A", 10, 9)), [])
        ledger.write()
        again = Ledger(self.folder / "claims.json")
        self.assertEqual(again.add("small", Claim("A", 12, 8)), [])
        self.assertEqual(again.add("small", Claim("B", 8, 3)), ["B: a plan of 8, A: none below 9"])
        self.assertEqual(again.add("large", Claim("B", 8, 3)), [])

    def test_another_instance_of_the_same_name_is_another(self):
        file = self.folder / "small.json"
        file.write_text("1")
        before = name_of(file)
        file.write_text("2")
        self.assertNotEqual(before, name_of(file))


class Benches(unittest.TestCase):
    """Each in whole, with a program in the solver's place that says what is told."""

    def setUp(self):
        self.folder = folder_of(self)

    def program(self, *lines):
        file = self.folder / "program"
        file.write_text("#!/bin/sh\ncat <<'END'\n" + "\n".join(lines) + "\nEND\n")
        file.chmod(0o755)
        return file

    def run_bench(self, script, *arguments):
        done = subprocess.run([sys.executable, BENCH / script, *arguments], capture_output=True, text=True, check=False)
        return done.returncode, done.stderr

    def peers(self, *lines):
        (self.folder / "tiny.json").write_text(json.dumps({"M": [1, 2]}))
        (self.folder / "calendar.mzn").write_text("")
        return self.run_bench("compare_peers.py", self.program(*lines), self.folder, self.folder, "--solver", "rul",
                              "--cores", "1", "--seconds", "5", "tiny")

    def test_peers_pass_when_all_fits(self):
        self.assertEqual(self.peers("   0.01 s  best    300  bound    200", "   0.02 s  best    261  bound    261",
                                    "   0.02 s  optimal  cost 261  bound 261"), (0, ""))

    def test_peers_fail_on_a_bound_above_a_plan(self):
        code, said = self.peers("   0.01 s  best    300  bound    310", "   0.02 s  best    300  bound    310",
                                "   0.02 s  optimal  cost 300  bound 300")
        self.assertEqual((code, said), (1, "CONTRADICTION tiny: Rul: a plan of 300, Rul: none below 310\n"))

    def test_peers_fail_on_a_plan_below_a_bound_of_an_earlier_run(self):
        self.assertEqual(self.peers("   0.01 s  best    300  bound    290")[0], 0)
        code, said = self.peers("   0.01 s  best    280  bound    200")
        self.assertEqual((code, said), (1, "CONTRADICTION tiny: Rul: a plan of 280, Rul: none below 290\n"))

    def plans(self, planted, *records):
        size = {"meetings": 1, "persons": 1, "bodies": 1, "rules": 1}
        stages = [{"stage": name, "wall_s": 0.1} for name in ("read", "encode", "judge", "sweeps", "plan")]
        answer = {"status": "feasible", "cost": 50, "bound": 40, "statistics": {"variables": 1, "dual rounds": 1}}
        lines = [size, *stages, {"judged": "valid", "cost": planted, "violations": 0}, *records, answer]
        return self.run_bench("measure_plans.py", self.program(*map(json.dumps, lines)), self.folder, "30")

    def test_plans_pass_when_all_fits(self):
        self.assertEqual(self.plans(60, {"wall_s": 1, "best": 50, "bound": 40}), (0, ""))

    def test_plans_fail_on_a_bound_above_the_planted_calendar(self):
        code, said = self.plans(35)
        self.assertEqual((code, said), (1, "CONTRADICTION 30-1: planted: a plan of 35, Rul: none below 40\n"))

    def test_plans_fail_when_none_is_said_to_exist(self):
        code, said = self.plans(60, {"status": "infeasible", "cost": 0, "bound": 0})
        self.assertEqual((code, said), (1, "CONTRADICTION 30-1: Rul: a plan of 50, Rul: none below inf\n"
                                           "CONTRADICTION 30-1: planted: a plan of 60, Rul: none below inf\n"))

    def test_plans_fail_on_a_bound_that_was_above_the_best_for_a_while(self):
        code, said = self.plans(60, {"wall_s": 1, "best": None, "bound": 51})
        self.assertEqual((code, said), (1, "CONTRADICTION 30-1: Rul: a plan of 50, Rul: none below 51\n"))


if __name__ == "__main__":
    unittest.main()
