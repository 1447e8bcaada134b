"""The country that plans are made of: regions, health clusters, municipalities; their bodies,
persons and town halls. Roles only, no names; everything follows from the shape and the seed.

Bodies come in an order that can be cut anywhere: a plan of N meetings is the first bodies of the
country that have N meetings between them. A region comes first, then its clusters, each with its
municipalities, then the next region.
"""
from dataclasses import dataclass, field

# Municipalities and health clusters of the five regions; the first is the plan called "region".
REGIONS = {"S": (22, 4), "N": (11, 3), "M": (19, 5), "Z": (17, 4), "H": (29, 6)}
MEETINGS = {"region": 1048, "country": 10**9}


@dataclass
class Person:
    key: str
    name: str
    organisation: str
    municipality: str = ""


@dataclass(frozen=True)
class Slot:
    weekdays: tuple
    begin: int  # minutes from midnight
    end: int
    mode: str = "fysisk"
    cost: int = 0


@dataclass
class Body:
    key: str
    name: str
    count: int
    slots: list
    members: list  # (person's key, role, presence)
    venues: list
    municipality: str = ""
    quorum: int = 0
    length: int = 0  # 0: fills the slot
    follows: tuple = ()  # (body, least days, most days) after it when planted; negative: before it
    first_target: float = 0.03  # of the year's open days
    last_target: float = 0.97
    rotates: bool = False
    same_day: str = ""  # held on the day of this body's meeting, before it
    seminar_of: str = ""  # not a series: one 12-12 seminar of this body
    kind: str = ""


@dataclass
class World:
    persons: dict = field(default_factory=dict)
    venues: dict = field(default_factory=dict)  # key: (name, municipality, rooms, region)
    bodies: list = field(default_factory=list)

    def person(self, key, name, organisation, municipality=""):
        self.persons[key] = Person(key, name, organisation, municipality)
        return key

    def of_kind(self, kind):
        return [body for body in self.bodies if body.kind == kind]


def weekday_slots(base, offsets, begin, end, mode="fysisk"):
    """One slot for each weekday from Monday to Thursday, dearer from one to the next."""
    return [Slot(((base + offset) % 4,), begin, end, mode, 2 * i) for i, offset in enumerate(offsets)]


ALL_DAYS = (0, 1, 2, 3)


