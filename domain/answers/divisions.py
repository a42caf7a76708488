"""What a conference is divided into: classes, subcommittees, groups, grades, rounds, with all that is said of each.

A division is a noun with a label ("lớp 3", "tiểu ban 2", "đợt sáng"), the lines of the paper that begin with it and
the items that are called so. A paper has divisions of a noun where it speaks so of at least two.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from domain.answers.index import Index, facts_of
from domain.answers.preparing import prepared
from domain.answers.texts import letters_of
from domain.conference import Programme, Session
from domain.listed import BAR, parsed

_NOUN = r"lớp|tiểu ban|phân ban|nhóm|khối|tổ|đội|cụm|đợt|track|group|class|team|subcommittee"
_ONE = r"\d{1,2}|[IVX]{1,4}|[A-H]|sáng|chiều"
_LABEL = rf"(?P<noun>{_NOUN})\s+(?:số\s+|thứ\s+)?(?P<label>{_ONE})\b(?![./-]\d)"
_BEGIN = re.compile(
    rf"(?:(?<=^)|(?<=[.;(·]\s)|(?<=[;(])|(?<=\s[–-]\s)){_LABEL}"
    rf"(?P<more>(?:,\s*| và )(?:(?:{_NOUN})\s+)?(?:\d{{1,2}}|[IVX]{{1,4}}|[A-H])\b(?![./-]?\d))*",
    re.IGNORECASE,
)
"""Where a text begins to speak of a division: "Lớp 2 (75 học viên): …", "Khối 11 và khối 12: …", "Nhóm 1: …"."""

_BULLET = re.compile(r"^\s*(?:[-–+•*]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|#+)\s+")
_FEWEST = 2

Name = tuple[str, str]
"""The noun and the label of a division."""


@dataclass(frozen=True, slots=True)
class Division:
    """One of several of a noun: its lines, and its items in the order of the agenda."""

    noun: str
    label: str
    lines: tuple[str, ...]
    items: tuple[Session, ...]


@prepared
def divisions_of(index: Index) -> tuple[Division, ...]:
    """All divisions of the programme, read once."""
    if "divisions" not in index.cache:
        index.cache["divisions"] = tuple(_read(index.programme))
    return cast(tuple[Division, ...], index.cache["divisions"])


def _read(programme: Programme) -> Iterator[Division]:
    lines: dict[Name, list[str]] = {}
    for text in _texts(programme):
        for names, piece in _pieces(text):
            for name in names:
                lines.setdefault(name, []).append(piece)
    items: dict[Name, list[Session]] = {}
    for session in programme.sessions:
        for name in named_first(session.title):
            items.setdefault(name, []).append(session)
    known = dict.fromkeys((*lines, *items))
    for name in known:
        if sum(other[0] == name[0] for other in known) >= _FEWEST:
            yield Division(*name, _longest(lines.get(name, ())), tuple(items.get(name, ())))


def _longest(lines: Iterable[str]) -> tuple[str, ...]:
    """Each line once, without those that another one holds."""
    once = tuple(dict.fromkeys(lines))
    return tuple(line for line in once if not any(line != other and other.startswith(line) for other in once))


def _texts(programme: Programme) -> Iterator[str]:
    """What may speak of divisions: as it was written, whole, whatever was filed of it."""
    for group in programme.groups:
        yield f"{group.level}: {group.description}" if _BEGIN.match(group.level) else group.description
    for fact in facts_of(programme):
        written = None if BAR in fact.text else fact.source
        yield fact.text if written is None else written.quote
        yield fact.text
        if BAR in fact.text and (row := parsed(fact.text)) is not None and named_first(row.cells[0][1]):
            yield f"{row.cells[0][1]}: " + "; ".join(f"{head}: {value}" for head, value in row.cells[1:])
    for moment in programme.moments:
        yield f"{moment.what}: {moment.text}" if named_first(moment.what) else moment.text
    yield from (session.title for session in programme.sessions if not named_first(session.title))
    yield from (f"{unit.name}: {unit.role}" for unit in programme.units if unit.role)


def named_first(title: str) -> list[Name]:
    """The divisions that a title begins with."""
    found = _BEGIN.match(title)
    return _names(found) if found else []


def _pieces(text: str) -> Iterator[tuple[list[Name], str]]:
    """The pieces of a text that each begin with a division."""
    plain = _BULLET.sub("", text)
    begun = list(_BEGIN.finditer(plain))
    ends = [*(found.start() for found in begun[1:]), len(plain)]
    for found, end in zip(begun, ends, strict=False):
        inside = plain[: found.start()].endswith("(")
        piece = (plain[found.start() : end].partition(")")[0] if inside else plain[found.start() : end]).strip(
            " .;,·–-"
        )
        if len(piece) > len(found[0]) + 1 and (not inside or ":" in piece):
            yield _names(found), piece.rstrip(")") if piece.count(")") > piece.count("(") else piece


def _names(found: re.Match[str]) -> list[Name]:
    noun = letters_of(found["noun"])
    labels = [found["label"], *re.findall(r"\b(?:\d{1,2}|[IVX]{1,4}|[A-H])\b", found["more"] or "")]
    return [(noun, label_of(label)) for label in labels]


def label_of(written: str) -> str:
    """A label as it is compared: "02" and "II" are "2"."""
    folded = letters_of(written)
    return _ROMAN.get(folded, folded.lstrip("0"))


_ROMAN = {roman: str(at) for at, roman in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), 1)}
