"""What organizers write down for people, also after the deadline."""

from datetime import date, time, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select, update

from domain.conference import Conference, Group, Programme, Session
from domain.delegates import DelegateState, Rsvp
from domain.ids import GroupId, SessionId
from domain.refusal import Refusal
from domain.rsvp import AnswerRules, Substitutes
from services import attending, checking, flows, listing, recording, substituting
from services.views.menu import Refused
from services.views.recording import AnswerRecorded, SubstituteRecorded
from storage import attendance, checkins
from storage.codec import from_json
from storage.schema import delegates, deliveries, journal, notices
from templates import render

DAY = date(2026, 7, 1)
PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", starts_on=DAY),
    sessions=tuple(
        Session(id=SessionId(n), title=title, day=DAY, start=time(hour), position=n)
        for n, (title, hour) in enumerate((("Khai mạc", 9), ("Thảo luận", 10), ("Bế mạc", 16)), 1)
    ),
    groups=(Group(id=GroupId(1), description="Lãnh đạo xã", quota=2, position=1),),
)


@pytest_asyncio.fixture
async def late(office: Any) -> Any:
    """The deadline for answers is over, and Nguyễn Văn An is linked."""
    await office.opens(PROGRAMME)
    await office.organizer(1)
    key, token = await office.invited("Nguyễn Văn An", unit="Xã Đông", group=office.programme.groups[0].id)
    await office.joins(7, token)
    office.an = key
    async with office.desk.database.begin() as connection:
        until = office.clock() - timedelta(hours=1)
        await attendance.set_rules(
            connection, office.conference, AnswerRules(until=until, substitutes=Substitutes.ORGANIZERS)
        )
    with pytest.raises(Refusal, match="rsvp_closed"):
        await office.do(await office.again(7), attending.attend, key)
    return office


async def types(office: Any, *lines: str) -> Any:
    replies = [await office.do(await office.again(1), flows.take, each) for each in lines]
    return replies[-1].it


async def substitutes(office: Any, post: str = "Phó Chủ tịch") -> SubstituteRecorded:
    await office.do(await office.again(1), recording.ask_substitute, office.an)
    found = await types(office, "Trần Thị Bình", post)
    assert isinstance(found, SubstituteRecorded)
    return found


async def noted(office: Any, act: str) -> list[Any]:
    async with office.desk.database.begin() as connection:
        return [
            tuple(row)
            for row in await connection.execute(
                select(journal.c.account_id, journal.c.data).where(journal.c.act == act)
            )
        ]


async def waiting(office: Any, chat: int) -> list[str]:
    query = select(notices.c.view).join(deliveries, deliveries.c.notice_id == notices.c.id)
    query = query.where(deliveries.c.chat_id == chat, deliveries.c.state == "waiting").order_by(notices.c.id)
    async with office.desk.database.begin() as connection:
        return list((await connection.execute(query)).scalars())


async def test_a_substitute_is_recorded_after_the_deadline_and_comes_by_their_own_link(late: Any) -> None:
    shown = await substitutes(late)
    assert (shown.original, shown.told, shown.lower) == ("Nguyễn Văn An", True, False)
    assert (await late.delegate(late.an)).rsvp is Rsvp.SUBSTITUTED
    joined = await late.joins(8, shown.link.split("=")[1])
    other = await late.delegate(joined.delegate)
    assert (joined.is_substitute, other.state, other.substitute_for) == (True, DelegateState.INVITED, late.an)
    assert (other.unit, other.group) == ("Xã Đông", late.programme.groups[0].id)
    told = await late.last_notice(7)
    assert (await waiting(late, 7), told["name"], told["link"]) == (
        ["substitutes/substitute_named"],
        "Trần Thị Bình",
        shown.link,
    )
    assert await noted(late, "substitute_named") == [(1, {"original": late.an})]
    assert (1, {"was": "none", "now": "substituted"}) in await noted(late, "rsvp")


async def test_a_post_below_the_line_is_pointed_out_to_who_records_it(late: Any) -> None:
    assert (await substitutes(late, "Văn thư")).lower


async def test_there_is_no_substitute_of_a_substitute_nor_a_second_one_for_organizers_either(late: Any) -> None:
    shown = await substitutes(late)
    for key, code in ((late.an, "their_already_substituted"), (shown.substitute, "their_no_second_substitute")):
        with pytest.raises(Refusal, match=code):
            await late.do(await late.again(1), recording.ask_substitute, key)


async def test_one_who_waits_for_the_organizers_is_settled_first(late: Any) -> None:
    async with late.desk.database.begin() as connection:
        await attendance.set_rules(connection, late.conference, AnswerRules(substitutes=Substitutes.ORGANIZERS))
    late.clock.forward(hours=-2)
    await late.do(await late.again(7), substituting.ask, late.an)
    for line in ("Lê Chờ", "Phó Chủ tịch"):
        await late.do(await late.again(7), flows.take, line)
    with pytest.raises(Refusal, match="their_substitute_waits"):
        await late.do(await late.again(1), recording.ask_substitute, late.an)


