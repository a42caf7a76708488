"""Reminders that were read say what holds now, in the same message."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select, update

from domain.conference import Session, SessionState
from domain.ids import SessionId
from services import correcting
from services.views.reminders import CorrectedLine, ReminderCorrected, ReminderLine
from storage import programmes
from storage.codec import from_json
from storage.schema import deliveries, notices
from tests.services.test_reminding import CLOSING, EVE, OPENING, REPORT, START, Desk, desk

__all__ = ["desk"]
MORE = Session(id=SessionId(4), title="Thảo luận", day=OPENING.day, start=time(10))


@pytest_asyncio.fixture
async def reminded(desk: Desk) -> Desk:
    """Two people have read on the eve that opening and report are at eight, the closing at four; one of them speaks."""
    await desk.delegate(102)
    await desk.tick(EVE)
    async with desk.office.desk.database.begin() as connection:
        sent = {"state": "sent", "sent_at": desk.clock.now}
        await connection.execute(update(deliveries).values(sent | {"message_id": deliveries.c.chat_id + 1000}))
        speaks = update(deliveries).where(deliveries.c.chat_id == 102)
        await connection.execute(speaks.values(data={"speaks": [2], "honoured": []}))
    desk.clock.now = EVE + timedelta(hours=1)
    return desk


async def corrected(desk: Desk, *sessions: Session) -> tuple[int, list[ReminderCorrected], list[Any]]:
    """What a publication with these sessions does: how many messages, what they say, to whom and where."""
    async with desk.office.desk.database.begin() as connection:
        old = await programmes.working(connection, desk.office.conference)
    old = replace(old, sessions=(OPENING, REPORT, CLOSING))
    count = await desk.office.do(desk.system, correcting.correct, old, replace(old, sessions=sessions))
    said = await desk.all(select(notices.c.data).where(notices.c.way == "edit").order_by(notices.c.id))
    rows = select(deliveries.c.chat_id, deliveries.c.data).join(notices, notices.c.id == deliveries.c.notice_id)
    where = await desk.all(rows.where(notices.c.way == "edit").order_by(deliveries.c.chat_id))
    return count, [from_json(data, ReminderCorrected) for (data,) in said], where


async def test_who_has_read_the_old_time_finds_the_new_one_in_its_place(reminded: Desk) -> None:
    count, (said,), where = await corrected(reminded, replace(OPENING, start=time(9)), REPORT, CLOSING)
    assert (count, where) == (
        2,
        [(101, {"messages": [1101]}), (102, {"speaks": [2], "honoured": [], "messages": [1102]})],
    )
    assert [line.now and line.now.start for line in said.lines] == [time(9), time(8), time(16)]
    assert [(line.was.start, line.changed, line.moved) for line in said.lines] == [
        (time(8), True, True),
        (time(8), False, False),
        (time(16), False, False),
    ]


async def test_what_was_cancelled_is_said_to_be_and_a_session_read_anew_is_the_same(reminded: Desk) -> None:
    gone, anew = replace(OPENING, state=SessionState.CANCELLED), replace(REPORT, id=SessionId(9), room="P.2")
    _, (said,), _ = await corrected(reminded, gone, anew, CLOSING)
    opening, report, _ = said.lines
    assert (opening.now, report.now and report.now.place) == (None, "P.2")


@pytest.mark.parametrize("sessions", [(OPENING, REPORT, CLOSING, MORE), (OPENING, REPORT, CLOSING)])
async def test_a_reminder_that_still_holds_stays_as_it_is(reminded: Desk, sessions: tuple[Session, ...]) -> None:
    assert await corrected(reminded, *sessions) == (0, [], [])


async def test_nothing_is_corrected_that_has_begun_or_is_days_old(reminded: Desk) -> None:
    for passed in (timedelta(minutes=1), timedelta(days=3)):
        reminded.clock.now = START + passed
        moved = replace(OPENING, start=time(10))
        assert await corrected(reminded, moved, REPORT, CLOSING) == (0, [], [])


def test_a_line_is_the_same_whichever_number_its_session_has() -> None:
    was = ReminderLine(session=1, title="Khai mạc", day=date(2026, 7, 2), start=time(8))
    assert not CorrectedLine(was=was, now=replace(was, session=5)).changed
