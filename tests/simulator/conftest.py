"""A pretend Telegram with one person, and python-telegram-bot's own Bot on either wire."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from telegram import Bot

from simulator.clock import SimulatedClock
from simulator.engine import Engine
from simulator.server import Server
from simulator.transport import BASE_FILE_URL, BASE_URL, SimulatedRequest
from simulator.world import World

START = datetime(2026, 7, 27, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _new_style_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    # Otherwise the library warns at every 429 that `retry_after` will be a timedelta one day.
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
async def engine() -> AsyncIterator[Engine]:
    """An engine at a fixed moment whose clock stands still, with Lan, who has a Telegram account."""
    engine = Engine(World(SimulatedClock(START, speed=0)))
    engine.people.add("Lan Nguyễn", key="lan")
    yield engine


@pytest.fixture(params=["in-process", "http"])
async def bot(request: pytest.FixtureRequest, engine: Engine) -> AsyncIterator[Bot]:
    """The library's Bot, once per transport."""
    token = engine.world.bot.token
    if request.param == "in-process":
        wires = SimulatedRequest(engine), SimulatedRequest(engine)
        async with Bot(token, BASE_URL, BASE_FILE_URL, wires[0], wires[1]) as bot:
            yield bot
    else:
        async with Server(engine) as server, Bot(token, f"{server.url}/bot", f"{server.url}/file/bot") as bot:
            yield bot


@pytest.fixture
def lan(engine: Engine) -> int:
    """Lan has pressed Start; her update is still in the queue."""
    account = engine.world.account("lan")
    engine.people.start(account.id)
    return account.id
