"""Registering to speak, the organizer's order, and the call to get ready."""

from datetime import date, time
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select

from domain.conference import Conference, Programme, Session
from domain.delegates import Rsvp
from domain.ids import SessionId, SpeechId
from domain.refusal import Refusal
from domain.rsvp import AnswerRules, Substitutes
from services import (
    attending,
    flows,
    listing,
    privacy,
    recording,
    reminder_choosing,
    running,
    speaking,
    speechorder,
    substituting,
)
from services.views.menu import Refused
from services.views.speaking import MySpeeches, SpeechKept, SpeechLine, SpeechList
from storage import attendance
from storage.schema import deliveries, notices

DAY = date(2026, 7, 30)
PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", starts_on=DAY, ends_on=DAY),
    sessions=(
        Session(id=SessionId(1), title="Khai mạc", day=DAY, start=time(8), end=time(9), position=1),
        Session(id=SessionId(2), title="Thảo luận", day=DAY, start=time(9), end=time(9, 30), position=2),
        Session(id=SessionId(3), title="Bế mạc", day=DAY, start=time(11), position=3),
    ),
)


@pytest_asyncio.fixture
async def hall(office: Any) -> Any:
    await office.opens(PROGRAMME)
    await office.organizer(1)
    for account, name in ((7, "Nguyễn Văn An"), (8, "Lê Ba"), (9, "Phạm Duy")):
        _, token = await office.invited(name, unit=f"Xã {account}")
        await office.joins(account, token)
    return office


def session(hall: Any, number: int) -> SessionId:
    key: SessionId = hall.programme.sessions[number].id
    return key


async def registers(hall: Any, account: int, topic: str, minutes: str = "10 phút", number: int = 1) -> SpeechId:
    await hall.do(await hall.again(account), speaking.ask, session(hall, number))
    await hall.do(await hall.again(account), flows.take, topic)
    await hall.do(await hall.again(account), flows.skip)
    view = (await hall.do(await hall.again(account), flows.take, minutes)).it
    assert isinstance(view, SpeechKept)
    return SpeechId(view.speech)


async def order(hall: Any, number: int = 1) -> list[tuple[str, str]]:
    view = (await hall.do(await hall.again(1), speechorder.order, session(hall, number))).it
    return [(each.topic, each.state) for each in view.items]


async def test_who_registers_is_last_in_the_order_and_the_organizers_hear_of_it(hall: Any) -> None:
    await registers(hall, 7, "Thu ngân sách")
    key = await registers(hall, 8, "Chuyển đổi số", "15p")
    shown = (await hall.do(await hall.again(1), speechorder.order, session(hall, 1))).it
    assert shown == SpeechList(
        session=session(hall, 1),
        title="Thảo luận",
        items=(
            SpeechLine(
                speech=key - 1, name="Nguyễn Văn An", unit="Xã 7", topic="Thu ngân sách", minutes=10, state="waiting"
            ),
            SpeechLine(speech=key, name="Lê Ba", unit="Xã 8", topic="Chuyển đổi số", minutes=15, state="waiting"),
        ),
        minutes=25,
        room=30,
    )
    assert await hall.outbox(1) == ["speaking/speech_news", "speaking/speech_news"]
    mine = (await hall.do(await hall.again(8), speaking.home)).it
    assert (type(mine), mine.items[0].place, mine.items[0].session) == (MySpeeches, 2, "Thảo luận")


@pytest.mark.parametrize("typed", ["", "0", "mười", "1000", "-5", "10; drop"])
async def test_minutes_that_are_none_are_asked_again(hall: Any, typed: str) -> None:
    await hall.do(await hall.again(7), speaking.ask, session(hall, 1))
    await hall.do(await hall.again(7), flows.take, "Thu ngân sách")
    await hall.do(await hall.again(7), flows.take, "Xã Đông")
    assert (await hall.do(await hall.again(7), flows.take, typed)).it.complaint == ("speech_minutes", {"most": 120})


async def test_registering_again_for_a_session_replaces_what_was_said(hall: Any) -> None:
    first = await registers(hall, 7, "Thu ngân sách")
    again = await registers(hall, 7, "Chi ngân sách")
    assert (again, await order(hall)) == (first, [("Chi ngân sách", "waiting")])


