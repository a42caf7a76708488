"""Which of several stated times is the conference itself, where meetings of their own are held before it."""

import re
from datetime import date, datetime, time

from domain.conference import Moment, Programme, event_name
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
    """The one time of the conference's only day, where meetings of their own were held on earlier ones.

    Of several events on that day it is the one that the title names, where it names no other.
    """
    day, last = programme.conference.starts_on, programme.conference.ends_on
    if day is None or day != last:
        return None
    held = [moment for moment in programme.moments if moment.start is not None and _day_of(moment.start) == day]
    if len(held) > 1:
        return _named_by_title(programme.conference.title, held)
    early = any(_early(_day_of(moment.start), day) for moment in programme.moments)
    return held[0] if early and held and _EVENT.match(search_key(held[0].what)) else None


def _named_by_title(title: str, held: list[Moment]) -> Moment | None:
    """The event whose name the title begins with ("Lễ kỷ niệm …"), where what the others are called is not in it."""
    name = search_key(event_name(title))
    begins = " ".join(name.split()[:_NAME])
    main = [moment for moment in held if search_key(moment.what).startswith(begins)]
    others = [moment for moment in held if moment not in main]
    told = any(" ".join(_EVENT.sub("", search_key(moment.what)).split()[:2]) in name for moment in others)
    return main[0] if len(main) == 1 and not told else None


_NAME = 3  # words that tell one event of a kind from another


def begins_at(programme: Programme) -> datetime | None:
    """When the main event of the conference's only day begins, where others are held before it."""
    main = _main_moment(programme)
    return main.start if main is not None and isinstance(main.start, datetime) else None


def _early(day: date | None, begins: date | None) -> bool:
    return day is not None and begins is not None and day < begins


def _day_of(start: datetime | date | None) -> date | None:
    return start.date() if isinstance(start, datetime) else start


def _hours_of(moment: Moment) -> tuple[time | None, time | None]:
    start = moment.start.time() if isinstance(moment.start, datetime) else None
    return start, moment.end.time() if isinstance(moment.end, datetime) else None
