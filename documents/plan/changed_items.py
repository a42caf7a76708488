"""The items of a programme as they stand after a notice of change: moved, in other rooms and hands, dropped, added."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from documents.plan.agenda_items import read_clause
from documents.plan.change_forms import Turn, is_general
from documents.plan.changes import Change
from documents.plan.halls import INDOORS
from documents.plan.row_people import is_person
from documents.plan.words import clean
from domain.conference import CHANGED, Fact, Source
from domain.dates import find_clocks, find_dates
from domain.likeness import likeness
from domain.plan import PlanDraft, PlanSession, PlanTime, Sourced
from domain.vietnamese import search_key, words

Items = tuple[Sourced[PlanSession], ...]

_IDLE = frozenset(words("phan phien buoi muc noi dung hoat dong tiet cua the of va cac and"))
_HON = re.compile(
    r"(?:đồng chí|đ/c|ông|bà|thầy|cô|anh|chị|cha|(?:gs|pgs|ts|ths|bs\w*|cn\w*|ks|ds|dr|prof|mr|mrs|ms)\b)", re.I
)
_AT = re.compile(r"^(?:tại|ở|in|at|on)\s+", re.IGNORECASE)
_WHEN_WORDS = re.compile(
    r"\b(?:từ|lúc|vào|ngày|hết|sáng|chiều|tối|thứ \w+|chủ nhật|on|at|from|\w+day|cùng ngày)\b", re.I
)
_LASTS = re.compile(r"(?:thời lượng|trong|kéo dài)\s+(?P<minutes>\d{1,3})\s+phút", re.IGNORECASE)
_PLACE = re.compile(rf"(?:{INDOORS}|phòng|tầng|nhà|xưởng|sân|room|hall|studio|lab|the\b)", re.IGNORECASE)
_MEANT = 0.7
_NUMBER_ALONE = re.compile(
    r"(?:buổi|phiên|bài|mục|tiết|nội dung|stt|số|session|item|part)\s+0?(\d{1,2})", re.IGNORECASE
)
_NOON = time(12)


def changed(draft: PlanDraft, changes: tuple[Change, ...], year: int | None) -> PlanDraft:
    """The draft with its items as the changes have them; those taken away are named as dropped."""
    sessions = _as_moved_whole(draft.sessions, changes, year)
    dropped = draft.dropped
    only = draft.starts_on.value if draft.starts_on and draft.starts_on == draft.ends_on else None
    for change in changes:
        if change.turn is Turn.ADDED:
            sessions = _with_added(sessions, change, year, only)
        elif change.turn is Turn.DROPPED:
            gone = _meant(sessions, change)
            sessions = tuple(each for each in sessions if each not in gone)
            dropped = (*dropped, *(Sourced(each.value.title, change.source, 0.8) for each in gone))
        elif change.turn is not Turn.READS and not is_general(change.about):
            sessions = _moved(sessions, change, year, draft.times)
    times = tuple(_time_as_now(each, changes, year) for each in draft.times)
    facts = _still_said(draft, {each.source: each.value for each in sessions})
    return replace(draft, sessions=sessions, dropped=dropped, times=times, facts=facts)


def _still_said(draft: PlanDraft, now: dict[Source, PlanSession]) -> tuple[Fact, ...]:
    """The statements without those that tell an item as it was."""
    gone = [each for each in draft.sessions if now.get(each.source) != each.value]
    return tuple(fact for fact in draft.facts if fact.topic == CHANGED or not any(_tells(fact, each) for each in gone))


def _tells(fact: Fact, item: Sourced[PlanSession]) -> bool:
    source = fact.source
    beside = source is not None and source.first <= item.source.last and item.source.first <= source.last
    return beside and search_key(item.value.title) in search_key(fact.text)


def _as_moved_whole(sessions: Items, changes: tuple[Change, ...], year: int | None) -> Items:
    """The items by as much earlier or later in the day as the whole, where the notice tells both hours."""
    for change in changes:
        was, now = find_clocks(change.was), find_clocks(change.now)
        if change.turn is not Turn.MOVED or not is_general(change.about) or not was or not now:
            continue
        starts = [each.value.start for each in sessions if each.value.start]
        days = {each.value.day for each in sessions if each.value.day}
        if len(days) == 1 and starts and min(starts) >= was[0].clock and was[0].clock != now[0].clock:
            day = next(iter(days))
            later = datetime.combine(date(2000, 1, 1), now[0].clock) - datetime.combine(date(2000, 1, 1), was[0].clock)
            return tuple(_later(each, day, later) for each in sessions)
    return sessions


def _time_as_now(told: Sourced[PlanTime], changes: tuple[Change, ...], year: int | None) -> Sourced[PlanTime]:
    """The time of a part or a rehearsal that a change names, at its new day and hour."""
    value = told.value
    for change in changes:
        clocks, days = find_clocks(change.now), find_dates(change.now, year)
        if (
            change.turn is not Turn.MOVED
            or not _names(change.about, value.what)
            or not isinstance(value.start, datetime)
        ):
            continue
        day = days[0].first if days else value.start.date()
        if clocks or days:
            start = datetime.combine(day, clocks[0].clock if clocks else value.start.time())
            value = replace(value, start=start, end=None if clocks else value.end, text=change.now)
    return replace(told, value=value) if value is not told.value else told


def _names(about: str, what: str) -> bool:
    return bool(what) and not is_general(about) and search_key(about) in search_key(what)


def _meant(sessions: Items, change: Change) -> Items:
    """The item that a change names; of several that are called so the one at its former hour or in its former room."""
    numbered = _NUMBER_ALONE.fullmatch(change.about)
    rows = [
        each
        for each in sessions
        if numbered and re.search(rf"\A\W*{numbered[1]}\s*[|·.)]|\({numbered[1]}\)", each.source.quote)
    ]
    if len(rows) == 1 and not any(search_key(change.about) in search_key(each.value.title) for each in sessions):
        return tuple(rows)
    scored = [(_likely(each.value, change), each) for each in sessions]
    best = max((score for score, _ in scored), default=(0.0, 0, 0.0))
    if best[0] < _MEANT:
        return ()
    found = tuple(each for score, each in scored if score == best)
    one = len(found) == 1 or (change.turn is Turn.DROPPED and len({each.value.title for each in found}) == 1)
    return found if one else ()


def _likely(item: PlanSession, change: Change) -> tuple[float, int, float]:
    wanted = [word for word in search_key(change.about).split() if word not in _IDLE]
    title = search_key(item.title).split()
    known = {*title, *search_key(f"{item.responsible or ''} {item.part_of or ''}").split()}
    exact = [word for word in wanted if word.isdigit() or len(word) == 1]
    if not wanted or any(word not in known for word in exact) or not set(wanted) & set(title):
        return 0.0, 0, 0.0
    share = sum(word in known for word in wanted) / len(wanted)
    return (1.0 if share >= _MEANT else share), _was_there(item, change.was), likeness(item.title, change.about)


def _was_there(item: PlanSession, was: str) -> int:
    clocks = find_clocks(was)
    at_hour = bool(clocks) and item.start == clocks[0].clock
    there = any(place and search_key(place) in search_key(was) for place in (item.room, item.place, item.responsible))
    return int(at_hour) + int(there)


def _moved(sessions: Items, change: Change, year: int | None, times: tuple[Sourced[PlanTime], ...]) -> Items:
    targets = _meant(sessions, change)
    if targets:
        now = _as_now(targets[0], change, year)
        at = sessions.index(targets[0])
        if (now.value.day, now.value.start) == (targets[0].value.day, targets[0].value.start):
            return (*sessions[:at], now, *sessions[at + 1 :])
        return _in_order((*sessions[:at], *sessions[at + 1 :]), now)
    return _block_moved(sessions, change, year, times)


def _as_now(item: Sourced[PlanSession], change: Change, year: int | None) -> Sourced[PlanSession]:
    value = item.value
    if change.turn is Turn.HANDED:
        return replace(item, value=replace(value, responsible=change.now))
    if change.turn is Turn.ENDS:
        return replace(item, value=replace(value, end=find_clocks(change.now)[0].clock))
    clocks, days = find_clocks(change.now), find_dates(change.now, year)
    if clocks:
        value = replace(value, start=clocks[0].clock, end=_end(value, change.now, clocks[0].clock, clocks[0].until))
    if days:
        value = replace(value, day=days[0].first)
    rest = besides(change.now, year)
    if rest and _is_who(rest, change):
        value = replace(value, responsible=rest)
    elif rest and (_PLACE.match(rest) or (change.was and not clocks and not days)):
        value = replace(value, room=rest, place=None)
    return replace(item, value=value)


def _end(item: PlanSession, now: str, start: time, until: time | None) -> time | None:
    lasts = _LASTS.search(now)
    if until is None and lasts:
        until = (datetime.combine(date(2000, 1, 1), start) + timedelta(minutes=int(lasts["minutes"]))).time()
    return item.end if until is None and item.start == start else until


def besides(text: str, year: int | None) -> str:
    """A place or person beside the day and hour of a new value."""
    text = _LASTS.sub("", text)
    spans = [(span.at, span.to) for span in find_clocks(text)] + [(span.at, span.to) for span in find_dates(text, year)]
    for at, to in sorted(spans, reverse=True):
        text = text[:at] + text[to:]
    parts = [clean(_WHEN_WORDS.sub("", _AT.sub("", part.strip()))).strip(" ()") for part in text.split(",")]
    return ", ".join(_AT.sub("", part) for part in parts if len(part) > 2)


def _is_who(rest: str, change: Change) -> bool:
    return (
        bool(_HON.match(rest))
        or is_person(rest)
        or bool(change.was and is_person(change.was) and not _PLACE.match(rest))
    )


# --- several at once ------------------------------------------------------------------------------------------------


def _block_moved(sessions: Items, change: Change, year: int | None, times: tuple[Sourced[PlanTime], ...]) -> Items:
    """The items of a part that is moved as one: those of its half of the day, from its former hour on."""
    was, now = find_clocks(change.was), find_clocks(change.now)
    was_day, now_day = find_dates(change.was, year), find_dates(change.now, year)
    named = any(search_key(change.about) in search_key(each.value.what) for each in times if each.value.what)
    if not was or not now or not named:
        return sessions
    begins = was[0].clock
    days = {each.value.day for each in sessions if each.value.start == begins}
    day = was_day[0].first if was_day else next(iter(days), None) if len(days) == 1 else None
    block = [each for each in sessions if each.value.day == day and _same_half(each.value.start, begins)]
    if day is None or not block:
        return sessions
    later = datetime.combine(day, now[0].clock) - datetime.combine(day, begins)
    to = now_day[0].first if now_day else day
    return tuple(_later(each, to, later) if each in block else each for each in sessions)


def _in_order(sessions: Items, item: Sourced[PlanSession]) -> Items:
    """The items with one more, before the first of its day that is later, behind the last that is not."""
    day, start = item.value.day, item.value.start
    places = [place for place, each in enumerate(sessions) if each.value.day == day]
    later = [place for place in places if start and (begins := sessions[place].value.start) and begins > start]
    at = later[0] if later else places[-1] + 1 if places else len(sessions)
    return (*sessions[:at], item, *sessions[at:])


def _same_half(start: time | None, begins: time) -> bool:
    return start is not None and start >= begins and (start < _NOON) == (begins < _NOON)


def _later(item: Sourced[PlanSession], day: date, by: timedelta) -> Sourced[PlanSession]:
    start, end = (clock and (datetime.combine(day, clock) + by).time() for clock in (item.value.start, item.value.end))
    return replace(item, value=replace(item.value, day=day, start=start, end=end))


def _with_added(sessions: Items, change: Change, year: int | None, only: date | None) -> Items:
    """The items with a new one where its hour is."""
    days = find_dates(change.now, year)
    item = next(iter(read_clause(change.now, year)), None)
    if item is None or not item.title or not (item.start or item.day or days):
        return sessions
    fresh = PlanSession(
        title=item.title,
        day=item.day or (days[0].first if days else only),
        start=item.start,
        end=item.end,
        room=item.room,
        responsible=item.responsible,
    )
    return _in_order(sessions, Sourced(fresh, change.source, 0.8))
