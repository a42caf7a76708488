"""Where cars and motorcycles are left, whether they may be, and what that costs: the clauses that speak of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from domain.answers.affirming import affirmed
from domain.answers.asked import Asked, sources_of
from domain.answers.holding import CLEAR
from domain.answers.index import Index, facts_of
from domain.answers.practical import caretakers
from domain.answers.preparing import prepared
from domain.answers.query import Kind
from domain.answers.texts import letters_of
from domain.answers.values import Answer, Practical, Responsible
from domain.answers.whereabouts import NOUNS, place_in
from domain.conference import Programme, Task
from domain.vietnamese import CAPITALS

_LEAVES = r"(?:gui|giu|trong|trong giu|do|dau|de|bai|nha|cat)"
_VEHICLE = r"(?:xe|o to|oto|car|motorbike|motorcycle)"
_PARKS = re.compile(
    rf"\b{_LEAVES} (?:(?:cac|cho|loai|do|dau|de|gui) ){{0,2}}{_VEHICLE}\b(?! (?:don|dua))"
    rf"|\b{_VEHICLE}\b(?: \w+){{0,7}}? (?:gui|do|(?<!o )(?<!tai )(?<!tu )dau|de)\b(?! (?:don|dua|thi|nghi|xuat|cu|tu))"
    r"|\bpark\w*\b"
    rf"|\b(?:cong|cua|loi)\b[^;]*\b{_VEHICLE}\b|\b{_VEHICLE}\b[^;]*\b(?:vao|ra|di) (?:\w+ )?(?:cong|cua|loi)\b"
)
_NOT_PARKED = re.compile(
    r"\bxe (?:\d+ cho )?(?:don|dua|cuu thuong|cuu hoa)\b|\b(?:phu hieu|bien so|tien|xang) xe\b|\bde nghi\b"
)
_CAR = re.compile(r"\b(?:o to|oto|xe hoi|xe con|xe \d+ cho|cars?)\b")
_BIKE = re.compile(r"\b(?:xe (?:gan )?may|xe dap|mo to|moto|honda|motor\w*|bikes?|bicycles?)\b")
_FEE = re.compile(
    r"\b(?:mat tien|mat phi|mien phi|tinh phi|thu phi|ton tien|bao nhieu tien|phi gui|gia|free|pay|cost)\b"
)
_TELLS_FEE = re.compile(r"\bmiễn phí|không thu|\d ?(?:đồng|đ\b|k\b)|\bfree\b", re.IGNORECASE)
_TELLS_PLACE = re.compile(rf"\b(?:tại|ở|trong|trước|sau|trên|at|in)\s|\b(?:{NOUNS})\s+\S", re.IGNORECASE)

_BORDER = re.compile(rf";\s+|\.\s+(?=[{CAPITALS}])|,\s+(?=(?:bố trí|trông|giữ|gửi|xe|ô tô)\b)", re.IGNORECASE)
_KINDS_IN_BRACKETS = re.compile(r"(?P<place>(?:[^\s(),;]+ ){1,7}?)\((?P<kind>[^()]*)\)(?: và |,\s*|$)")

_AT = re.compile(r"\b(?:tại|ở)\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A clause that speaks of leaving a vehicle, with the task that it is of."""

    text: str
    task: Task | None = None


def parked(asked: Asked) -> Answer | None:
    """What the paper says of leaving the vehicle asked about; None where nothing is asked of that."""
    if not _asks_of_parking(asked) or not (lines := _lines(asked.index)):
        return None
    key, price = asked.u.key, _FEE.search(asked.u.key) is not None
    meant = _of_kind(key, lines)
    placed = [line for line in meant if _TELLS_PLACE.search(line.text)]
    if price:
        meant = [line for line in meant if _TELLS_FEE.search(line.text)]
    else:
        meant = placed if placed or asked.u.score(Kind.WHERE) >= CLEAR else meant
    if "cong" in asked.u.words:
        meant = [line for line in meant if "cổng" in line.text.lower()]
    if not meant:
        return asked.no_information("parking", by=caretakers(asked, "parking"))
    return _told(asked, meant[:_MOST], price)


def _told(asked: Asked, meant: list[Line], price: bool) -> Answer:
    tasks = [line.task for line in meant if line.task is not None]
    if asked.u.score(Kind.WHERE) >= CLEAR and len(tasks) == len(meant):
        done = tuple(replace(asked.task_line(task), text=line.text) for task, line in zip(tasks, meant, strict=True))
        return Responsible(tasks=done, place=place_in(meant[0].text), sources=sources_of(tasks))
    found = Practical(topic="parking", texts=tuple(dict.fromkeys(line.text for line in meant)))
    return affirmed(asked, found) if asked.u.asks(Kind.EXISTS) and not price else found


_MOST = 3


def _asks_of_parking(asked: Asked) -> bool:
    if not ("parking" in asked.u.concepts or _PARKS.search(asked.u.key)) or _NOT_PARKED.search(asked.u.key):
        return False
    others = max(asked.u.score(Kind.WHO), asked.u.score(Kind.COUNT))
    return others < CLEAR or _FEE.search(asked.u.key) is not None


def _of_kind(key: str, lines: list[Line]) -> list[Line]:
    """The clauses for the kind of vehicle named, else those for any; of the other kind alone none."""
    named, other = (_CAR, _BIKE) if _CAR.search(key) else (_BIKE, _CAR)
    if not named.search(key):
        return lines
    parts = [part for line in lines for part in _by_kind(line)]
    own = [part for part in parts if named.search(letters_of(part.text))]
    return own or [part for part in parts if not other.search(letters_of(part.text))]


def _by_kind(line: Line) -> list[Line]:
    """ "bãi xe tại tầng hầm (ô tô) và cổng số 2 (xe máy)": a clause for each kind."""
    kinds = [*_KINDS_IN_BRACKETS.finditer(line.text)]
    if len(kinds) < 2 or not all(re.search(_VEHICLE, letters_of(kind["kind"])) for kind in kinds):
        return [line]
    parts = ((kind["kind"].strip(), _AT.split(kind["place"])[-1].strip()) for kind in kinds)
    return [replace(line, text=f"{kind[:1].upper()}{kind[1:]}: tại {place}") for kind, place in parts]


_SURNAME = re.compile(rf"\bĐ(?:ỗ|ậu)(?= [{CAPITALS}])")
"""Somebody called so parks nothing."""


@prepared
def _lines(index: Index) -> list[Line]:
    if "parking" not in index.cache:
        index.cache["parking"] = [*_read_lines(index.programme)]
    return cast(list[Line], index.cache["parking"])


def _read_lines(programme: Programme) -> Iterator[Line]:
    lines = [Line(task.text, task) for task in programme.tasks if task.unit is not None]
    lines += [Line(fact.text) for fact in facts_of(programme)]
    told: set[str] = set()
    for line in lines:
        for clause in _BORDER.split(line.text):
            key = letters_of(_SURNAME.sub("", clause))
            if _PARKS.search(key) and not _NOT_PARKED.search(key) and not any(key in one for one in told):
                told.add(key)
                yield replace(line, text=clause.strip(" .;,"))
