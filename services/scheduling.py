"""A broadcast may wait: for a moment, or for a moment beside a session, which it follows when the session moves."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain.broadcasts import OFFSETS
from domain.conference import ConferenceState, Programme, SessionState
from domain.deadlines import typed
from domain.ids import BroadcastId, SessionId
from domain.refusal import Refusal
from domain.reminders import starts
from domain.views import Reply
from services import flows
from services.audiences import draft_of, find, in_words
from services.desk import SYSTEM, Work, local
from services.flows import Flow, Step, register, some_text
from services.launching import launch
from services.notifying import Notice, notify
from services.programmes import current
from services.tasklists import page_of
from services.views.schedules import BroadcastMissed, BroadcastScheduled, BroadcastSessions, BroadcastWhen, SendBeside
from storage import addressees, broadcasts, programmes
from storage.broadcasts import Broadcast

A_PAGE = 8
TOO_LATE = timedelta(hours=1)
"""After a downtime longer than this a message may be wrong: its author decides."""


async def when(work: Work, key: BroadcastId) -> Reply:
    """Ask when it is to go out."""
    found = await _addressed(work, key)
    return Reply(it=BroadcastWhen(id=found.id))


async def _addressed(work: Work, key: BroadcastId) -> Broadcast:
    found = await draft_of(work, key)
    if not found.audience.parts:
        raise Refusal("broadcast_without_audience")
    return found


async def ask_time(work: Work, key: BroadcastId) -> Reply:
    """Begin to enter a day and a time."""
    await _addressed(work, key)
    return await flows.begin(work, "broadcast_time", broadcast=key)


async def _at_time(work: Work, data: dict[str, Any]) -> Reply:
    found = await _addressed(work, BroadcastId(data["broadcast"]))
    programme = await current(work)
    zone = programme.conference.timezone
    meant = typed(data["at"], local(work.now, zone), _days(programme)).replace(tzinfo=ZoneInfo(zone))
    if meant <= work.now:
        raise Refusal("broadcast_time_past", at=local(meant, zone))
    return await _wait(work, found, send_at=meant, session_id=None, minutes_after=None)


def _days(programme: Programme) -> list[date]:
    known = (programme.conference.starts_on, programme.conference.ends_on)
    return [day for day in known if day is not None]


async def sessions(work: Work, key: BroadcastId, page: int) -> Reply:
    """A page of the sessions that it can go out beside."""
    await _addressed(work, key)
    programme = await current(work)
    ahead = [
        (session.id, session.title, local(start, programme.conference.timezone))
        for session, start in sorted(starts(programme), key=lambda pair: pair[1])
        if start > work.now and session.state is SessionState.PLANNED
    ]
    some, page, pages = page_of(ahead, page, A_PAGE)
    return Reply(it=BroadcastSessions(id=key, sessions=tuple(some), page=page, pages=pages), edit=True)


async def beside(work: Work, key: BroadcastId, session: SessionId) -> Reply:
    """Ask how long before or after the session's start."""
    await _addressed(work, key)
    title, start = _session(await current(work), session)
    if start is None:
        raise Refusal("stale_button")
    return Reply(it=SendBeside(id=key, session=session, title=title, offsets=OFFSETS), edit=True)


async def follow(work: Work, key: BroadcastId, session: SessionId, minutes: int) -> Reply:
    """Send it so many minutes after the session's start (before it, where negative), whenever that will be."""
    found = await _addressed(work, key)
    _, start = _session(await current(work), session)
    if start is None or minutes not in OFFSETS:
        raise Refusal("stale_button")
    at = start + timedelta(minutes=minutes)
    if at <= work.now:
        raise Refusal("broadcast_time_past", at=local(at, (await current(work)).conference.timezone))
    return await _wait(work, found, send_at=at, session_id=session, minutes_after=minutes)


def _session(programme: Programme, wanted: SessionId) -> tuple[str, datetime | None]:
    """A session's title and start; no start where it has none or is not to take place."""
    for session, start in starts(programme):
        if session.id == wanted and session.state is not SessionState.CANCELLED:
            return session.title, start
    return "", None


async def _wait(work: Work, found: Broadcast, **values: Any) -> Reply:
    await broadcasts.change(work.connection, found.id, state="scheduled", **values)
    await work.note("broadcast_scheduled", "broadcast", found.id)
    return Reply(it=await shown(work, await find(work, found.id)))


async def shown(work: Work, found: Broadcast) -> BroadcastScheduled:
    """When it goes out, to whom, and how many these are today."""
    programme = await current(work)
    total, reached = await addressees.count(work.connection, work.conference, found.audience)
    title = "" if found.session is None else _session(programme, found.session)[0]
    at = _moment(programme, found)
    return BroadcastScheduled(
        id=found.id,
        begins=found.content.text[:80],
        at=None if at is None else local(at, programme.conference.timezone),
        session=title,
        minutes=found.minutes_after,
        audience=await in_words(work, found.audience),
        total=total,
        reached=reached,
    )


def _moment(programme: Programme, found: Broadcast) -> datetime | None:
    """When it goes out by the programme as it stands; None where its session is not to take place."""
    if found.minutes_after is None:
        return found.send_at
    if found.session is None:
        return None
    _, start = _session(programme, found.session)
    return None if start is None else start + timedelta(minutes=found.minutes_after)


async def unschedule(work: Work, key: BroadcastId) -> Reply:
    """Make it a draft again."""
    found = await find(work, key)
    if found.state == "scheduled":
        await broadcasts.change(work.connection, key, state="draft", send_at=None, session_id=None, minutes_after=None)
        await work.note("broadcast_unscheduled", "broadcast", key)
    return Reply(it=BroadcastWhen(id=key, was_scheduled=True), edit=True)


async def tick(work: Work) -> int:
    """Send what is due; what cannot be sent any more becomes a draft, and its author is told. How many went out."""
    count = 0
    for found in await broadcasts.scheduled(work.connection):
        mine = replace(work, actor=replace(SYSTEM, conference=found.conference))
        count += await _due(mine, found)
        work.notified = work.notified or mine.notified
    return count


async def _due(work: Work, found: Broadcast) -> bool:
    conference = await programmes.conference(work.connection, work.conference)
    if conference is None:
        return False
    closed = conference.state is ConferenceState.CLOSED
    at = None if closed else _moment(await current(work), found)
    if at is not None and at > work.now:
        return False
    if at is None or work.now - at > TOO_LATE:
        await _give_back(work, found, late=at is not None)
        return False
    await launch(work, found)
    return True


async def _give_back(work: Work, found: Broadcast, late: bool) -> None:
    await broadcasts.change(work.connection, found.id, state="draft", send_at=None, session_id=None, minutes_after=None)
    view = BroadcastMissed(id=found.id, begins=found.content.text[:80], late=late)
    dedup = f"broadcast:{found.id}:missed:{found.revision}"
    await notify(work, Notice(kind="organizers", it=view, dedup=dedup), [found.author])
    await work.note("broadcast_missed", "broadcast", found.id, late=late)


def _time_text(text: str) -> str:
    return some_text(text, most=100)


register(Flow("broadcast_time", (Step("at", _time_text),), finish=_at_time))
