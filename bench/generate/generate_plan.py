#!/usr/bin/env python3
"""Writes a large plan that is known to have a calendar, or known to have none.

usage: generate_plan.py SIZE [--seed N] [--tight] [--without-calendar KIND] -o FOLDER

SIZE       region (1,048 meetings, 22 municipalities), country (98 municipalities, 5 regions), or a
           number of meetings: the first bodies of the country that have so many between them
--tight    narrow windows, few slots and many days off; else wide windows
--without-calendar distance | count | person
           adds rules that cannot hold together; core.json says which

In FOLDER: rul.toml and the files it names, and planted.calendar.json, a calendar that keeps every
`must` rule (but those of core.json). The same arguments write the same bytes everywhere.
"""
import argparse
import json
import pathlib
import random

import cores
from planting import Planter, leaves
from world import MEETINGS, build_world
from writing import write_plan

YEAR = 2027


def generate(size, seed, tight, kind, folder):
    rng = random.Random(seed)
    world = build_world(MEETINGS.get(size) or int(size), tight)
    plan = Planter(world, YEAR, rng).plant()
    off = leaves(world, plan, YEAR, rng, tight)
    lines, core = cores.of_kind(kind, world, plan) if kind else ([], None)
    count = sum(len(placed) for placed in plan.values())
    title = f"{count} møder, {len(world.persons)} personer, {'tæt' if tight else 'rummelig'}, nr. {seed}"
    write_plan(folder, title, YEAR, world, plan, off, lines, tight)
    if core:
        (folder / "core.json").write_text(json.dumps(core, indent=1) + "\n", encoding="utf-8")
    return title


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tight", action="store_true")
    parser.add_argument("--without-calendar", choices=sorted(cores.KINDS))
    parser.add_argument("-o", "--output", type=pathlib.Path, required=True)
    a = parser.parse_args()
    if a.size not in MEETINGS and not a.size.isdigit():
        parser.error(f"SIZE is region, country or a number of meetings, not {a.size}")
    print(generate(a.size, a.seed, a.tight, a.without_calendar, a.output))


if __name__ == "__main__":
    main()
