"""What differs between two publications of a programme, in terms of what people have to do otherwise."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum

from domain.conference import Conference, Programme, Session, SessionState
from domain.ids import SessionId
from domain.vietnamese import search_key


class ChangeKind(StrEnum):
    """The kinds of change people are told about, in the order in which they are told."""

    DATES = "dates"
    VENUE = "venue"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    CANCELLED = "cancelled"
    REMOVED = "removed"
    ADDED = "added"
    RETITLED = "retitled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """When and where: of a session, or (with `until` and `text`) of a whole conference."""

    day: date | None = None
    start: time | None = None
    end: time | None = None
    place: str | None = None
    until: date | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference. `was` and `now` are empty where there was or is nothing; `title` is the session's present one.

    `was_title` is set where a session also got another name. `session` is None for the conference's own changes.
    `parts` are what a session was split into besides itself, or what was merged into it: titles and slots.
    """

    kind: ChangeKind
    title: str = ""
    session: SessionId | None = None
    was: Slot | None = None
    now: Slot | None = None
    was_title: str | None = None
    parts: tuple[tuple[str, Slot], ...] = ()


def diff(old: Programme, new: Programme) -> tuple[Change, ...]:
    """What people who know the old programme have to be told; empty when nothing concerns them."""
    before, after = _slots(old), _slots(new)
    pairs, removed, added = _paired(old, new)
    found = [*_conference(old.conference, new.conference)]
    for was, now in pairs:
        change = _session(was, now, before[was.id], after[now.id])
        if change is not None:
            found.append(change)
    found += [_gone(each, ChangeKind.REMOVED, before[each.id]) for each in removed if _ahead(each)]
    found += [_come(each, after[each.id]) for each in added if _ahead(each)]
    found = _split(_merged(found))
    order = list(ChangeKind)
    return tuple(sorted(_told_once(found, new), key=lambda change: order.index(change.kind)))


def still_ahead(changes: tuple[Change, ...], today: date) -> tuple[Change, ...]:
    """The changes that still matter today: not those of a session whose days are all past."""

    def over(change: Change) -> bool:
        days = [slot.day for slot in (change.was, change.now) if slot is not None]
        return change.session is not None and bool(days) and all(day is not None and day < today for day in days)

    return tuple(each for each in changes if not over(each))


def _ahead(session: Session) -> bool:
    return session.state is not SessionState.CANCELLED


def _slots(programme: Programme) -> dict[SessionId, Slot]:
    """Each session's slot; a part without a day of its own is on its parent's."""
    days = {session.id: session.day for session in programme.sessions}
    return {
        each.id: Slot(
            day=each.day or (days.get(each.parent) if each.parent is not None else None),
            start=each.start,
            end=each.end,
            place=", ".join(part for part in (each.room, each.place) if part) or None,
        )
        for each in programme.sessions
    }


def paired(old: Programme, new: Programme) -> list[tuple[Session, Session]]:
    """The sessions that are the same in both, as they were and as they are."""
    return _paired(old, new)[0]


def _paired(old: Programme, new: Programme) -> tuple[list[tuple[Session, Session]], list[Session], list[Session]]:
    """Sessions that are the same in both: by id, else (a plan read anew) by a title that is unique in both."""
    known = {each.id: each for each in new.sessions}
    pairs = [(each, known[each.id]) for each in old.sessions if each.id in known]
    same = {was.id for was, _ in pairs}
    removed = [each for each in old.sessions if each.id not in same]
    added = [each for each in new.sessions if each.id not in same]
    titles_out, titles_in = _by_title(removed), _by_title(added)
    for title in titles_out.keys() & titles_in.keys():
        pairs.append((titles_out[title], titles_in[title]))
        removed.remove(titles_out[title])
        added.remove(titles_in[title])
    place = {each.id: index for index, each in enumerate(new.sessions)}
    return sorted(pairs, key=lambda pair: place[pair[1].id]), removed, added


def _by_title(sessions: list[Session]) -> dict[str, Session]:
    keys = [search_key(each.title) for each in sessions]
    return {key: each for key, each in zip(keys, sessions, strict=True) if keys.count(key) == 1}


def _conference(old: Conference, new: Conference) -> list[Change]:
    found = []
    was, now = _dates(old), _dates(new)
    if was != now:
        found.append(Change(kind=ChangeKind.DATES, title=new.title, was=was, now=now))
    if old.venue != new.venue:
        places = [Slot(place=venue) if venue else None for venue in (old.venue, new.venue)]
        found.append(Change(kind=ChangeKind.VENUE, title=new.title, was=places[0], now=places[1]))
    return found


