"""What every notice has in common: the button that says it was received."""

from dataclasses import dataclass

from domain.buttons import button
from domain.views import view


@button("nr")
@dataclass(frozen=True, slots=True)
class Received:
    """*Đã nhận*: the person has read this notice. Whose press counts is decided by the account, not by the data."""

    notice: int


@view("notices")
@dataclass(frozen=True, slots=True)
class ReceiptNoted:
    """It is noted that the notice was received."""


SAMPLES = (ReceiptNoted(),)
