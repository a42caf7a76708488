"""Short polls and votes: what can be chosen, who may, when there is a quorum, and what came out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.delegates import clean
from domain.ids import PollId
from domain.refusal import Refusal
from domain.vietnamese import fold, squeeze

FEWEST, MOST = 2, 10
LONGEST = 50
"""Characters of an option: it has to fit on a button."""
_PART = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})")
_PERCENT = re.compile(r"(\d{1,3})\s*%")
MAJORITY = ">1/2"
_HALF = frozenset({"qua ban", "tren 1/2", "hon nua", "majority"})


class PollState(StrEnum):
    """Being written, open for votes, closed by the organizer."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """A question put to those present.

    `quorum` is the part of the people expected who have to be present (see `read_quorum`); None for no such rule.
    `entitled` and `expected` are the numbers at the moment it was opened, and, once it is, closed. `opened_at` says
    for which day people have to be checked in.
    """

    id: PollId
    question: str
    options: tuple[str, ...]
    secret: bool = True
    quorum: str | None = None
    state: PollState = PollState.DRAFT
    entitled: int | None = None
    expected: int | None = None
    opened_at: datetime | None = None


def read_options(text: str) -> list[str]:
    """The options from lines (or parts between semicolons): two to ten, no two alike."""
    found = [part for part in map(clean, re.split(r"[\n;]", text)) if part]
    if not FEWEST <= len(found) <= MOST:
        raise Refusal("poll_options_count", fewest=FEWEST, most=MOST)
    if len({fold(each) for each in found}) < len(found):
        raise Refusal("poll_options_alike")
    if any(len(each) > LONGEST for each in found):
        raise Refusal("poll_option_long", most=LONGEST)
    return found


def read_quorum(text: str) -> str:
    """A quorum as it stays: a part (`2/3`, `50/100` for 50 %), or `MAJORITY` for the words for more than half."""
    folded = fold(squeeze(text))
    part, percent = _PART.fullmatch(folded), _PERCENT.fullmatch(folded)
    if folded in _HALF:
        return MAJORITY
    if part is not None:
        above, below = int(part[1]), int(part[2])
    elif percent is not None:
        above, below = int(percent[1]), 100
    else:
        raise Refusal("poll_quorum_unclear")
    if not 1 <= above <= below:
        raise Refusal("poll_quorum_unclear")
    return f"{above}/{below}"


def needed(quorum: str | None, expected: int) -> int:
    """How many people have to be present, exactly: 2/3 of 300 are 200, more than half of 181 are 91."""
    if quorum is None:
        return 0
    if quorum == MAJORITY:
        return expected // 2 + 1
    above, below = map(int, quorum.split("/"))
    return -(-above * expected // below)


def check_quorum(quorum: str | None, present: int, expected: int) -> None:
    """Refuse to open a vote while too few are there, or nobody is."""
    if present == 0:
        raise Refusal("poll_nobody_present")
    wanted = needed(quorum, expected)
    if present < wanted:
        raise Refusal("poll_no_quorum", present=present, expected=expected, needed=wanted)


@dataclass(frozen=True, slots=True)
class Share:
    """An option with its votes and, in percent of the votes cast, its share."""

    text: str
    votes: int
    percent: int


def shares(options: Sequence[str], votes: dict[int, int]) -> tuple[Share, ...]:
    """Each option with its part of the votes, in the order of the question."""
    total = sum(votes.values())
    return tuple(
        Share(text, votes.get(at, 0), round(100 * votes.get(at, 0) / total) if total else 0)
        for at, text in enumerate(options)
    )
