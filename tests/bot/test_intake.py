"""Order within a chat, patience between chats, and updates that go wrong."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

import pytest

from bot import logs
from bot.intake import Begun, Handled, Intake, RawUpdate, chat_of
from tests.bot.stub_telegram import SteppedClock


def message(number: int, chat: int, text: str = "") -> RawUpdate:
    return {"update_id": number, "message": {"chat": {"id": chat}, "from": {"id": chat}, "text": text}}


class Desk:
    """Notes what was handled and recorded; waits at a gate for updates that it is told to hold."""

    def __init__(self) -> None:
        self.order: list[int] = []
        self.records: list[Handled | Begun] = []
        self.batches: list[int] = []
        self.told: list[tuple[int, str]] = []
        self.gates: dict[int, asyncio.Event] = {}
        self.now = self.most = 0
        self.store_fails = 0

    def hold(self, *numbers: int) -> None:
        self.gates |= {number: asyncio.Event() for number in numbers}

    async def handle(self, update: RawUpdate) -> None:
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            if gate := self.gates.get(update["update_id"]):
                await gate.wait()
            await asyncio.sleep(0)
            self.order.append(update["update_id"])
            if update["message"]["text"].startswith("poison"):
                raise ValueError(update["message"]["text"])
        finally:
            self.now -= 1

    async def done(self, results: Sequence[Handled | Begun]) -> None:
        await asyncio.sleep(0)
        if self.store_fails:
            self.store_fails -= 1
            raise OSError("disk full")
        self.batches.append(len(results))
        self.records += results

    async def failed(self, update: RawUpdate, incident: str) -> None:
        self.told.append((update["update_id"], incident))
        if update["message"]["text"] == "poison twice":
            raise RuntimeError("cannot tell either")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def intake_of(desk: Desk, **options: Any) -> Intake:
    return Intake(desk.handle, desk.done, SteppedClock(), failed=desk.failed, **options)


async def until(condition: Any) -> None:
    """Let the others run until it is so; fails loudly when it never comes to that."""
    for _ in range(1000):
        if condition():
            return
        await asyncio.sleep(0)
    raise AssertionError("it never came to that")


async def test_one_chat_is_handled_in_order_while_others_go_on(desk: Desk) -> None:
    desk.hold(1)
    intake = intake_of(desk)
    intake.submit([message(1, 5), message(2, 5), message(3, 6), message(4, 6), message(5, 7)])
    await until(lambda: len(desk.order) == 3)
    assert sorted(desk.order) == [3, 4, 5]
    assert desk.order.index(3) < desk.order.index(4)
    desk.gates[1].set()
    await intake.idle()
    assert desk.order[3:] == [1, 2]
    assert sorted(each.update_id for each in desk.records) == [1, 2, 3, 4, 5]


async def test_no_more_are_in_flight_than_allowed(desk: Desk) -> None:
    intake = intake_of(desk, parallel=8)
    for start in range(1, 101, 10):
        intake.submit(message(number, chat=number) for number in range(start, start + 10))
    await intake.idle()
    assert (desk.most, len(desk.order)) == (8, 100)


async def test_a_talkative_chat_does_not_crowd_out_another(desk: Desk) -> None:
    intake = intake_of(desk, parallel=1)
    intake.submit([*(message(number, chat=5) for number in range(1, 50)), message(99, chat=6)])
    await intake.idle()
    assert desk.order.index(99) == 1


async def test_a_poisonous_update_harms_nobody_else_and_is_marked_with_its_incident(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    intake = intake_of(desk)
    intake.submit([message(1, 5), message(2, 5, "poison"), message(3, 5), message(4, 6)])
    await intake.idle()
    ((number, incident),) = desk.told
    assert sorted(desk.order) == [1, 2, 3, 4]
    assert sorted(desk.records, key=lambda each: each.update_id) == [
        Handled(1),
        Handled(2, incident),
        Handled(3),
        Handled(4),
    ]
    (record,) = caplog.records
    assert (number, record.message, vars(record)["incident"], record.exc_info is not None) == (
        2,
        "update failed",
        incident,
        True,
    )


async def test_a_failure_that_cannot_even_be_told_is_still_recorded(desk: Desk) -> None:
    intake = intake_of(desk)
    intake.submit([message(1, 5, "poison twice"), message(2, 5)])
    await intake.idle()
    assert [(each.update_id, each.incident is None) for each in desk.records] == [(1, False), (2, True)]


async def test_a_handler_that_never_ends_is_an_incident(desk: Desk) -> None:
    desk.hold(1)
    intake = intake_of(desk, longest=0.01)
    intake.submit([message(1, 5), message(2, 5)])
    await intake.idle()
    assert [(each.update_id, each.incident is None) for each in desk.records] == [(1, False), (2, True)]


async def test_results_are_recorded_again_until_the_store_takes_them(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.store_fails = 5
    intake = intake_of(desk)
    intake.submit([message(1, 5), message(2, 6)])
    await intake.idle()
    assert sorted(each.update_id for each in desk.records) == [1, 2]
    assert [record.message for record in caplog.records] == ["handled updates not recorded"]


async def test_results_are_recorded_many_at_a_time(desk: Desk) -> None:
    intake = intake_of(desk)
    intake.submit(message(number, chat=number) for number in range(1, 501))
    await intake.idle()
    assert sum(desk.batches) == 500
    assert len(desk.batches) < 100


async def test_whoever_fetches_waits_while_too_many_are_unhandled(desk: Desk) -> None:
    desk.hold(3)
    intake = intake_of(desk, room=1)
    intake.submit([message(1, 5), message(2, 5), message(3, 5)])
    asking = asyncio.ensure_future(intake.room())
    await until(lambda: desk.order == [1, 2])
    assert (asking.done(), intake.pending) == (False, 1)
    desk.gates[3].set()
    await asking
    assert intake.pending == 0
    await intake.idle()


async def test_stopping_finishes_what_is_in_flight_and_begins_nothing_new(desk: Desk) -> None:
    desk.hold(1)
    intake = intake_of(desk, parallel=1)
    intake.submit([message(1, 5), message(2, 5), message(3, 6)])
    await until(lambda: desk.now == 1)
    stopping = asyncio.ensure_future(intake.drain(5))
    desk.gates[1].set()
    assert await stopping == 0
    assert (desk.order, desk.records) == ([1], [Handled(1)])


async def test_stopping_does_not_wait_for_ever_and_cancels_nothing(desk: Desk) -> None:
    desk.hold(1)
    intake = intake_of(desk)
    intake.submit([message(1, 5)])
    await until(lambda: desk.now == 1)
    assert await intake.drain(0.01) == 1
    assert desk.records == []
    desk.gates[1].set()
    await intake.idle()
    assert desk.records == [Handled(1)]


async def test_lines_logged_meanwhile_carry_the_update(caplog: pytest.LogCaptureFixture) -> None:
    seen = []

    async def handle(update: RawUpdate) -> None:
        held = logs.current.get()
        seen.append(held and held["update_id"])

    async def done(_: Sequence[Handled]) -> None:
        logging.getLogger("x").debug("done")

    intake = Intake(handle, done, SteppedClock())
    intake.submit([message(41, 5), message(42, 6)])
    await intake.idle()
    assert (seen, logs.current.get()) == ([41, 42], None)


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        (message(1, -100), -100),
        ({"update_id": 1, "callback_query": {"from": {"id": 5}, "message": {"chat": {"id": -7}}}}, -7),
        ({"update_id": 1, "callback_query": {"from": {"id": 5}, "inline_message_id": "x"}}, 5),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": 9}, "from": {"id": 5}}}, 9),
        ({"update_id": 1, "poll_answer": {"user": {"id": 5}}}, 5),
        ({"update_id": 1, "message": "not an object"}, None),
        ({"update_id": 1, "message": {"chat": {"id": "x"}, "from": []}}, None),
        ({"update_id": 1}, None),
    ],
)
def test_the_chat_of_any_update_is_found(update: RawUpdate, chat: int | None) -> None:
    assert chat_of(update) == chat


async def test_what_was_stored_as_waiting_begins_once_it_is_noted_that_it_does(desk: Desk) -> None:
    """So a restart knows what cannot have been answered; a store that fails holds nobody up."""
    intake = intake_of(desk, parallel=2)
    desk.hold(1)
    intake.submit([message(1, 10)])
    later = [message(2, 10), message(3, 20), message(4, 30), message(5, 30)]
    intake.queued = intake.queue(later)
    assert intake.queued == {2, 4, 5}
    intake.submit(later)
    await until(lambda: {3, 4, 5} <= set(desk.order))
    noted = [each.update_id for each in desk.records if isinstance(each, Begun)]
    assert (noted, 2 in desk.order) == ([4, 5], False)
    desk.store_fails = 1
    desk.gates[1].set()
    await until(lambda: 2 in desk.order)
    assert not intake.queued
