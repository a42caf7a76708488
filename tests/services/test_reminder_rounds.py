"""Whom a round concerns: rules of the settings, personal choices, sessions stayed away from, parts of one's own."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select, update

from domain.conference import Conference, Group, Programme, Session
from domain.ids import GroupId, SessionId
from domain.refusal import Refusal
from domain.rsvp import AnswerRules
from domain.settings import Lead, LeadRule
from services import reminder_choosing as choosing
from services import reminding
from services.views.reminder_choices import SessionChoice, SessionsOfMine
from storage import attendance
from storage.schema import delegates, deliveries, notices, sessions

from .conftest import NOW, Office
from .test_reminding import START, Desk

THURSDAY = date(2026, 7, 2)
OPENING = Session(id=SessionId(1), title="Khai mạc", day=THURSDAY, start=time(8))
REPORT = Session(
    id=SessionId(2), title="Báo cáo kết quả", day=THURSDAY, start=time(8), responsible="Đồng chí Lê Văn Hai"
)
PRIZES = Session(id=SessionId(3), title="Trao giấy khen", day=THURSDAY, start=time(16))
LEADERS, HONOURED = Group(id=GroupId(1), description="Lãnh đạo huyện"), Group(id=GroupId(2), description="Được khen")
HOUR_BEFORE = START - timedelta(minutes=60)


@pytest_asyncio.fixture
async def desk(office: Office) -> Desk:
    programme = Programme(
        conference=Conference(title="Hội nghị", code="HN"),
        sessions=(OPENING, REPORT, PRIZES),
        groups=(LEADERS, HONOURED),
    )
    office.desk.settings = replace(office.desk.settings, leads=(Lead(minutes=60), Lead(minutes=15)))
    made = await office.opens(programme)
    desk = Desk(office)
    await office.do(desk.system, reminding.plan, made)
    for account in (101, 102, 103):
        await desk.delegate(account)
    return desk


async def plans(desk: Desk) -> None:
    assert desk.office.programme is not None
    await desk.office.do(desk.system, reminding.plan, desk.office.programme)


async def said(desk: Desk) -> dict[int, list[list[int]]]:
    """For each person, the sessions of each of their messages."""
    query = select(deliveries.c.chat_id, notices.c.data).join(notices, notices.c.id == deliveries.c.notice_id)
    found: dict[int, list[list[int]]] = {}
    for chat, data in await desk.all(query.order_by(deliveries.c.id)):
        found.setdefault(chat, []).append([line["session"] for line in data["lines"]])
    return found


async def put(desk: Desk, account: int, **values: Any) -> None:
    async with desk.office.desk.database.begin() as connection:
        await connection.execute(update(delegates).where(delegates.c.account_id == account).values(values))


async def test_who_stays_away_from_a_session_is_reminded_of_the_others_in_one_message(desk: Desk) -> None:
    me = await desk.office.person(101)
    shown = (await desk.office.do(me, choosing.turn_session, desk.office.conference, SessionId(2), 0)).it
    assert shown == SessionsOfMine(
        conference=1,
        sessions=(
            SessionChoice(id=1, title="Khai mạc", comes=True, day=THURSDAY, start=time(8)),
            SessionChoice(id=2, title="Báo cáo kết quả", comes=False, day=THURSDAY, start=time(8)),
            SessionChoice(id=3, title="Trao giấy khen", comes=True, day=THURSDAY, start=time(16)),
        ),
    )
    await desk.tick(HOUR_BEFORE)
    assert await said(desk) == {102: [[1, 2]], 103: [[1, 2]], 101: [[1]]}
    assert await desk.tick() == 0


async def test_after_the_deadline_for_answers_nobody_leaves_a_session_out_or_takes_it_back(desk: Desk) -> None:
    me = await desk.office.person(101)
    await desk.office.do(me, choosing.turn_session, desk.office.conference, SessionId(2), 0)
    async with desk.office.desk.database.begin() as connection:
        await attendance.set_rules(connection, desk.office.conference, AnswerRules(until=desk.office.clock()))
    for key in (2, 3):
        with pytest.raises(Refusal, match="rsvp_closed"):
            await desk.office.do(me, choosing.turn_session, desk.office.conference, SessionId(key), 0)
    shown = (await desk.office.do(me, choosing.sessions, desk.office.conference, 0)).it
    assert [each.comes for each in shown.sessions] == [True, False, True]


async def test_who_stays_away_from_a_session_stays_away_from_its_parts(desk: Desk) -> None:
    await desk.publishes((OPENING, replace(REPORT, parent=OPENING.id), PRIZES))
    async with desk.office.desk.database.begin() as connection:
        await connection.execute(update(sessions).where(sessions.c.id == 2).values(parent_id=1))
    me = await desk.office.person(101)
    await desk.office.do(me, choosing.turn_session, desk.office.conference, SessionId(1), 0)
    await desk.tick(HOUR_BEFORE)
    assert await said(desk) == {102: [[1, 2]], 103: [[1, 2]]}


async def test_a_personal_choice_holds_instead_of_the_usual_leads(desk: Desk) -> None:
    me = await desk.office.person(101)
    for lead in ("60m", "15m", "30m"):
        view = (await desk.office.do(me, choosing.toggle, desk.office.conference, lead)).it
    assert (view.chosen, view.own) == (("30m",), True)
    await desk.tick(HOUR_BEFORE)
    await desk.tick(START - timedelta(minutes=30))
    assert await said(desk) == {102: [[1, 2]], 103: [[1, 2]], 101: [[1, 2]]}
    assert await desk.tick() == 0


async def test_who_wants_no_reminders_gets_none_until_they_want_the_usual_ones_again(desk: Desk) -> None:
    me = await desk.office.person(101)
    assert (await desk.office.do(me, choosing.none, desk.office.conference)).it.chosen == ()
    await desk.tick(HOUR_BEFORE)
    assert set(await said(desk)) == {102, 103}
    again = (await desk.office.do(me, choosing.usual, desk.office.conference)).it
    assert (again.chosen, again.own) == (("60m", "15m"), False)
    await desk.tick(START - timedelta(minutes=15))
    assert set(await said(desk)) == {101, 102, 103}


async def test_a_choice_does_not_take_back_what_others_are_about_to_get(desk: Desk) -> None:
    me = await desk.office.person(101)
    await desk.office.do(me, choosing.toggle, desk.office.conference, "30m")
    await desk.tick(HOUR_BEFORE)
    await desk.tick(START - timedelta(minutes=30))
    await desk.office.do(me, choosing.toggle, desk.office.conference, "30m")
    assert await desk.told() == [(chat, "waiting", None) for chat in (101, 102, 103, 101)]


async def test_rules_give_groups_and_kinds_of_session_leads_of_their_own(desk: Desk) -> None:
    office = desk.office
    rules = (
        LeadRule(session="Trao giấy khen", group="Được khen", leads=(Lead(minutes=120),)),
        LeadRule(session="Khai mạc", leads=()),
    )
    office.desk.settings = replace(office.desk.settings, lead_rules=rules, leads=(Lead(minutes=60),))
    assert office.programme is not None
    await put(desk, 103, group_id=office.programme.groups[1].id)
    await plans(desk)
    await desk.tick(HOUR_BEFORE)
    await desk.tick(START + timedelta(hours=6))
    await desk.tick(START + timedelta(hours=7))
    assert await said(desk) == {101: [[2], [3]], 102: [[2], [3]], 103: [[2], [3]]}
    rows = await desk.all(select(notices.c.data, deliveries.c.chat_id).join(deliveries).order_by(deliveries.c.id))
    assert [(data["minutes"], chat) for data, chat in rows] == [
        (60, 101), (60, 102), (60, 103), (120, 103), (60, 101), (60, 102),
    ]  # fmt: skip


async def test_speakers_and_those_who_are_honoured_read_first_what_is_theirs(desk: Desk) -> None:
    assert desk.office.programme is not None
    await put(desk, 102, name="Lê Văn Hai")
    await put(desk, 103, group_id=desk.office.programme.groups[1].id)
    await desk.tick(HOUR_BEFORE)
    await desk.tick(START + timedelta(hours=7))
    rows = await desk.all(select(deliveries.c.chat_id, deliveries.c.data).order_by(deliveries.c.id))
    assert rows == [
        (101, None),
        (102, {"speaks": [2], "honoured": []}),
        (103, None),
        (101, None),
        (102, None),
        (103, {"speaks": [], "honoured": [3]}),
    ]


async def test_what_moved_is_struck_from_every_message_of_a_round(desk: Desk) -> None:
    me = await desk.office.person(101)
    await desk.office.do(me, choosing.turn_session, desk.office.conference, SessionId(2), 0)
    await desk.tick(HOUR_BEFORE)
    await desk.publishes((replace(OPENING, start=time(10)), REPORT, PRIZES))
    assert await said(desk) == {102: [[2]], 103: [[2]], 101: [[1]]}
    states = await desk.all(select(deliveries.c.chat_id, deliveries.c.state).order_by(deliveries.c.chat_id))
    assert states == [(101, "superseded"), (102, "waiting"), (103, "waiting")]


async def test_only_delegates_choose_and_only_what_is_offered(desk: Desk) -> None:
    organizer = await desk.office.organizer(1)
    with pytest.raises(Refusal, match="not_a_delegate"):
        await desk.office.do(organizer, choosing.mine)
    me = await desk.office.person(101)
    with pytest.raises(Refusal, match="stale_button"):
        await desk.office.do(me, choosing.toggle, desk.office.conference, "7m")
    assert NOW < START
