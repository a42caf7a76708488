"""Delegates: who is invited, what they answered, and when two lines of a list are one person."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from domain.ids import AccountId, ConferenceId, DelegateId, GroupId, UnitId
from domain.vietnamese import name_key, nfc, search_key, squeeze

ERASED_NAME = "—"


def clean(text: str) -> str:
    """Composed text on one line without control characters and the marks that turn the writing direction."""
    composed = nfc(text)
    if composed.isprintable():
        return squeeze(composed)
    spaced = (" " if each.isspace() else each for each in composed)
    return squeeze("".join(each for each in spaced if unicodedata.category(each) not in ("Cc", "Cf")))


class DelegateState(StrEnum):
    """Invited; asking to be let in; removed from the list."""

    INVITED = "invited"
    ASKING = "asking"
    REMOVED = "removed"


class Rsvp(StrEnum):
    """What a delegate answered."""

    NONE = "none"
    ATTENDING = "attending"
    DECLINED = "declined"
    SUBSTITUTED = "substituted"


class Reach(StrEnum):
    """Whether the bot can write to an invited person."""

    NOT_LINKED = "not_linked"
    LINKED = "linked"
    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A person as a list names them, before they stand in the database. `phone` is in E.164 (+84…)."""

    name: str
    post: str | None = None
    unit: str | None = None
    group: GroupId | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate:
    """An invited person as stored."""

    id: DelegateId
    conference: ConferenceId
    name: str
    post: str | None = None
    unit: str | None = None
    unit_id: UnitId | None = None
    group: GroupId | None = None
    phone: str | None = None
    account: AccountId | None = None
    state: DelegateState = DelegateState.INVITED
    rsvp: Rsvp = Rsvp.NONE
    reason: str | None = None
    substitute_for: DelegateId | None = None
    reach: Reach = Reach.NOT_LINKED


@lru_cache(maxsize=4096)
def person_key(name: str) -> str:
    """A key for a person's name that forgives how it is typed; a name in another script is its own key."""
    return name_key(name) or squeeze(nfc(name).casefold())


_unit_key = lru_cache(maxsize=4096)(search_key)


@dataclass(slots=True)
class KnownPeople:
    """Finds duplicates: the same name with the same phone, or in the same unit unless two phones tell them apart.

    Names alike in different units are different people: one family name and given name is shared by many.
    """

    by_phone: set[tuple[str, str]] = field(default_factory=set)
    by_unit: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def add(self, name: str, unit: str | None, phone: str | None) -> None:
        """Remember a person."""
        key = person_key(name)
        if phone:
            self.by_phone.add((key, phone))
        self.by_unit.setdefault((key, _unit_key(unit or "")), set()).add(phone or "")

    def has(self, name: str, unit: str | None, phone: str | None) -> bool:
        """Whether the person is remembered already."""
        key = person_key(name)
        if phone and (key, phone) in self.by_phone:
            return True
        phones = self.by_unit.get((key, _unit_key(unit or "")))
        return phones is not None and (not phone or "" in phones)


def known_people(people: Iterable[tuple[str, str | None, str | None]]) -> KnownPeople:
    """The index of (name, unit, phone) triples."""
    known = KnownPeople()
    for each in people:
        known.add(*each)
    return known
