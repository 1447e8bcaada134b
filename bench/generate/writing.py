"""Writes a world and its planted calendar as a plan: TOML files, CSV lists, and the calendar."""
import itertools
import json
import re

from dates import WEEKDAYS, clock, written

PLAN = "rul.toml"
PLANTED = "planted.calendar.json"


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def listed(values):
    return "[" + ", ".join(quoted(value) for value in values) + "]"


def lines_of(head, **keys):
    """A table of TOML; what is empty is left out."""
    return [head, *(f"{key} = {value}" for key, value in keys.items() if value not in ("", '""', "[]")), ""]


# ---- Distances the planted calendar keeps ------------------------------------------------------


class Distances:
    def __init__(self, plan, tight):
        self.plan = plan
        self.slack = 2 if tight else 10

    def _window(self, days, ideal):
        least, most = max(0, min(days) - self.slack), max(days) + self.slack
        middle = f", ideal {round(sum(days) / len(days))} dage" if ideal else ""
        return f"{least}-{most} dage{middle}"

    def gap(self, body):
        dates = [one.date for one in self.plan[body]]
        return self._window([(b - a).days for a, b in zip(dates, dates[1:])], True)

    def in_step(self, a, b):
        return self._window([(q.date - p.date).days for p, q in zip(self.plan[a], self.plan[b])], True)

    def nearest(self, subject, provider, side):
        """From each meeting to the nearest on that side; nothing when one has none."""
        found = []
        for one in self.plan[subject]:
            away = [(one.date - p.date).days * side for p in self.plan[provider]]
            away = [days for days in away if days >= 0]
            if not away:
                return None
            found.append(min(away))
        return self._window(found, False)

    def least(self, a, b):
        return min(abs((p.date - q.date).days) for p in self.plan[a] for q in self.plan[b])


# ---- Files --------------------------------------------------------------------------------------


def slot_text(slot):
    days = "man-tor" if slot.weekdays == (0, 1, 2, 3) else None
    cost = f" ({slot.cost} point)" if slot.cost else ""
    time = f"{clock(slot.begin)}-{clock(slot.end)} {slot.mode}{cost}"
    return [f"{days} {time}"] if days else [f"{WEEKDAYS[day]} {time}" for day in slot.weekdays]


def venue_lines(world):
    lines = []
    keys = list(world.venues)
    for i, key in enumerate(keys):
        name, municipality, rooms, region = world.venues[key]
        travel = {other: 15 + 15 * ((i * 7 + j * 3) % 6) for j, other in enumerate(keys[i + 1:])
                  if region in ("", world.venues[other][3]) or world.venues[other][3] == ""}
        minutes = ", ".join(f"{other} = {time}" for other, time in travel.items())
        lines += lines_of(f"[venue.{key}]", name=quoted(name), municipality=quoted(municipality),
                          rooms=listed(f"{room} ({capacity})" for room, capacity in rooms),
                          travel=f"{{ {minutes} }}" if minutes else "")
    return lines


def person_lines(world, off):
    lines = []
    for person in world.persons.values():
        days = [written(a) if a == b else f"{written(a)}..{written(b)}" for a, b in off[person.key]]
        lines += lines_of(f"[person.{person.key}]", name=quoted(f"{person.name}, {person.organisation}"),
                          organisation=quoted(person.organisation), municipality=quoted(person.municipality),
                          days_off=listed(days))
    return lines


def body_lines(body, distances):
    keys = {"name": quoted(body.name), "members_from": quoted(f"medlemmer/{body.key}.csv"),
            "quorum": body.quorum or "", "municipality": quoted(body.municipality)}
    if body.count > 1:
        keys |= {"count": body.count, "venues": listed(body.venues), "gap": quoted(distances.gap(body.key)),
                 "slots": listed(itertools.chain.from_iterable(slot_text(s) for s in body.slots)),
                 "length": body.length or ""}
    return lines_of(f"[body.{body.key}]", **keys)


def seminar_lines(body):
    return lines_of("[[meeting]]", id=quoted(body.key), body=quoted(body.seminar_of), title=quoted(body.name),
                    seminar="true", within=quoted("uge 44-46"), venue=quoted(body.venues[0]))


