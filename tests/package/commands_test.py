#!/usr/bin/env python3
"""Runs the commands that the documents show: every ```sh run block, in order, a folder a document.

    tests/package/commands_test.py RUL
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUL = pathlib.Path(sys.argv[1]).resolve()
BLOCK = re.compile(r"^```sh run\n(.*?)^```$", re.M | re.S)


def fault_in(document):
    """What went wrong with one document's commands; nothing when all of them succeed."""
    blocks = BLOCK.findall(document.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"PATH": f"{RUL.parent}:{os.environ['PATH']}"}
        for command in "".join(blocks).splitlines():
            if not command.strip() or command.startswith("#"):
                continue
            # ./dev and the examples stand in the repository, all else in a folder of its own.
            place = ROOT if command.startswith("./") else folder
            done = subprocess.run(["bash", "-c", command], cwd=place, env=environment, check=False,
                                  stdin=subprocess.DEVNULL, capture_output=True, text=True)
            if done.returncode != 0:
                return (f"{document.relative_to(ROOT)}: {command}: exit code {done.returncode}\n"
                        f"{done.stdout}{done.stderr}")
            print(f"{document.relative_to(ROOT)}: {command}")
    return None


faults = [fault for document in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
          if (fault := fault_in(document))]
print("\n".join(faults))
sys.exit(bool(faults))
