"""A paragraph in the outline: what marks it, its words, and what stands under it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from documents.plan.day_lines import is_clock_alone as is_clock_alone
from documents.plan.lines import Para
from documents.plan.words import is_caps
from domain.conference import Source

MARKED = ("dash", "plus", "bullet")
"""Kinds of lines in a list that counts nothing."""

_LONGEST_LABEL = 160
COLON = re.compile(r":(?:(?<!\d:)|(?!\d\d))(?!//)")  # those of "9:00" and "https://" part no label from its value


@dataclass(slots=True)
class Node:
    """A paragraph in the outline: what marks it, its words without the mark, and what stands under it."""

    kind: str
    marker: str
    text: str
    para: Para
    parent: "Node | None" = None
    about: frozenset[str] = frozenset()
    children: "list[Node]" = field(default_factory=list)

    @property
    def label(self) -> str:
        """The words before a colon near the start, or the whole when it is a heading."""
        return _parted(self.text)[0]

    @property
    def value(self) -> str:
        """The words after that colon; empty when there is none."""
        return _parted(self.text)[1]

    @property
    def source(self) -> Source:
        return Source(self.para.source_text, self.para.first, self.para.last)

    def walk(self) -> "Iterator[Node]":
        """Everything under this node, in reading order."""
        for child in self.children:
            yield child
            if child.children:
                yield from child.walk()


@lru_cache(maxsize=2048)  # each stage asks for the labels of the same lines
def _parted(text: str) -> tuple[str, str]:
    """The label before a colon near the start and what stands behind it; without one the whole is the label."""
    colon = COLON.search(text)
    if colon is not None and text.count("(", 0, colon.start()) > text.count(")", 0, colon.start()):
        behind = _CLOSED.match(text, colon.end())  # "Họp trù bị (cốt cán: tổ trưởng): 16h00"
        if behind is None and ")" in text[colon.end() :]:
            return text, ""  # "Các đơn vị trong Khối (07 đơn vị: Sở A, Sở B)"
        colon = COLON.search(text, behind.end() - 1) if behind else colon
    if colon is None or colon.start() > _LONGEST_LABEL:
        return text, ""
    return text[: colon.start()].strip(), text[colon.end() :].strip()


_CLOSED = re.compile(r"[^()]*\)\s?:")
"""Where a bracket that holds a colon of its own closes, with the label's own colon behind it."""


def heads_alone(text: str, following: Para | None) -> bool:
    """Whether capitals head what follows: several words, or a long one over ordinary lines ("TRANSPORT").

    The syllables of Vietnamese are shorter.
    """
    if not is_caps(text) or len(text) > _LONGEST_CAPS or text.endswith((";", ".")):
        return False
    alone = len(text) >= _LONG_WORD and text.isalpha() and following is not None and not is_caps(following.text)
    return len(text.split()) > 1 or alone


_LONGEST_CAPS, _LONG_WORD = 120, 8  # letters
