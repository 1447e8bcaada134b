#!/usr/bin/env python3
"""Counts the instructions of a few fixed pieces of work and compares them with bench/baseline.json.

usage: count_instructions.py RUL [--update]

Instructions, counted by valgrind, say the same on a busy machine as on a quiet one. Work is
bounded by --effort, never by seconds. A piece that takes over 5 % more than the baseline fails;
one that takes over 5 % less is told, so that --update can keep the gain. Counts of another
compiler, C library or valgrind cannot be compared: then nothing is, and the exit code is 77.

Exit codes: 0 within the tolerance, 1 something is dearer, 77 nothing to compare with.
"""
import argparse
import json
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
BASELINE = HERE / "baseline.json"
TOLERANCE = 0.05
SKIPPED = 77

# name: example (or a number of meetings: generate/), what is asked, what must be kept from an earlier call
WORK = {
    "check": ("klynge-vest-2023", ("check", "rul.toml", "--effort", "2000"), False),
    "read a plan": ("nordjylland-2023", ("check", "rul.toml", "--effort", "1"), False),
    "encode 301 meetings": (300, ("check", "rul.toml", "--effort", "1"), False),
    "plan": ("sekretariat-2018", ("plan", "rul.toml", "--effort", "20000"), False),
    "export feeds": ("sekretariat-2018", ("export", "rul.toml", "--to", "ics", "-o", "feeds"), True),
}


def first_line(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stdout or done.stderr).splitlines()[0].strip()


def compiler_of(rul):
    """The compiler that made this program, as the program itself says (.comment)."""
    done = subprocess.run(["readelf", "--string-dump=.comment", rul], capture_output=True, text=True, check=False)
    found = sorted(set(re.findall(r"\] +(.+)", done.stdout)))
    return "; ".join(found) or "unknown"


def made_with(rul):
    return {"machine": platform.machine(), "compiler": compiler_of(rul), "libc": " ".join(platform.libc_ver()),
            "valgrind": first_line("valgrind", "--version")}


def environment(folder):
    return {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(folder), "LD_BIND_NOW": "1"}


def call(command, folder):
    """0 done, 1 the answer is no, 4 effort spent: all are work done."""
    done = subprocess.run(command, cwd=folder, env=environment(folder), capture_output=True, stdin=subprocess.DEVNULL, check=False)
    if done.returncode not in (0, 1, 4):
        sys.exit(f"{' '.join(map(str, command))} answered {done.returncode}:\n" + done.stderr.decode("utf-8", "replace")[-2000:])
    return done.stderr.decode("utf-8", "replace")


def prepare(example, folder):
    if isinstance(example, int):
        subprocess.run([sys.executable, str(HERE / "generate" / "generate_plan.py"), str(example), "-o", str(folder)],
                       stdout=subprocess.DEVNULL, check=True)
        return
    shutil.copytree(EXAMPLES / example, folder, ignore=shutil.ignore_patterns("expected", "*.json"))
    identities = EXAMPLES / example / "expected" / "identities.json"
    if identities.exists():
        shutil.copyfile(identities, folder / "rul.identities.json")


def instructions(rul, example, words, has_calendar):
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary) / "plan"
        prepare(example, folder)
        if has_calendar:
            call([rul, "plan", "rul.toml", "--effort", "20000"], folder)
        out = pathlib.Path(temporary) / "counts"
        # The same addresses each time: without it hash tables and alignment move the counts.
        fixed = ["setarch", platform.machine(), "--addr-no-randomize"]
        call([*fixed, "valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={out}", rul, *words], folder)
        return int(re.search(r"^summary: (\d+)", out.read_text(), re.M)[1])


def compare(counted, before):
    """Prints the table; returns the names of what has become dearer."""
    dearer = []
    for name, count in counted.items():
        base = before.get(name)
        change = (count - base) / base if base else None
        said = "new" if base is None else f"{change:+.2%}"
        if change is not None and change > TOLERANCE:
            dearer.append(name)
            said += f"  DEARER than the {TOLERANCE:.0%} allowed"
        elif change is not None and change < -TOLERANCE:
            said += "  cheaper: keep it with --update"
        print(f"{name:<26}{count:>16,}{base or 0:>16,}  {said}")
    return dearer


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rul", type=pathlib.Path)
    parser.add_argument("--update", action="store_true", help="keep what is counted as the baseline")
    a = parser.parse_args()
    rul = str(a.rul.resolve())
    if not shutil.which("valgrind"):
        print("skipped: valgrind is not installed")
        return SKIPPED
    here = made_with(rul)
    kept = json.loads(BASELINE.read_text()) if BASELINE.exists() else {"made_with": {}, "instructions": {}}
    differ = [f"{key}: {kept['made_with'].get(key)} then, {value} now" for key, value in here.items() if kept["made_with"].get(key) != value]
    if differ and not a.update:
        print("skipped: the baseline was made with other tools\n  " + "\n  ".join(differ))
        return SKIPPED
    counted = {name: instructions(rul, *work) for name, work in WORK.items()}
    print(f"{'instructions':<26}{'now':>16}{'baseline':>16}")
    dearer = compare(counted, {} if differ else kept["instructions"])
    if a.update:
        BASELINE.write_text(json.dumps({"made_with": here, "instructions": counted}, indent=1) + "\n")
        print(f"kept in {BASELINE.name}")
        return 0
    return 1 if dearer else 0


if __name__ == "__main__":
    sys.exit(main())
