#!/usr/bin/env python3
"""Runs the command line in each golden folder and compares what it says, byte by byte.

A folder is a case: `cmd` is what is typed (run by sh in a copy of the folder, `rul` on the PATH),
`out`, `err` and `code` are what is expected; one that is not there is empty (code: 0). All other
files are the case's own, and so is `after/`: what those in it must look like afterwards.

    tests/cli/run_goldens.py RUL [--update] [CASE...]
"""
import argparse
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

GOLDENS = pathlib.Path(__file__).resolve().parent / "goldens"
TIMEOUT = 120  # seconds; a case takes a fraction of one


def run(rul, case, folder):
    """What the command of `case` says: out, err, code."""
    shutil.copytree(case, folder, dirs_exist_ok=True)
    for name in ("cmd", "out", "err", "code"):
        (folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder / "after", ignore_errors=True)
    environment = {"PATH": f"{rul.parent}:/usr/bin:/bin", "LANG": "en_GB.UTF-8", "HOME": str(folder)}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    done = subprocess.run(["sh", "-c", (case / "cmd").read_text(encoding="utf-8")], cwd=folder,
                          env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=TIMEOUT, check=False)
    return {"out": done.stdout, "err": done.stderr, "code": f"{done.returncode}\n".encode()}


def expected(case, name):
    file = case / name
    return file.read_bytes() if file.exists() else (b"0\n" if name == "code" else b"")


def difference(name, want, got):
    lines = [text.decode("utf-8", "replace").splitlines(keepends=True) for text in (want, got)]
    return "".join(line if line.endswith("\n") else line + "\n  (no newline at the end)\n"
                   for line in difflib.unified_diff(*lines, f"{name} expected", f"{name} said"))


def update(case, said):
    for name, got in said.items():
        if got == (b"0\n" if name == "code" else b""):
            (case / name).unlink(missing_ok=True)
        else:
            (case / name).write_bytes(got)


def files_after(case, folder):
    after = case / "after"
    for file in sorted(after.rglob("*")) if after.is_dir() else []:
        if file.is_file():
            name = file.relative_to(after)
            there = folder / name
            yield f"after/{name}", file.read_bytes(), there.read_bytes() if there.exists() else b""


def check(rul, case, is_update):
    """The differences of one case; empty when there are none."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        said = run(rul, case, folder)
        pairs = [(name, expected(case, name), got) for name, got in said.items()]
        pairs += files_after(case, folder)
    if is_update:
        update(case, said)
        for name, _, got in pairs:
            if name.startswith("after/"):
                (case / name).write_bytes(got)
        return ""
    return "".join(difference(name, want, got) for name, want, got in pairs if want != got)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("rul", type=pathlib.Path)
    arguments.add_argument("--update", action="store_true")
    arguments.add_argument("cases", nargs="*")
    said = arguments.parse_args()
    cases = [GOLDENS / name for name in said.cases] or sorted(
        file.parent for file in GOLDENS.glob("*/cmd"))
    if not cases:
        sys.exit(f"no cases in {GOLDENS}")
    failed = 0
    for case in cases:
        found = check(said.rul.resolve(), case, said.update)
        if found:
            failed += 1
            print(f"--- {case.name}: {(case / 'cmd').read_text(encoding='utf-8').strip()}\n{found}")
    print(f"{len(cases)} cases, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
