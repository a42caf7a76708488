"""Digits on the projector and boards: renewed with each minute, by one process, until the window closes."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest_asyncio
from sqlalchemy import select

from bot.outgoing import Outcome, Outgoing, Refused, Sent, Why
from bot.screens import Screens
from domain.conference import Conference, Programme, Session
from domain.ids import AccountId, SessionId
from services import checking, privacy, screencodes, screens
from services.desk import SYSTEM
from services.screens import ScreenNow
from services.views.screencodes import CodeForScreen, CodeScreenOver
from storage import organizers
from storage.schema import live_screens

DAY = date(2026, 7, 30)
PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", starts_on=DAY),
    sessions=(Session(id=SessionId(1), title="Khai mạc", day=DAY, start=time(8), position=1),),
)


class Projector:
    """Keeps what it was given."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.shown: list[tuple[int, int, str]] = []

    async def replace_picture(self, chat: int, message: int, out: Outgoing) -> Outcome:
        self.shown.append((chat, message, out.text.splitlines()[0]))
        return self.outcome

    async def replace(self, chat: int, message: int, out: Outgoing) -> Outcome:
        self.shown.append((chat, message, out.text))
        return self.outcome

    def last_of(self, message: int) -> str:
        """What a message shows now."""
        return next(words for _, each, words in reversed(self.shown) if each == message)


@pytest_asyncio.fixture
async def hall(office: Any) -> Any:
    """7:45 on the day; message 77 of organizer 1 shows the digits."""
    await office.opens(PROGRAMME)
    await office.organizer(1)
    await office.organizer(2)
    office.clock.now = datetime(2026, 7, 30, 0, 45, 10, tzinfo=UTC)
    await office.do(await office.again(1), screencodes.show)
    await office.do(await office.again(1), screens.keep, 77)
    return office


async def kept(hall: Any) -> int:
    async with hall.desk.database.begin() as connection:
        return len((await connection.execute(select(live_screens))).all())


async def renewed(hall: Any) -> list[ScreenNow]:
    """What is shown anew in this minute."""
    found = [await hall.desk.do(SYSTEM, screens.renewed, each) for each in await hall.desk.see(SYSTEM, screens.due)]
    return [each for each in found if each is not None]


async def test_nothing_is_renewed_within_its_minute_and_once_in_the_next(hall: Any) -> None:
    projector = Projector(Sent((77,)))
    renewing = Screens(hall.desk, projector)
    await renewing.renew()
    assert projector.shown == []
    hall.clock.forward(seconds=55)
    await renewing.renew()
    await renewing.renew()
    ((chat, message, words),) = projector.shown
    assert (chat, message, words.startswith("Mã tự điểm danh: <b>")) == (1, 77, True)


async def test_two_processes_renew_it_once_between_them(hall: Any) -> None:
    hall.clock.forward(minutes=1)
    (seen,) = await hall.desk.see(SYSTEM, screens.due)
    first = await hall.desk.do(SYSTEM, screens.renewed, seen)
    assert type(first.it) is CodeForScreen
    assert await hall.desk.do(SYSTEM, screens.renewed, seen) is None
    assert await renewed(hall) == []


async def test_the_digits_are_those_that_are_taken_in_that_minute(hall: Any) -> None:
    hall.clock.forward(minutes=5)
    (now,) = await renewed(hall)
    async with hall.desk.database.begin() as connection:
        door = (await connection.execute(select(live_screens.c.slot))).scalar_one()
    shown = await hall.do(await hall.again(1), screencodes.show)
    assert (door, now.digits, now.it.code) == ("d2026-07-30", shown.it.code, shown.it.code)


async def test_it_ends_with_the_window_even_after_a_long_downtime(hall: Any) -> None:
    hall.clock.forward(hours=30)
    (now,) = await renewed(hall)
    assert (type(now.it), now.digits, await kept(hall)) == (CodeScreenOver, "", 0)


async def test_who_is_no_organizer_any_more_is_shown_no_digits(hall: Any) -> None:
    async with hall.desk.database.begin() as connection:
        await organizers.remove_organizer(connection, hall.conference, AccountId(1))
    hall.clock.forward(minutes=1)
    (now,) = await renewed(hall)
    assert (type(now.it), await kept(hall)) == (CodeScreenOver, 0)


