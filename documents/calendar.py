"""Sessions as a calendar file (iCalendar, RFC 5545) that telephones and offices take in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

USUAL = timedelta(minutes=30)
"""How long an entry lasts in the calendar where the programme gives it no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One session: `key` stays the same when it moves, so that a newer file moves it in the calendar too."""

    key: str
    title: str
    day: date
    start: time | None = None
    end: time | None = None
    place: str | None = None


def ics(name: str, zone: str, entries: Sequence[Entry], now: datetime, revision: int = 0) -> bytes:
    """The entries as one calendar; an entry without an hour takes the whole day. Times are given in UTC."""
    from icalendar import Calendar, Event  # only where somebody asks for a file

    calendar = Calendar()
    calendar.add("prodid", "-//Hoi nghi//VN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for each in entries:
        event = Event()
        event.add("uid", each.key)
        event.add("dtstamp", now)
        event.add("sequence", revision)
        event.add("summary", each.title)
        for label, moment in zip(("dtstart", "dtend"), _span(each, ZoneInfo(zone)), strict=True):
            event.add(label, moment)
        if each.place:
            event.add("location", each.place)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _span(entry: Entry, zone: ZoneInfo) -> tuple[date, date]:
    if entry.start is None:
        return entry.day, entry.day + timedelta(days=1)
    start = datetime.combine(entry.day, entry.start, zone)
    end = start + USUAL if entry.end is None else datetime.combine(entry.day, entry.end, zone)
    return start.astimezone(ZoneInfo("UTC")), max(end, start).astimezone(ZoneInfo("UTC"))
