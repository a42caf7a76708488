"""Which of several stated times is the conference itself, where meetings of their own are held before it."""

import re
from datetime import date, datetime, time

from domain.conference import Moment, Programme, Session
from domain.vietnamese import search_key

_EVENT = re.compile(r"(?:hoi nghi|dai hoi|hoi thao|le|lop|hop|cap|ngay hoi|hoi thi|buoi)\b")


def stated_hours(programme: Programme) -> tuple[time | None, time | None]:
    """When the plan says the whole begins and ends, where it gives hours."""
    for moment in programme.moments:
        if not moment.what or search_key(moment.what).startswith("toan "):
            return _hours_of(moment)
    main = _main_moment(programme)
    return _hours_of(main) if main is not None else (None, None)


def _main_moment(programme: Programme) -> Moment | None:
    """The one time of the conference's only day, where meetings of their own were held on earlier ones."""
    day, last = programme.conference.starts_on, programme.conference.ends_on
    if day is None or day != last or not any(_early(_day_of(moment.start), day) for moment in programme.moments):
        return None
    held = [moment for moment in programme.moments if moment.start is not None and _day_of(moment.start) == day]
    return held[0] if len(held) == 1 and _EVENT.match(search_key(held[0].what)) else None


def is_preliminary(programme: Programme, session: Session) -> bool:
    """Whether an item is a meeting of its own before the conference ("Hội nghị cấp tổ"), and no arrival at it."""
    early = _early(session.day, programme.conference.starts_on)
    return early and any(moment.what == session.title for moment in programme.moments)


def _early(day: date | None, begins: date | None) -> bool:
    return day is not None and begins is not None and day < begins


def _day_of(start: datetime | date | None) -> date | None:
    return start.date() if isinstance(start, datetime) else start


def _hours_of(moment: Moment) -> tuple[time | None, time | None]:
    start = moment.start.time() if isinstance(moment.start, datetime) else None
    return start, moment.end.time() if isinstance(moment.end, datetime) else None
