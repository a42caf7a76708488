"""How wide the lines of a paper are, whether its paragraphs run over several, and what begins one by its mark."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from documents.plan.line_cuts import CLOCK_START
from documents.plan.repair import Line
from documents.plan.words import is_caps
from domain.vietnamese import CAPITALS

STARTS = re.compile(
    r"\s*(?:(?:[IVX]{1,5}|1I|l{1,3})\s*[.\-/)](?=\s|[^\W\d_])|\d{1,2}(?:\.\d{1,2})*\s*[./)](?=\s"
    rf"|[^\W\d_])|\d{{1,2}}-\s*(?=[{CAPITALS}])|\d{{1,2}}(?:\.\d{{1,2}})+\s"
    r"|[a-zđ]\s*[).]\s|[a-zđ]/\s|[-–—+•*▪●·◦o➢✓❖➤✦★◆■]\s|[-–—+](?=[^\W\d_])"
    r"|#{1,4}\s|Điều\s+\d|Phần\s+(?:[IVX]+|thứ)|PHỤ LỤC)"
)
DASH_START = re.compile(r"\s*[-–—]\s*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Width:
    """How wide lines are; `wrapped` when paragraphs run over several, `parted` when blank ones part paragraphs."""

    wrapped: bool
    full: float
    parted: bool = False
    closing: bool = False  # every item of its lists ends with a mark
    small: bool = False  # written without capitals, as in a chat: each line is one of its own
    margin: int | None = None  # where lines that go on begin, where first lines stand further in

    def is_full(self, line: str, following: str) -> bool:
        """Whether the next word would not have fitted on the line."""
        first_word = len((following.split() or [""])[0])
        return self.wrapped and length_of(line) + 1 + first_word >= self.full


def width_of(lines: tuple[Line, ...]) -> Width:
    """How wide the lines are."""
    lengths = sorted(length_of(line.text) for line in lines)
    small = _is_small(lines, lengths)
    if len(lengths) < 8 or small:
        return Width(False, 0, small=small)
    long = sum(length > 135 for length in lengths)
    shorter = [length for length in lengths if length <= 135] or [0]
    widest = shorter[int(len(shorter) * 0.95)]
    # A paper whose paragraphs run over lines has lines that begin in the midst of a sentence; one is enough where
    # others go on with a name or a figure behind a line as wide as the page.
    midst = sum(line.text.lstrip()[:1].islower() and not STARTS.match(line.text) for line in lines)
    if midst == 1 and sum(_goes_on(line.text, later.text, widest * 0.86) for line, later in pairwise(lines)) >= 2:
        midst = 2
    wrapped = long <= len(lengths) * 0.03 and widest >= 34 and midst >= max(2, len(lengths) * 0.03)
    gaps = sum(later.number - line.number > 1 for line, later in pairwise(lines))
    return Width(wrapped, widest * 0.86, gaps < len(lines) * 0.4, wrapped and _closes_items(lines))


_GAP = re.compile(r"(?<=\S)\s{2,}")


def length_of(line: str) -> int:
    """How wide the words are from the margin; the gap behind a mark or between columns is as wide as a space."""
    return len(_GAP.sub(" ", line.rstrip()))


def _goes_on(line: str, following: str, full: float) -> bool:
    """Whether a wide line stands open above one that begins nothing, though with a capital or a figure."""
    if length_of(line) < full or is_closed(line) or is_caps(line) or following.lstrip()[:1].islower():
        return False
    return not (STARTS.match(following) or CLOCK_START.match(following) or is_caps(following))


def _is_small(lines: tuple[Line, ...], lengths: list[int]) -> bool:
    """Whether most lines hold no capital letter and few are as long as the longest."""
    if len(lines) < 5 or sum(line.text == line.text.lower() for line in lines) < len(lines) * 0.7:
        return False
    return sum(length >= lengths[-1] * 0.8 for length in lengths) <= len(lengths) * 0.4


def _closes_items(lines: tuple[Line, ...]) -> bool:
    """Whether what stands above an item of a list is nearly always closed: an open line is not the whole item."""
    closed: list[bool] = []
    listed = False
    for line, later in pairwise(lines):
        listed = DASH_START.match(line.text) is not None or (listed and not STARTS.match(line.text))
        if listed and DASH_START.match(later.text):
            closed.append(is_closed(line.text))
    return len(closed) >= 5 and sum(closed) >= len(closed) * 0.85


def is_closed(line: str) -> bool:
    """Whether a line ends with a sign that closes a sentence, an item or the whole paper."""
    return line.rstrip().endswith((".", ";", ":", "!", "?", "/"))


def margin_of(lines: tuple[Line, ...]) -> int | None:
    """Where most lines that begin in the midst of a sentence begin."""
    midst = Counter(
        indent_of(line.text) for line in lines if line.text.lstrip()[:1].islower() and not STARTS.match(line.text)
    )
    at, count = midst.most_common(1)[0] if midst else (0, 0)
    return at if count >= 4 and count >= midst.total() * 0.7 else None


def indent_of(text: str) -> int:
    """How far from the margin a line begins."""
    return len(text) - len(text.lstrip())
