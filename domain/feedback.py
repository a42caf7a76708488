"""Feedback: a score of one to five for a session or the whole conference, and a remark."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.refusal import Refusal

SCORES = (1, 2, 3, 4, 5)
WHOLE = 0
"""Stands in place of a session's id for the conference as a whole."""


@dataclass(frozen=True, slots=True)
class Scores:
    """How often each score was given, from one to five."""

    votes: tuple[int, int, int, int, int]

    @property
    def count(self) -> int:
        return sum(self.votes)

    @property
    def average(self) -> float | None:
        """The mean with one decimal, or None where nobody has said anything."""
        if not self.count:
            return None
        return round(sum(score * votes for score, votes in zip(SCORES, self.votes, strict=True)) / self.count, 1)


def scores(votes: Mapping[int, int]) -> Scores:
    """The scores of a table score → how often."""
    one, two, three, four, five = (votes.get(score, 0) for score in SCORES)
    return Scores((one, two, three, four, five))


def check_score(score: int) -> int:
    """Refuse anything but one to five."""
    if score not in SCORES:
        raise Refusal("stale_button")
    return score
