"""Polling against everything that a network, a relay, Telegram or our own disk may do."""

import asyncio
import logging
from collections.abc import AsyncIterator, Collection, Sequence

import pytest

from bot.gateway import Api
from bot.intake import Handled, Intake, RawUpdate
from bot.polling import FORGET_OFFSET_SECONDS, KINDS, Polling
from bot.transport import AiohttpRequest
from tests.bot.stub_telegram import (
    TOKEN,
    Answer,
    SteppedClock,
    StubTelegram,
    TinyProxy,
    half,
    hang,
    ok,
    page,
    refused,
    reset,
)


def update(number: int, chat: int = 5) -> RawUpdate:
    return {"update_id": number, "message": {"chat": {"id": chat}}}


class Desk:
    """A store that may fail, a handler that notes, and the polling between them."""

    def __init__(self, root: str, request: AiohttpRequest) -> None:
        self.clock = SteppedClock()
        self.kept: list[int] = []
        self.handled: list[int] = []
        self.store_fails = 0
        self.intake = Intake(self.handle, self.done, self.clock)
        self.polling = Polling(Api(request, TOKEN, root), self.keep, self.intake, self.clock, timeout=30)

    async def keep(self, updates: Sequence[RawUpdate]) -> Collection[int]:
        if self.store_fails:
            self.store_fails -= 1
            raise OSError("disk full")
        new = {each["update_id"] for each in updates} - set(self.kept)
        self.kept += sorted(new)
        return new

    async def handle(self, update: RawUpdate) -> None:
        self.handled.append(update["update_id"])

    async def done(self, results: Sequence[Handled]) -> None:
        pass

    async def polls(self, stub: StubTelegram, *answers: Answer) -> list[dict[str, str]]:
        """Poll until all these answers have been used and the next poll hangs; then stop. The polls' parameters."""
        asked = asyncio.Event()

        async def last(request: object) -> object:
            asked.set()
            return await hang(request)

        stub.will("getUpdates", *answers, last)
        running = asyncio.ensure_future(self.polling.run())
        await asyncio.wait({running, asyncio.ensure_future(asked.wait())}, return_when=asyncio.FIRST_COMPLETED)
        self.polling.stop()
        await running
        await self.intake.idle()
        return stub.called("getUpdates")


@pytest.fixture
async def desk(stub: StubTelegram) -> AsyncIterator[Desk]:
    async with AiohttpRequest(call_seconds=1) as request:
        yield Desk(stub.root, request)


def offsets(calls: list[dict[str, str]]) -> list[str | None]:
    return [call.get("offset") for call in calls]


async def test_a_poll_says_what_it_wants(desk: Desk, stub: StubTelegram) -> None:
    (call,) = await desk.polls(stub)
    assert call == {
        "limit": "100",
        "timeout": "30",
        "allowed_updates": '["message", "edited_message", "callback_query", "my_chat_member"]',
    }
    assert len(KINDS) == 4


async def test_updates_are_kept_then_confirmed_then_handled(desk: Desk, stub: StubTelegram) -> None:
    calls = await desk.polls(stub, ok([update(10), update(11)]), ok([update(12)]), ok([]))
    assert offsets(calls) == [None, "12", "13", "13"]
    assert (desk.kept, desk.handled) == ([10, 11, 12], [10, 11, 12])