class Builder:
    def __init__(self, tight):
        self.world = World()
        self.offsets = (0, 1) if tight else (0, 1, 2)

    def build(self):
        for region, (municipalities, clusters) in REGIONS.items():
            self.add_region(region, municipalities, clusters)
        self.add_national()
        return self.world

    # ---- The region and its clusters ----------------------------------------------------------

    def add_region(self, r, municipalities, clusters):
        world = self.world
        org = f"Region {r}"
        world.venues[f"{r}-regionshus"] = (f"Regionshuset {r}", f"{r}01",
                                           [("Regionsrådssalen", 60), ("Lokale A", 30), ("Lokale B", 20)], r)
        world.venues[f"{r}-kursuscenter"] = (f"Kursuscenter {r}", f"{r}02", [], r)
        people = [world.person(f"{r}-region-{i:02}", f"Koncernledelse og regionsråd {i}", org) for i in range(1, 42)]
        keys = [f"{r}{i:02}" for i in range(1, municipalities + 1)]
        for key in keys:
            self.add_people(key)
        directors = [f"{key}-direktoer" for key in keys]
        mayors = [f"{key}-borgmester" for key in keys]
        self.add_core(r, people, directors, mayors)
        share = [keys[i * municipalities // clusters:(i + 1) * municipalities // clusters] for i in range(clusters)]
        for number, own in enumerate(share, 1):
            self.add_cluster(r, number, own, people)
            for i, key in enumerate(own):
                self.add_municipality(key, (number + i) % 4)
        self.add_council(r, people)

    def add_core(self, r, people, directors, mayors):
        hus = [f"{r}-regionshus"]
        required = [(p, "medlem", "skal") for p in people[1:3]]
        heads = [(d, "medlem", "tæller") for d in directors[:8]]
        leaders = [(m, "medlem", "tæller") for m in mayors[:6]]
        talk = [Slot((0,), 14 * 60, 16 * 60, "teams"), Slot((4,), 9 * 60, 11 * 60, "teams", 2),
                Slot((3,), 13 * 60 + 30, 15 * 60 + 30, "fysisk")]
        chair = (people[0], "formand", "skal")
        self.add(Body(f"{r}-SDFU", f"Sundhedsdirektørernes Forretningsudvalg {r}", 9, talk,
                      [(directors[0], "formand", "skal"), *heads[1:]], hus, quorum=5, kind="sdfu"))
        self.add(Body(f"{r}-FFU", f"Fælles Forretningsudvalg {r}", 4, [
            Slot((4,), 9 * 60, 11 * 60, "teams"), Slot((2,), 9 * 60, 11 * 60, "fysisk", 2)],
                      [chair, *required, *heads[:4]], hus, quorum=4, last_target=0.78, kind="ffu"))
        self.add(Body(f"{r}-SSF", f"Strategisk Sundhedsforum {r}", 4, [Slot(ALL_DAYS, 13 * 60, 16 * 60)],
                      [chair, *required, *heads], hus, quorum=5, follows=(f"{r}-FFU", 28, 45), kind="ssf"))
        self.add(Body(f"{r}-formoede", f"Kommunalt formøde {r}", 4, [Slot(ALL_DAYS, 10 * 60, 12 * 60 + 30)],
                      [(directors[0], "formand", "skal"), *heads[1:]], hus, quorum=4, length=90,
                      same_day=f"{r}-SSF", kind="formoede"))
        self.add(Body(f"{r}-SSU", f"Sundhedssamarbejdsudvalg {r}", 4, [Slot(ALL_DAYS, 16 * 60, 18 * 60)],
                      [chair, *leaders, *((p, "medlem", "tæller") for p in people[3:8])], hus, quorum=6,
                      follows=(f"{r}-SSF", 18, 35), kind="ssu"))
        self.add(Body(f"{r}-KKR", f"Kommunekontaktråd {r}", 4, [Slot((4,), 9 * 60 + 30, 12 * 60)],
                      [(mayors[0], "formand", "skal"), *((m, "medlem", "tæller") for m in mayors[1:])], hus,
                      quorum=len(mayors) // 2 + 1, kind="kkr"))
        self.add(Body(f"{r}-seminar", f"12-12-seminar {r}", 1, [], [chair, *required, *heads],
                      [f"{r}-kursuscenter"], seminar_of=f"{r}-SSF", kind="seminar"))

    def add_cluster(self, r, number, own, people):
        key, hus = f"{r}-K{number}", [f"{r}-regionshus"]
        head = people[8 + number]
        chiefs = [(f"{m}-chef-1", "medlem", "tæller") for m in own]
        directors = [(f"{m}-direktoer", "medlem", "tæller") for m in own]
        politicians = [(f"{m}-byraad-07", "medlem", "tæller") for m in own]
        quorum = (len(own) + 1) // 2 + 1
        self.add(Body(f"{key}-DF", f"Driftsforum, sundhedsklynge {key}", 8, [
            Slot((1, 3), 9 * 60, 11 * 60, "teams"), Slot((2,), 12 * 60, 14 * 60, "fysisk", 1)],
                      [(people[14 + number], "formand", "skal"), *chiefs], hus, quorum=quorum, kind="df"))
        self.add(Body(f"{key}-FSN", f"Fagligt strategisk niveau, sundhedsklynge {key}", 6, [
            Slot((0, 2), 13 * 60, 16 * 60, "teams"), Slot((1, 3), 13 * 60, 16 * 60, "fysisk", 1)],
                      [(head, "formand", "skal"), *directors], hus, quorum=quorum, length=120,
                      follows=(f"{key}-DF", 10, 24), last_target=0.9, kind="fsn"))
        self.add(Body(f"{key}-KPN", f"Politisk niveau, sundhedsklynge {key}", 4, [Slot(ALL_DAYS, 15 * 60, 17 * 60)],
                      [(people[20 + number], "formand", "skal"), (head, "medlem", "skal"), *politicians],
                      [f"{m}-raadhus" for m in own], quorum=quorum, follows=(f"{key}-FSN", 14, 40),
                      rotates=True, kind="kpn"))

    # ---- A municipality -----------------------------------------------------------------------

    def add_people(self, m):
        person, org = self.world.person, f"Kommune {m}"
        person(f"{m}-borgmester", "Borgmester", org, m)
        person(f"{m}-direktoer", "Direktør", org, m)
        for i in range(2, 26):
            person(f"{m}-byraad-{i:02}", f"Byrådsmedlem {i}", org, m)
        for i in range(1, 10):
            person(f"{m}-chef-{i}", f"Chef {i}", org, m)
        for i in range(1, 10):
            person(f"{m}-aeldre-{i}", f"Medlem {i} af Ældrerådet", f"Ældrerådet {m}", m)
        for i in range(1, 46):
            person(f"{m}-faglig-{i:02}", f"Fagperson {i}", org, m)

    def add_municipality(self, m, base):
        self.world.venues[f"{m}-raadhus"] = (f"Rådhuset {m}", m, [
            ("Byrådssalen", 60), ("Udvalgsværelset", 25), ("Mødelokale 2", 14)], m[0])
        hall = [f"{m}-raadhus"]

        def council(first, last):
            return [(f"{m}-byraad-{i:02}", "medlem", "tæller") for i in range(first, last + 1)]

        def slots(offset, begin, end):
            return weekday_slots(base + offset, self.offsets, begin, end)
        mayor, director = f"{m}-borgmester", f"{m}-direktoer"
        self.add(Body(f"{m}-BR", f"Byrådet {m}", 10, slots(0, 17 * 60, 20 * 60),
                      [(mayor, "formand", "skal"), *council(2, 25)], hall, m, quorum=13, kind="br"))
        self.add(Body(f"{m}-OU", f"Økonomiudvalget {m}", 10, slots(0, 8 * 60, 11 * 60),
                      [(mayor, "formand", "skal"), *council(2, 6), (director, "sekretær", "skal")], hall, m,
                      quorum=4, follows=(f"{m}-BR", -9, -5), kind="ou"))
        self.add(Body(f"{m}-SU", f"Sundhedsudvalget {m}", 8, slots(2, 13 * 60, 17 * 60),
                      [(f"{m}-byraad-07", "formand", "skal"), *council(8, 12), (f"{m}-byraad-02", "medlem", "tæller"),
                       (f"{m}-chef-2", "sekretær", "skal")], hall, m, quorum=4, length=150,
                      follows=(f"{m}-OU", -20, -7), kind="su"))
        self.add(Body(f"{m}-AR", f"Ældrerådet {m}", 6, [Slot(ALL_DAYS, 9 * 60 + 30, 12 * 60)],
                      [(f"{m}-aeldre-1", "formand", "skal"),
                       *((f"{m}-aeldre-{i}", "medlem", "tæller") for i in range(2, 10)),
                       (f"{m}-chef-3", "sekretær", "valgfri")], hall, m, quorum=5, kind="ar"))
        self.add(Body(f"{m}-CG", f"Chefgruppen {m}", 5, slots(1, 8 * 60 + 30, 10 * 60 + 30),
                      [(director, "formand", "skal"),
                       *((f"{m}-chef-{i}", "medlem", "tæller") for i in range(1, 9))], hall, m, quorum=5, kind="cg"))
        self.add(Body(f"{m}-FAG", f"Fagligt netværk {m}", 4, [Slot(ALL_DAYS, 13 * 60, 15 * 60)],
                      [(f"{m}-chef-4", "formand", "skal"),
                       *((f"{m}-faglig-{i:02}", "gæst", "valgfri") for i in range(1, 46))], hall, m, kind="fag"))

    # ---- Above and beside ---------------------------------------------------------------------

    def add_council(self, r, people):
        hus = [f"{r}-regionshus"]
        seats = [(p, "medlem", "tæller") for p in people[21:]]
        self.add(Body(f"{r}-RR", f"Regionsrådet {r}", 10, [Slot((0,), 15 * 60, 18 * 60), Slot((2,), 15 * 60, 18 * 60, "fysisk", 2)],
                      [(people[0], "formand", "skal"), *seats], hus, quorum=11, kind="rr"))
        self.add(Body(f"{r}-FU", f"Regionsrådets forretningsudvalg {r}", 10, [Slot((1,), 9 * 60, 12 * 60), Slot((3,), 9 * 60, 12 * 60, "fysisk", 2)],
                      [(people[0], "formand", "skal"), *seats[:8]], hus, quorum=5, follows=(f"{r}-RR", -10, -5), kind="fu"))
        for i in range(4):
            own = seats[1 + 5 * i:6 + 5 * i]
            self.add(Body(f"{r}-U{i + 1}", f"Udvalg {i + 1} under regionsrådet {r}", 7, [Slot((i,), 13 * 60, 16 * 60), Slot(((i + 1) % 4,), 13 * 60, 16 * 60, "fysisk", 2)],
                          [(own[0][0], "formand", "skal"), *own[1:]], hus, quorum=3, length=120, kind="udvalg"))

    def add_national(self):
        self.world.venues["KL-hus"] = ("De store organisationers hus", "H01", [("Salen", 60), ("Lokale 1", 25)], "")
        mayors = [f"{r}{i:02}-borgmester" for r, (n, _) in REGIONS.items() for i in range(2, n, 3)]
        self.add(Body("KLB", "Kommunernes bestyrelse", 9, [Slot((4,), 10 * 60, 14 * 60)],
                      [(mayors[0], "formand", "skal"), *((m, "medlem", "tæller") for m in mayors[1:17])],
                      ["KL-hus"], length=180, quorum=9, kind="klb"))
        heads = [f"{r}-region-01" for r in REGIONS]
        self.add(Body("DRB", "Regionernes bestyrelse", 9, [Slot((3,), 10 * 60, 14 * 60), Slot((4,), 10 * 60, 14 * 60, "teams", 2)],
                      [(heads[0], "formand", "skal"), *((h, "medlem", "tæller") for h in heads[1:])],
                      ["KL-hus"], length=180, quorum=3, kind="drb"))

    def add(self, body):
        self.world.bodies.append(body)


def build_world(meetings, tight):
    """The first bodies of the country that have so many meetings between them."""
    world = Builder(tight).build()
    kept, total = [], 0
    for body in world.bodies:
        if total >= meetings:
            break
        kept.append(body)
        total += body.count
    world.bodies = kept
    used = {person for body in kept for person, _, _ in body.members}
    world.persons = {key: person for key, person in world.persons.items() if key in used}
    places = {venue for body in kept for venue in body.venues}
    world.venues = {key: venue for key, venue in world.venues.items() if key in places}
    return world
