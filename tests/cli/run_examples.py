#!/usr/bin/env python3
"""Plans every example and compares calendar, proof and feeds with what is expected, byte by byte.

For each folder of examples/ with a rul.toml, in a copy of it, twice: `rul check`, `rul plan`,
`rul plan --json`, `rul export --to ics`. The calendar must be proved optimal (so the referee has
passed it, or rul would have ended with 70). Expected are:

    expected/plan.txt          what `rul plan` says
    expected/plan.json         what `rul plan --json` says
    expected/feeds/*.ics       the feeds, from
    expected/identities.json   copied beside the plan file, so that their bytes are stable

An example without any calendar (`rul check` answers 1) is asked why, with proof, and what must give
way: plan.txt, plan.json, and relax.txt for `rul plan --relax`.

    tests/cli/run_examples.py RUL [--update] [--plan-only] [EXAMPLE...]

With --plan-only, for slow builds under sanitizers: only the plan is made, once, and compared.
"""
import argparse
import difflib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"
PLAN = "rul.toml"
IDENTITIES = "rul.identities.json"
TIMEOUT = 600  # seconds


class Wrong(Exception):
    """An example did not do what it must."""


def answer(rul, folder, *words):
    """What rul says, and whether it says yes (0) or no (1)."""
    environment = {"PATH": "/usr/bin:/bin", "LANG": "da_DK.UTF-8", "HOME": str(folder)}
    done = subprocess.run([rul, *words], cwd=folder, env=environment, capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=TIMEOUT, check=False)
    if done.returncode not in (0, 1):
        raise Wrong(f"rul {' '.join(words)} answered {done.returncode}:\n"
                    + (done.stdout + done.stderr).decode("utf-8", "replace"))
    return done.stdout, done.returncode == 0


def call(rul, folder, *words, expect=True):
    said, is_yes = answer(rul, folder, *words)
    if is_yes != expect:
        raise Wrong(f"rul {' '.join(words)} answered {'yes' if is_yes else 'no'}:\n"
                    + said.decode("utf-8", "replace"))
    return said


def why_not(rul, folder):
    """Every file of an example without any calendar."""
    made = {"plan.txt": call(rul, folder, "plan", PLAN, expect=False),
            "plan.json": call(rul, folder, "plan", PLAN, "--json", expect=False),
            "relax.txt": call(rul, folder, "plan", PLAN, "--relax", expect=False)}
    conflict = json.loads(made["plan.json"])["conflict"]
    if not (conflict["proved"] and conflict["irreducible"] and conflict["repairs"]):
        raise Wrong("the conflict is not proved, not irreducible, or nothing mends it")
    return made


def made_by(rul, example, identities):
    """Every file the example makes, by its name under expected/."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary) / example.name
        shutil.copytree(example, folder, ignore=shutil.ignore_patterns("expected"))
        if identities is not None:
            (folder / IDENTITIES).write_bytes(identities)
        if not answer(rul, folder, "check", PLAN)[1]:
            return why_not(rul, folder)
        made = {"plan.txt": call(rul, folder, "plan", PLAN),
                "plan.json": call(rul, folder, "plan", PLAN, "--json")}
        status = json.loads(made["plan.json"])["status"]
        if status != "optimal":
            raise Wrong(f"the calendar is {status}, not optimal")
        call(rul, folder, "export", PLAN, "--to", "ics", "-o", "feeds")
        for feed in sorted((folder / "feeds").glob("*.ics")):
            made[f"feeds/{feed.name}"] = feed.read_bytes()
        made["identities.json"] = (folder / IDENTITIES).read_bytes()
        return made


def expected_of(example):
    folder = example / "expected"
    return {str(file.relative_to(folder)): file.read_bytes()
            for file in sorted(folder.rglob("*")) if file.is_file()}


def differences(want, got):
    text = ""
    for name in sorted(want.keys() | got.keys()):
        lines = [side.get(name, b"").decode("utf-8", "replace").splitlines(keepends=True)
                 for side in (want, got)]
        text += "".join(difflib.unified_diff(*lines, f"expected/{name}", f"made/{name}"))
    return text


def write(example, made):
    folder = example / "expected"
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in made.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def check_plan(rul, example):
    """The same calendar, cost and bound as expected: a build under sanitizers changes nothing."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary) / example.name
        shutil.copytree(example, folder, ignore=shutil.ignore_patterns("expected"))
        made = {"plan.json": answer(rul, folder, "plan", PLAN, "--json")[0]}
    want = {"plan.json": (example / "expected" / "plan.json").read_bytes()}
    if made != want:
        raise Wrong(differences(want, made))


def check(rul, example, is_update):
    want = expected_of(example)
    made = made_by(rul, example, want.get("identities.json"))
    again = made_by(rul, example, made.get("identities.json"))
    if made != again:
        raise Wrong("two runs differ:\n" + differences(made, again))
    if is_update:
        write(example, made)
    elif made != want:
        raise Wrong(differences(want, made))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("rul", type=pathlib.Path)
    arguments.add_argument("--update", action="store_true")
    arguments.add_argument("--plan-only", action="store_true")
    arguments.add_argument("examples", nargs="*")
    said = arguments.parse_args()
    examples = [EXAMPLES / name for name in said.examples] or sorted(
        file.parent for file in EXAMPLES.glob(f"*/{PLAN}"))
    if not examples:
        sys.exit(f"no examples in {EXAMPLES}")
    failed = 0
    for example in examples:
        try:
            if said.plan_only:
                check_plan(said.rul.resolve(), example)
            else:
                check(said.rul.resolve(), example, said.update)
            print(f"{example.name}: well", flush=True)
        except Wrong as wrong:
            failed += 1
            print(f"--- {example.name}: {wrong}", flush=True)
        except subprocess.TimeoutExpired:
            failed += 1
            print(f"--- {example.name}: not done in {TIMEOUT} seconds", flush=True)
    print(f"{len(examples)} examples, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
