"""Rules that cannot hold together, planted into a plan that has a calendar without them.

Each kind is irreducible by itself: leave out any one of the rules it names, and the others can
hold. (Together with the rest of the plan there may be further such sets; an explanation that names
another one is right too, if it is irreducible.)
"""
from writing import lines_of, quoted


def distance(world, plan):
    """a -> b and b -> c are long, a -> c is short; and none of the three may be left out."""
    first = next(body for body in world.bodies if body.count >= 4)
    a, b, c = (f"{first.key}/{number}" for number in (1, 3, 4))
    dates = [plan[first.key][number - 1].date for number in (1, 3, 4)]
    near, far = (dates[1] - dates[0]).days, (dates[2] - dates[1]).days
    lines = []
    for key, start, end, text in (("kerne-1", a, b, f"mindst {near} dage"), ("kerne-2", b, c, f"mindst {far} dage"),
                                  ("kerne-3", a, c, f"højst {near + far - 1} dage")):
        lines += lines_of("[[rule]]", id=quoted(key), **{"from": quoted(start)}, to=quoted(end), distance=quoted(text),
                          strength=quoted("must"))
    return lines, ["kerne-1", "kerne-2", "kerne-3", f"{first.key}.count"]


def count(world, plan):
    """Ten meetings, thirty days apart at least, in half a year."""
    lines = lines_of("[body.kerne]", count=10, slots='["man-tor 07.00-08.00 teams"]',
                     gap='{ range = "mindst 30 dage", strength = "must" }', months='"jan-jun"')
    return lines, ["kerne.count", "kerne.gap", "kerne.slots"]


def person(world, plan):
    """Two meetings at one time that one person must come to."""
    chair = next(iter(world.persons))
    lines = []
    for key in ("kerne-a", "kerne-b"):
        lines += lines_of(f"[body.{key}]", members=f'["{chair}: formand"]')
        lines += lines_of("[[meeting]]", id=quoted(f"{key}-1"), body=quoted(key), within='"uge 45"',
                          slots='["ons 06.00-07.00 teams"]')
    return lines, ["attendance", "kerne-a-1.slots", "kerne-b-1.slots"]


KINDS = {"distance": distance, "count": count, "person": person}


def of_kind(kind, world, plan):
    return KINDS[kind](world, plan)