async def test_the_organizer_sets_the_order(hall: Any) -> None:
    keys = [await registers(hall, account, topic) for account, topic in ((7, "một"), (8, "hai"), (9, "ba"))]
    await hall.do(await hall.again(1), speechorder.step, keys[2], -1)
    assert await order(hall) == [("một", "waiting"), ("ba", "waiting"), ("hai", "waiting")]
    await hall.do(await hall.again(1), speechorder.step, keys[0], -1)  # the first stays the first
    await hall.do(await hall.again(1), speechorder.step, keys[0], 1)
    assert [topic for topic, _ in await order(hall)] == ["ba", "một", "hai"]


async def test_the_next_speaker_is_told_once_to_get_ready(hall: Any) -> None:
    keys = [await registers(hall, account, topic) for account, topic in ((7, "một"), (8, "hai"), (9, "ba"))]
    await hall.do(await hall.again(1), running.step, session(hall, 1))
    assert (await hall.outbox(7), await hall.outbox(8)) == (["speaking/get_ready"], [])
    await hall.do(await hall.again(1), speechorder.give_floor, keys[0])
    await hall.do(await hall.again(1), speechorder.give_floor, keys[0])  # pressed twice
    assert (await hall.outbox(7), await hall.outbox(8)) == (["speaking/get_ready"], ["speaking/get_ready"])
    assert await order(hall) == [("một", "speaking"), ("hai", "called"), ("ba", "waiting")]


async def test_after_the_last_speaker_of_an_item_the_first_of_the_next_gets_ready(hall: Any) -> None:
    first, _ = await registers(hall, 7, "một"), await registers(hall, 8, "hai", number=2)
    await hall.do(await hall.again(1), running.step, session(hall, 1))
    await hall.do(await hall.again(1), speechorder.give_floor, first)
    assert await hall.outbox(8) == ["speaking/get_ready"]
    await hall.do(await hall.again(1), running.step, session(hall, 2))
    assert (await order(hall), await hall.outbox(8)) == ([("một", "done")], ["speaking/get_ready"])


async def test_when_the_called_one_withdraws_the_one_behind_gets_ready(hall: Any) -> None:
    first, _ = await registers(hall, 7, "một"), await registers(hall, 8, "hai")
    await hall.do(await hall.again(1), running.step, session(hall, 1))
    await hall.do(await hall.again(7), speaking.withdraw, first)
    assert (await order(hall), await hall.outbox(8)) == ([("hai", "called")], ["speaking/get_ready"])
    assert (await hall.outbox(1))[-1] == "speaking/speech_news"
    with pytest.raises(Refusal, match="speech_gone"):
        await hall.do(await hall.again(7), speaking.withdraw, first)


async def test_a_speech_that_is_moved_says_whence_and_whither(hall: Any) -> None:
    key = await registers(hall, 7, "một")
    await hall.do(await hall.again(1), speechorder.move, key, session(hall, 2))
    assert (await order(hall), await order(hall, 2)) == ([], [("một", "waiting")])
    told = await hall.last_notice(7)
    assert (told["was"], told["now"], told["start"]) == ("Thảo luận", "Bế mạc", "11:00:00")
    second = await registers(hall, 7, "hai")
    with pytest.raises(Refusal, match="speech_twice"):
        await hall.do(await hall.again(1), speechorder.move, second, session(hall, 2))


async def test_a_session_that_is_over_takes_no_speech_and_the_form_is_left(hall: Any) -> None:
    await hall.do(await hall.again(7), speaking.ask, session(hall, 1))
    await hall.do(await hall.again(7), flows.take, "một")
    await hall.do(await hall.again(7), flows.skip)
    await hall.do(await hall.again(1), running.step, session(hall, 2))
    view = (await hall.do(await hall.again(7), flows.take, "5")).it
    assert view == Refused(code="speech_session_over", values={})
    assert (await hall.again(7)).form_open is False


async def test_others_and_strangers_cannot_touch_a_speech(hall: Any) -> None:
    key = await registers(hall, 7, "một")
    for service, args in (
        (speaking.withdraw, (key,)),
        (speechorder.step, (key, 1)),
        (speechorder.give_floor, (key,)),
        (speechorder.strike, (key,)),
        (speechorder.move, (key, session(hall, 2))),
    ):
        with pytest.raises(Refusal, match="not_allowed"):
            await hall.do(await hall.again(8), service, *args)
    await hall.person(20)
    with pytest.raises(Refusal, match="not_a_delegate"):
        await hall.do(await hall.again(20), speaking.ask, session(hall, 1))