class Rules:
    """The rules between bodies, for those that are there."""

    def __init__(self, world, plan, tight):
        self.keys = {body.key: body for body in world.bodies}
        self.world = world
        self.plan = plan
        self.distances = Distances(plan, tight)
        self.lines = []

    def write(self):
        for body in self.world.bodies:
            getattr(self, f"of_{body.kind}", lambda body: None)(body)
        return self.lines

    def rule(self, key, **keys):
        self.lines += lines_of("[[rule]]", id=quoted(key), **keys)

    def sibling(self, body, other):
        key = re.sub(r"[^-]+$", other, body.key)
        return key if key in self.keys else None

    def needs(self, body, other, side, **more):
        provider = self.sibling(body, other)
        window = provider and self.distances.nearest(body.key, provider, 1 if side == "før" else -1)
        if window:
            self.rule(f"{body.key}-{other}", **{"for": quoted(body.key)}, needs=quoted(f"{provider} {window} {side}"), **more)

    def of_sdfu(self, body):
        teams = sum(one.mode == "teams" for one in self.plan[body.key])
        rest = body.count - teams
        self.rule(f"{body.key}-form", **{"for": quoted(body.key)},
                  mix=quoted(f"{max(teams - 1, 0)}-{teams + 1} teams, {max(rest - 1, 0)}-{rest + 1} fysisk"))
        self.rule(f"{body.key}-ugedag", **{"for": quoted(body.key)}, regular=quoted("ugedag"))

    def of_ssu(self, body):
        chain = [self.sibling(body, key) for key in ("FFU", "SSF")] + [body.key]
        lags = [self.distances.in_step(a, b) for a, b in zip(chain, chain[1:])]
        self.rule(f"{body.key}-rul", text=quoted("FFU forbereder SSF, som indstiller til SSU"), chain=listed(chain), lag=listed(lags))

    def of_formoede(self, body):
        self.rule(f"{body.key}-dag", same_day=listed([body.key, body.same_day]), gap=quoted("0-90 minutter"))

    def of_kkr(self, body):
        other = self.sibling(body, "SSU")
        if self.distances.least(body.key, other) >= 2:
            self.rule(f"{body.key}-adskilt", apart=listed([body.key, other]), days=2)

    def of_fsn(self, body):
        self.needs(body, "DF", "før")

    def of_kpn(self, body):
        self.needs(body, "FSN", "før", own="true")
        visited = [venue[:3] for venue in body.venues]
        self.rule(f"{body.key}-rundt", **{"for": quoted(body.key)}, rotation=listed(visited), fair="true")

    def of_ou(self, body):
        self.needs(body, "BR", "efter", in_step="true", ideal_points=1)

    def of_su(self, body):
        self.needs(body, "OU", "efter", strength=quoted("must"))

    def of_br(self, body):
        self.rule(f"{body.key}-ugedag", **{"for": quoted(body.key)}, regular=quoted("ugedag"))

    def of_cg(self, body):
        self.rule(f"{body.key}-maaned", **{"for": quoted(body.key)}, spread=quoted("måned"), most=1, strength=quoted("should"))

    def of_ar(self, body):
        self.needs(body, "SU", "efter", strength=quoted("should"))

    def of_fu(self, body):
        self.needs(body, "RR", "efter", own="true")


def placements(world, plan):
    found = {}
    for body in world.bodies:
        for number, one in enumerate(plan[body.key], 1):
            key = body.key if body.seminar_of else f"{body.key}/{number}"
            found[key] = {"date": one.date.isoformat(), "start": one.begin, "end": one.end,
                          "mode": {"teams": "teams", "fysisk": "physical"}[one.mode]}
            found[key] |= {"venue": one.venue} if one.venue else {}
            found[key] |= {"room": one.room} if one.room else {}
    return found


def heading(title, year):
    return [f"title  = {quoted(title)}", f'period = "01-01-{year}..31-12-{year}"', 'include = ["personer.toml", "organer.toml", "regler.toml"]', "",
            "[defaults]", 'items_in   = "14 dage før"', 'agenda_out = "7 dage før"', "",
            "[[block]]", 'id   = "sommer"', 'when = "uge 28-31"', 'why  = "sommerferie"', "",
            "[[block]]", 'id       = "skoleferie"', 'when     = ["uge 7", "uge 42"]', 'why      = "skoleferie"', 'strength = "should"', ""]


def write_plan(folder, title, year, world, plan, off, core, tight):
    """All files of a plan; `core`: further rules that cannot hold together (writing nothing else)."""
    (folder / "medlemmer").mkdir(parents=True, exist_ok=True)
    distances = Distances(plan, tight)

    def save(name, lines):
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    save(PLAN, heading(title, year) + venue_lines(world))
    save("personer.toml", person_lines(world, off))
    bodies = [line for body in world.bodies if not body.seminar_of for line in body_lines(body, distances)]
    save("organer.toml", bodies + [line for body in world.bodies if body.seminar_of for line in seminar_lines(body)])
    save("regler.toml", Rules(world, plan, tight).write() + core)
    for body in world.bodies:
        if not body.seminar_of:
            save(f"medlemmer/{body.key}.csv", ["person;rolle;deltagelse", *(";".join(member) for member in body.members)])
    calendar = {"format": "rul calendar 1", "status": "feasible", "cost": 0, "bound": 0, "fingerprint": "planted",
                "placements": placements(world, plan)}
    save(PLANTED, [json.dumps(calendar, indent=1)])
