#!/usr/bin/env python3
"""Plans generated plans of growing size and says where the time goes.

usage: measure_plans.py PLAN_BENCH FOLDER [--seconds S] [--seed N] [--tight] [--json FILE] [SIZE...]

SIZE: region (when none is said), country, a number of meetings (bench/generate/generate_plan.py),
or growth: the curve from 30 to 5,000. The plans are kept in FOLDER. The referee must pass the planted calendar of
each, and no bound ever printed may exceed a plan (the planted one included), or the exit code is 1. Seconds are those of the clock, for planning takes as many threads as there are:

    read       plan file and lists, proofreading and all
    encode     into integers
    sweep ms   one priced sweep: every series solved alone, once, under prices
    first      from reading to the first plan; in brackets with --seconds too few: none yet
    judge      the referee, on the planted calendar
    planted    what the planted calendar costs: the best is at most this, if time is given
"""
import argparse
import json
import math
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from bounds import Claim, contradictions  # noqa: E402: it lies here

GENERATOR = Path(__file__).resolve().parent / "generate" / "generate_plan.py"
SWEEPS = 50
GROWTH = ["30", "60", "120", "250", "500", "1000", "2500", "5000"]
COLUMNS = "{:>8}{:>8}{:>7}{:>10}  {:>7}{:>8}{:>10}{:>9}{:>8}  {:>9}{:>9}{:>9}{:>8}{:>8}"


class Failed(Exception):
    """A plan could not be measured."""


def generated(folder, size, seed, tight):
    target = folder / f"{size}-{seed}{'-tight' if tight else ''}"
    done = subprocess.run([sys.executable, str(GENERATOR), size, "--seed", str(seed), *(["--tight"] if tight else []),
                           "-o", str(target)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failed(f"{size}: {done.stderr.strip()[-300:]}")
    return target


def measured(plan_bench, plan, *options):
    """All lines of one run as one list of records."""
    done = subprocess.run([plan_bench, str(plan / "rul.toml"), *options], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failed(f"{plan.name}: plan_bench answered {done.returncode}:\n{done.stderr[-2000:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def stage(records, name, key="wall_s"):
    return next((record[key] for record in records if record.get("stage") == name), None)


def summary(plan_bench, plan, seconds):
    records = held_against(plan, measured(plan_bench, plan, "--judge", str(plan / "planted.calendar.json"),
                                          "--seconds", str(seconds), "--sweeps", str(SWEEPS)))
    size = next(record for record in records if "meetings" in record)
    answer = next(record for record in records if "statistics" in record)
    first = next((r["wall_s"] for r in records if r.get("best") is not None), None)
    found = first is not None
    return {"meetings": size["meetings"], "persons": size["persons"], "rules": size["rules"],
            "variables": answer["statistics"]["variables"], "read": stage(records, "read"),
            "encode": stage(records, "encode"), "sweep_ms": stage(records, "sweeps") / SWEEPS * 1000,
            "first": stage(records, "read") + first if found else None, "judge": stage(records, "judge"),
            "planted": next(r["cost"] for r in records if "judged" in r), "best": answer["cost"] if found else None,
            "bound": answer["bound"], "status": answer["status"],
            "gap": (answer["cost"] - answer["bound"]) / max(answer["cost"], 1) if found else None,
            "memory_mb": max(record.get("peak_mb", 0) for record in records)}


def held_against(plan, records):
    """The records, if no bound among them exceeds a plan."""
    def all_of(key):
        return [record[key] for record in records if record.get(key) is not None]
    found = next((r for r in records if r.get("status") in ("optimal", "feasible")), None)
    plans = all_of("best") + ([found["cost"]] if found else [])
    bounds = all_of("bound") + [math.inf for record in records if record.get("status") == "infeasible"]
    claims = [Claim("Rul", min(plans, default=None), max(bounds, default=None)),
              *(Claim("planted", record["cost"]) for record in records if record.get("judged") == "valid")]
    if wrong := contradictions(claims):
        raise Failed("\n".join(f"CONTRADICTION {plan.name}: {text}" for text in wrong))
    return records


def text(value, pattern):
    return "-" if value is None else pattern.format(value)


def row(s):
    return COLUMNS.format(s["meetings"], s["persons"], s["rules"], s["variables"], text(s["read"], "{:.2f}"),
                          text(s["encode"], "{:.2f}"), text(s["sweep_ms"], "{:.2f}"), text(s["first"], "{:.2f}"),
                          text(s["judge"], "{:.2f}"), s["planted"], text(s["best"], "{}"), s["bound"],
                          text(s["gap"], "{:.1%}"), s["memory_mb"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plan_bench")
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", nargs="*", default=["region"])
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tight", action="store_true")
    parser.add_argument("--json", type=Path)
    a = parser.parse_intermixed_args()
    print(COLUMNS.format("meetings", "persons", "rules", "variables", "read", "encode", "sweep ms", "first", "judge",
                         "planted", "best", "bound", "gap", "MB"))
    kept, failed = [], False
    for size in [size for word in a.sizes for size in (GROWTH if word == "growth" else [word])]:
        try:
            kept.append(summary(a.plan_bench, generated(a.folder, size, a.seed, a.tight), a.seconds))
            print(row(kept[-1]), flush=True)
        except Failed as error:
            failed = True
            print(error, file=sys.stderr, flush=True)
    if a.json:
        a.json.write_text(json.dumps(kept, indent=1) + "\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
