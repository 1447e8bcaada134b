#!/usr/bin/env python3
"""Fails when a room includes one it must not know, or a library that another room owns.

The tables below are the architecture (ARCHITECTURE.md). A link rule alone would not hold them: all
headers share one include root, so an unlinked #include still compiles.

    tests/layers_test.py ROOT
"""
import pathlib
import re
import sys

ENGINE = {"engine/model", "engine/solver", "engine/planner", "engine/referee"}

# Who may include whom, besides itself.
ROOMS = {
    "base": set(),
    "engine/model": {"base"},
    "engine/solver": {"base"},
    "engine/planner": {"base", "engine/model", "engine/solver"},
    "engine/referee": {"base", "engine/model"},
    "config": {"base", "engine/model"},
    "ical": {"base", "engine/model"},
    "store": {"base", "engine/model"},
    "documents": {"base", "engine/model"},
    "desk": {"base", "config", "ical", "store", "documents"} | ENGINE,
    "server": {"base", "engine/model", "desk"},
    "cli": {"base", "engine/model", "desk"},
}

# Which rooms own a library: its headers are included in their .cpp files alone.
LIBRARIES = {
    "libical/": {"ical"},
    "date/": {"engine/model", "ical"},
    "SQLiteCpp/": {"store"},
    "sqlite3.h": {"store"},
    "toml++/": {"config"},
    "toml.hpp": {"config"},
    "CLI/": {"cli"},
    "nlohmann/": {"store", "cli", "desk", "documents"},
    "boost/": {"server"},
}
ANYWHERE = ("fmt/",)
STANDARD = re.compile(r"[a-z_0-9]+")  # <vector>, <cstdint>
POSIX = re.compile(r"(sys/[a-z]+|unistd|fcntl|signal|termios|poll|langinfo|locale|time|stdlib)\.h")

INCLUDE = re.compile(r'\s*#\s*include\s*(["<])([^">]+)')
TOPS = {room.split("/")[0] for room in ROOMS}


def room_of(path):
    """The room a path lies in: "engine/model/time.hpp" lies in "engine/model"."""
    return next((room for room in ROOMS if path.startswith(room + "/")), None)


def fault_of_own(room, target):
    """What is wrong with including the project's own `target`; nothing when it may be."""
    if target.split("/")[0] not in TOPS:
        return f'"{target}" does not start with a room'
    other = room_of(target)
    if other is None:
        return f'"{target}" is in no room of tests/layers_test.py'
    if other != room and other not in ROOMS[room]:
        return f"{room}/ must not include {other}/"
    return None


def fault_of_foreign(room, suffix, target):
    """What is wrong with including the library header `target`; nothing when it may be."""
    if STANDARD.fullmatch(target) or target.startswith(ANYWHERE):
        return None
    if POSIX.fullmatch(target):
        return f"<{target}> belongs in a .cpp file" if suffix == ".hpp" else None
    for library, owners in LIBRARIES.items():
        if target.startswith(library):
            if room in owners and suffix == ".cpp":
                return None
            return f"<{target}> belongs in .cpp files of {', '.join(sorted(owners))} alone"
    return f"<{target}> is of no library that tests/layers_test.py knows"


def faults_in(file, path):
    """All faults of one file, as `path:line: what`."""
    room = room_of(path)
    if room is None:
        return [f"{path}:1: lies in no room of tests/layers_test.py"]
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if include := INCLUDE.match(line):
            own = include[1] == '"'
            target = include[2]
            fault = (fault_of_own(room, target) if own
                     else fault_of_foreign(room, file.suffix, target))
            if fault:
                found.append(f"{path}:{number}: {fault}")
    return found


def faults_under(root):
    """All faults of the tree at `root`, in the order of the paths."""
    found = []
    for top in sorted(TOPS):
        for file in sorted((root / top).rglob("*.[hc]pp")):
            found += faults_in(file, file.relative_to(root).as_posix())
    return found


if __name__ == "__main__":
    problems = faults_under(pathlib.Path(sys.argv[1]))
    print("\n".join(problems) if problems else "layers: every room includes only what it may")
    sys.exit(bool(problems))