async def test_who_is_checked_in_meanwhile_has_come_and_nobody_is_recorded_for_them(late: Any) -> None:
    await late.do(await late.again(1), recording.ask_substitute, late.an)
    await late.do(await late.again(1), checking.check_in, late.an)
    with pytest.raises(Refusal, match="their_already_here"):
        await late.do(await late.again(1), recording.ask_substitute, late.an)
    await types(late, "Trần Thị Bình")
    refused = await types(late, "Phó Chủ tịch")
    assert refused == Refused(code="their_already_here", values={})
    assert (await late.delegate(late.an)).rsvp is not Rsvp.SUBSTITUTED


async def test_only_organizers_record(late: Any) -> None:
    session = late.programme.sessions[1].id
    for service, more in (
        (recording.ask_substitute, ()),
        (recording.their_sessions, (0,)),
        (recording.turn_their_session, (session, 0)),
    ):
        with pytest.raises(Refusal, match="not_allowed"):
            await late.do(await late.again(7), service, late.an, *more)


async def test_sessions_left_out_are_recorded_and_told_once_as_they_are_in_the_end(late: Any) -> None:
    _, second, third = (each.id for each in late.programme.sessions)
    for session in (second, third, second):
        shown = (await late.do(await late.again(1), recording.turn_their_session, late.an, session, 0)).it
    assert [each.comes for each in shown.sessions] == [True, True, False]
    assert (await late.do(await late.again(1), listing.show, late.an)).it.away == ("Bế mạc",)
    assert (await waiting(late, 7), (await late.last_notice(7))["away"]) == (["recording/answer_recorded"], ["Bế mạc"])
    assert await noted(late, "session_absence_recorded") == [
        (1, {"session": second, "away": True}),
        (1, {"session": third, "away": True}),
        (1, {"session": second, "away": False}),
    ]


async def test_a_session_somebody_was_seen_in_is_not_recorded_as_left_out(late: Any) -> None:
    first = late.programme.sessions[0].id
    async with late.desk.database.begin() as connection:
        await checkins.make_rules(connection, late.conference, checkins.Mode.SESSION)
    await late.do(await late.again(1), checking.check_in, late.an)
    with pytest.raises(Refusal, match="their_session_seen"):
        await late.do(await late.again(1), recording.turn_their_session, late.an, first, 0)


async def test_who_does_not_come_at_all_leaves_no_single_session_out(late: Any) -> None:
    await late.do(await late.again(1), recording.record, late.an, Rsvp.DECLINED)
    await types(late, "ốm")
    with pytest.raises(Refusal, match="their_absence_is_whole"):
        await late.do(await late.again(1), recording.their_sessions, late.an, 0)


async def test_a_slip_of_the_finger_and_its_correction_are_one_message(late: Any) -> None:
    await late.do(await late.again(1), recording.record, late.an, Rsvp.ATTENDING)
    await late.do(await late.again(1), recording.record, late.an, Rsvp.DECLINED)
    await types(late, "ốm")
    told = await late.last_notice(7)
    assert (await waiting(late, 7), told["rsvp"], told["reason"]) == (["recording/answer_recorded"], "declined", "ốm")


@pytest.mark.parametrize("who", ["the organizer", "the person"])
async def test_an_absence_corrected_to_a_substitute_is_one_message(late: Any, who: str) -> None:
    await late.do(await late.again(1), recording.record, late.an, Rsvp.DECLINED)
    await types(late, "ốm")
    assert await waiting(late, 7) == ["recording/answer_recorded"]
    if who == "the organizer":
        await substitutes(late)
        assert await waiting(late, 7) == ["substitutes/substitute_named"]
        return
    async with late.desk.database.begin() as connection:
        await attendance.set_rules(connection, late.conference, AnswerRules())
    late.clock.forward(hours=-2)
    await late.do(await late.again(7), attending.attend, late.an)
    assert await waiting(late, 7) == []


async def turns_the_second(office: Any) -> str | None:
    """The person has not answered; what waits to be said to them then."""
    async with office.desk.database.begin() as connection:
        await connection.execute(update(delegates).where(delegates.c.id == office.an).values(rsvp="none"))
    second = office.programme.sessions[1].id
    await office.do(await office.again(1), recording.turn_their_session, office.an, second, 0)
    if not await waiting(office, 7):
        return None
    return str(render.text(from_json(await office.last_notice(7), AnswerRecorded), "vi"))


async def test_who_has_not_answered_hears_of_the_sessions_alone(late: Any) -> None:
    said = await turns_the_second(late)
    assert said is not None and "vắng các phiên Thảo luận" in said and "chưa trả lời" not in said
    assert await turns_the_second(late) is None


async def test_a_session_turned_back_after_it_was_said_is_said_too(late: Any) -> None:
    await turns_the_second(late)
    async with late.desk.database.begin() as connection:
        await connection.execute(update(deliveries).values(state="sent"))
    said = await turns_the_second(late)
    assert said is not None and "không vắng phiên nào" in said
