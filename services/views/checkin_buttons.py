"""Buttons of the check-in."""

from dataclasses import dataclass

from domain.buttons import button


@button("ch")
@dataclass(frozen=True, slots=True)
class CheckInDesk:
    """The desk at the door: where it stands and what can be done."""


@button("cf")
@dataclass(frozen=True, slots=True)
class FindArrival:
    """Look for somebody by name, number or unit."""


@button("cp")
@dataclass(frozen=True, slots=True)
class ArrivalsFound:
    """A page of what was looked for last."""

    page: int


@button("ci")
@dataclass(frozen=True, slots=True)
class CheckIn:
    """This person is here."""

    delegate: int


@button("cu")
@dataclass(frozen=True, slots=True)
class UndoCheckIn:
    """That was a mistake: strike the check-in out."""

    check_in: int


@button("cm")
@dataclass(frozen=True, slots=True)
class SwitchMode:
    """Check people in once a day, or for each session."""

    mode: str


@button("cw")
@dataclass(frozen=True, slots=True)
class NamePlace:
    """Say at which door one stands."""


@button("cl")
@dataclass(frozen=True, slots=True)
class ChooseSlot:
    """Which of today's sessions?"""

    page: int


@button("cn")
@dataclass(frozen=True, slots=True)
class StandAt:
    """Check people in for this session; 0 lets the clock decide."""

    session: int


@button("cs")
@dataclass(frozen=True, slots=True)
class EnterSheet:
    """Type in a paper sheet: for which day or session?"""

    page: int


@button("ct")
@dataclass(frozen=True, slots=True)
class SheetFor:
    """Type in the paper sheet of this day or session."""

    slot: str


@button("cx")
@dataclass(frozen=True, slots=True)
class UndoSheet:
    """Strike out what the sheet added."""

    batch: str


@button("cr")
@dataclass(frozen=True, slots=True)
class RollSheet:
    """The numbered list to print."""


@button("cb")
@dataclass(frozen=True, slots=True)
class Badges:
    """Everybody's badge to print."""


@button("cc")
@dataclass(frozen=True, slots=True)
class ScreenCode:
    """The digits for the screen, as they are now."""


@button("cv")
@dataclass(frozen=True, slots=True)
class IAmHere:
    """I am here: let me type the digits on the screen."""


@button("cq")
@dataclass(frozen=True, slots=True)
class MyCode:
    """My code for the door."""


@button("ca")
@dataclass(frozen=True, slots=True)
class WhoIsHere:
    """Who is here, as it stands now; `by` is group or unit."""

    by: str
    page: int


@button("ce")
@dataclass(frozen=True, slots=True)
class CallRoll:
    """Who came and who did not, by name."""


@button("cg")
@dataclass(frozen=True, slots=True)
class Chart:
    """The board as pictures; `by` is group or unit."""

    by: str