def _dates(conference: Conference) -> Slot | None:
    if conference.starts_on is not None:
        return Slot(day=conference.starts_on, until=conference.ends_on)
    return Slot(text=conference.dates_text) if conference.dates_text else None


def _session(was: Session, now: Session, before: Slot, after: Slot) -> Change | None:
    if not _ahead(now):
        return _gone(now, ChangeKind.CANCELLED, before) if _ahead(was) else None
    if not _ahead(was):
        return _come(now, after)
    renamed = was.title if was.title != now.title else None
    if before != after:
        return Change(kind=ChangeKind.MOVED, title=now.title, session=now.id, was=before, now=after, was_title=renamed)
    if renamed is not None:
        return Change(kind=ChangeKind.RETITLED, title=now.title, session=now.id, now=after, was_title=renamed)
    return None


def _gone(session: Session, kind: ChangeKind, slot: Slot) -> Change:
    return Change(kind=kind, title=session.title, session=session.id, was=slot)


def _come(session: Session, slot: Slot) -> Change:
    return Change(kind=ChangeKind.ADDED, title=session.title, session=session.id, now=slot)


def _told_once(found: list[Change], new: Programme) -> list[Change]:
    """Without what another change says already: parts that went along, sessions of a conference moved as a whole."""
    whole = _shift(next((each for each in found if each.kind is ChangeKind.DATES), None))
    parents = {each.id: each.parent for each in new.sessions}
    moved = {each.session: _days(each) for each in found if each.kind is ChangeKind.MOVED}

    def told_elsewhere(change: Change) -> bool:
        if change.kind is not ChangeKind.MOVED or change.was_title is not None or not _same_hours(change):
            return False
        if whole is not None and _shift(change) == whole:
            return True
        parent = parents.get(change.session) if change.session is not None else None
        timeless = change.now is not None and change.now.start is None
        return timeless and parent is not None and moved.get(parent) == _days(change)

    return [each for each in found if not told_elsewhere(each)]


def _split(found: list[Change]) -> list[Change]:
    """A session whose time is now shared with new ones is one change: it was split."""
    for whole in [each for each in found if each.kind in (ChangeKind.MOVED, ChangeKind.REMOVED)]:
        left = whole.now if whole.kind is ChangeKind.MOVED else None
        if whole.was is None or (left is not None and not _within(left, whole.was)):
            continue
        parts = [each for each in found if each.kind is ChangeKind.ADDED and _within(each.now, whole.was)]
        if len(parts) + (left is not None) >= 2:
            told = tuple((each.title, each.now) for each in parts if each.now is not None)
            one = replace(whole, kind=ChangeKind.SPLIT, now=left, parts=told)
            found = [one if each is whole else each for each in found if each not in parts]
    return found


def _merged(found: list[Change]) -> list[Change]:
    """A session that now fills the time of others that are gone is one change: they were merged."""
    for whole in [each for each in found if each.kind in (ChangeKind.MOVED, ChangeKind.ADDED)]:
        before = whole.was if whole.kind is ChangeKind.MOVED else None
        if whole.now is None or (before is not None and not _within(before, whole.now)):
            continue
        parts = [each for each in found if each.kind is ChangeKind.REMOVED and _within(each.was, whole.now)]
        if len(parts) + (before is not None) >= 2:
            told = tuple((each.title, each.was) for each in parts if each.was is not None)
            one = replace(whole, kind=ChangeKind.MERGED, was=before, parts=told)
            found = [one if each is whole else each for each in found if each not in parts]
    return found


def _within(inner: Slot | None, outer: Slot) -> bool:
    """Whether a slot lies within a longer one of the same day."""
    if inner is None or None in (inner.day, inner.start, outer.start, outer.end) or inner.day != outer.day:
        return False
    assert inner.start is not None and outer.start is not None and outer.end is not None
    end = inner.end or inner.start
    return outer.start <= inner.start and end <= outer.end and (inner.start, end) != (outer.start, outer.end)


def _days(change: Change) -> tuple[date | None, date | None]:
    return change.was.day if change.was else None, change.now.day if change.now else None


def _same_hours(change: Change) -> bool:
    was, now = change.was, change.now
    return was is not None and now is not None and (was.start, was.end, was.place) == (now.start, now.end, now.place)


def _shift(change: Change | None) -> timedelta | None:
    """By how many days something moved, its hours and place staying; None for any other change."""
    if change is None or not _same_hours(change):
        return None
    was, now = _days(change)
    return None if was is None or now is None else now - was
