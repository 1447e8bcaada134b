"""Holds every bound ever printed against every plan ever found, whoever said so.

A bound above a plan of the same instance is a lie of one of the two. The benches look when they
are done and end with exit code 1; what was said in earlier runs is kept in a file and counts too.
"""
import hashlib
import json
import math
from dataclasses import asdict, dataclass

ROUNDING = 1e-4  # others print their bounds as floating-point numbers


@dataclass(frozen=True)
class Claim:
    """What one said of an instance: the cheapest plan, the greatest bound; None: nothing of the kind.

    That there is no plan at all is a bound of infinity.
    """
    who: str
    plan: float | None = None
    bound: float | None = None


def text(value):
    return f"{value:g}" if math.isinf(value) or value != int(value) else str(int(value))


def contradictions(claims):
    """A sentence for each plan that is cheaper than a bound says there can be."""
    def is_broken(bound, plan):
        return bound is not None and plan is not None and plan < (bound if math.isinf(bound) else math.ceil(bound - ROUNDING))
    return [f"{a.who}: a plan of {text(a.plan)}, {b.who}: none below {text(b.bound)}"
            for a in claims for b in claims if is_broken(b.bound, a.plan)]


def together(a, b):
    """Two claims of one solver as one."""
    def best(choose, values):
        return choose((value for value in values if value is not None), default=None)
    return Claim(a.who, best(min, (a.plan, b.plan)), best(max, (a.bound, b.bound)))


def name_of(*files):
    """An instance by its content, so that another of the same name is another."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return f"{files[0].stem} {digest.hexdigest()[:16]}"


class Ledger:
    """All that was ever said in a folder."""

    def __init__(self, file):
        self.file = file
        kept = json.loads(file.read_text()) if file.exists() else {}
        self.claims = {name: {c["who"]: Claim(**c) for c in claims} for name, claims in kept.items()}

    def add(self, instance, claim):
        """Keeps it; the contradictions there now are in this instance."""
        known = self.claims.setdefault(instance, {})
        known[claim.who] = together(known[claim.who], claim) if claim.who in known else claim
        return contradictions(list(known.values()))

    def write(self):
        kept = {name: [asdict(c) for c in claims.values()] for name, claims in self.claims.items()}
        self.file.write_text(json.dumps(kept, indent=1) + "\n")
