"""Groups, vehicles and rooms told on lines of their own: a name, and under it the same labels as under the next."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from documents.plan.committees import leads_to_duties
from documents.plan.nodes import Node
from documents.plan.words import AGENDA, PEOPLE, PLACE, PURPOSE, TIME, WORK, clean, meanings, squeeze
from domain.conference import Source
from domain.dates import find_clocks
from domain.listed import BAR, Row
from domain.vietnamese import search_key

_LONGEST_LABEL = 6  # words
_LONGEST_NAME = 20
_LEAST = 2  # names, and times that a label comes again


def blocks_of(node: Node, caption: str) -> Iterator[tuple[Row, Source]]:
    """ "Tổ 2 - khối xã, thẻ xanh" over "Phòng: …" and "Tổ trưởng: …" is one row: all that is told of it."""
    told = [*_beside_each_other(node.children)] or [*_under_each(node.children)]
    if len(told) < _LEAST or any(leads_to_duties(line.text) for _, lines in told for line in lines):
        return
    title = _title([name.text for name, _ in told])
    for name, lines in told:
        cells = ((title, clean(name.text)), *((squeeze(line.label), clean(line.value)) for line in lines))
        quoted = "\n".join(line.para.source_text for line in (name, *lines))
        yield Row(caption, cells), Source(quoted, name.para.first, lines[-1].para.last)


def gather_events(parent: Node, inside: frozenset[str] = frozenset()) -> None:
    """Put "Thời gian: …" and "Địa điểm: …" of several events under the name above them: "Cụm 1", "Cụm 2"."""
    inside |= meanings(parent.label)
    told = [] if inside & _READ_OTHERWISE else [*_beside_each_other([*_led(parent.children)])]
    dated = [name for name, lines in told if any(meanings(line.label) & {TIME, PLACE} for line in lines)]
    if len(dated) >= _LEAST and not any(name.value or name.children for name in dated):
        for name, lines in told:
            name.kind = "lead"
            name.children.extend(lines)
            for line in lines:
                line.parent = name
        under = {id(line) for _, lines in told for line in lines}
        parent.children[:] = [child for child in parent.children if id(child) not in under]
    for child in parent.children:
        if child.children:
            gather_events(child, inside)


def _led(lines: Sequence[Node]) -> Iterator[Node]:
    """The lines with the first name that stands under what leads to all of them: "Chia làm 3 cụm:"."""
    for line in lines:
        names = line.kind == "lead" and all(under.kind == "text" and not under.value for under in line.children)
        yield from line.children if names and line.children else (line,)


_READ_OTHERWISE = frozenset({AGENDA, WORK, PEOPLE, PURPOSE})


def lines_of_blocks(root: Node) -> frozenset[int]:
    """The lines of all groups with their names: they give nobody work, and a number there is that of one house."""
    told = (source for node in (root, *root.walk()) if node.children for _, source in blocks_of(node, ""))
    return frozenset(line for source in told for line in range(source.first, source.last + 1))


def _beside_each_other(lines: Sequence[Node]) -> Iterator[tuple[Node, list[Node]]]:
    """A line that names, and those behind it with labels that come again under the next name."""
    labels = _again(lines)
    at = 0
    while labels and at < len(lines) - 1:
        name, to = lines[at], at + 1
        while to < len(lines) and _label(lines[to]) in labels:
            to += 1
        if to > at + 1 and _label(name) not in labels and _is_name(name):
            yield name, [*lines[at + 1 : to]]
        at = max(to, at + 1)


def _under_each(names: Sequence[Node]) -> Iterator[tuple[Node, list[Node]]]:
    """Headings that hold lines with the same labels."""
    labels = _again([line for name in names for line in name.children])
    for name in names:
        lines = name.children
        whole = all(_label(line) in labels and not line.children for line in lines)
        if lines and labels and whole and name.kind != "caps" and _is_name(name):
            yield name, [*lines]


def _again(lines: Sequence[Node]) -> frozenset[str]:
    """The labels that come more than once, as often as the names they stand under."""
    counted = Counter(label for line in lines if (label := _label(line)))
    return frozenset(label for label, number in counted.items() if number >= _LEAST)


def _label(line: Node) -> str:
    """The label of a line that says one thing, in plain letters; nothing where it has none."""
    if line.kind in ("row", "block", "close") or not line.value or len(line.label.split()) > _LONGEST_LABEL:
        return ""
    return "" if any(map(str.isdigit, line.label)) else search_key(line.label)


def _is_name(line: Node) -> bool:
    text = line.text.rstrip(" :")
    timed = find_clocks(text[:16])
    return (
        line.kind not in ("row", "close")
        and len(text.split()) <= _LONGEST_NAME
        and not (timed and timed[0].at == 0)
        and not text.endswith(".")
        and BAR not in text
    )


def _title(names: Sequence[str]) -> str:
    """What the names are: the words that all of them begin with, before their number."""
    first = [words for name in names if (words := _BEFORE_NUMBER.match(name))]
    kinds = {search_key(words["kind"]) for words in first}
    return squeeze(first[0]["kind"]) if len(first) == len(names) and len(kinds) == 1 else _NAME


_BEFORE_NUMBER = re.compile(r"(?P<kind>[^\W\d_]+(?: [^\W\d_]+){0,2}?)(?: số)? (?=\d|[IVX]+\b|[A-HĐ]\b)")
_NAME = "Tên"
