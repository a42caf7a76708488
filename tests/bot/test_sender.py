"""The outbox's worker against a pretend gateway and a real database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.clock import Clock
from bot.outgoing import Button, NotSent, Outgoing, Paused, Refused, Sent, Uncertain, Why
from bot.sender import Sender
from domain.views import registered
from services.desk import Desk
from services.views.reminders import SAMPLES
from storage import deliveries, notices, results
from storage.database import Database, Unavailable
from storage.deliveries import Terms
from tests.bot.outbox import NOW, FixedDay, PretendDoor, all_recorded, desk_of, say, states

REMINDER = SAMPLES[0]


@pytest_asyncio.fixture
async def desk(database: Database, tmp_path: Path) -> Desk:
    return await desk_of(database, tmp_path)


@pytest.fixture
def door() -> PretendDoor:
    return PretendDoor()


@asynccontextmanager
async def sending(desk: Desk, door: PretendDoor, clock: Clock | None = None, **settings: Any) -> AsyncIterator[Sender]:
    """A worker that runs inside the block and is stopped after it."""
    sender = Sender(desk, door, clock or FixedDay(), **settings)
    task = asyncio.create_task(sender.run())
    try:
        yield sender
    finally:
        await sender.stop()
        await task


async def drain(desk: Desk, door: PretendDoor, **settings: Any) -> None:
    async with asyncio.timeout(60), sending(desk, door, **settings) as sender:
        await sender.idle()


async def test_everybody_gets_a_notice_once_in_their_language(desk: Desk, door: PretendDoor) -> None:
    await say(desk.database, range(1, 41))
    await drain(desk, door)
    assert sorted(door.chats) == list(range(1, 41))
    words = {"Đã ghi nhận" if "Đã" in out.text else "Noted" for chat, out in door.sent if chat % 10}
    assert words == {"Đã ghi nhận"}
    assert all(out.text.startswith("Noted") for chat, out in door.sent if chat % 10 == 0)
    assert {(state, attempt) for _, state, attempt, _ in await states(desk.database)} == {("sent", 0)}


async def test_fields_of_ones_own_and_the_receipt_button_go_into_the_message(desk: Desk, door: PretendDoor) -> None:
    key = await say(desk.database, [1], REMINDER, data={"conference": "Riêng"}, wants_receipt=True)
    await say(desk.database, [2], REMINDER)
    await drain(desk, door)
    (first, own), (second, common) = sorted(door.sent, key=lambda each: each[0])
    assert (first, own.rows) == (1, ((Button("Đã nhận", data=f"nr:{key}"),),))
    assert ("Riêng" in own.text, second, "Riêng" in common.text, common.rows) == (True, 2, False, ())


async def test_a_notice_rewritten_while_it_waits_is_said_as_it_stands(desk: Desk, door: PretendDoor) -> None:
    key = await say(desk.database, [1], REMINDER)
    async with sending(desk, door) as sender:
        await all_recorded(desk.database, sender)
        async with desk.database.begin() as connection:
            data = await notices.view_data(connection, key)
            await notices.rewrite(connection, key, data | {"conference": "Tên mới"})
            await notices.send_again(connection, key, ["sent"], NOW)
        await all_recorded(desk.database, sender)
    assert ["Tên mới" in out.text for _, out in door.sent] == [False, True]


async def test_a_long_notice_goes_in_pieces_and_a_break_among_them_is_uncertain(desk: Desk, door: PretendDoor) -> None:
    lines = tuple(replace(REMINDER.lines[0], title="Nội dung " * 60) for _ in range(12))
    await say(desk.database, [1, 2], replace(REMINDER, lines=lines), wants_receipt=True, policy="hold")
    door.answers[2] = [Sent((8,)), NotSent("reset")]
    await drain(desk, door)
    assert [bool(out.rows) for chat, out in door.sent if chat == 1] == [False, True]
    assert sorted(door.waited_for) == [1, 2]  # the second piece, as an answer is
    assert await states(desk.database) == [(1, "sent", 0, None), (2, "uncertain", 0, "uncertain")]


@dataclass(frozen=True, slots=True)
class Copied:
    """A notice that repeats a message of another chat."""

    copy_of: tuple[int, tuple[int, ...]]


async def test_a_view_that_repeats_messages_is_copied(
    desk: Desk, door: PretendDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(registered, Copied, "tests/copied")
    await say(desk.database, [1], Copied((77, (5, 6))))
    await drain(desk, door)
    assert (door.copied, door.sent) == ([(1, 77, (5, 6))], [])


async def test_what_cannot_be_put_into_words_harms_no_other(desk: Desk, door: PretendDoor) -> None:
    await say(desk.database, [1], Copied((1, (2,))), urgency=10)
    await say(desk.database, [2], REMINDER)
    await drain(desk, door)
    assert await states(desk.database) == [(1, "failed", 0, "unsayable"), (2, "sent", 0, None)]


async def test_each_failure_ends_in_its_state(desk: Desk, door: PretendDoor) -> None:
    door.answers = {
        1: [NotSent("connection refused"), NotSent("connection refused")],
        2: [Refused(Why.BLOCKED)],
        3: [Uncertain("timed out")],
        4: [Uncertain("timed out"), Uncertain("timed out")],
        5: [Refused(Why.BAD_REQUEST)],
        6: [Paused(0.01)],
        7: [RuntimeError("planted")],
        -8: [Refused(Why.MIGRATED, new_chat=-1008)],
    }
    await say(desk.database, [1, 2, 3, 4, 5, 7, -8])
    await drain(desk, door)
    assert sorted(await states(desk.database)) == [
        (-1008, "sent", 0, None),
        (1, "sent", 0, None),
        (2, "unreachable", 0, "blocked"),
        (3, "sent", 1, "repeat:uncertain"),
        (4, "uncertain", 1, "uncertain"),
        (5, "failed", 0, "bad_request"),
        (7, "sent", 1, "repeat:uncertain"),
    ]
    assert [door.chats.count(chat) for chat in (1, 2, 3, 4, 5, 7)] == [3, 1, 2, 2, 1, 2]


async def test_a_held_notice_is_never_repeated_by_itself(desk: Desk, door: PretendDoor) -> None:
    door.answers = {1: [Uncertain("timed out")]}
    await say(desk.database, [1, 2], policy="hold")
    await drain(desk, door)
    assert await states(desk.database) == [(1, "uncertain", 0, "uncertain"), (2, "sent", 0, None)]
    assert sorted(door.chats) == [1, 2]


async def test_a_person_gets_at_most_one_notice_a_second(desk: Desk, door: PretendDoor) -> None:
    await say(desk.database, [1])
    await say(desk.database, [1])
    loop = asyncio.get_running_loop()
    began = loop.time()
    await drain(desk, door)
    assert (door.chats, loop.time() - began >= 1.0) == ([1, 1], True)


async def test_what_a_crash_left_is_taken_up_at_the_start(desk: Desk, door: PretendDoor) -> None:
    await say(desk.database, [1])
    await say(desk.database, [2], policy="hold")
    async with desk.database.begin() as connection:
        dead = Terms(bot="telegram", owner="dead", rate=100.0)
        await deliveries.claim(connection, dead, NOW, NOW.timestamp())
    await drain(desk, door)
    assert await states(desk.database) == [(1, "sent", 1, "repeat:crash"), (2, "uncertain", 0, "crash")]


async def test_nothing_is_sent_that_is_no_longer_useful(desk: Desk, door: PretendDoor) -> None:
    await say(desk.database, [1], useful_until=NOW - timedelta(seconds=1))
    await drain(desk, door)
    assert (door.sent, await states(desk.database)) == ([], [(1, "cancelled", 0, "too_late")])


async def test_stopping_finishes_what_is_in_flight_and_gives_the_rest_back(desk: Desk, door: PretendDoor) -> None:
    door.gate = asyncio.Event()
    desk.settings = replace(desk.settings, rate=20.0)
    await say(desk.database, [1, 2, 3])
    async with sending(desk, door) as sender:
        await door.begun.wait()
        stopping = asyncio.create_task(sender.stop())
        await asyncio.sleep(0)
        door.gate.set()
        await stopping
    found = await states(desk.database)
    assert {state for _, state, _, _ in found} == {"sent", "waiting"}
    assert [chat for chat, state, _, _ in found if state == "sent"] == sorted(door.chats)


async def test_stopping_does_not_wait_for_ever(desk: Desk, door: PretendDoor) -> None:
    door.gate = asyncio.Event()
    await say(desk.database, [1])
    sender = Sender(desk, door, FixedDay())
    task = asyncio.create_task(sender.run())
    await door.begun.wait()
    await sender.stop(0.05)
    await asyncio.gather(task, return_exceptions=True)
    assert await states(desk.database) == [(1, "sending", 0, None)]


async def test_a_worker_that_wakes_after_its_lease_sends_nothing(desk: Desk, door: PretendDoor) -> None:
    await say(desk.database, [1])
    async with sending(desk, door, lease=0.0) as sender:
        sender.wake()
        await asyncio.wait_for(_until_claimed(desk.database), 60)
    assert (door.sent, await states(desk.database)) == ([], [(1, "waiting", 0, None)])


async def _until_claimed(database: Database) -> None:
    for _ in range(50):
        await states(database)


async def test_sending_stops_while_results_cannot_be_recorded_and_goes_on_by_itself(
    desk: Desk, door: PretendDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    await say(desk.database, range(1, 21))
    real, failures = results.record, iter(range(3))
    sent_meanwhile: list[int] = []

    async def full_disk(*given: Any) -> None:
        if next(failures, None) is not None:
            sent_meanwhile.append(len(door.sent))
            raise Unavailable("disk full")
        await real(*given)

    monkeypatch.setattr(results, "record", full_disk)
    desk.settings = replace(desk.settings, rate=100.0)
    await drain(desk, door, window=0.02)
    assert {(state, attempt) for _, state, attempt, _ in await states(desk.database)} == {("sent", 0)}
    assert (sorted(door.chats), sent_meanwhile[-1] < 20) == (list(range(1, 21)), True)


async def test_a_mistake_of_ours_does_not_silence_the_bot_for_good(
    desk: Desk, door: PretendDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    await say(desk.database, [1])
    real, failures = deliveries.claim, iter(range(1))

    async def planted(*given: Any, **named: Any) -> Any:
        if next(failures, None) is not None:
            raise KeyError("planted")
        return await real(*given, **named)

    monkeypatch.setattr(deliveries, "claim", planted)
    await drain(desk, door)
    assert door.chats == [1]


async def test_a_flood_pauses_the_outbox_in_the_database(desk: Desk, door: PretendDoor) -> None:
    door.answers, door.gate = {1: [Paused(30)]}, asyncio.Event()
    await say(desk.database, [1])
    clock = FixedDay()
    async with sending(desk, door, clock):
        await door.begun.wait()
        door.quiet_for = 30.0
        door.gate.set()
    async with desk.database.begin() as connection:
        terms = Terms(bot="telegram", owner="other", rate=500.0)
        at = await deliveries.shared_time(connection, clock.now().timestamp())
        claim = await deliveries.claim(connection, terms, NOW, at)
    assert (claim.rows, 20 < (claim.wait or 0) <= 30) == ((), True)
    assert await states(desk.database) == [(1, "waiting", 0, None)]


def test_an_outgoing_message_has_its_buttons_under_the_last_piece() -> None:
    from bot.wording import outgoing

    rows = ((Button("a", data="b"),),)
    assert outgoing("x", rows) == (Outgoing(text="x", rows=rows),)


async def test_a_correction_takes_the_place_of_what_was_said_and_acknowledges_it(desk: Desk, door: PretendDoor) -> None:
    first = await say(desk.database, [1], REMINDER)
    about = {"way": "edit", "wants_receipt": True, "subject": "notice", "subject_id": first}
    await say(desk.database, [2], REMINDER, data={"conference": "Riêng", "messages": [501]}, **about)
    await drain(desk, door)
    assert (door.chats, [(chat, message) for chat, message, _ in door.replaced]) == ([1], [(2, 501)])
    assert "Riêng" in door.replaced[0][2].text
    assert door.replaced[0][2].rows == ((Button("Đã nhận", data=f"nr:{first}"),),)
    assert {state for _, state, _, _ in await states(desk.database)} == {"sent"}


async def test_a_recall_takes_away_every_message_of_a_notice(desk: Desk, door: PretendDoor) -> None:
    await say(desk.database, [2], REMINDER, data={"messages": [501, 502]}, way="delete")
    await drain(desk, door)
    assert (door.sent, door.deleted) == ([], [(2, (501, 502))])
    assert await states(desk.database) == [(2, "sent", 0, None)]


async def test_all_numbers_of_a_notice_in_pieces_are_kept(desk: Desk, door: PretendDoor) -> None:
    key = await say(desk.database, [1], replace(REMINDER, contact="x " * 4000))
    await drain(desk, door)
    async with desk.database.begin() as connection:
        (row,) = await notices.arrived(connection, key, None)
    assert row.messages == list(range(1, len(door.sent) + 1))


async def test_replies_of_an_idle_time_take_no_place_of_later_notices(desk: Desk, door: PretendDoor) -> None:
    async with sending(desk, door) as sender:
        for _ in range(40_000):
            sender.make_room()
        await sender.idle()  # nothing waited: these replies are paid for
        await say(desk.database, [1, 2], REMINDER)
        async with asyncio.timeout(60):  # forty thousand replies at 500 a second are eighty seconds
            await all_recorded(desk.database, sender)
            await say(desk.database, [3, 4], REMINDER)
            await all_recorded(desk.database, sender)
    assert sorted(chat for chat, _ in door.sent) == [1, 2, 3, 4]
