"""Lines that every page repeats at its head or foot: "Khoa Quản trị          KH hội thảo 2026"."""

import re
from collections import Counter
from dataclasses import dataclass

from documents.plan.table_rows import role_of
from domain.dates import find_clocks


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the paper, its spaces at the start kept; `number` counts from 1."""

    number: int
    text: str


_GAP = re.compile(r"\s{3,}|\t|\|")
_LEAST = 2  # pages


def without_running_heads(lines: list[Line], borders: set[int]) -> list[Line]:
    """The lines without those that stand alike beside several ends of pages, each end between two of them.

    The head of a table goes on where it is repeated: its titles tell the columns below.
    """
    beside = {at for border in borders for at in (border - 1, border) if 0 <= at < len(lines)}
    told = Counter(_words(lines[at]) for at in beside)
    repeated = {words for words, times in told.items() if times >= _LEAST and _may_be_repeated(words)}
    return [line for at, line in enumerate(lines) if at not in beside or _words(line) not in repeated]


def _words(line: Line) -> str:
    return _GAP.sub("\t", line.text.strip())


def _may_be_repeated(words: str) -> bool:
    titles = [role_of(cell.strip()) for cell in words.split("\t")]
    return len(words.split()) >= _SHORTEST and not find_clocks(words) and sum(map(bool, titles)) < _LEAST


_SHORTEST = 3  # words
