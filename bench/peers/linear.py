"""FlatZinc of MiniZinc's `linear` library as an LP file, which COIN-BC and HiGHS read.

The library leaves nothing but integer variables, Booleans, linear equations and inequalities (and
their parameter arrays), so that the translation is by line.
"""
import re

PARAMETER = re.compile(r"array \[[^\]]*\] of (?:int|float|bool): (\w+) = \[(.*)\];")
VARIABLE = re.compile(r"var (bool|int|float|-?[\d.]+\.\.-?[\d.]+|\{[^}]*\}): (\w+)(.*);")
ARRAY = re.compile(r"array \[[^\]]*\] of var [^:]*: (\w+)[^=]*= \[(.*)\];")
LINEAR = re.compile(r"constraint (?:int|bool|float)_lin_(eq|le)\((\[.*?\]|\w+),(\[.*?\]|\w+),(-?[\d.]+)\)")
SOLVE = re.compile(r"solve\b.*\b(minimize|maximize|satisfy)\s*(\w*);")
SENSE = {"eq": "=", "le": "<="}
TERMS_A_LINE = 8


class Unknown(Exception):
    """A line that this translation does not know."""


class Flat:
    def __init__(self):
        self.arrays = {}
        self.fixed = {}
        self.bounds = {}
        self.rows = []
        self.goal = None

    def values(self, text):
        if not text.startswith("["):
            return self.arrays[text]
        return [part.strip() for part in text[1:-1].split(",")] if text != "[]" else []

    def take(self, line):
        if match := PARAMETER.match(line):
            self.arrays[match[1]] = [part.strip() for part in match[2].split(",")]
        elif match := ARRAY.match(line):
            self.arrays[match[1]] = [part.strip() for part in match[2].split(",")]
        elif match := VARIABLE.match(line):
            self.take_variable(*match.groups())
        elif match := LINEAR.match(line):
            self.rows.append((match[1], self.values(match[2]), self.values(match[3]), float(match[4])))
        elif match := SOLVE.match(line):
            self.goal = match[1], match[2]
        elif line.strip() and not line.startswith(("predicate", "%")):
            raise Unknown(line[:200])

    def take_variable(self, kind, name, rest):
        alias = re.search(r"= *(-?\w+)", rest)
        if alias:
            self.fixed[name] = alias[1]
        if kind == "bool":
            self.bounds[name] = ("0", "1")
        elif ".." in kind:
            self.bounds[name] = tuple(kind.split(".."))
        elif kind.startswith("{"):
            raise Unknown(f"a domain with holes: {name}")
        else:
            self.bounds[name] = ("-1000000", "1000000")


def terms(weights, names):
    parts = [f"{'-' if str(w).startswith('-') else '+'} {str(w).lstrip('-')} {n}" for w, n in zip(weights, names)]
    lines = [" ".join(parts[i:i + TERMS_A_LINE]) for i in range(0, len(parts), TERMS_A_LINE)]
    return "\n  ".join(lines)


def constant(name):
    """The value of what stands where a variable may; nothing: it is one."""
    if name in ("true", "false"):
        return float(name == "true")
    return float(name) if re.fullmatch(r"-?\d+", name) else None


def row_text(number, row):
    """Constants among the names move to the other side."""
    sense, weights, names, right = row
    right -= sum(float(w) * constant(n) for w, n in zip(weights, names) if constant(n) is not None)
    kept = [(w, n) for w, n in zip(weights, names) if constant(n) is None]
    return f" c{number}: {terms(*zip(*kept))} {SENSE[sense]} {right:g}" if kept else None


def write_lp(flatzinc, target):
    """Returns how many variables and rows there are."""
    flat = Flat()
    with open(flatzinc, encoding="utf-8") as file:
        for line in file:
            flat.take(line.rstrip("\n"))
    way, goal = flat.goal
    if way != "minimize":
        raise Unknown(f"solve {way}")
    for name, other in flat.fixed.items():
        flat.rows.append(("eq", ["1", "-1"], [name, other], 0.0))
    rows = [text for number, row in enumerate(flat.rows) if (text := row_text(number, row))]
    with open(target, "w", encoding="utf-8") as out:
        out.write(f"Minimize\n obj: {goal}\nSubject To\n" + "\n".join(rows) + "\nBounds\n")
        for name, (low, high) in flat.bounds.items():
            out.write(f" {low} <= {name} <= {high}\n")
        out.write("Generals\n" + "\n".join(f" {name}" for name in flat.bounds) + "\nEnd\n")
    return len(flat.bounds), len(rows)
