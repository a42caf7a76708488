"""What holds while one programme is read, and the sessions found so far."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from documents.plan.agenda_items import Item
from documents.plan.whens import day_of
from documents.plan.words import clean
from domain.conference import Source
from domain.plan import PlanSession, Sourced

ATTRIBUTE = re.compile(
    r"(?:(?P<who>phụ trách|(?:người |đơn vị )?thực hiện|chủ trì"
    r"|điều hành|chủ tọa|người trình bày|trình bày|báo cáo viên|dẫn chương trình|mc"
    r"|chair|speaker|moderator)"
    r"|(?P<place>địa điểm|phòng|venue|room)|(?P<note>ghi chú|lưu ý|lời dẫn|thành phần|trang phục|tài liệu"
    r"|thời gian|note))\s*[:]\s*(?P<value>.+)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class State:
    """What holds for the next items: the day, the block they belong to, and when that block begins."""

    day: date | None = None
    block: str | None = None
    opens: time | None = None
    opens_with_first: bool = False
    room: str | None = None
    found: list[Sourced[PlanSession]] = field(default_factory=list)


def open_block(state: State, name: str, when: datetime | date) -> None:
    state.block, state.day = name, day_of(when)
    state.opens = when.time() if isinstance(when, datetime) else None


def attach(state: State, attribute: re.Match[str]) -> None:
    """ "Chủ trì: X" under an item speaks of that item."""
    if not state.found or state.found[-1].value.part_of != state.block:
        return
    last = state.found[-1]
    value = clean(attribute["value"])
    if attribute["who"] and last.value.responsible is None:
        state.found[-1] = replace(last, value=replace(last.value, responsible=value))
    elif attribute["place"] and last.value.room is None:
        state.found[-1] = replace(last, value=replace(last.value, room=value))


def add(state: State, item: Item, source: Source) -> None:
    start, end = item.start, item.end
    previous = state.found[-1].value if state.found else None
    if start is None and item.minutes and previous is not None and previous.end is not None:
        start = previous.end
        end = (datetime.combine(date.min, start) + timedelta(minutes=item.minutes)).time()
    if start is None and _opens_block(state, previous):
        start, state.opens = state.opens, None
    day = item.day or state.day
    session = PlanSession(
        title=item.title,
        day=day,
        start=start,
        end=end,
        room=item.room,
        responsible=item.responsible,
        part_of=state.block,
    )
    if item.title:
        state.found.append(Sourced(session, source, 0.9 if len(item.title) < 250 else 0.5))


def _opens_block(state: State, previous: PlanSession | None) -> bool:
    """Whether the item begins with its block: the first one behind the block's own hour ("Phần lễ: từ 8 giờ, gồm …").

    Where the hour is stated elsewhere, it is the first that does not come before it, if earlier ones have hours.
    """
    if state.opens_with_first:
        return state.opens is not None
    return bool(
        state.opens and previous and previous.start and previous.start < state.opens and previous.part_of == state.block
    )
