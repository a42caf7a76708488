"""Buttons of links, duplicates and exports, beside the list of delegates."""

from dataclasses import dataclass

from domain.buttons import button


@button("ks")
@dataclass(frozen=True, slots=True)
class LinkStates:
    """Where everybody's link stands."""


@button("kq")
@dataclass(frozen=True, slots=True)
class QrSheets:
    """Everybody's QR codes to print and hand out."""


@button("ku")
@dataclass(frozen=True, slots=True)
class OurQrSheets:
    """The QR codes of a unit's own people, for its focal person."""


@button("ke")
@dataclass(frozen=True, slots=True)
class ExportLog:
    """Who took which list out."""


@button("kd")
@dataclass(frozen=True, slots=True)
class ListDuplicates:
    """Lines that may be one person."""


@button("kc")
@dataclass(frozen=True, slots=True)
class MergeChoice:
    """Who has the same name as this person?"""

    delegate: int


@button("kp")
@dataclass(frozen=True, slots=True)
class MergePreview:
    """What putting two lines together comes to."""

    keep: int
    drop: int


@button("km")
@dataclass(frozen=True, slots=True)
class MergeSure:
    """Put them together; `check` says what was looked at."""

    keep: int
    drop: int
    check: int
