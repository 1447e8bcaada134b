#!/usr/bin/env python3
"""Shows Rul beside other solvers on the annual-calendar instances, in one run.

usage: compare_peers.py CALENDAR_BENCH INSTANCES FOLDER [--seconds S] [--cores N] [--solver NAME]
                        [--json FILE] [NAME...]

CALENDAR_BENCH  the driver of Rul (bench/calendar_bench.cpp)
INSTANCES       folder with calendar.mzn and NAME.dzn, NAME.json (small, medium, large)
FOLDER          where flattened models and npm packages (bench/peers/package.json) are

The same instance, limit and cores for each solver, one after another. Columns:

    first      seconds to the first plan
    1 %        seconds to within one per cent of the best plan it found itself
    bound      no plan is cheaper, as the solver proved it (- : it proves none on the way)
    gap        (best - bound) / best; 0 % is a proof
    memory     most resident memory, MB

Exit code 1 when a plan is cheaper than a bound says there can be, the solver's own or another's, in
this run or an earlier one (FOLDER/claims.json).
"""
import argparse
import json
import math
import os
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent / "peers")]
from bounds import Claim, Ledger, name_of  # noqa: E402: it lies here
from solvers import ALL  # noqa: E402: it lies in peers/

COLUMNS = "{:<22}{:>7}  {:>8}{:>8}  {:>8}{:>10}{:>8}{:>9}  {}"


@dataclass
class Setting:
    calendar_bench: Path
    instances: Path
    folder: Path
    cores: set


def seconds_text(value):
    return "-" if value is None else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def row(solver, trace):
    gap, best = trace.gap(), trace.best()
    bound = "-" if trace.bound is None else f"{math.ceil(trace.bound - 1e-6)}"
    said = "proved" if trace.proved and best is not None else trace.note
    return COLUMNS.format(solver.name, solver.threads, seconds_text(trace.first()), seconds_text(trace.near_final()),
                          "-" if best is None else best, bound, "-" if gap is None else f"{gap:.1%}",
                          trace.memory_mb, said)


def claim_of(solver, trace):
    """Proved, and no plan: there is none."""
    nothing = trace.proved and trace.best() is None
    return Claim(solver.name, trace.best(), math.inf if nothing else trace.bound)


def compare(setting, names, seconds, solvers):
    wrong, kept = [], []
    ledger = Ledger(setting.folder / "claims.json")
    for name in names:
        instance = setting.instances / f"{name}.json"
        size = len(json.loads(instance.read_text())["M"])
        print(f"{name}: {size} meetings, {seconds:g} s, {len(setting.cores)} cores")
        print(COLUMNS.format("", "threads", "first s", "1 % s", "best", "bound", "gap", "memory", ""))
        said_of = name_of(instance, setting.instances / "calendar.mzn")
        found = []
        for solver in (kind(setting) for kind in solvers):
            lacking = solver.missing()
            if lacking:
                print(f"{solver.name:<22}{lacking}", flush=True)
                continue
            try:
                trace = solver.run(instance, seconds)
            except (RuntimeError, OSError) as error:
                print(f"{solver.name:<22}{error}", flush=True)
                continue
            found = ledger.add(said_of, claim_of(solver, trace))
            print(row(solver, trace), flush=True)
            kept.append({"instance": name, "meetings": size, "solver": solver.name, "threads": solver.threads,
                         "seconds": seconds, "first": trace.first(), "near_final": trace.near_final(),
                         "best": trace.best(), "bound": trace.bound, "proved": trace.proved,
                         "memory_mb": trace.memory_mb, "note": trace.note})
        wrong += [f"{name}: {text}" for text in found]
        ledger.write()
        print()
    return wrong, kept


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("calendar_bench", type=Path)
    parser.add_argument("instances", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", default=["small", "medium", "large"])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--solver", action="append", help="only this one (may be said several times)")
    parser.add_argument("--json", type=Path)
    a = parser.parse_intermixed_args()
    if not a.instances.is_dir():
        sys.exit(f"no instances in {a.instances}: they are not part of this repository")
    lacking = [name for name in a.names if not (a.instances / f"{name}.json").exists()]
    if lacking:
        parser.error(f"no instance {', '.join(lacking)} in {a.instances}")
    solvers = [kind for kind in ALL if not a.solver or any(kind.name.lower().startswith(s.lower()) for s in a.solver)]
    if not solvers:
        parser.error(f"no such solver; there are: {', '.join(kind.name for kind in ALL)}")
    a.folder.mkdir(parents=True, exist_ok=True)
    cores = set(sorted(os.sched_getaffinity(0))[:a.cores])
    busy = os.getloadavg()[0]
    if busy > 0.5:
        print(f"note: something else is running here (load {busy:.1f}): seconds mean little\n")
    setting = Setting(a.calendar_bench.resolve(), a.instances.resolve(), a.folder.resolve(), cores)
    wrong, kept = compare(setting, a.names, a.seconds, solvers)
    if a.json:
        a.json.write_text(json.dumps(kept, indent=1) + "\n")
    for text in wrong:
        print(f"CONTRADICTION {text}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
