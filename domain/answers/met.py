"""Who wants to be met at an airport, a station or a port of which the paper never speaks: nobody is met there."""

import re

from domain.answers.asked import Asked
from domain.answers.query import Kind
from domain.answers.texts import letters_of


def nobody_is_met(asked: Asked, *, of_vehicle: bool) -> bool:
    """Whether somebody asks to be met at an airport, a station or a port of which the paper never speaks."""
    if not _MET.search(asked.u.key) or not (asked.u.asks(Kind.EXISTS) or of_vehicle):
        return False
    meant = [pattern for pattern in _HUBS if re.search(rf"{_TO_OR_FROM}(?:{pattern})\b", asked.u.key)]
    if not meant:
        return False
    spoken = re.compile(rf"\b(?:{'|'.join(meant)})\b")
    return not any(spoken.search(letters_of(entry.text)) for entry in asked.index.entries)


_MET = re.compile(r"\b(?:don|xe|oto|o to|bus|buses|minibus|shuttle|coach|vehicle|pick\w*|met|meet)\b")
_TO_OR_FROM = r"\b(?:tu|o|tai|ra|den|from|at|to) (?:the )?"
_HUBS = (
    r"san bay|cang hang khong|airport",
    r"ga tau|nha ga|ga|(?:railway|train) station",
    r"ben xe|bus station|coach station",
    r"ben tau|ben cang|cang|port|pier|harbou?r",
)
"""Where one arrives from afar."""
