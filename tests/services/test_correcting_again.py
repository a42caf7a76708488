"""A reminder that was corrected is corrected again by what it says now, where its person still reads it."""

import itertools
from dataclasses import replace
from datetime import time

from sqlalchemy import select, update

from domain.conference import Programme, Session, SessionState
from domain.ids import SessionId
from services import correcting
from services.views.reminders import ReminderCorrected
from storage import programmes
from storage.codec import from_json
from storage.schema import delegates, notices
from tests.services.test_correcting import corrected, reminded
from tests.services.test_reminding import CLOSING, OPENING, REPORT, Desk, desk

__all__ = ["desk", "reminded"]
AT_NINE = replace(OPENING, start=time(9))


async def published(desk: Desk, *programmes_of: tuple[Session, ...]) -> ReminderCorrected:
    """What the message says after one publication upon the other."""
    async with desk.office.desk.database.begin() as connection:
        old = await programmes.working(connection, desk.office.conference)
    versions: list[Programme] = []
    for sessions in ((OPENING, REPORT, CLOSING), *programmes_of):
        conference = replace(old.conference, revision=old.conference.revision + len(versions))
        versions.append(replace(old, sessions=sessions, conference=conference))
    for was, now in itertools.pairwise(versions):
        await desk.office.do(desk.system, correcting.correct, was, now)
    said = await desk.all(select(notices.c.data).where(notices.c.way == "edit").order_by(notices.c.id))
    last: ReminderCorrected = from_json(said[-1][0], ReminderCorrected)
    return last


async def test_session_that_is_moved_back_is_told_at_its_first_hour_again(reminded: Desk) -> None:
    said = await published(reminded, (AT_NINE, REPORT, CLOSING), (OPENING, REPORT, CLOSING))
    assert next((line.now and line.now.start, line.changed) for line in said.lines) == (time(8), False)


async def test_change_after_a_plan_was_read_anew_still_reaches_the_reminder(reminded: Desk) -> None:
    anew = tuple(replace(each, id=SessionId(each.id + 10)) for each in (OPENING, REPORT, CLOSING))
    later = (replace(anew[0], start=time(10)), *anew[1:])
    said = await published(reminded, anew, later)
    assert next(line.now and line.now.start for line in said.lines) == time(10)


async def test_session_that_was_cancelled_and_is_held_after_all_is_told_so(reminded: Desk) -> None:
    gone = replace(OPENING, state=SessionState.CANCELLED)
    said = await published(reminded, (gone, REPORT, CLOSING), (AT_NINE, REPORT, CLOSING))
    assert next(line.now and line.now.start for line in said.lines) == time(9)


async def test_account_that_was_taken_away_reads_no_new_programme(reminded: Desk) -> None:
    async with reminded.office.desk.database.begin() as connection:
        await connection.execute(update(delegates).where(delegates.c.account_id == 101).values(account_id=None))
    _, _, where = await corrected(reminded, AT_NINE, REPORT, CLOSING)
    assert [chat for chat, _ in where] == [102]
