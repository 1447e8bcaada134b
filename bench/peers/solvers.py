"""Rul and its peers: what each needs, and how it is run on one instance of the annual calendar.

A solver has `missing()`, a sentence when it cannot run here, and `run(instance, seconds)`, a Trace.
What turns the model into the solver's own form (MiniZinc's flattening, for instance) is done
beforehand and not counted.
"""
import json
import re
import shutil
import subprocess
from pathlib import Path

from linear import write_lp
from solver_trace import Trace, follow

HERE = Path(__file__).resolve().parent


class Solver:
    name = ""
    threads = 1
    needs = ()

    def __init__(self, setting):
        self.setting = setting

    def missing(self):
        return next((f"{program} is not installed" for program in self.needs if not shutil.which(program)), "")

    def prepared(self, instance, name, make):
        """A file made once for each instance."""
        target = self.setting.folder / f"{instance.stem}.{name}"
        if not target.exists():
            make(target)
        return target

    def flatten(self, instance, name, *options):
        def make(target):
            done = subprocess.run(["minizinc", "-c", *options, "--no-output-ozn", "--fzn", str(target),
                                   str(instance.parent / "calendar.mzn"), str(instance.with_suffix(".dzn"))],
                                  capture_output=True, text=True, check=False)
            if done.returncode != 0:
                target.unlink(missing_ok=True)
                raise RuntimeError(f"minizinc answered {done.returncode}: {done.stderr.strip()[:300]}")
        return self.prepared(instance, name, make)

    def run(self, instance, seconds):
        trace = Trace()
        command = self.command(instance, seconds)
        said = []

        def on_line(at, line):
            said.append(line)
            self.read(trace, at, line)
        code, trace.memory_mb = follow(command, seconds, self.setting.cores, on_line, self.setting.folder)
        if code not in (0, -9):
            trace.note = f"answered {code}: {' '.join(said[-2:])[:120]}"
        # A bound may be printed a rounding below the cost that it proves.
        if trace.proved and trace.best() is not None:
            trace.bound = max(trace.bound or 0, trace.best())
        return trace

    def found(self, trace, at, cost):
        if trace.best() is None or cost < trace.best():
            trace.found.append((at, cost))


class Rul(Solver):
    name = "Rul"

    def missing(self):
        return "" if self.setting.calendar_bench.exists() else "not built"

    def command(self, instance, seconds):
        return [str(self.setting.calendar_bench), str(instance), "whole", str(seconds)]

    def read(self, trace, at, line):
        """It says itself when it knew what: what it prints to a pipe comes late."""
        if match := re.match(r" *([\d.]+) s +best +(\d+|-) +bound +(-?\d+)", line):
            if match[2] != "-":
                self.found(trace, float(match[1]), int(match[2]))
            trace.bound = max(trace.bound or 0, int(match[3]))
        elif match := re.match(r" *[\d.]+ s +(optimal|not proved) ", line):
            trace.proved = match[1] == "optimal"


class Gecode(Solver):
    name = "Gecode"
    threads = 2
    needs = ("minizinc",)

    def command(self, instance, seconds):
        flat = self.flatten(instance, "gecode.fzn", "--solver", "gecode")
        return ["minizinc", "--solver", "gecode", "-a", "-p", str(self.threads), "--time-limit", str(int(seconds * 1000)), str(flat)]

    def read(self, trace, at, line):
        if match := re.match(r"obj *= *(\d+)", line):
            self.found(trace, at, int(match[1]))
        elif line.startswith("==========") or "UNSATISFIABLE" in line:
            trace.proved = True


class Linear(Solver):
    """Through an LP file of MiniZinc's linear model."""

    def model(self, instance):
        flat = self.flatten(instance, "linear.fzn", "-G", "linear")
        return self.prepared(instance, "lp", lambda target: write_lp(flat, target))


class CoinBC(Linear):
    name = "COIN-BC"
    threads = 2
    needs = ("minizinc", "cbc")

    def command(self, instance, seconds):
        return ["cbc", str(self.model(instance)), "-threads", str(self.threads), "-timeMode", "elapsed", "-sec", str(seconds), "-log", "1", "-solve", "-quit"]

    def read(self, trace, at, line):
        if match := re.search(r"Integer solution of (-?[\d.e+]+)|^Cbc0038I Solution found of (-?[\d.e+]+)|^Objective value: +(-?[\d.e+]+)", line):
            cost = float(next(filter(None, match.groups())))
            self.found(trace, at, round(cost))
        if match := re.search(r"best possible (-?[\d.e+]+)|Continuous objective value is (-?[\d.e+]+)|^Lower bound: +(-?[\d.e+]+)", line):
            trace.bound = max(trace.bound or 0, float(next(filter(None, match.groups()))))
        if line.startswith("Result - Optimal solution found"):
            trace.proved = True


class Npm(Solver):
    package = ""
    needs = ("minizinc", "node")

    def missing(self):
        lacking = super().missing()
        if lacking or (self.setting.folder / "node_modules" / self.package).is_dir():
            return lacking
        return f"npm's {self.package} is not installed"

    def script(self, source):
        """Beside node_modules, where node looks for them."""
        target = self.setting.folder / source.name
        shutil.copyfile(source, target)
        return target


class Highs(Npm, Linear):
    name = "HiGHS (WebAssembly)"
    package = "highs"

    def command(self, instance, seconds):
        return ["node", str(self.script(HERE / "highs.mjs")), str(self.model(instance)), str(seconds)]

    def read(self, trace, at, line):
        word, _, value = line.partition(" ")
        if word == "found":
            self.found(trace, at, int(value))
        elif word == "bound":
            trace.bound = max(trace.bound or 0, float(value))
        elif word == "status":
            trace.proved = value == "optimal"


class CpSat(Npm):
    """By the bridge and the redefinitions that lie beside the instances."""
    name = "CP-SAT (WebAssembly)"
    package = "or-tools-wasm"

    def beside(self):
        return self.setting.instances.parent / "peers"

    def missing(self):
        bridge = self.beside() / "fzn-cpsat-wasm.mjs"
        return super().missing() or ("" if bridge.exists() else f"no {bridge.name} beside the instances")

    def command(self, instance, seconds):
        library = self.setting.folder / "cpsat.msc"
        library.write_text(json.dumps({"id": "bench.cpsat", "name": "CP-SAT", "version": "0", "executable": "none",
                                       "supportsFzn": True, "mznlib": str(self.beside() / "mznlib-cpsat")}))
        flat = self.flatten(instance, "cpsat.fzn", "--solver", str(library))
        bridge = self.script(self.beside() / "fzn-cpsat-wasm.mjs")
        return ["node", str(bridge), "-a", "-p", "1", "-t", str(int(seconds * 1000)), "--params", '{"linearizationLevel":2}', str(flat)]

    def read(self, trace, at, line):
        if match := re.match(r"%%% (?:t=[\d.]+|status=(\w+)) obj=(-?[\d.]+) bound=(-?[\d.]+)", line):
            status, cost, bound = match.groups()
            if status not in ("UNKNOWN", "INFEASIBLE"):
                self.found(trace, at, round(float(cost)))
            if status != "UNKNOWN":
                trace.bound = max(trace.bound or 0, float(bound))
            trace.proved = trace.proved or status == "OPTIMAL"


ALL = (Rul, CpSat, Gecode, CoinBC, Highs)
