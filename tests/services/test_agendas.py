"""Agendas that people have in their chats say what holds now, in the same message."""

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from domain.conference import Session, SessionState
from domain.ids import ChatId, SessionId
from domain.views import AgendaShown
from services import agendas, reminding
from services.desk import SYSTEM
from services.views.agenda import AgendaCorrected
from storage import programmes
from storage.codec import from_json
from storage.schema import accounts, agenda_messages, deliveries, notices
from storage.stirring import Stir
from tests.services.test_reminding import CLOSING, EVE, OPENING, REPORT, Desk, desk

__all__ = ["desk"]
REVISION = 1
LATER = replace(OPENING, start=time(9))


async def shown(desk: Desk, *chats: int, day: Any = None) -> None:
    """These chats have the agenda (of a day), in the message of their own number plus 1000."""
    desk.clock.now = EVE
    house = desk.office.desk
    for chat in chats:
        agendas.note(house, ChatId(chat), 1000 + chat, AgendaShown(desk.office.conference, REVISION, day))
    async with house.database.begin() as connection:
        await house.talks.store(connection)


async def corrected(desk: Desk, *sessions: Session) -> tuple[int, list[AgendaCorrected], list[Any]]:
    """What a publication with these sessions does: how many messages, what they say, to whom and where."""
    async with desk.office.desk.database.begin() as connection:
        old = await programmes.working(connection, desk.office.conference)
    old = replace(old, sessions=(OPENING, REPORT, CLOSING))
    count = await desk.office.do(desk.system, agendas.correct, old, replace(old, sessions=sessions))
    said = await desk.all(select(notices.c.data).where(notices.c.way == "edit").order_by(notices.c.id))
    rows = select(deliveries.c.chat_id, deliveries.c.data).join(notices, notices.c.id == deliveries.c.notice_id)
    where = await desk.all(rows.where(notices.c.way == "edit").order_by(deliveries.c.chat_id.desc()))
    return count, [from_json(data, AgendaCorrected) for (data,) in said], where


async def test_the_agenda_in_a_chat_and_in_a_group_says_the_new_time_with_its_buttons(desk: Desk) -> None:
    await shown(desk, 101, -500)
    count, (said,), where = await corrected(desk, LATER, REPORT, CLOSING)
    assert (count, where) == (2, [(101, {"messages": [1101]}), (-500, {"messages": [500]})])
    starts = {line.title: line.start for day in said.shown.days for line in day.lines}
    assert (starts[OPENING.title], starts[REPORT.title]) == (time(9), REPORT.start)
    assert said.keyboard()


async def test_the_agenda_of_one_day_changes_only_with_that_day(desk: Desk) -> None:
    await shown(desk, 101, day=CLOSING.day)
    assert CLOSING.day is not None
    more = replace(REPORT, id=SessionId(9), day=CLOSING.day + timedelta(days=1))
    assert await corrected(desk, OPENING, REPORT, CLOSING, more) == (0, [], [])
    gone = replace(CLOSING, state=SessionState.CANCELLED)
    count, (said,), _ = await corrected(desk, OPENING, REPORT, gone)
    assert (count, [line.cancelled for line in said.shown.lines if line.title == CLOSING.title]) == (1, [True])


@pytest.mark.parametrize("state", [SessionState.PLANNED, SessionState.RUNNING])
async def test_an_agenda_that_still_holds_stays_as_it_is(desk: Desk, state: SessionState) -> None:
    await shown(desk, 101)
    assert await corrected(desk, replace(OPENING, state=state), REPORT, CLOSING) == (0, [], [])


async def test_what_is_days_old_and_who_was_erased_is_left_alone_and_forgotten(desk: Desk) -> None:
    await shown(desk, 101)
    async with desk.office.desk.database.begin() as connection:
        await connection.execute(accounts.delete().where(accounts.c.account_id == 102))
    agendas.note(desk.office.desk, ChatId(102), 5, AgendaShown(desk.office.conference, REVISION, None))
    async with desk.office.desk.database.begin() as connection:
        await desk.office.desk.talks.store(connection)
    assert await desk.all(select(agenda_messages.c.chat_id)) == [(101,)]
    desk.clock.now = EVE + timedelta(hours=48)
    assert await corrected(desk, LATER, REPORT, CLOSING) == (0, [], [])
    assert await desk.all(select(agenda_messages.c.chat_id)) == []


async def test_an_agenda_that_was_on_its_way_while_another_was_published_is_put_right_by_the_next_tick(
    desk: Desk,
) -> None:
    async with desk.office.desk.database.begin() as connection:
        known = (await programmes.working(connection, desk.office.conference)).sessions
    await desk.publishes([replace(each, start=time(9)) for each in known])
    await shown(desk, 101)
    assert await desk.office.desk.see(SYSTEM, reminding.stirs) >= {Stir.AGENDAS}
    assert await desk.office.desk.do(SYSTEM, agendas.catch_up) == 1
    (said,) = await desk.all(select(notices.c.data).where(notices.c.way == "edit"))
    view = from_json(said[0], AgendaCorrected)
    assert {line.start for day in view.shown.days for line in day.lines} == {time(9)}
    assert Stir.AGENDAS not in await desk.office.desk.see(SYSTEM, reminding.stirs)


async def test_of_an_agenda_of_the_draft_nothing_is_known_to_put_right(desk: Desk) -> None:
    desk.clock.now = EVE
    agendas.note(desk.office.desk, ChatId(101), 5, AgendaShown(desk.office.conference, 0, None))
    async with desk.office.desk.database.begin() as connection:
        await desk.office.desk.talks.store(connection)
    assert await desk.office.desk.do(SYSTEM, agendas.catch_up) == 0
    assert Stir.AGENDAS not in await desk.office.desk.see(SYSTEM, reminding.stirs)


async def test_two_publications_in_a_row_correct_what_each_of_them_left(desk: Desk) -> None:
    await shown(desk, 101)
    async with desk.office.desk.database.begin() as connection:
        old = await programmes.working(connection, desk.office.conference)
    for revision, start in ((2, 9), (3, 10)):
        moved = tuple(replace(each, start=time(start)) for each in old.sessions)
        new = replace(old, sessions=moved, conference=replace(old.conference, revision=revision))
        assert await desk.office.do(desk.system, agendas.correct, old, new) == 1
        old = new
