"""Planted faults, on both wires, and what they leave behind."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.transport import AiohttpRequest, Unsent
from simulator.engine import Engine
from simulator.faults import Fault, FaultKind, FaultPlan
from simulator.server import Server
from simulator.transport import BASE_FILE_URL, BASE_URL, HouseRequest, SimulatedRequest


@pytest.fixture(params=["in-process", "http"])
async def house_bot(request: pytest.FixtureRequest, engine: Engine) -> AsyncIterator[Bot]:
    """The library's Bot on the project's own transport, once per wire."""
    token = engine.world.bot.token
    if request.param == "in-process":
        clients = [HouseRequest(engine, read_timeout=0.2) for _ in range(2)]
        async with Bot(token, BASE_URL, BASE_FILE_URL, *clients) as bot:
            yield bot
    else:
        http = [AiohttpRequest(call_seconds=0.2) for _ in range(2)]
        async with Server(engine) as server, Bot(token, f"{server.url}/bot", f"{server.url}/file/bot", *http) as bot:
            yield bot


def plant(engine: Engine, kind: FaultKind, seconds: float = 1.0, times: int | None = 1) -> None:
    fault = Fault(kind, frozenset({"sendMessage"}), times=times, seconds=seconds)
    engine.world.faults.plant(fault, now=engine.world.clock.monotonic())


@pytest.mark.parametrize(
    ("kind", "exception", "arrived"),
    [
        (FaultKind.SERVER_ERROR, NetworkError, []),
        (FaultKind.BAD_GATEWAY, NetworkError, []),
        (FaultKind.RESET, NetworkError, []),
        (FaultKind.LOST_ANSWER, NetworkError, [("một", False)]),
        (FaultKind.HALF_ANSWER, NetworkError, [("một", False)]),
        (FaultKind.STRANGE_PAGE, NetworkError, []),
        (FaultKind.FLOOD, RetryAfter, []),
        (FaultKind.UNAUTHORIZED, InvalidToken, []),
        (FaultKind.NOT_FOUND, InvalidToken, []),
        (FaultKind.CONFLICT, Conflict, []),
        (FaultKind.HANG, TimedOut, []),
    ],
)
async def test_a_fault_strikes_once_and_the_ledger_tells_the_truth(
    house_bot: Bot,
    engine: Engine,
    lan: int,
    kind: FaultKind,
    exception: type[TelegramError],
    arrived: list[tuple[str, bool]],
) -> None:
    engine.world.clock.run_at(1)
    plant(engine, kind)
    with pytest.raises(exception) as caught:
        await house_bot.send_message(lan, "một")
    assert type(caught.value) in (exception, Unsent)
    await house_bot.send_message(lan, "hai")
    assert [(e.text, e.answered) for e in engine.world.ledger] == [*arrived, ("hai", True)]


async def test_a_slow_answer_is_a_timeout_after_the_effect(house_bot: Bot, engine: Engine, lan: int) -> None:
    engine.world.clock.run_at(1)
    plant(engine, FaultKind.SLOW_ANSWER, seconds=30)
    with pytest.raises(TimedOut):
        await house_bot.send_message(lan, "một")
    assert [e.text for e in engine.world.ledger] == ["một"]


async def passes(engine: Engine, seconds: float) -> None:
    """The clock, which stands still, goes to where somebody wakes after so many seconds, as soon as they sleep."""
    while engine.world.clock.next_wake() != seconds:  # noqa: ASYNC110 - sleepers ring no bell
        await asyncio.sleep(0)
    engine.world.clock.advance(seconds)


async def test_latency_passes_in_simulated_time(engine: Engine, lan: int) -> None:
    client = SimulatedRequest(engine, read_timeout=30)
    async with Bot(engine.world.bot.token, BASE_URL, BASE_FILE_URL, client, client) as bot:
        plant(engine, FaultKind.LATENCY, seconds=20)
        sending = asyncio.create_task(bot.send_message(lan, "một"))
        await passes(engine, 20)
        assert (await sending).text == "một"


async def test_latency_beyond_patience_is_a_timeout_without_effect(engine: Engine, lan: int) -> None:
    client = SimulatedRequest(engine, read_timeout=10)
    async with Bot(engine.world.bot.token, BASE_URL, BASE_FILE_URL, client, client) as bot:
        plant(engine, FaultKind.LATENCY, seconds=20)
        sending = asyncio.create_task(bot.send_message(lan, "một"))
        await passes(engine, 10)
        with pytest.raises(TimedOut):
            await sending
    assert list(engine.world.ledger) == []


async def test_an_outage_lasts_its_time(house_bot: Bot, engine: Engine, lan: int) -> None:
    plant(engine, FaultKind.OUTAGE, seconds=60)
    for _ in range(3):
        with pytest.raises(NetworkError):
            await house_bot.send_message(lan, "một")
    engine.world.clock.advance(60)
    await house_bot.send_message(lan, "hai")
    assert [e.text for e in engine.world.ledger] == ["hai"]


async def test_in_process_a_reset_is_surely_unsent(engine: Engine, lan: int) -> None:
    async with Bot(engine.world.bot.token, BASE_URL, BASE_FILE_URL, SimulatedRequest(engine)) as bot:
        plant(engine, FaultKind.RESET)
        with pytest.raises(Unsent):
            await bot.send_message(lan, "một")
        plant(engine, FaultKind.LOST_ANSWER)
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(lan, "hai")
        assert not isinstance(caught.value, Unsent)


def test_the_same_seed_gives_the_same_faults() -> None:
    def struck(seed: int) -> list[bool]:
        plan = FaultPlan(seed)
        plan.plant(Fault(FaultKind.RESET, times=None, probability=0.5))
        return [bool(plan.strike("sendmessage", 1, 0.0)) for _ in range(50)]

    assert struck(7) == struck(7)
    assert 10 < sum(struck(7)) < 40
    assert struck(7) != struck(8)


def test_a_fault_may_skip_calls_and_choose_its_chat() -> None:
    plan = FaultPlan()
    plan.plant(Fault(FaultKind.RESET, frozenset({"sendMessage"}), chat_id=5, skip=1))
    calls = [("getme", None), ("sendmessage", 4), ("sendmessage", 5), ("sendmessage", 5), ("sendmessage", 5)]
    assert [bool(plan.strike(method, chat, 0.0)) for method, chat in calls] == [False, False, False, True, False]
    assert not plan


async def test_a_poll_ends_with_news_or_when_its_time_is_over(house_bot: Bot, engine: Engine, lan: int) -> None:
    first = await house_bot.get_updates()
    waiting = asyncio.create_task(house_bot.get_updates(offset=first[-1].update_id + 1, timeout=20))
    await engine.world.updates.wait_for_listener(1)
    engine.people.say(lan, "hai")
    assert [update.message and update.message.text for update in await waiting] == ["hai"]
    waiting = asyncio.create_task(house_bot.get_updates(offset=first[-1].update_id + 2, timeout=20))
    await engine.world.updates.wait_for_listener(2)
    engine.world.clock.advance(20)
    assert await waiting == ()


async def test_a_second_poller_throws_the_first_one_out(house_bot: Bot, engine: Engine) -> None:
    first = asyncio.create_task(house_bot.get_updates(timeout=20))
    await engine.world.updates.wait_for_listener(0)
    assert await house_bot.get_updates(timeout=0) == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first


async def test_updates_stay_until_confirmed_and_come_as_allowed(house_bot: Bot, engine: Engine, lan: int) -> None:
    engine.people.say(lan, "hai")
    texts = [update.message and update.message.text for update in await house_bot.get_updates()]
    again = await house_bot.get_updates()
    assert texts == ["/start", "hai"] == [update.message and update.message.text for update in again]
    rest = await house_bot.get_updates(offset=again[-1].update_id, allowed_updates=["callback_query"])
    assert [update.message and update.message.text for update in rest] == ["hai"]
    engine.people.say(lan, "ba")
    assert await house_bot.get_updates(offset=again[-1].update_id + 1) == ()


async def test_updates_are_kept_for_a_day(house_bot: Bot, engine: Engine, lan: int) -> None:
    engine.world.clock.advance(25 * 3600)
    assert await house_bot.get_updates() == ()
