"""What presses under messages about units mean."""

from dataclasses import dataclass

from domain.buttons import button


@button("u1")
@dataclass(frozen=True, slots=True)
class UnitsDesk:
    """A page of the units."""

    page: int


@button("u2")
@dataclass(frozen=True, slots=True)
class OpenUnit:
    """One unit."""

    unit: int


@button("u3")
@dataclass(frozen=True, slots=True)
class SetRank:
    """Somebody is from now on the unit's focal person, deputy or head."""

    unit: int
    account: int
    rank: str


@button("u4")
@dataclass(frozen=True, slots=True)
class ReleasePerson:
    """Somebody no longer answers for the unit; asked twice."""

    unit: int
    account: int
    sure: int


@button("u5")
@dataclass(frozen=True, slots=True)
class UnitLink:
    """A link for a colleague who comes as focal person, deputy or head."""

    unit: int
    rank: str


@button("uA")
@dataclass(frozen=True, slots=True)
class SuccessorLink:
    """A link for whoever takes somebody's place."""

    unit: int
    account: int


@button("u6")
@dataclass(frozen=True, slots=True)
class PickParent:
    """Under which unit does it stand?"""

    unit: int
    page: int


@button("u7")
@dataclass(frozen=True, slots=True)
class PutUnder:
    """It stands under this one; 0 for none."""

    unit: int
    parent: int


@button("uB")
@dataclass(frozen=True, slots=True)
class AreasDesk:
    """Who looks after which kind of task."""


@button("u8")
@dataclass(frozen=True, slots=True)
class TakeCharge:
    """The organizer looks after this unit (1), or no longer (0)."""

    unit: int
    on: int


@button("uD")
@dataclass(frozen=True, slots=True)
class AddUnit:
    """A unit that is not on the list: `how` it is needed for the task ("lead", "help"), for a "new" one, or at all."""

    how: str
    task: int


@button("uE")
@dataclass(frozen=True, slots=True)
class NameAlias:
    """One more name of the unit."""

    unit: int


SAMPLES: tuple[()] = ()
"""Buttons have no template of their own."""
