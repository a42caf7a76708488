"""Buttons by which organizers begin to write something down for people."""

from dataclasses import dataclass

from domain.buttons import button


@button("vz")
@dataclass(frozen=True, slots=True)
class RecordSubstitute:
    """Somebody comes in the person's place."""

    delegate: int


@button("vw")
@dataclass(frozen=True, slots=True)
class RecordSessions:
    """To which sessions does the person come? A page of them."""

    delegate: int
    page: int
