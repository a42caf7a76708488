"""Views of links as a whole: where they stand, QR codes to print, and who took lists out."""

from dataclasses import dataclass
from datetime import datetime

from domain.buttons import press
from domain.views import Keyboard, view
from services.views.delegate_buttons import AllLinks, DelegateHome
from services.views.inviting import InviteHome
from services.views.link_buttons import QrSheets


@view("linking")
@dataclass(frozen=True, slots=True, kw_only=True)
class LinkBoard:
    """How many links stand how (state, count); a sheet with everybody goes along."""

    total: int
    states: tuple[tuple[str, int], ...]

    def keyboard(self) -> Keyboard:
        return ((press(QrSheets()), press(AllLinks())), (press(DelegateHome()),))


@view("linking")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLinks:
    """A sheet with a link for each of so many units goes along."""

    count: int

    def keyboard(self) -> Keyboard:
        return ((press(InviteHome()),),)


@view("linking")
@dataclass(frozen=True, slots=True, kw_only=True)
class QrProgress:
    """How many of the QR codes have been drawn."""

    done: int
    total: int


@view("linking")
@dataclass(frozen=True, slots=True, kw_only=True)
class QrReady:
    """The archive of everybody's QR code goes along, a folder for each unit; nobody left to link where `total` is 0."""

    total: int
    units: int = 0
    files: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """Somebody took a list out: what, when, who (by name where they gave one), how many people it named."""

    act: str
    at: datetime
    who: str | None
    count: int | None


@view("linking")
@dataclass(frozen=True, slots=True, kw_only=True)
class ExportsSeen:
    """Who took which list out, the newest first."""

    items: tuple[Looked, ...]

    def keyboard(self) -> Keyboard:
        return ((press(DelegateHome()),),)


_AT = datetime(2026, 7, 20, 17)  # noqa: DTZ001 - local time
_STATES = ("none", "made", "opened", "linked", "expired", "revoked")
_OF_UNITS = "unit_links_exported"  # names no people, so it counts none
ACTS = (
    *("links_exported", _OF_UNITS, "qr_exported", "states_exported", "phones_exported"),
    *("logistics_exported", "roll_printed", "badges_printed", "feedback_seen"),
    *("report_exported", "votes_exported", "roll_call_exported"),
)
SAMPLES = (
    LinkBoard(total=180, states=tuple((state, 30) for state in _STATES)),
    LinkBoard(total=0, states=()),
    UnitLinks(count=43),
    QrProgress(done=1200, total=20_000),
    QrReady(total=2500, units=43),
    QrReady(total=90_000, units=300, files=2),
    QrReady(total=0),
    ExportsSeen(items=()),
    ExportsSeen(
        items=(
            *(Looked(act=act, at=_AT, who="Trần <Lan>", count=43) for act in ACTS if act != _OF_UNITS),
            Looked(act=_OF_UNITS, at=_AT, who=None, count=None),
        )
    ),
)
