"""Buttons of seats, lodging, transport, meals, diet and badge names."""

from dataclasses import dataclass

from domain.buttons import button

ALL = "all"
"""Every matter, one after the other, in one form."""


@button("ln")
@dataclass(frozen=True, slots=True)
class SayNeed:
    """What I need of this, or of everything."""

    field: str


@button("lh")
@dataclass(frozen=True, slots=True)
class LogisticsHome:
    """The organizers' overview."""


@button("lm")
@dataclass(frozen=True, slots=True)
class MyOwnNeeds:
    """An organizer's own needs."""


@button("li")
@dataclass(frozen=True, slots=True)
class NeedsHere:
    """My own needs in this conference."""

    conference: int


@button("lf")
@dataclass(frozen=True, slots=True)
class FindGuest:
    """Look for somebody to arrange things for."""


@button("lp")
@dataclass(frozen=True, slots=True)
class GuestsFound:
    """A page of what was looked for last."""

    page: int


@button("ls")
@dataclass(frozen=True, slots=True)
class ShowGuest:
    """What this person needs and has."""

    delegate: int


@button("la")
@dataclass(frozen=True, slots=True)
class Arrange:
    """Arrange this for the person."""

    delegate: int
    field: str


@button("lx")
@dataclass(frozen=True, slots=True)
class LogisticsSheet:
    """The list as a sheet."""


@button("lb")
@dataclass(frozen=True, slots=True)
class SheetBack:
    """Send the corrected list back."""


@button("lc")
@dataclass(frozen=True, slots=True)
class ApplySheet:
    """Apply what the list says; `check` is the file that was looked at."""

    check: int
