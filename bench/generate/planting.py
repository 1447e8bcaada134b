"""Plants a calendar: puts every meeting of a world somewhere possible, body after body.

Nobody is in two places, no room is used twice, papers travel in time. The plan is written with
rules that this calendar keeps, so that it is known to have one.
"""
import bisect
import datetime
from collections import defaultdict
from dataclasses import dataclass

from dates import DAY, open_days

TRAVEL = 90  # minutes: at least the travel time between any two venues of a plan
STEP = 30
REACH = 15  # open days to either side of where a meeting is wanted


class CannotPlant(Exception):
    """The world is too crowded for its shape."""


@dataclass
class Placement:
    date: datetime.date
    begin: int
    end: int
    mode: str
    venue: str = ""
    room: str = ""


class Planter:
    def __init__(self, world, year, random):
        self.world = world
        self.random = random
        self.days = open_days(year)
        self.busy = defaultdict(list)  # (person, date) -> [(begin, end, venue)]
        self.rooms = defaultdict(list)  # (venue, room, date) -> [(begin, end)]
        self.plan = {}  # body's key -> its placements, in order

    def plant(self):
        # Seminars fill two days of many people: they come first.
        for body in sorted(self.world.bodies, key=lambda b: not b.seminar_of):
            if body.seminar_of:
                self.plan[body.key] = [self.seminar(body)]
            elif body.same_day:
                self.plan[body.key] = [self.on_day(body, p.date, p.begin) for p in self.plan[body.same_day]]
            else:
                self.plan[body.key] = self.series(body)
        return self.plan

    # ---- One body -----------------------------------------------------------------------------

    def series(self, body):
        placed, earliest = [], self.days[0]
        for number, (wanted, first, last) in enumerate(self.targets(body)):
            days = self.open_between(max(first, earliest), last)
            days.sort(key=lambda day, wanted=wanted: (abs((day - wanted).days), day))
            one = next(filter(None, (self.try_day(body, day, number) for day in days)), None)
            if one is None:
                raise CannotPlant(f"{body.key}/{number + 1}: no place from {first} to {last}")
            self.book(body, one)
            placed.append(one)
            # A third of the mean distance at least, so that gaps mean something.
            earliest = one.date + max(DAY, (self.days[-1] - self.days[0]) / (3 * body.count))
        return placed

    def targets(self, body):
        """Of each meeting, the day it is wanted on, and the first and last it may be."""
        if body.follows and body.follows[0] in self.plan:
            other, least, most = body.follows
            there = self.plan[other]
            middle = (least + most) // 2 * DAY
            low, high = (max(1, least // 2), 2 * most) if least > 0 else (2 * least, min(-1, most // 2))
            chosen = [there[(2 * k + 1) * len(there) // (2 * body.count)].date for k in range(body.count)]
            return [(day + middle, day + low * DAY, day + high * DAY) for day in chosen]
        last = len(self.days) - 1
        span = body.last_target - body.first_target
        share = [body.first_target + span * (k + 0.5) / body.count for k in range(body.count)]
        return [self.around(round(last * part)) for part in share]

    def around(self, at):
        at += self.random.randint(-3, 3)
        last = len(self.days) - 1
        return self.days[min(max(at, 0), last)], self.days[max(at - REACH, 0)], self.days[min(at + REACH, last)]

    def open_between(self, first, last):
        return self.days[bisect.bisect_left(self.days, first):bisect.bisect_right(self.days, last)]

    def seminar(self, body):
        for _ in range(200):
            day = self.random.choice([d for d in self.days if d.isocalendar()[1] in range(44, 47)])
            if day.weekday() > 3 or day + DAY not in self.days:
                continue
            one = Placement(day, 720, 720, "fysisk", body.venues[0])
            for person, _, _ in body.members:
                self.busy[person, day].append((720, 1440, body.venues[0]))
                self.busy[person, day + DAY].append((0, 720, body.venues[0]))
            return one
        raise CannotPlant(f"{body.key}: no two days")

    def on_day(self, body, date, before):
        slot = body.slots[0]
        for begin in range(min(slot.end, before) - body.length, slot.begin - 1, -STEP):
            one = self.try_at(body, date, slot, begin, body.venues[0])
            if one:
                self.book(body, one)
                return one
        raise CannotPlant(f"{body.key}: no time on {date}")

    # ---- One day ------------------------------------------------------------------------------

    def try_day(self, body, date, number):
        slots = list(body.slots)
        if len(slots) > 1 and self.random.random() < 0.15:
            slots = slots[1:] + slots[:1]
        venue = body.venues[number % len(body.venues)] if body.rotates else body.venues[0]
        for slot in slots:
            if date.weekday() not in slot.weekdays:
                continue
            length = body.length or slot.end - slot.begin
            for begin in range(slot.begin, slot.end - length + 1, STEP):
                one = self.try_at(body, date, slot, begin, venue)
                if one:
                    return one
        return None

    def try_at(self, body, date, slot, begin, venue):
        end = begin + (body.length or slot.end - slot.begin)
        at = venue if slot.mode == "fysisk" else ""
        if any(self.clashes(person, date, begin, end, at) for person, _, _ in body.members):
            return None
        room = self.free_room(at, date, begin, end, len(body.members)) if at else ""
        return None if room is None else Placement(date, begin, end, slot.mode, at, room)

    def clashes(self, person, date, begin, end, venue):
        for other_begin, other_end, other_venue in self.busy[person, date]:
            gap = TRAVEL if venue and other_venue and venue != other_venue else 0
            if begin < other_end + gap and other_begin < end + gap:
                return True
        return False

    def free_room(self, venue, date, begin, end, people):
        """The smallest that will do; "" where there are no rooms to choose from."""
        rooms = self.world.venues[venue][2]
        if not rooms:
            return ""
        for name, capacity in reversed(rooms):
            used = self.rooms[venue, name, date]
            if people <= capacity and all(end <= b or e <= begin for b, e in used):
                return name
        return None

    def book(self, body, one):
        for person, _, _ in body.members:
            self.busy[person, one.date].append((one.begin, one.end, one.venue))
        if one.room:
            self.rooms[one.venue, one.room, one.date].append((one.begin, one.end))


# ---- Time that people have for nothing else -----------------------------------------------------


def days_of(world, plan):
    """Of each person, the days of the meetings they must come to, and of those they should."""
    required, wanted = defaultdict(set), defaultdict(set)
    for body in world.bodies:
        for one in plan[body.key]:
            dates = {one.date, one.date + DAY} if body.seminar_of else {one.date}
            for person, _, presence in body.members:
                (required if presence == "skal" else wanted)[person] |= dates
    return required, wanted


def leaves(world, plan, year, random, tight):
    """Days off of each person, as (first, last): none on a day they must come, few where they should.

    Who should come is away from at most one meeting of a body in twelve, so every quorum stands.
    """
    required, wanted = days_of(world, plan)
    first, length = datetime.date(year, 1, 4), 340
    found = {}
    for key in world.persons:
        own = []
        for _ in range(random.randint(3, 5) if tight else random.randint(1, 3)):
            for _ in range(20):
                begin = first + random.randrange(length) * DAY
                end = begin + random.choice((0, 0, 1, 2, 4, 6, 9)) * DAY
                days = {begin + i * DAY for i in range((end - begin).days + 1)}
                if days & required[key] or end.year != year or (days & wanted[key] and random.random() < 0.92):
                    continue
                own.append((begin, end))
                break
        found[key] = sorted(own)
    return found
