"""A part of the conference ("phiên thứ hai (chính thức)", "phần hội"): its items, when it begins and ends."""

from dataclasses import replace
from datetime import datetime, time

from domain.answers import named
from domain.answers.asked import IN_PART, Asked
from domain.answers.headings import headed
from domain.answers.index import Index, local
from domain.answers.item_times import moment_times, session_times
from domain.answers.texts import codes_of
from domain.answers.values import Answer, SessionTimes
from domain.answers.whole import asks_both_ends, closing, ends_it, instant_of
from domain.conference import Moment, Session, SessionState
from domain.dates import DayPart
from domain.vietnamese import search_key


def part_of(asked: Asked) -> named.Part | None:
    """The part that the question names, and nothing besides: a moment, or an item with items of its own."""
    part = named.called(asked)
    if isinstance(part, Session) and part.id not in asked.index.children:
        return None
    return part


def items_of(index: Index, part: named.Part) -> list[Session]:
    """The items of a part that have an hour, in order; none where the paper does not tell which they are."""
    if isinstance(part, Moment):
        same = [s for s in index.programme.sessions if s.id in index.children and _called(s) == search_key(part.what)]
        if len(same) != 1:
            return _of_half(index, part)
        part = same[0]
    return sorted((s for s in index.children.get(part.id, ()) if _timed(s)), key=instant_of)


def _called(session: Session) -> str:
    return search_key(session.title)


def _timed(session: Session) -> bool:
    return session.start is not None and session.day is not None and session.state is not SessionState.CANCELLED


def _of_half(index: Index, moment: Moment) -> list[Session]:
    """What is on in the part of the day that a moment names, where no other moment has the same."""
    day, _ = local(moment.start)
    halves = _halves(moment)
    named_ones = (*index.programme.moments, *headed(index))
    others = [
        m for m in named_ones if m.what and m is not moment and m.what != moment.what and local(m.start)[0] == day
    ]
    if day is None or any(not halves or not _halves(m) or halves & _halves(m) for m in others):
        return []
    found = [s for s in index.programme.sessions if s.day == day and s.id not in index.children and _timed(s)]
    held = [s for s in found if not halves or any(half.covers(s.start or time.min) for half in halves)]
    return sorted(held, key=instant_of)


def _halves(moment: Moment) -> frozenset[DayPart]:
    """The parts of the day that a moment fills; none where it may be the whole day."""
    if "cả ngày" in moment.text:
        return frozenset()
    if isinstance(moment.start, datetime):
        begins = moment.start.time()
        ends = moment.end.time() if isinstance(moment.end, datetime) else begins
        return frozenset(half for half in _OF_DAY if half.covers(begins) or half.covers(ends))
    return frozenset(half for half in _OF_DAY if IN_PART[half].search(f"{moment.what} {moment.text}"))


_OF_DAY = (DayPart.MORNING, DayPart.AFTERNOON, DayPart.EVENING)


def times_of(asked: Asked, part: named.Part, kind: str) -> Answer | None:
    """When a part begins or ends, or how long it is: by its own hours, else by those of its items."""
    both = kind == "duration" or asks_both_ends(asked)
    if isinstance(part, Session) and part.start is not None and (part.end is not None or kind == "start"):
        return session_times(asked, [part], kind)
    if isinstance(part, Moment) and (part.end if kind == "end" or both else isinstance(part.start, datetime)):
        return moment_times(asked, part)
    items = items_of(asked.index, part)
    if not items:
        return None
    last = next((item for item in reversed(items) if ends_it(item)), closing(items))
    if kind == "end":
        over = search_key(last.title).startswith("ket thuc")  # then its beginning is what was asked for
        return _under(part, session_times(asked, [last], "start" if over else kind))
    opening = [item for item in items if "@opening" in codes_of(item.title)][:1]
    if opening and any(unit.code == "@opening" for unit in asked.specific()):
        return _under(part, session_times(asked, opening, kind))
    if isinstance(part, Session) and (last.end is not None or not both) and (both or opening in ([], items[:1])):
        return session_times(asked, [part], kind)
    if both:
        return _under(part, session_times(asked, items[:1] if last is items[0] else [items[0], last], "start"))
    return _under(part, session_times(asked, list(dict.fromkeys((items[0], *opening))), kind))


def _under(part: named.Part, found: Answer | None) -> Answer | None:
    """The hours of items under the name of the part that they begin or end."""
    return replace(found, note=named.title_of(part)) if isinstance(found, SessionTimes) else found
