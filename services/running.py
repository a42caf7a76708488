"""Running the day: one item after the other begins, and later ones are shifted when it gets late."""

from typing import Any

from domain.actor import Permission, require
from domain.conference import ConferenceState, Programme, Session, SessionState
from domain.ids import SessionId
from domain.live import Shift, following, late_by, order_of, running, shifted, stepped
from domain.refusal import Refusal
from domain.speaking import read_minutes
from domain.views import Reply
from services import changing, flows, publishing, speechorder
from services.desk import Work, local
from services.flows import Flow, Step, register
from services.programmes import current
from services.views.live import LiveBoard, LiveItem, ShiftLine, ShiftPreview
from storage import editing

AROUND = 4
"""How many items before and after the running one the board shows."""


async def board(work: Work, edit: bool = False) -> Reply:
    """What is running, what has been, what comes."""
    require(work.actor, Permission.EDIT_PLAN)
    return Reply(it=_board(work, await _published(work)), edit=edit)


async def board_again(work: Work) -> Reply:
    """The board in place of the one that was looked at."""
    return await board(work, edit=True)


def _board(work: Work, programme: Programme) -> LiveBoard:
    items = order_of(programme)
    now = local(work.now, programme.conference.timezone)
    on, upcoming = running(items), following(items)
    over = [each for each in items if each.state is SessionState.DONE]
    here = next((at for at, each in enumerate(items) if each in (on, upcoming)), len(items))
    shown = items[max(0, here - AROUND) : here + AROUND + 1]
    return LiveBoard(
        title=programme.conference.title,
        items=tuple(_item(each) for each in shown),
        more=len(items) - len(shown),
        running=_item(on) if on else None,
        next=_item(upcoming) if upcoming else None,
        before=_item(over[-1]) if over else None,
        late=late_by(programme, upcoming, now) if upcoming else 0,
        can_shift=on is not None and any(each.start is not None for each in items[here + 1 :]),
        at=now,
    )


def _item(session: Session) -> LiveItem:
    return LiveItem(session=session.id, title=session.title, start=session.start, state=session.state.value)


async def step(work: Work, session: SessionId) -> Reply:
    """This item begins: what was running is over, the first speaker is told to get ready. Going back undoes it."""
    require(work.actor, Permission.EDIT_PLAN)
    programme = await _published(work)
    items = order_of(programme)
    states = stepped(items, session)
    begun = next(each for each in items if each.id == session)
    late = late_by(programme, begun, local(work.now, programme.conference.timezone))
    await _set(work, states)
    if session in states:
        await work.note("item_begun", "session", session, late=late)
        for key, state in states.items():
            if state is SessionState.DONE:
                await speechorder.end_session(work, key)
        await speechorder.call_next(work, session)
    shown = _board(work, await _fresh(work))
    return Reply(it=shown, edit=True)


async def finish(work: Work, session: SessionId) -> Reply:
    """The running item is over; nothing runs until the next one begins."""
    require(work.actor, Permission.EDIT_PLAN)
    items = order_of(await _published(work))
    on = running(items)
    if on is not None and on.id == session:
        await _set(work, stepped(items, None))
        await speechorder.end_session(work, session)
        await work.note("item_over", "session", session)
    return Reply(it=_board(work, await _fresh(work)), edit=True)


async def _set(work: Work, states: dict[SessionId, SessionState]) -> None:
    for key, state in states.items():
        await editing.change_session(work.connection, work.conference, key, {"state": state.value})


async def _fresh(work: Work) -> Programme:
    """The programme as this transaction leaves it."""
    work.desk.programmes.pop(work.conference, None)
    return await current(work)


async def _published(work: Work) -> Programme:
    programme = await current(work)
    if programme.conference.state is ConferenceState.DRAFT:
        raise Refusal("live_draft")
    if programme.conference.state is ConferenceState.CLOSED:
        raise Refusal("conference_closed")
    return programme


# --- late -----------------------------------------------------------------------------------------------------------


async def ask_minutes(work: Work) -> Reply:
    """By how many minutes are the later items shifted?"""
    require(work.actor, Permission.EDIT_PLAN)
    return await flows.begin(work, "shift_items")


async def _asked(work: Work, data: dict[str, Any]) -> Reply:
    return await preview_shift(work, data["minutes"])


async def preview_shift(work: Work, minutes: int) -> Reply:
    """What the later items of the day would come to, and how many people would be told."""
    require(work.actor, Permission.PUBLISH)
    programme, shifts = await _shifts(work, minutes)
    people = await changing.reached(work)
    lines = tuple(ShiftLine(title=each.title, was=each.was, now=each.now) for each in shifts)
    revision = programme.conference.revision
    return Reply(it=ShiftPreview(minutes=minutes, revision=revision, lines=lines, touched=people))


async def _shifts(work: Work, minutes: int) -> tuple[Programme, tuple[Shift, ...]]:
    programme = await _published(work)
    if await editing.edits(work.connection, work.conference):
        raise Refusal("live_unpublished_edits")
    items = order_of(programme)
    on = running(items) or next((each for each in reversed(items) if each.state is SessionState.DONE), None)
    if on is None:
        raise Refusal("live_nothing_runs")
    shifts = shifted(programme, on, minutes)
    if not shifts:
        raise Refusal("live_nothing_later")
    return programme, shifts


async def shift(work: Work, minutes: int, revision: int) -> Reply:
    """Shift the later items and publish that at once: everybody concerned is told old → new."""
    require(work.actor, Permission.PUBLISH)
    programme, shifts = await _shifts(work, minutes)
    if programme.conference.revision != revision:
        raise Refusal("changed_since_preview")
    for each in shifts:
        hours = {"start": each.now, "end": each.ends}
        await editing.change_session(work.connection, work.conference, each.session, hours)
    await work.note("items_shifted", "conference", work.conference, minutes=minutes, items=len(shifts))
    work.desk.programmes.pop(work.conference, None)
    return await publishing.publish(work, revision, 0)


_NO_SHIFT = frozenset({"live_nothing_runs", "live_nothing_later", "live_unpublished_edits", "live_draft"})
register(Flow("shift_items", (Step("minutes", read_minutes),), finish=_asked, ends_with=_NO_SHIFT))