async def test_who_is_taken_off_the_list_is_off_the_order_too(hall: Any) -> None:
    await registers(hall, 7, "một")
    await hall.do(await hall.again(7), substituting.ask, (await hall.again(7)).delegate)
    await hall.do(await hall.again(1), listing.remove, (await hall.again(7)).delegate)
    assert await order(hall) == []


async def test_no_notice_about_a_speech_outlives_its_speaker(hall: Any) -> None:
    await registers(hall, 7, "Chuyện của An")
    await hall.do(await hall.again(7), privacy.erase)
    assert await hall.last_notice(1) == {}
    assert await order(hall) == []


async def is_replaced(hall: Any, account: int, by: int) -> None:
    """Somebody sends Trần Thị Bình, who opens the link as `by`."""
    await hall.do(await hall.again(account), substituting.ask, (await hall.again(account)).delegate)
    await hall.do(await hall.again(account), flows.take, "Trần Thị Bình")
    view = (await hall.do(await hall.again(account), flows.take, "Phó phòng")).it
    await hall.joins(by, view.link.split("=")[1])


async def declines(hall: Any, account: int) -> None:
    await hall.do(await hall.again(account), attending.ask_reason, (await hall.again(account)).delegate)
    await hall.do(await hall.again(account), flows.take, "ốm")


async def names(hall: Any) -> list[tuple[str, str, str]]:
    view = (await hall.do(await hall.again(1), speechorder.order, session(hall, 1))).it
    return [(each.name, each.topic, each.state) for each in view.items]


async def test_a_speech_passes_to_the_substitute_who_is_the_one_told_to_get_ready(hall: Any) -> None:
    await registers(hall, 7, "một")
    await registers(hall, 8, "hai")
    await is_replaced(hall, 7, 10)
    assert await names(hall) == [("Trần Thị Bình", "một", "waiting"), ("Lê Ba", "hai", "waiting")]
    await hall.do(await hall.again(1), running.step, session(hall, 1))
    assert [view for view in await hall.outbox(10) if view.startswith("speaking/")] == ["speaking/get_ready"]
    assert "speaking/get_ready" not in await hall.outbox(7)
    mine = (await hall.do(await hall.again(10), speaking.mine)).it
    assert [(each.topic, each.place) for each in mine.items] == [("một", 1)]
    assert (await hall.do(await hall.again(7), speaking.mine)).it == MySpeeches(items=())


async def test_a_speech_comes_back_with_the_original_who_is_called_instead(hall: Any) -> None:
    await registers(hall, 7, "một")
    await is_replaced(hall, 7, 10)
    await registers(hall, 10, "hai", number=2)
    await hall.do(await hall.again(1), running.step, session(hall, 1))
    await hall.do(await hall.again(7), attending.attend, (await hall.again(7)).delegate)
    assert await names(hall) == [("Nguyễn Văn An", "một", "called")]
    assert await order(hall, 2) == [("hai", "waiting")]
    assert "speaking/get_ready" in await hall.outbox(7)


async def test_a_speech_stays_in_its_place_until_the_organizers_agree_to_the_substitute(hall: Any) -> None:
    async with hall.desk.database.begin() as connection:
        await attendance.set_rules(connection, hall.conference, AnswerRules(substitutes=Substitutes.ORGANIZERS))
    await registers(hall, 7, "một")
    await hall.do(await hall.again(7), substituting.ask, (await hall.again(7)).delegate)
    for line in ("Trần Thị Bình", "Phó phòng"):
        await hall.do(await hall.again(7), flows.take, line)
    assert await names(hall) == [("Nguyễn Văn An", "một", "waiting")]
    asked = await hall.last_notice(1)
    await hall.do(await hall.again(1), substituting.approve, asked["delegate"])
    assert await names(hall) == [("Trần Thị Bình", "một", "waiting")]


async def test_who_declines_leaves_the_order_and_registers_anew_at_its_end(hall: Any) -> None:
    await registers(hall, 7, "một")
    await registers(hall, 8, "hai")
    before = await hall.outbox(1)
    await declines(hall, 7)
    assert await names(hall) == [("Lê Ba", "hai", "waiting")]
    assert await hall.outbox(1) == [*before, "speaking/speech_news"]
    told = await hall.last_notice(1)
    assert (told["what"], told["name"], told["topic"]) == ("withdrawn", "Nguyễn Văn An", "một")
    await declines(hall, 7)
    assert await hall.outbox(1) == [*before, "speaking/speech_news"]
    await hall.do(await hall.again(7), attending.attend, (await hall.again(7)).delegate)
    assert await names(hall) == [("Lê Ba", "hai", "waiting")]
    await registers(hall, 7, "một")
    assert await names(hall) == [("Lê Ba", "hai", "waiting"), ("Nguyễn Văn An", "một", "waiting")]


