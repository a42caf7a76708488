"""Check-in: what somebody is checked in for, who may be, the code on the screen, and the numbers of a paper sheet."""

import hmac
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import assert_never

from domain.clocks import find_clocks
from domain.conference import Programme, Session, SessionState
from domain.delegates import ERASED_NAME, Delegate, DelegateState, Rsvp
from domain.ids import SessionId
from domain.refusal import Refusal
from domain.vietnamese import fold, squeeze

WINDOW = timedelta(minutes=30)
"""How long before and after a start people may check themselves in."""
CODE_MINUTES = 2
"""A code holds in its own minute and the one after, for those who were still typing."""
MOST_TRIES = 5
PAUSE = timedelta(minutes=10)
TOKEN_PREFIX = "c_"
_END_OF_DAY = time(23, 59)


class Mode(StrEnum):
    """Whether people are checked in once a day or for each session."""

    DAY = "day"
    SESSION = "session"


class Presence(StrEnum):
    """Where a person stands; *with leave* is who has declined."""

    PRESENT = "present"
    WITH_LEAVE = "with_leave"
    WITHOUT_LEAVE = "without_leave"


@dataclass(frozen=True, slots=True)
class Slot:
    """What a check-in is for: a day, or one session of a day (which may have no hour yet)."""

    day: date
    session: SessionId | None = None
    title: str | None = None
    start: time | None = None
    place: str | None = None

    @property
    def key(self) -> str:
        """A stable name for the database."""
        return f"d{self.day.isoformat()}" if self.session is None else f"s{self.session}"


def session_of_key(key: str) -> SessionId | None:
    """The session that a slot's key names; None for a day's."""
    return SessionId(int(key[1:])) if key.startswith("s") else None


def _held(programme: Programme) -> list[Session]:
    return [each for each in programme.sessions if each.state is not SessionState.CANCELLED]


def days_of(programme: Programme) -> tuple[date, ...]:
    """The conference's days, in order: from its first to its last, and those of its sessions."""
    conference = programme.conference
    found = {each.day for each in _held(programme) if each.day is not None}
    if conference.starts_on is not None:
        last = conference.ends_on or conference.starts_on
        found |= {conference.starts_on + timedelta(days=n) for n in range((last - conference.starts_on).days + 1)}
    return tuple(sorted(found))


def slots_of(programme: Programme, mode: Mode) -> tuple[Slot, ...]:
    """Everything people can be checked in for, in order."""
    days = days_of(programme)
    match mode:
        case Mode.DAY:
            return tuple(_day_slot(programme, day) for day in days)
        case Mode.SESSION:
            only = days[0] if len(days) == 1 else None
            found = [_session_slot(each, each.day or only) for each in _held(programme) if each.day or only]
            return tuple(sorted(found, key=lambda each: (each.day, each.start or _END_OF_DAY, each.session)))
        case _:
            assert_never(mode)


def _day_slot(programme: Programme, day: date) -> Slot:
    only = len(days_of(programme)) == 1
    starts = [each.start for each in _held(programme) if each.start and (each.day == day or (only and not each.day))]
    return Slot(day, start=min(starts, default=None), place=programme.conference.venue)


def _session_slot(session: Session, day: date | None) -> Slot:
    assert day is not None
    return Slot(day, session.id, session.title, session.start, session.room or session.place)


def slot_now(slots: Collection[Slot], now: datetime, chosen: SessionId | None = None) -> Slot:
    """What people at the door are checked in for at a local time.

    Of several sessions: the one the staff member has chosen, if it is today's, else the latest that has begun or
    begins within half an hour, else the first of the day. Refuses before the conference, on days between, and after.
    """
    if not slots:
        raise Refusal("checkin_no_date")
    today = [each for each in slots if each.day == now.date()]
    if not today:
        first = min(each.day for each in slots)
        if now.date() < first:
            raise Refusal("checkin_too_early", day=f"{first.day}/{first.month}/{first.year}")
        raise Refusal("checkin_not_today")
    picked = [each for each in today if chosen is not None and each.session == chosen]
    begun = [each for each in today if each.start and datetime.combine(each.day, each.start) - WINDOW <= now]
    return (picked or begun[-1:] or today)[0]


@dataclass(frozen=True, slots=True)
class Opening:
    """From when until when people may check themselves in for a slot (local times)."""

    slot: Slot
    opens: datetime
    closes: datetime


def openings(slots: Collection[Slot], now: datetime) -> tuple[Opening, ...]:
    """The windows that are open or still to come, the nearest first; what has no hour has none."""
    found = []
    for each in slots:
        if each.start is not None:
            start = datetime.combine(each.day, each.start)
            found.append(Opening(each, start - WINDOW, start + WINDOW))
    return tuple(sorted((each for each in found if now <= each.closes), key=lambda each: each.opens))


