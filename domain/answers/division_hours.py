"""Where and when a division meets: by its own line, by its items, by the item in which all of them meet."""

import re
from datetime import date, time

from domain.answers.asked import Asked, sources_of
from domain.answers.division_names import CALLED_BY, DOING, FEW, LONGEST, NOUNS, in_scope, timed
from domain.answers.divisions import Division, divisions_of
from domain.answers.holding import CLEAR
from domain.answers.item_times import session_times
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.texts import letters_of, meanings
from domain.answers.values import Answer, Quoted, WhereIs
from domain.answers.whereabouts import common_place
from domain.conference import Session
from domain.dates import DayPart

_PLACED = re.compile(
    r"\b(?:phòng(?! (?:nội|tài|văn|hành|tổ|công|kế|giáo|chính))|hội trường|giảng đường|nhà|dãy|tầng|lầu|sảnh|sân|trụ sở"
    r"|trường (?:TH|tiểu|trung|THCS|THPT|chính)|trung tâm|room|hall|floor|building)\s|\b[A-Z]{1,3}\d?[.-]?\d{2,}",
    re.IGNORECASE,
)


_ALSO_WHEN = re.compile(r"\b(?:buoi nao|may gio|gio nao|luc nao|ngay nao|khi nao|bao gio|when|what time)\b")


def of_place(asked: Asked, named: list[Division]) -> Answer | None:
    """Where it meets, by its own line, else by its items."""
    if not (asked.u.score(Kind.WHERE) >= CLEAR or asked.u.score(Kind.ROOM) >= CLEAR):
        return None
    division = named[0]
    with_hours = asked.u.score(Kind.WHEN) >= CLEAR or _ALSO_WHEN.search(asked.u.key) is not None
    if any(map(_PLACED.search, division.lines)):
        lines = [line for line in division.lines if _PLACED.search(line) or (with_hours and _HOUR.search(line))]
        return Quoted(texts=tuple(line[:LONGEST] for line in lines[:FEW]))
    if with_hours:
        return None
    items = in_scope(asked, division)
    items = [item for item in items if item.room or item.place] or items
    if not 0 < len(items) <= FEW or not (asked.conference.venue or items[0].room or items[0].place):
        return None
    return WhereIs(
        place=common_place(asked.conference.venue), lines=asked.placed_lines(items), sources=sources_of(items)
    )


def of_hours(asked: Asked, named: list[Division]) -> Answer | None:
    """When its items are in the part that is named; of several divisions the lines that give each its hour."""
    if asked.u.score(Kind.WHEN) < CLEAR:
        return None
    items = [item for division in named for item in timed(asked, in_scope(asked, division)) if item.start is not None]
    items = _meant(asked, items) or _shared(asked, named[0].noun) if len(named) == 1 else items
    if items and len(items) <= FEW:
        return session_times(asked, items, "start")
    if (held := in_its_half(asked, named[0])) is not None:
        return held
    lines = [next(iter(line for line in each.lines if _HOUR.search(line)), None) for each in named]
    told = tuple(dict.fromkeys(line[:LONGEST] for line in lines if line))
    return Quoted(texts=told) if told and all(lines) else None


def in_its_half(asked: Asked, division: Division) -> Answer | None:
    """The item that is meant among those of the half day in which the division meets: "Khối 10: buổi sáng"."""
    text = " ".join((division.label, *division.lines))
    parts = [part for part, named in _HALVES.items() if named.search(text)]
    if len(parts) != 1 or asked.u.score(Kind.WHEN) < CLEAR or division.items:
        return None
    own = meanings(text) | {*division.noun.split()}
    whole = asked.index.own_units | _HELD
    units = tuple(unit for unit in asked.specific() if unit.code not in own)
    if all(unit.is_in(whole) for unit in units):
        return None
    found = asked.sessions(units)
    held = [s for s in found if (start := asked.start_of(s)) is not None and parts[0].covers(start)]
    return session_times(asked, held, "start") if len(held) == 1 else None


_HELD = words_in("hoc hop du to chuc dien ra bat dau")
_HALVES = {
    DayPart.MORNING: re.compile(r"\b(?:sáng|sang|morning)\b", re.IGNORECASE),
    DayPart.AFTERNOON: re.compile(r"\b(?:chiều|chieu|afternoon)\b", re.IGNORECASE),
}


def of_all_divisions(asked: Asked, known: tuple[Division, ...]) -> Answer | None:
    """When or where all of a noun meet: "các tiểu ban bắt đầu lúc mấy giờ"."""
    all_of = _ALL_OF.search(asked.u.key)
    each = [division for division in known if all_of and division.noun in NOUNS[all_of["noun"]]]
    if not each or any(unit.code not in DOING and not unit.code.isdecimal() for unit in asked.specific()):
        return None
    if asked.u.score(Kind.WHEN) >= CLEAR and (held := _shared(asked, each[0].noun)):
        return session_times(asked, held, "start")
    if asked.u.score(Kind.WHERE) >= CLEAR or asked.u.score(Kind.ROOM) >= CLEAR:
        lines = [next((line for line in one.lines if _PLACED.search(line)), None) for one in each]
        return Quoted(texts=tuple(line[:LONGEST] for line in lines if line)) if all(lines) else None
    return None


_ALL_OF = re.compile(
    rf"\b(?:cac|tat ca|moi|tung|ca|the|all) (?:(?:the )?\d )?(?P<noun>{CALLED_BY})s?\b(?! (?:truong|pho)\b)"
)


def _meant(asked: Asked, items: list[Session]) -> list[Session]:
    """Of its items those whose titles say what else the question does; all where it says nothing else."""
    said = {unit.code for unit in asked.specific()} - DOING
    said = {code for code in said if not code.isdecimal()}
    return [item for item in items if said and said <= meanings(item.title)] or items


def _shared(asked: Asked, noun: str) -> list[Session]:
    """The item in which all divisions meet: "Phiên tiểu ban", "Thảo luận tại tổ"; of several the first."""
    of_all = re.compile(rf"{_TOGETHER}(?:0?\d )?{noun}\b(?! (?:truong|pho)\b)")
    own = {item.id for division in divisions_of(asked.index) for item in division.items}
    items = [item for item in asked.index.programme.sessions if item.start is not None and item.id not in own]
    found = [item for item in items if of_all.match(letters_of(item.title.partition("(")[0]))]
    found = [item for item in found if asked.in_scope(item)]
    return sorted(found, key=lambda item: (item.day or date.max, item.start or time.max))[:1]


_TOGETHER = r"(?:(?:cac|phien|hop|thao luan|lam viec|chia|tai|o|theo|song song) )*"
_HOUR = re.compile(r"(?<!\d)\d{1,2} ?(?:h|g|giờ|:)(?=\d|\b)|\d{1,2}/\d{1,2}\b")