async def test_a_message_that_is_gone_is_let_go(hall: Any) -> None:
    hall.clock.forward(minutes=1)
    await Screens(hall.desk, Projector(Refused(Why.GONE))).renew()
    assert await kept(hall) == 0


async def test_nothing_of_it_is_left_of_who_erases(hall: Any) -> None:
    await hall.do(await hall.again(1), privacy.erase)
    assert await kept(hall) == 0


# --- the arrival board ----------------------------------------------------------------------------------------------


async def test_a_board_shows_what_is_true_with_each_minute_for_an_hour(hall: Any) -> None:
    projector = Projector(Sent((88,)))
    key, _ = await hall.invited("Nguyễn Văn An", unit="Xã A")
    asked = (await hall.do(await hall.again(2), screens.board, "unit", 0, 88)).it
    assert (asked.total.present, f"{asked.live_until:%H:%M}") == (0, "08:45")
    await hall.do(await hall.again(2), checking.check_in, key)
    hall.clock.forward(minutes=1)
    await Screens(hall.desk, projector).renew()
    assert "• Xã A: <b>1</b>/1" in projector.last_of(88)
    assert "đến 08:45" in projector.last_of(88)
    hall.clock.forward(minutes=60)
    await Screens(hall.desk, projector).renew()
    assert "Tự cập nhật" not in projector.last_of(88)
    count = len(projector.shown)
    hall.clock.forward(minutes=1)
    await Screens(hall.desk, projector).renew()
    assert count == len(projector.shown)


async def test_a_board_asked_for_again_lives_on_as_it_was_asked_for(hall: Any) -> None:
    await hall.do(await hall.again(2), screens.board, "group", 0, 88)
    hall.clock.forward(minutes=50)
    await hall.do(await hall.again(2), screens.board, "unit", 0, 88)
    hall.clock.forward(minutes=50)
    found = {each.message: each.it for each in await renewed(hall)}
    assert (found[88].by, f"{found[88].live_until:%H:%M}") == ("unit", "09:35")


async def test_a_forged_page_or_layout_of_a_board_is_kept_as_one_that_there_is(hall: Any) -> None:
    await hall.do(await hall.again(2), screens.board, "code", 10**18, 88)
    hall.clock.forward(minutes=1)
    found = {each.message: each.it for each in await renewed(hall)}
    assert (found[88].by, found[88].page) == ("group", 0)


async def test_a_board_that_gave_place_to_the_desk_or_to_nobody_is_left_alone(hall: Any) -> None:
    for message in (88, 89):
        await hall.do(await hall.again(2), screens.board, "group", 0, message)
    await hall.do(await hall.again(2), screens.desk, 88)
    async with hall.desk.database.begin() as connection:
        await organizers.remove_organizer(connection, hall.conference, AccountId(2))
    hall.clock.forward(minutes=1)
    assert [each.message for each in await renewed(hall)] == [77]
    assert await kept(hall) == 1


async def test_who_turns_to_the_desk_while_other_messages_are_renewed_keeps_it(hall: Any) -> None:
    for message in (88, 89):
        await hall.do(await hall.again(2), screens.board, "group", 0, message)
    hall.clock.forward(minutes=1)

    class Slow(Projector):
        """On the way to the first board somebody presses a button under the second."""

        async def replace(self, chat: int, message: int, out: Outgoing) -> Outcome:
            if message == 88:
                await hall.do(await hall.again(2), screens.desk, 89)
            return await super().replace(chat, message, out)

    projector = Slow(Sent((88,)))
    await Screens(hall.desk, projector).renew()
    assert [message for _, message, _ in projector.shown] == [77, 88]


async def test_the_digits_go_on_when_the_desk_is_asked_for_under_them(hall: Any) -> None:
    beside = await hall.do(await hall.again(1), screens.desk, 77)
    instead = await hall.do(await hall.again(1), screens.desk, 76)
    assert (beside.edit, instead.edit, await kept(hall)) == (False, True, 1)
