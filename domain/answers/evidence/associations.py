"""How well a question and a line of a paper keep company, though they may not share a word.

"Đt có phải tắt không" and "để điện thoại ở chế độ im lặng": which signs of a question go with which signs of a line
was learned by `benchmarks/learn_lines.py` from the questions kept with the tests, as the weights of a logistic
regression over pairs of signs. They are stored beside this module; here they are only added up.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt

from domain.answers.entries import Entry
from domain.answers.evidence.signs import content, of_question, relation
from domain.answers.query import Understanding

Weights = Mapping[str, Mapping[str, float]]
"""What each sign of a line is worth in the company of each sign of a question."""


@dataclass(frozen=True)
class Associations:
    """The weights, and what a line begins with."""

    base: float
    weights: Weights

    def asked(self, u: Understanding) -> "Pull":
        """A question, ready to be held against lines."""
        signs = of_question(u)
        pulls: defaultdict[str, float] = defaultdict(float)
        for sign in signs:
            for other, weight in self.weights.get(sign, {}).items():
                pulls[other] += weight
        units = {unit.code: self.weights.get(content(unit.code), {}) for unit in u.content}
        return Pull(self.base, len(signs), dict(pulls), units)


@dataclass(frozen=True, slots=True)
class Pull:
    """What the signs of one question together are worth to each sign of a line."""

    base: float
    count: int
    pulls: Mapping[str, float]
    units: Weights

    def to(self, signs: Sequence[str], entry: Entry) -> float:
        """How well a line with these signs keeps company with the question."""
        pulls = self.pulls
        total = sum(pulls[sign] for sign in signs if sign in pulls)
        for code, pull in self.units.items():
            if pull:
                total += pull.get(relation(code, entry), 0.0)
        return self.base + total / sqrt(max(1, self.count * len(signs)))


def read(text: str) -> Associations:
    """The associations as `benchmarks/learn_lines.py` writes them."""
    told = json.loads(text)
    return Associations(told["base"], told["weights"])


@cache
def learned() -> Associations:
    """The associations that this version goes by."""
    return read(files(__package__).joinpath("associations.json").read_text(encoding="utf-8"))