def check_may_enter(who: Delegate) -> None:
    """Refuse whoever is not expected at the door: removed, erased, not let in yet, or represented by somebody else."""
    match who.state:
        case DelegateState.REMOVED:
            raise Refusal("checkin_removed")
        case DelegateState.ASKING:
            raise Refusal("checkin_asking")
        case DelegateState.INVITED:
            pass
        case _:
            assert_never(who.state)
    if who.name == ERASED_NAME:
        raise Refusal("checkin_erased")
    if who.rsvp is Rsvp.SUBSTITUTED:
        raise Refusal("checkin_substituted", name=who.name)


# --- the code on the screen -----------------------------------------------------------------------------------------


def _minute(now: datetime) -> int:
    return int(now.astimezone(UTC).timestamp()) // 60


def _code(secret: str, slot: Slot, minute: int) -> str:
    digest = hmac.digest(secret.encode(), f"{slot.key} {minute}".encode(), "sha256")
    return f"{int.from_bytes(digest[:8]) % 10_000:04d}"


def code_at(secret: str, slot: Slot, now: datetime) -> str:
    """The four digits that stand on the screen in this minute (RFC 4226's idea: an HMAC of the secret and the time)."""
    return _code(secret, slot, _minute(now))


def is_code(typed: str, secret: str, slot: Slot, now: datetime) -> bool:
    """Whether the digits are those of this minute or the one before."""
    digits = "".join(each for each in typed if each in "0123456789")
    held = [_code(secret, slot, _minute(now) - back) for back in range(CODE_MINUTES)]
    return sum(hmac.compare_digest(digits, each) for each in held) > 0  # all are compared: no timing tells which


# --- a paper sheet --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """What was typed from a sheet: the numbers ticked, and the time that stands on it."""

    numbers: tuple[int, ...]
    at: time | None = None


_BUT = re.compile(r"\b(?:tru|ngoai tru|except|but|without|minus)\b")
_ALL = re.compile(r"\b(?:tat ca|ca danh sach|du ca|toan bo|all|everybody|everyone)\b")
_AT = re.compile(r"\b(?:luc|vao luc|vao|at|hoi)\s*$")
_RANGE = re.compile(r"(?:so\s*)?(\d{1,6})\s*(?:-|den|toi|to)\s*(?:so\s*)?(\d{1,6})")
_ONE = re.compile(r"(?:so\s*)?(\d{1,6})")
_GAPS = re.compile(r"[\s,;.+]+|\bva\b|\band\b|\bcac\b|\bso\b|\bnguoi\b|\bco mat\b|\btu\b")


def read_sheet(text: str, known: Collection[int]) -> PaperSheet:
    """ "1-35, 37, trừ 12 lúc 7h45": every number on the numbered list that is meant, each once.

    Numbers after "trừ" are taken out again; "tất cả" are all that are `known`. Refuses what cannot be understood
    whole, ranges the wrong way round, and numbers that are not on the list: nobody is checked in by a guess.
    """
    typed = squeeze(text)
    at, typed = _clock_of(typed)
    folded = re.sub(r"[–—−→]", "-", fold(typed))
    ticked, _, left_out = (part.strip() for part in _partition(folded))
    numbers = _numbers(ticked, known) - _numbers(left_out, known) if ticked or left_out else set()
    if not numbers:
        raise Refusal("sheet_empty")
    return PaperSheet(tuple(sorted(numbers)), at)


def _partition(folded: str) -> tuple[str, str, str]:
    found = _BUT.search(folded)
    if found is None:
        return folded, "", ""
    before = folded[: found.start()]
    return before if before.strip(" ,;.") else "tat ca", found[0], folded[found.end() :]


def _clock_of(text: str) -> tuple[time | None, str]:
    """The time on the sheet, and the text without it."""
    clocks = find_clocks(text)
    if not clocks:
        return None, text
    if len(clocks) > 1 or clocks[0].until is not None:
        raise Refusal("sheet_two_times")
    span = clocks[0]
    before = text[: span.at]
    cut = _AT.search(fold(before)) if len(fold(before)) == len(before) else None
    kept = before[: cut.start()] if cut else before
    return span.clock, f"{kept} {text[span.to :]}".strip(" ,;.")


def _numbers(part: str, known: Collection[int]) -> set[int]:
    found: set[int] = set()
    if _ALL.search(part):
        found, part = set(known), _ALL.sub(" ", part)
    at = 0
    while at < len(part):
        gap, span, one = _GAPS.match(part, at), _RANGE.match(part, at), _ONE.match(part, at)
        if span is not None:
            found |= _range(int(span[1]), int(span[2]), known)
        elif one is not None:
            found |= _range(int(one[1]), int(one[1]), known)
        elif gap is None:
            raise Refusal("sheet_unreadable", part=part[at : at + 20])
        at = next(each for each in (span, one, gap) if each is not None).end()
    return found


def _range(first: int, last: int, known: Collection[int]) -> set[int]:
    if first > last:
        raise Refusal("sheet_backwards", first=first, last=last)
    # Bounds first, so that 1-999999 is refused without being counted out.
    missing = next((n for n in (first, last) if n not in known), None)
    if missing is not None:
        raise Refusal("sheet_unknown_number", number=missing, most=max(known, default=0))
    return {n for n in range(first, last + 1) if n in known}