async def test_what_cannot_be_stored_is_not_confirmed_and_not_handled(
    desk: Desk, stub: StubTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    desk.store_fails = 2
    calls = await desk.polls(stub, ok([update(10)]), ok([update(10)]), ok([update(10), update(11)]))
    assert offsets(calls) == [None, None, None, "12"]
    assert (desk.handled, desk.clock.slept) == ([10, 11], [1.0, 2.0])
    assert [(record.message, vars(record).get("reason")) for record in caplog.records] == [
        ("polling is failing", "cannot store: OSError"),
        ("polling goes well again", None),
    ]


async def test_what_telegram_repeats_is_handled_once(desk: Desk, stub: StubTelegram) -> None:
    await desk.polls(stub, ok([update(10)]), ok([update(10), update(11)]), ok([update(11)]))
    assert desk.handled == [10, 11]


@pytest.mark.parametrize(
    ("planned", "reason"),
    [
        (page(404), "HTTP 404"),
        (refused(404, "Not Found"), "Not Found"),
        (refused(401, "Unauthorized"), "Unauthorized"),
        (
            refused(409, "Conflict: terminated by other getUpdates request"),
            "Conflict: terminated by other getUpdates request",
        ),
        (refused(403, "Forbidden: bot is banned"), "Forbidden: bot is banned"),
        (refused(400, "Bad Request: odd"), "Odd"),
        (refused(500, "Internal Server Error"), "HTTP 500"),
        (page(502), "HTTP 502"),
        (page(200), "not Telegram's answer"),
        (ok("surprise"), "not a list of updates"),
        (ok([{"message": {}}, 7]), "updates without a number"),
        (reset, "ServerDisconnectedError"),
        (half, "ClientPayloadError"),
        (refused(429, "Too Many Requests", retry_after=20), "asked to wait"),
    ],
)
async def test_polling_survives_with_one_line_down_and_one_line_up(
    desk: Desk, stub: StubTelegram, caplog: pytest.LogCaptureFixture, planned: Answer, reason: str
) -> None:
    caplog.set_level(logging.INFO, "bot.polling")
    again = planned if callable(planned) else planned_again(planned)
    calls = await desk.polls(stub, ok([update(10)]), planned, again, ok([update(11)]))
    assert desk.handled == [10, 11]
    assert offsets(calls) == [None, "11", "11", "11", "12"]
    told = [(r.message, vars(r).get("reason")) for r in caplog.records if r.message.startswith("polling")]
    assert told == [("polling is failing", reason), ("polling goes well again", None)]
    assert TOKEN not in caplog.text


def planned_again(answer: Answer) -> Answer:
    async def same(_: object) -> object:
        from aiohttp import web

        return web.Response(status=answer.status, body=answer.body, content_type=answer.content_type)

    return same


async def test_pauses_grow_to_thirty_seconds_and_start_small_after_success(desk: Desk, stub: StubTelegram) -> None:
    bad = [page(502) for _ in range(7)]
    await desk.polls(stub, *bad, ok([update(1)]), page(502), ok([update(2)]))
    assert desk.clock.slept == [1, 2, 4, 8, 16, 30, 30, 1]


async def test_a_request_to_wait_is_honoured(desk: Desk, stub: StubTelegram) -> None:
    await desk.polls(stub, refused(429, "Too Many Requests", retry_after=55))
    assert desk.clock.slept == [55]


async def test_an_update_without_a_number_does_not_hold_up_the_others(desk: Desk, stub: StubTelegram) -> None:
    calls = await desk.polls(stub, ok([{"message": 1}, update(10), "x", {"update_id": "9"}]))
    assert (offsets(calls), desk.handled) == ([None, "11"], [10])


async def test_a_forgotten_webhook_is_taken_away(desk: Desk, stub: StubTelegram) -> None:
    conflict = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first"
    await desk.polls(stub, refused(409, conflict), ok([update(1)]))
    assert (stub.called("deleteWebhook"), desk.handled) == ([{}], [1])


async def test_a_relay_that_does_not_hold_the_poll_makes_no_hot_loop(desk: Desk, stub: StubTelegram) -> None:
    await desk.polls(stub, ok([]), ok([]), ok([]))
    assert desk.clock.slept == [0.3, 0.3, 0.3]


async def test_a_silent_line_is_given_up_after_the_polls_own_time(stub: StubTelegram) -> None:
    async with AiohttpRequest(connect_seconds=0.05) as request:
        desk = Desk(stub.root, request)
        desk.polling = Polling(Impatient(request, TOKEN, stub.root), desk.keep, desk.intake, desk.clock, timeout=1)
        await desk.polls(stub, hang, ok([update(1)]))
    assert (desk.handled, desk.clock.slept) == ([1], [1.0])


class Impatient(Api):
    """Waits for a poll only a moment longer than the connection may take."""

    async def call(self, method, parameters=None, call=None, read_timeout=None):  # type: ignore[no-untyped-def]
        return await super().call(method, parameters, call, read_timeout and read_timeout / 110)


async def test_health_is_the_time_of_the_last_good_poll(desk: Desk, stub: StubTelegram) -> None:
    assert desk.polling.last_good_poll is None
    await desk.polls(stub, ok([update(1)]), page(502), page(502))
    assert (desk.polling.last_good_poll, desk.polling.failing, desk.clock.at) == (1000.0, True, 1003.0)


async def test_the_offset_is_forgotten_after_a_week_of_silence(desk: Desk, stub: StubTelegram) -> None:
    async def a_week_later(_: object) -> object:
        desk.clock.at += FORGET_OFFSET_SECONDS + 1
        return ok([])

    calls = await desk.polls(stub, ok([update(900)]), a_week_later, ok([update(3)]))
    assert (offsets(calls), desk.handled) == ([None, "901", None, "4"], [900, 3])


async def test_polling_waits_while_the_intake_is_full(desk: Desk, stub: StubTelegram) -> None:
    gate = asyncio.Event()

    async def handle(_: RawUpdate) -> None:
        await gate.wait()

    desk.intake = Intake(handle, desk.done, desk.clock, room=2)
    desk.polling = Polling(desk.polling._api, desk.keep, desk.intake, desk.clock)
    stub.will("getUpdates", ok([update(1), update(2)]), hang)
    running = asyncio.ensure_future(desk.polling.run())
    while desk.intake.pending < 2:  # noqa: ASYNC110
        await asyncio.sleep(0)
    for _ in range(50):
        await asyncio.sleep(0)
    assert len(stub.calls) == 1
    gate.set()
    await desk.intake.idle()
    desk.polling.stop()
    await running


async def test_stopping_ends_a_long_poll_and_a_pause_at_once(desk: Desk, stub: StubTelegram) -> None:
    class Stuck(SteppedClock):
        async def sleep(self, seconds: float) -> None:
            sleeping.set()
            await asyncio.Event().wait()

    sleeping = asyncio.Event()
    desk.polling._clock = Stuck()
    stub.will("getUpdates", page(502))
    running = asyncio.ensure_future(desk.polling.run())
    await sleeping.wait()
    desk.polling.stop()
    await running
    assert len(stub.calls) == 1


async def test_polling_goes_through_the_proxy_to_the_base_url(stub: StubTelegram, proxy: TinyProxy) -> None:
    async with AiohttpRequest(proxy.url) as request:
        desk = Desk(stub.root, request)
        await desk.polls(stub, ok([update(1)]))
    assert desk.handled == [1]
    assert set(proxy.targets) == {("127.0.0.1", int(stub.root.rpartition(":")[2]))}
