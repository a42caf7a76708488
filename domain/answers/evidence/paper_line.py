"""One line of a paper as somebody would read it out."""

import re
from dataclasses import dataclass
from functools import cached_property

from domain.answers.entries import Sort
from domain.conference import Source
from domain.vietnamese import words

_CLAUSE = re.compile(r"[;.,:(]\s")


@dataclass
class PaperLine:
    """One line: what is read out, what it stands under, and where. An item of the agenda is one as it now stands.

    What is found out about it is kept.
    """

    sort: Sort
    text: str
    heading: str = ""
    source: Source | None = None

    @property
    def shown(self) -> str:
        """The line behind its heading."""
        return f"{self.heading}: {self.text}" if self.heading else self.text

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its folded words."""
        return words(self.text)

    @cached_property
    def row(self) -> str:
        """Its folded words between single spaces, also at the ends: so that whole words can be looked for."""
        return f" {' '.join(self.words)} "

    @cached_property
    def heading_row(self) -> str:
        return f" {' '.join(words(self.heading))} "

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every four letters in a row, which survive a slip of the keyboard."""
        return fours(self.row)

    @cached_property
    def clauses(self) -> tuple[str, ...]:
        """The rows of its clauses."""
        return tuple(f" {' '.join(words(clause))} " for clause in _CLAUSE.split(self.text))


def fours(row: str) -> frozenset[str]:
    """Every four characters in a row of a text."""
    return frozenset(row[at : at + 4] for at in range(len(row) - 3))
