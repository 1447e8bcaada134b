#!/usr/bin/env python3
"""Installs a build to a prefix of its own, and builds and runs a program outside the tree on it.

    tests/consumer/consumer_test.py BUILD_FOLDER [CMAKE_OPTION...]
"""
import pathlib
import subprocess
import sys
import tempfile


def run(*command):
    """Runs a command, which must succeed; its output."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        sys.exit(f"{command} gave {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


build, options = pathlib.Path(sys.argv[1]), sys.argv[2:]
with tempfile.TemporaryDirectory() as folder:
    place = pathlib.Path(folder)
    run("cmake", "--install", build, "--prefix", place / "installed")
    run("cmake", "-G", "Ninja", "-S", pathlib.Path(__file__).parent, "-B", place / "consumer",
        f"-DCMAKE_PREFIX_PATH={place / 'installed'}", *options)
    run("cmake", "--build", place / "consumer")
    print(run(place / "consumer" / "consumer"), end="")
