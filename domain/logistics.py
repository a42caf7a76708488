"""What is arranged for a person: seat, lodging, transport, meals, diet, the name on the badge."""

from dataclasses import dataclass
from enum import StrEnum

MOST = 200
"""Characters of an entry."""


class Field(StrEnum):
    """One thing to arrange; in the order in which people are asked and lists are printed."""

    SEAT = "seat"
    LODGING = "lodging"
    TRANSPORT = "transport"
    MEALS = "meals"
    DIET = "diet"
    BADGE = "badge"


OWN = tuple(each for each in Field if each is not Field.SEAT)
"""What people say for themselves; seats are given by the organizers."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the person asked for, and what the organizers have arranged."""

    wish: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What was arranged before, and what is now; None for nothing."""

    field: Field
    before: str | None
    after: str | None


def merged(earlier: tuple[Change, ...], later: tuple[Change, ...]) -> tuple[Change, ...]:
    """Two rounds of changes as one, told once: the first *before*, the last *after*; what came back is left out."""
    first = {each.field: each.before for each in reversed((*earlier, *later))}
    last = {each.field: each.after for each in (*earlier, *later)}
    return tuple(Change(each, first[each], last[each]) for each in Field if each in last and first[each] != last[each])


PASSING = frozenset({Field.SEAT, Field.LODGING, Field.TRANSPORT, Field.MEALS})
"""What a substitute takes over; diet and the name on the badge are a person's own."""


def inherited(own: dict[Field, Entry], original: dict[Field, Entry]) -> dict[Field, Entry]:
    """A substitute's things: their own where something is arranged, else those of whom they stand in for."""
    found = dict(own)
    for each in PASSING & original.keys():
        mine = own.get(each, Entry())
        found[each] = Entry(mine.wish, mine.value or original[each].value)
    return found
