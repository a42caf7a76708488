"""Events that are told by their name and their day alone, each followed by its own programme where it has one."""

import re
from collections.abc import Sequence
from datetime import datetime, time

from documents.plan.agenda_events import (
    BLOCK,
    Known,
    Read,
    Sessions,
    activity_of,
    day_over,
    events_of_day,
    on_the_side,
    told_elsewhere,
)
from documents.plan.event_words import AT_PLACE, led_by, place_behind
from documents.plan.outline import Node
from documents.plan.places import PLACE_WORD, tidy_place
from documents.plan.table_schedule import occasions
from documents.plan.whens import day_of
from domain.dates import find_clocks, find_dates
from domain.plan import PlanSession, PlanTime, Sourced
from domain.vietnamese import search_key


def dated_events(root: Node, known: Known, read: Read) -> Sessions:
    """Named, dated lines under "Thời gian" that are events, in order, each followed by its own programme."""
    programmes = [s for _, sessions in read for s in sessions]
    of_day = {id(line) for line in events_of_day(root)}
    beside = [(id(line), activity_of(line, line, known, day_over(line, known.year))) for line in on_the_side(root)]
    beside = [(line, event) for line, event in beside if event.value.start]
    events = [event for line, event in beside if not (line in of_day and told_elsewhere(event.value, read))]
    taken: set[int] = set()
    scheduled = {occasion.row.source: occasion for occasion in occasions(root).values()}
    for item in known.times:
        if not _is_event(item, programmes):
            continue
        parts = [(i, s) for i, s in enumerate(programmes) if s.value.part_of == item.value.what]
        start = item.value.start
        told = scheduled.get(item.source)
        session = PlanSession(
            title=item.value.what,
            day=day_of(start) if start else None,
            start=start.time() if isinstance(start, datetime) else None,
            end=_end_that_day(item.value),
            room=told.place if told else _place_in(item.value.text),
            responsible=told.chair if told else led_by(item.source.quote),
        )
        events.append(Sourced(session, item.source, 0.85))
        events.extend(s for _, s in parts)
        taken.update(i for i, _ in parts)
    rest = [s for i, s in enumerate(programmes) if i not in taken]
    after = [event for event in events if _is_behind(event.value, rest)]
    return (*(event for event in events if event not in after), *rest, *after)


def _end_that_day(event: PlanTime) -> time | None:
    """The hour at which an event ends; one that lasts over days has none on its first."""
    ends = event.end if isinstance(event.end, datetime) else None
    return ends.time() if ends and event.start and day_of(event.start) == ends.date() else None


def _place_in(when: str) -> str | None:
    """Where an event is held by the words that tell when: "tại Nhà văn hóa thôn", or the place before the day."""
    at = AT_PLACE.search(when)
    if at is None and PLACE_WORD.match(when):
        found = [clock.at for clock in find_clocks(when)] + [span.at for span in find_dates(when, 2000)]
        begins = min(found, default=0)
        return tidy_place(_LEADS_TO_HOUR.sub("", when[:begins])).rstrip(" ,;(") or None
    return tidy_place(at[1]) if at else place_behind(when)


_LEADS_TO_HOUR = re.compile(
    r"[,\s]+(?:(?:mở cửa|bắt đầu|khai mạc|diễn ra)(?:\s(?:từ|lúc|vào|hồi))?|từ|lúc|vào|hồi)(?:\sngày)?\s*$",
    re.IGNORECASE,
)


def _is_behind(event: PlanSession, programmes: Sequence[Sourced[PlanSession]]) -> bool:
    """Whether an event follows the programme of its day: "Gala dinner: 18h30 cùng ngày"."""
    clocks = [s.value.start for s in programmes if s.value.day == event.day and s.value.start]
    return bool(clocks) and event.start is not None and event.start > max(clocks)


def _is_event(item: Sourced[PlanTime], programmes: Sequence[Sourced[PlanSession]]) -> bool:
    """A named time with an hour that no programme lists itself; a block with a programme is only its frame."""
    value = item.value
    if not value.what or not isinstance(value.start, datetime) or value.preparation:
        return False
    own = [s for s in programmes if s.value.part_of and search_key(s.value.part_of).startswith(search_key(value.what))]
    if BLOCK.fullmatch(value.what):
        return not own and not any(s.value.day == day_of(value.start) for s in programmes)
    same = any(s.value.day == day_of(value.start) and s.value.start == value.start.time() for s in programmes)
    return not same and (
        any(s.value.start for s in own) or not any(s.value.start for s in programmes) or _apart(value, programmes)
    )


def _apart(event: PlanTime, programmes: Sequence[Sourced[PlanSession]]) -> bool:
    """Whether an event lies on a day that no programme tells, or before the first that one tells of its day."""
    start = event.start
    if not isinstance(start, datetime) or re.search(r"họp", event.what, re.IGNORECASE):
        return False
    of_day = [s.value.start for s in programmes if s.value.day == start.date()]
    clocks = [clock for clock in of_day if clock]
    if clocks and of_day[0] is None:
        return False  # it opens with what the programme tells first
    dated = all(s.value.day for s in programmes)
    return dated and (not clocks or start.time() < min(clocks) or start.time() > max(clocks))