async def test_when_the_called_one_or_their_substitute_declines_the_one_behind_gets_ready(hall: Any) -> None:
    await registers(hall, 7, "một")
    await registers(hall, 8, "hai")
    await is_replaced(hall, 7, 10)
    await hall.do(await hall.again(1), running.step, session(hall, 1))
    await declines(hall, 10)
    assert (await names(hall), await hall.outbox(8)) == ([("Lê Ba", "hai", "called")], ["speaking/get_ready"])


async def waiting(hall: Any, account: int) -> list[str]:
    """The calls to get ready that are still to be sent."""
    query = select(notices.c.view).join(deliveries, deliveries.c.notice_id == notices.c.id)
    query = query.where(deliveries.c.chat_id == account, deliveries.c.state == "waiting")
    async with hall.desk.database.begin() as connection:
        found = (await connection.execute(query.order_by(notices.c.id))).scalars()
        return [view for view in found if view == "speaking/get_ready"]


async def test_who_stays_away_registers_only_after_saying_that_they_come(hall: Any) -> None:
    await hall.do(await hall.again(7), speaking.ask, session(hall, 1))
    await hall.do(await hall.again(7), flows.take, "một")
    await hall.do(await hall.again(7), flows.skip)
    reply = await hall.do(await hall.again(1), recording.record, (await hall.again(7)).delegate, Rsvp.DECLINED)
    assert reply.it.code == "record_absence.reason"
    await hall.do(await hall.again(1), flows.skip)
    assert (await hall.do(await hall.again(7), flows.take, "5")).it == Refused(code="speech_not_coming", values={})
    for service, args in ((speaking.choose_session, ()), (speaking.ask, (session(hall, 1),))):
        with pytest.raises(Refusal, match="speech_not_coming"):
            await hall.do(await hall.again(7), service, *args)
    await is_replaced(hall, 8, 10)
    with pytest.raises(Refusal, match="speech_not_coming"):
        await hall.do(await hall.again(8), speaking.choose_session)
    assert await names(hall) == []


async def test_nobody_registers_in_a_session_they_leave_out(hall: Any) -> None:
    await hall.do(await hall.again(7), reminder_choosing.turn_session, hall.conference, session(hall, 1), 0)
    with pytest.raises(Refusal, match="speech_left_out"):
        await hall.do(await hall.again(7), speaking.ask, session(hall, 1))
    await registers(hall, 7, "hai", number=2)


@pytest.mark.parametrize("what", ["passed", "struck", "withdrawn", "begun", "declined"])
async def test_a_call_that_still_waits_is_taken_back_when_it_is_not_true_any_more(hall: Any, what: str) -> None:
    key = await registers(hall, 7, "một")
    await hall.do(await hall.again(1), running.step, session(hall, 1))
    assert await waiting(hall, 7) == ["speaking/get_ready"]
    match what:
        case "passed":
            await is_replaced(hall, 7, 10)
        case "struck":
            await hall.do(await hall.again(1), speechorder.strike, key)
        case "withdrawn":
            await hall.do(await hall.again(7), speaking.withdraw, key)
        case "begun":
            await hall.do(await hall.again(1), speechorder.give_floor, key)
        case _:
            await declines(hall, 7)
    assert await waiting(hall, 7) == []
    assert await waiting(hall, 10) == (["speaking/get_ready"] if what == "passed" else [])


async def test_when_the_called_one_is_moved_elsewhere_the_one_behind_gets_ready(hall: Any) -> None:
    key = await registers(hall, 7, "một")
    await registers(hall, 8, "hai")
    await hall.do(await hall.again(1), running.step, session(hall, 1))
    await hall.do(await hall.again(1), speechorder.move, key, session(hall, 2))
    assert await waiting(hall, 7) == []
    assert (await names(hall), await waiting(hall, 8)) == ([("Lê Ba", "hai", "called")], ["speaking/get_ready"])
