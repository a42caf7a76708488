"""A programme that holds for each of several rounds: classes, groups, courses held one after the other."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from documents.plan.agenda_events import Known, Sessions
from documents.plan.agenda_loose import HEADINGS
from documents.plan.outline import Node
from documents.plan.whens import day_of
from domain.dates import find_dates
from domain.plan import PlanSession, Sourced
from domain.vietnamese import search_key

_KIND = r"(?:đợt|lớp|khóa|khoá|nhóm|cụm|round|group|class)"
NAMES_ROUND = re.compile(rf"{_KIND}\s+\S.{{0,60}}", re.IGNORECASE)
"""What one of several rounds is called: "Đợt 1", "Lớp xã Phú Lâm"."""
_NUMBERED = re.compile(rf"{_KIND}\s+(?:thứ\s+)?(?:\d|nhất|hai|ba|[IVX]+)\b", re.IGNORECASE)
_EVERY = re.compile(rf"(?:mỗi|các|từng|cả|chung|every|each|all)\s+(?:\S+\s+){{0,2}}?{_KIND}(?:e?s)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Round:
    name: str
    begins: date
    ends: date

    def holds(self, day: date | None) -> bool:
        return day is not None and self.begins <= day <= self.ends


def in_every_round(sessions: Sessions, programmes: list[Node], known: Known) -> Sessions:
    """The items of a programme that says that it is for all rounds ("Đợt 1", "Lớp 2"), on the days of each.

    A round whose days have items of their own is told by the paper itself.
    """
    rounds = _rounds(known) if any(map(_is_for_every_round, programmes)) else []
    if len(rounds) < _SEVERAL:
        return sessions
    first, *others = rounds
    sessions = _on_first(sessions, first)
    told = {item.value.day for item in sessions}
    model = [item for item in sessions if first.holds(item.value.day)]
    found = list(sessions)
    for other in others:
        if other.begins <= first.ends or any(other.holds(day) for day in told):
            continue
        shift = other.begins - first.begins
        found.extend(_moved(item, shift) for item in model)
    return tuple(_named(item, rounds) for item in found)


_SEVERAL = 2


def _is_for_every_round(programme: Node) -> bool:
    """Whether the programme says that it is for all: "(áp dụng cho mỗi lớp)", "04/8 với Đợt 1, 07/8 với Đợt 2"."""
    if programme.kind == "root":
        return False  # headings of the paper, and none of a programme
    heads = [programme.text, *(child.text for child in programme.walk() if child.kind in HEADINGS)]
    return any(_EVERY.search(head) or len(_NUMBERED.findall(head)) > 1 for head in heads)


def _rounds(known: Known) -> list[_Round]:
    """The rounds in the order of the paper: dated, alike in kind, and each called otherwise; else one on each day.

    "Các ngày 8, 9, 10/7; mỗi ngày một lớp" names none.
    """
    named: dict[str, _Round] = {}
    for told in known.times:
        what, start = told.value.what, told.value.start
        if start is not None and NAMES_ROUND.match(what) and not told.value.preparation:
            what = re.sub(r"\s*\([^()]*\)", "", what)
            named.setdefault(search_key(what), _Round(what, day_of(start), day_of(told.value.end or start)))
    kinds = {name.split()[0] for name in named}
    if len(kinds) == 1:
        return [*named.values()]
    whole = known.times[0].value.text if len(known.times) == 1 and not kinds else ""
    days = find_dates(whole, known.year)
    return [_Round("", day, day) for day in days[0].days] if len(days) == 1 and not days[0].is_range else []


def _on_first(sessions: Sessions, first: _Round) -> Sessions:
    """A programme of one day that no line tells is held on the day of the first round."""
    if first.begins != first.ends or any(item.value.day for item in sessions):
        return sessions
    return tuple(replace(item, value=replace(item.value, day=first.begins)) for item in sessions)


def _moved(item: Sourced[PlanSession], shift: timedelta) -> Sourced[PlanSession]:
    day = item.value.day
    return replace(item, value=replace(item.value, day=day + shift)) if day else item


def _named(item: Sourced[PlanSession], rounds: list[_Round]) -> Sourced[PlanSession]:
    """The item as a part of the one round that is held on its day, where the programme has no parts of its own."""
    own = [each for each in rounds if each.holds(item.value.day)]
    free = item.value.part_of is None and item.value.within is None
    if len(own) != 1 or not free or not own[0].name or search_key(item.value.title) == search_key(own[0].name):
        return item
    whole = PlanSession(title=own[0].name)
    return replace(item, value=replace(item.value, part_of=whole.title, within=whole))
